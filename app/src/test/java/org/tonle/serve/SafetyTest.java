package org.tonle.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.folder.Folders;
import org.tonle.serve.guard.Address;
import org.tonle.serve.guard.RateLimit;

/// A hostile page reads and changes nothing: another origin, a name turned to this address, a
/// missing token, a long or strange request.
class SafetyTest {
  private static TestServer of;

  @BeforeAll
  static void start() throws Exception {
    of = TestServer.twoTowns(20);
  }

  @AfterAll
  static void stop() throws Exception {
    of.close();
  }

  /// Answer to a request as it is written, with any `Host`.
  private static String raw(String request) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), of.server.guard().address().port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String get(String path, String... headers) throws IOException {
    return raw(
        "GET "
            + path
            + " HTTP/1.1\r\nConnection: close\r\n"
            + String.join("\r\n", headers)
            + "\r\n\r\n");
  }

  @Test
  void aNameThatIsTurnedToThisAddressIsRefused() throws Exception {
    int port = of.server.guard().address().port();
    for (String host :
        new String[] {
          "evil.example:" + port, "127.0.0.1", "127.0.0.1:1", "", "localhost.evil:" + port
        }) {
      for (String path : new String[] {"/", "/api/v1/study", "/ogc", "/assets/x.js"}) {
        String answer = get(path, "Host: " + host);
        assertTrue(answer.startsWith("HTTP/1.1 40"), host + path + answer);
        assertFalse(answer.contains("Set-Cookie"), answer);
      }
    }
    for (String host : new String[] {"127.0.0.1", "localhost", "LOCALHOST", "[::1]"}) {
      assertTrue(
          get("/api/v1/study", "Host: " + host + ":" + port).startsWith("HTTP/1.1 200"), host);
    }
  }

  @Test
  void aPageOfAnotherOriginReadsAndChangesNothing() throws Exception {
    int port = of.server.guard().address().port();
    String host = "Host: 127.0.0.1:" + port;
    for (String origin :
        new String[] {
          "http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1:" + port
        }) {
      String answer = get("/api/v1/map", host, "Origin: " + origin, "Cookie: " + of.cookie());
      assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
      assertFalse(answer.contains("Access-Control-Allow-Origin"), answer);
    }
    String own = get("/api/v1/study", host, "Origin: http://127.0.0.1:" + port);
    assertTrue(own.startsWith("HTTP/1.1 200"), own);
    assertFalse(own.contains("Access-Control"), own);
  }

  @Test
  void featuresAreReadByOthersOnlyWhereTheOwnerSaysSo() throws Exception {
    String host = "Host: 127.0.0.1:" + of.server.guard().address().port();
    String answer = get("/ogc", host, "Origin: http://map.example");
    assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    assertTrue(answer.contains("Access-Control-Allow-Origin: *"), answer);
  }

  @Test
  void aChangeNeedsTheToken() throws Exception {
    for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
      for (String path : new String[] {"/api/v1/save", "/api/v1/scenarios", "/api/v1/study", "/"}) {
        for (String cookie :
            new String[] {"", of.cookie() + "x", "tonle_token=" + of.server.guard().token()}) {
          HttpRequest.Builder request =
              HttpRequest.newBuilder(URI.create(of.origin + path))
                  .method(method, HttpRequest.BodyPublishers.ofString("{}"));
          if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
          }
          HttpResponse<String> answer =
              of.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
          assertEquals(403, answer.statusCode(), method + " " + path + " " + cookie);
        }
      }
    }
  }

  @Test
  void leversNeedTheTokenAndTheOrigin() {
    assertThrows(CompletionException.class, () -> open(of.origin, "a=b"));
    assertThrows(CompletionException.class, () -> open("http://evil.example", of.cookie()));
    open(of.origin, of.cookie()).abort();
  }

  private static WebSocket open(String origin, String cookie) {
    return of.client
        .newWebSocketBuilder()
        .header("Origin", origin)
        .header("Cookie", cookie)
        .buildAsync(
            URI.create(of.origin.replace("http", "ws") + "/api/v1/live"),
            new WebSocket.Listener() {})
        .join();
  }

  @Test
  void pagesRunNoScriptButTheirOwn() throws Exception {
    HttpResponse<String> page = of.get("/en/two-towns/map");
    assertEquals(200, page.statusCode());
    String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.contains("script-src 'self';"), policy);
    assertTrue(policy.contains("worker-src 'self';"), policy);
    assertFalse(policy.contains("unsafe-eval"), policy);
    String cookie = page.headers().firstValue("Set-Cookie").orElse("");
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
  }

  @Test
  void noFileOutsideThePageIsServed() throws Exception {
    int port = of.server.guard().address().port();
    String host = "Host: 127.0.0.1:" + port;
    for (String path :
        new String[] {
          "/../../pom.xml",
          "/%2e%2e/%2e%2e/etc/passwd",
          "/..%2f..%2fetc/passwd",
          "/assets/..%5c..%5cwin.ini",
          "/openapi.json",
          "/assets/%00.js",
          "//etc/passwd.txt"
        }) {
      String answer = get(path, host);
      assertFalse(answer.contains("<project") || answer.contains("root:"), answer);
      boolean isPageOrRefusal =
          answer.contains("<!doctype html>") || answer.startsWith("HTTP/1.1 4");
      assertTrue(isPageOrRefusal, path + " " + answer);
    }
  }

  @Test
  void aLargeBodyIsNotRead() throws Exception {
    String large = "{\"edits\":\"" + "x".repeat(8_100_000) + "\"}";
    HttpResponse<String> answer = of.send("POST", "/api/v1/tables/towns/edits", large);
    assertEquals(413, answer.statusCode());
    assertTrue(answer.body().contains("too_large"), answer.body());
  }

  @Test
  void overANetworkEverythingNeedsTheToken(@TempDir java.nio.file.Path folder) throws Exception {
    try (TestServer open = TestServer.unprepared(Folders.twoTowns(folder), 5, "0.0.0.0")) {
      String base = "http://127.0.0.1:" + open.server.guard().address().port();
      for (String path : new String[] {"/", "/api/v1/study", "/ogc", "/api/v1/openapi.json"}) {
        assertEquals(403, status(open, base + path), path);
        assertEquals(
            200,
            status(open, base + path + "?token=" + open.server.guard().token()) / 100 * 100,
            path);
      }
      assertTrue(open.server.url().contains("token="));
    }
  }

  private static int status(TestServer from, String url) throws Exception {
    HttpResponse<String> answer =
        from.client.send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    boolean isPreparing = answer.statusCode() == 409 && answer.body().contains("preparing");
    return isPreparing ? 200 : answer.statusCode();
  }

  @Test
  void aTakenPortIsPassedOver(@TempDir java.nio.file.Path folder) throws Exception {
    int taken = of.server.guard().address().port();
    var order = org.tonle.service.RunOrder.BASELINE;
    try (Server other =
        Server.start(
            new ServeOptions(Folders.twoTowns(folder), order, "127.0.0.1", taken, 1, false))) {
      assertTrue(other.guard().address().port() > taken);
    }
  }

  @Test
  void tooManyRequestsWait() {
    long[] now_ns = {0};
    RateLimit rate = new RateLimit(3, 1, () -> now_ns[0]);
    for (int i = 0; i < 3; i++) {
      assertTrue(rate.take("a"));
    }
    assertFalse(rate.take("a"));
    assertTrue(rate.take("b"));
    now_ns[0] = 1_000_000_000;
    assertTrue(rate.take("a"));
    assertFalse(rate.take("a"));
    now_ns[0] = -5_000_000_000L;
    assertFalse(rate.take("a"));
  }

  @Test
  void anAddressKnowsItsNames() throws Exception {
    Address loopback = Address.of("127.0.0.1", 80);
    assertTrue(loopback.isMine("localhost"));
    assertTrue(loopback.isMine("127.0.0.1:80"));
    assertFalse(loopback.isMine("127.0.0.1:8080"));
    assertTrue(loopback.at(8321).isMineByOrigin("http://localhost:8321"));
    assertFalse(loopback.at(8321).isMineByOrigin("https://localhost:8321"));
    assertEquals("http://127.0.0.1:8321", loopback.at(8321).url());
  }
}
