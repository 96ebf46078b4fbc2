package org.tonle.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tonle.folder.Folders;
import org.tonle.service.RunOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server of a small study, and a browser that asks it.
final class TestServer implements AutoCloseable {
  static final JsonMapper MAPPER = new JsonMapper();
  final Server server;
  final HttpClient client = HttpClient.newHttpClient();
  final String origin;

  private TestServer(Server server) {
    this.server = server;
    origin = server.guard().address().url();
  }

  /// A server of a copy of the tutorial study, prepared.
  static TestServer twoTowns(int draws) throws Exception {
    Path folder = Files.createTempDirectory("tonle-serve-test");
    return of(Folders.twoTowns(folder), draws);
  }

  /// A server of a study, prepared.
  static TestServer of(Path study, int draws) throws Exception {
    TestServer made = unprepared(study, draws, "127.0.0.1");
    made.server.preparation().await();
    return made;
  }

  static TestServer unprepared(Path study, int draws, String host) throws IOException {
    RunOrder order =
        new RunOrder(
            "baseline", "", OptionalInt.of(draws), OptionalLong.empty(), OptionalInt.of(2));
    return new TestServer(Server.start(new ServeOptions(study, order, host, 0, 2, true)));
  }

  String cookie() {
    return server.guard().cookie() + "=" + server.guard().token();
  }

  HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(origin + path))
            .header("Accept", path.contains("/events") ? "text/event-stream" : "*/*")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " " + answer.statusCode() + " " + answer.body());
    }
    return MAPPER.readTree(answer.body());
  }

  HttpResponse<String> send(String method, String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(origin + path))
            .header("Cookie", cookie())
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  JsonNode post(String path, String body) throws Exception {
    HttpResponse<String> answer = send("POST", path, body);
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(path + " " + answer.statusCode() + " " + answer.body());
    }
    return MAPPER.readTree(answer.body());
  }

  Levers levers() {
    return new Levers(this, origin, cookie());
  }

  /// An answer of the live channel.
  record Frame(JsonNode head, int[] places, float[][] arrays) {
    static Frame of(byte[] bytes) {
      ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      int length = in.getInt();
      byte[] text = new byte[length];
      in.get(text);
      JsonNode head = MAPPER.readTree(new String(text, StandardCharsets.UTF_8));
      int count = head.get("count").asInt();
      int[] places = new int[count];
      for (int i = 0; i < count; i++) {
        places[i] = in.getInt();
      }
      int seasons = head.get("seasons").asInt();
      float[][] arrays = new float[head.get("arrays").size() - 1][count * seasons];
      for (float[] array : arrays) {
        for (int i = 0; i < array.length; i++) {
          array[i] = in.getFloat();
        }
      }
      if (in.hasRemaining()) {
        throw new AssertionError(in.remaining() + " bytes too many");
      }
      return new Frame(head, places, arrays);
    }
  }

  /// An open live channel.
  static final class Levers implements WebSocket.Listener, AutoCloseable {
    final BlockingQueue<Object> answers = new LinkedBlockingQueue<>();
    private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    Levers(TestServer of, String origin, String cookie) {
      socket =
          of.client
              .newWebSocketBuilder()
              .header("Cookie", cookie)
              .header("Origin", origin)
              .connectTimeout(Duration.ofSeconds(20))
              .buildAsync(URI.create(of.origin.replace("http", "ws") + "/api/v1/live"), this)
              .join();
    }

    void ask(String question) {
      socket.sendText(question, true).join();
    }

    /// The next answer: a [Frame], or text as JSON.
    Object next() throws InterruptedException {
      Object answer = answers.poll(60, TimeUnit.SECONDS);
      if (answer == null) {
        throw new AssertionError("no answer");
      }
      return answer;
    }

    Frame frame(String question) throws InterruptedException {
      ask(question);
      Object answer = next();
      if (answer instanceof Frame frame) {
        return frame;
      }
      throw new AssertionError(answer.toString());
    }

    JsonNode said(String question) throws InterruptedException {
      ask(question);
      return (JsonNode) next();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket of, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        answers.add(MAPPER.readTree(text.toString()));
        text.setLength(0);
      }
      of.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket of, ByteBuffer data, boolean last) {
      byte[] part = new byte[data.remaining()];
      data.get(part);
      bytes.writeBytes(part);
      if (last) {
        answers.add(Frame.of(bytes.toByteArray()));
        bytes.reset();
      }
      of.request(1);
      return null;
    }

    @Override
    public void close() {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
    server.close();
  }
}
