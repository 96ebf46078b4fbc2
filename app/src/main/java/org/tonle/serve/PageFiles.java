package org.tonle.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tonle.i18n.Words;
import org.tonle.serve.guard.AskedLanguage;
import org.tonle.serve.guard.Guard;
import org.tonle.serve.guard.RequestProblem;

/// Page files: the built page in the jar, or in the folder that `-Dtonle.page` names; without
/// either a plain page that says how to build it.
final class PageFiles {
  private static final String INDEX = "index.html";
  private static final String RESOURCES = "/org/tonle/page/";

  /// Names without a way out of the folder.
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json; charset=utf-8"),
          Map.entry("map", "application/json; charset=utf-8"),
          Map.entry("webmanifest", "application/manifest+json; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("woff", "font/woff"),
          Map.entry("ttf", "font/ttf"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private final @Nullable Path folder;
  private final Guard guard;
  private final Map<String, Optional<byte[]>> kept = new ConcurrentHashMap<>();

  PageFiles(Guard guard) {
    this.guard = guard;
    String own = System.getProperty("tonle.page", "");
    folder = own.isEmpty() ? null : Path.of(own).toAbsolutePath().normalize();
  }

  /// Answers every path that no other route answers: a file of the page, or the page itself, which
  /// reads its own path.
  void get(Context asked) {
    String path = asked.path().substring(1);
    if (path.startsWith("api/") || path.startsWith("ogc")) {
      throw RequestProblem.missing("no_route", shown(asked.path()));
    }
    String type = TYPES.getOrDefault(ending(path), "");
    Optional<byte[]> file = path.isEmpty() || type.isEmpty() ? Optional.empty() : read(path);
    if (file.isPresent() && !path.equals(INDEX)) {
      boolean isNamedByHash = path.matches(".*[-.][A-Za-z0-9_]{8,}\\.[a-z0-9]+");
      asked.header(
          "Cache-Control", isNamedByHash ? "public, max-age=31536000, immutable" : "no-cache");
      asked.contentType(type).result(file.get());
      return;
    }
    if (!type.isEmpty() && !type.startsWith("text/html")) {
      throw RequestProblem.missing("no_file", shown(asked.path()));
    }
    if (!guard.mayOpen(asked)) {
      throw RequestProblem.forbidden("token");
    }
    guard.giveCookie(asked);
    asked.header("Cache-Control", "no-store");
    asked.contentType("text/html; charset=utf-8");
    asked.result(read(INDEX).orElseGet(() -> plain(AskedLanguage.of(asked))));
  }

  private static String shown(String path) {
    return path.length() > 80 ? path.substring(0, 80) + "…" : path;
  }

  private static String ending(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private Optional<byte[]> read(String path) {
    if (!PLAIN.matcher(path).matches() || path.length() > 200) {
      return Optional.empty();
    }
    return folder == null ? resource(path) : file(folder, path);
  }

  /// Only what exists is kept, so that made-up names fill no memory.
  private Optional<byte[]> resource(String path) {
    Optional<byte[]> known = kept.get(path);
    if (known != null) {
      return known;
    }
    try (InputStream in = PageFiles.class.getResourceAsStream(RESOURCES + path)) {
      Optional<byte[]> found = in == null ? Optional.empty() : Optional.of(in.readAllBytes());
      if (found.isPresent()) {
        kept.put(path, found);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<byte[]> file(Path folder, String path) {
    Path file = folder.resolve(path).normalize();
    try {
      return file.startsWith(folder) && Files.isRegularFile(file)
          ? Optional.of(Files.readAllBytes(file))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] plain(Words words) {
    String html =
        "<!doctype html>\n<html lang='"
            + words.language()
            + "'><meta charset='utf-8'><title>Tonle</title>\n<h1>Tonle</h1>\n<p>"
            + escaped(words.text("serve.no_page"))
            + "</p>\n<p><a href='/api/v1/study'>/api/v1/study</a> · <a href='/ogc'>/ogc</a> · <a"
            + " href='/api/v1/openapi.json'>/api/v1/openapi.json</a></p>\n</html>\n";
    return html.getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
