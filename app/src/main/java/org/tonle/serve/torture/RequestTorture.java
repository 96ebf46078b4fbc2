package org.tonle.serve.torture;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Request torture: requests that no page would send, to a running server. A fault is a status from
/// 500 on, a refusal without its reason, a stack trace, or no answer at all.
public final class RequestTorture {
  private static final List<String> PATHS =
      List.of(
          "/api/v1/study",
          "/api/v1/map",
          "/api/v1/water",
          "/api/v1/places/TAIL",
          "/api/v1/causes/TAIL",
          "/api/v1/charts/year",
          "/api/v1/search",
          "/api/v1/levers",
          "/api/v1/situation",
          "/api/v1/demand",
          "/api/v1/fit",
          "/api/v1/compare",
          "/api/v1/scenarios",
          "/api/v1/scenarios/k-1",
          "/api/v1/tables",
          "/api/v1/tables/towns",
          "/api/v1/tables/towns/edits",
          "/api/v1/log",
          "/api/v1/undo",
          "/api/v1/moves",
          "/api/v1/moves/redo",
          "/api/v1/save",
          "/api/v1/outside",
          "/api/v1/outside/towns",
          "/api/v1/jobs",
          "/api/v1/jobs/1",
          "/api/v1/jobs/1/stop",
          "/api/v1/live",
          "/ogc",
          "/ogc/collections/reaches/items",
          "/ogc/collections/reaches/items/TAIL",
          "/nothing");

  private static final List<String> NAMES =
      List.of(
          "c",
          "s",
          "std",
          "st",
          "sc",
          "at",
          "q",
          "a",
          "b",
          "lang",
          "from",
          "limit",
          "offset",
          "bbox",
          "rule",
          "confidence",
          "w",
          "before",
          "dry",
          "f",
          "token",
          "browser",
          "x");

  private static final List<String> VALUES =
      List.of(
          "",
          "%00",
          "%",
          "%zz",
          "%F0%9F%92%A7",
          "-1",
          "1e309",
          "NaN",
          "99999999999999999999",
          "null",
          "undefined",
          "..%2f..%2f",
          "<script>alert(1)</script>",
          "'%20OR%201=1--",
          "%E1%9E%80",
          "a&b=c",
          "1,2,3",
          "1,2,3,4,5",
          "TAIL",
          "BOD",
          "%0d%0aSet-Cookie:%20x=y");

  private static final List<String> BODIES =
      List.of(
          "",
          "{",
          "[]",
          "null",
          "\"\"",
          "{}",
          "{\"edits\":[]}",
          "{\"edits\":{}}",
          "{\"edits\":[{}]}",
          "{\"edits\":[null]}",
          "{\"edits\":[{\"row\":-1,\"column\":\"population\",\"value\":\"1\"}]}",
          "{\"edits\":[{\"row\":1,\"column\":\"population\",\"value\":\"1\"}]}",
          "{\"edits\":[{\"row\":1e9,\"column\":\"population\",\"value\":\"1\"}]}",
          "{\"edits\":[{\"row\":2,\"column\":7,\"value\":\"1\"}]}",
          "{\"edits\":[{\"row\":2,\"column\":\"population\",\"value\":{}}]}",
          "{\"edits\":[{\"row\":2,\"column\":\"population\",\"value\":\"\\u0000\"}]}",
          "{\"edits\":[{\"insert\":-5}]}",
          "{\"edits\":[{\"insert\":0,\"cells\":{\"no\":1}}]}",
          "{\"edits\":[{\"delete\":1}]}",
          "{\"edits\":[{\"paste\":{}}]}",
          "{\"edits\":[{\"paste\":{\"row\":2,\"column\":\"town\",\"cells\":[7]}}]}",
          "{\"edits\":[{\"paste\":{\"row\":2,\"column\":\"note\",\"cells\":[[1,2,3]]}}]}",
          "{\"name\":7}",
          "{\"name\":\"\",\"changes\":{}}",
          "{\"name\":\"n\",\"changes\":7}",
          "{\"name\":\"n\",\"changes\":[[]]}",
          "{\"name\":\"n\",\"changes\":{\"set_plant\":7}}",
          "{\"name\":\"n\",\"changes\":{\"set_plant\":[{\"plant\":\"X\"}]}}",
          "{\"name\":\"n\",\"changes\":{\"year\":\"x\"}}",
          "{\"kind\":\"none\"}",
          "{\"kind\":\"run\",\"settings\":7}",
          "{\"kind\":\"run\",\"settings\":{\"draws\":-1}}",
          "{\"kind\":\"run\",\"settings\":{\"sc\":\"none\"}}",
          "{\"take\":\"all\"}",
          "{\"rows\":7}",
          "{\"who\":{}}",
          "{\"browser\":7}",
          "{\"browser\":\"b\",\"name\":\"n\",\"before\":[],\"after\":{}}",
          "{\"a\":".repeat(2000));

  private final int port;
  private final String cookie;
  private final SplittableRandom random;

  private RequestTorture(int port, String cookie, long seed) {
    this.port = port;
    this.cookie = cookie;
    random = new SplittableRandom(seed);
  }

  /// Finding of a torture.
  ///
  /// @param refused requests with a status from 400 to 499
  /// @param faults requests that the server failed at, with their answers
  public record Finding(int asked, int refused, List<String> faults) {
    public Finding {
      faults = List.copyOf(faults);
    }
  }

  /// @param cookie that the server asks of those who change something
  public static Finding run(int port, String cookie, int count, long seed) {
    RequestTorture torture = new RequestTorture(port, cookie, seed);
    List<String> faults = new ArrayList<>();
    int refused = 0;
    for (int i = 0; i < count; i++) {
      String request = torture.request();
      String answer = torture.answer(request);
      String status = answer.startsWith("HTTP/1.1 ") ? answer.substring(9, 12) : "none";
      refused += status.startsWith("4") ? 1 : 0;
      if (isFault(status, answer, request.startsWith("HEAD "))) {
        faults.add(brief(request) + "\n  " + brief(answer));
      }
    }
    return new Finding(count, refused, faults);
  }

  /// @param isHead whether the answer has no body by its nature
  private static boolean isFault(String status, String answer, boolean isHead) {
    boolean isTrace = answer.contains("\tat ") || answer.contains("Exception");
    // Jetty itself answers what is no HTTP at all, before any route, in its own words.
    boolean isSilent =
        !isHead
            && status.startsWith("4")
            && !answer.contains("\"text\":\"")
            && !answer.contains("<h1>")
            && !answer.startsWith("HTTP/1.1 400")
            && !answer.startsWith("HTTP/1.1 426")
            && !answer.startsWith("HTTP/1.1 431")
            && !answer.startsWith("HTTP/1.1 414");
    return status.equals("none") || status.startsWith("5") || isTrace || isSilent;
  }

  private static String brief(String text) {
    String line = text.replace("\r\n", "⏎");
    return line.length() > 600 ? line.substring(0, 600) + "…" : line;
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String request() {
    String method =
        any(
            List.of(
                "GET", "GET", "GET", "POST", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS",
                "BREW"));
    StringBuilder target = new StringBuilder(any(PATHS));
    if (random.nextInt(6) == 0) {
      target.append('/').append(any(VALUES));
    }
    String sign = "?";
    for (int i = random.nextInt(4); i > 0; i--) {
      target.append(sign).append(any(NAMES)).append('=').append(any(VALUES));
      sign = "&";
    }
    String path = target.toString().replace(" ", "%20");
    String body = method.equals("GET") || method.equals("HEAD") ? "" : any(BODIES);
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    StringBuilder request = new StringBuilder();
    request.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    request.append("Host: 127.0.0.1:").append(port).append("\r\nConnection: close\r\n");
    if (random.nextInt(4) > 0) {
      request.append("Cookie: ").append(cookie).append("\r\n");
    }
    switch (random.nextInt(12)) {
      case 0 ->
          request
              .append("Accept-Language: ")
              .append(any(List.of("km", "zz;q=x", ",,,", "zh-CN")))
              .append("\r\n");
      case 1 -> request.append("Content-Type: text/xml\r\n");
      case 2 -> request.append("If-None-Match: \"x\"\r\n");
      case 3 -> request.append("Range: bytes=9-1\r\n");
      case 4 -> request.append("X-Long: ").append("y".repeat(20_000)).append("\r\n");
      case 5 -> request.append("Origin: null\r\n");
      case 6 -> request.append("Upgrade: websocket\r\n");
      default -> request.append("Accept: */*\r\n");
    }
    request.append("Content-Length: ").append(length).append("\r\n\r\n").append(body);
    return request.toString();
  }

  private String answer(String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(20_000), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "none: " + String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    }
  }
}
