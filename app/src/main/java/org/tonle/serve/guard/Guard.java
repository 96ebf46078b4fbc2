package org.tonle.serve.guard;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Guard of the server: it answers only requests to its own address, from its own page, and from
/// those who hold its token.
///
/// A page of another site cannot read an answer (no CORS), cannot change anything (the cookie stays
/// at home, and its `Origin` is refused), and gains nothing from a name that it turns to this
/// address (its `Host` is refused).
public final class Guard {
  private final Address address;
  private final String token;
  private final boolean isOgcOpen;

  /// @param isOgcOpen whether pages of other sites may read the features
  public Guard(Address address, String token, boolean isOgcOpen) {
    this.address = address;
    this.token = token;
    this.isOgcOpen = isOgcOpen;
  }

  /// A token that nobody guesses.
  public static String newToken() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public Address address() {
    return address;
  }

  public String token() {
    return token;
  }

  /// Name of the cookie; a browser shares cookies between the ports of one address.
  public String cookie() {
    return "tonle_token_" + address.port();
  }

  /// Refuses a request that is not for this server, or from a page that is not its own, or that
  /// lacks the token it needs.
  public void require(Context asked) {
    requireAddress(asked.header("Host"));
    boolean isFeatures = isFeatures(asked.path());
    String origin = asked.header("Origin");
    if (origin != null && !address.isMineByOrigin(origin) && !(isFeatures && isOgcOpen)) {
      throw RequestProblem.forbidden("origin", shown(origin));
    }
    boolean isReading = asked.method().name().equals("GET") || asked.method().name().equals("HEAD");
    boolean isApi = asked.path().startsWith("/api/");
    if (!isReading && !hasToken(asked.cookie(cookie()))) {
      throw RequestProblem.forbidden("token");
    }
    if (!address.isLoopback() && (isApi || isFeatures) && !hasToken(given(asked))) {
      throw RequestProblem.forbidden("token");
    }
    if (isFeatures && isOgcOpen) {
      asked.header("Access-Control-Allow-Origin", "*");
    }
  }

  /// Refuses a WebSocket as it would a change.
  public void requireLive(@Nullable String host, @Nullable String origin, @Nullable String cookie) {
    requireAddress(host);
    if (origin != null && !address.isMineByOrigin(origin)) {
      throw RequestProblem.forbidden("origin", shown(origin));
    }
    if (!hasToken(cookie)) {
      throw RequestProblem.forbidden("token");
    }
  }

  private static boolean isFeatures(String path) {
    return path.equals("/ogc") || path.startsWith("/ogc/");
  }

  private void requireAddress(@Nullable String host) {
    if (host == null || !address.isMine(host)) {
      throw RequestProblem.forbidden("host", host == null ? "" : shown(host));
    }
  }

  /// The token of a cookie, or of the address for programs that keep no cookies.
  private @Nullable String given(Context asked) {
    String cookie = asked.cookie(cookie());
    return cookie != null ? cookie : asked.queryParam("token");
  }

  /// Whether somebody who opens the page may have its cookie: on this computer everybody, over the
  /// network who has the token in the address.
  public boolean mayOpen(Context asked) {
    return address.isLoopback()
        || hasToken(asked.cookie(cookie()))
        || hasToken(asked.queryParam("token"));
  }

  /// Hands the cookie to a page.
  public void giveCookie(Context to) {
    to.header(
        "Set-Cookie",
        cookie() + "=" + token + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=604800");
  }

  private boolean hasToken(@Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  private static String shown(String header) {
    String text = header.length() > 80 ? header.substring(0, 80) + "…" : header;
    return text.replaceAll("[\\p{Cntrl}]", "?");
  }
}
