package org.tonle.serve.torture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tortured server: `tonle serve` as a program of its own, which is asked and then killed.
final class TorturedServer {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper MAPPER = new JsonMapper();

  private final HttpClient http;
  private final String url;
  private final String cookie;

  private TorturedServer(HttpClient http, String url, String cookie) {
    this.http = http;
    this.url = url;
    this.cookie = cookie;
  }

  /// Answer of the server.
  record Answer(int status, JsonNode body) {
    boolean isDone() {
      return status / 100 == 2;
    }
  }

  /// Starts the program; what it complains of goes to a file.
  ///
  /// @param program what starts Tonle, without a command of its own
  static Process begin(List<String> program, Path folder, Path complaints) throws IOException {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of("serve", folder.toString(), "--no-browser", "--port", "0"));
    command.addAll(List.of("--draws", "20"));
    return new ProcessBuilder(command).redirectError(complaints.toFile()).start();
  }

  /// Waits until the program says its address.
  ///
  /// @throws IOException with its complaints if it ends before
  static TorturedServer of(HttpClient http, Process process, Path complaints)
      throws IOException, InterruptedException {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return new TorturedServer(http, address.group(), cookie(http, address.group()));
      }
    }
    throw new IOException("No address: " + Files.readString(complaints));
  }

  private static String cookie(HttpClient http, String url)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
    return http.send(request, HttpResponse.BodyHandlers.discarding())
        .headers()
        .firstValue("Set-Cookie")
        .map(c -> c.replaceAll(";.*", ""))
        .orElseThrow(() -> new IOException("No cookie."));
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send("GET", path, null);
  }

  Answer post(String path, String body) throws IOException, InterruptedException {
    return send("POST", path, body);
  }

  private Answer send(String method, String path, @Nullable String body)
      throws IOException, InterruptedException {
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Cookie", cookie)
            .timeout(PATIENCE)
            .method(method, publisher)
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    return new Answer(answer.statusCode(), MAPPER.readTree(answer.body()));
  }
}
