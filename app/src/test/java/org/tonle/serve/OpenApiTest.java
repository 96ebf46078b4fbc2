package org.tonle.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// The OpenAPI description against the server: each describes the other, every operation answers
/// its example as described, and refuses what it must with a body that says why.
class OpenApiTest {
  private static TestServer of;
  private static JsonNode description;

  @BeforeAll
  static void start() throws Exception {
    of = TestServer.twoTowns(40);
    description = of.json("/api/v1/openapi.json");
  }

  @AfterAll
  static void stop() throws Exception {
    of.close();
  }

  private record Operation(String method, String path, JsonNode of) {
    String name() {
      return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    boolean isChange() {
      return !method.equals("get");
    }
  }

  private static List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    description
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(o -> all.add(new Operation(o.getKey(), path.getKey(), o.getValue()))));
    return all;
  }

  @Test
  void everyRouteIsDescribedAndEveryDescriptionIsARoute() {
    Set<String> described = new TreeSet<>();
    operations().forEach(o -> described.add(o.name()));
    Set<String> served = new TreeSet<>();
    of.server
        .javalin()
        .unsafe
        .internalRouter
        .allHttpHandlers()
        .forEach(
            h -> {
              String method = h.endpoint.method.name();
              if (Set.of("GET", "POST", "PUT", "DELETE", "PATCH").contains(method)) {
                served.add(method + " " + h.endpoint.path);
              }
            });
    served.removeAll(Set.of("GET /", "GET /<path>"));
    assertEquals(described, served);
  }

  /// Path of an operation with its examples filled in; `instead` replaces one parameter's value.
  private static String url(Operation operation, String name, @Nullable String instead)
      throws Exception {
    String path = operation.path();
    StringBuilder query = new StringBuilder();
    for (JsonNode p : operation.of().get("parameters")) {
      String own = p.get("name").asString();
      boolean isReplaced = own.equals(name);
      if (!isReplaced && !p.has("example")) {
        continue;
      }
      @Nullable String value = isReplaced ? instead : example(p.get("example").asString());
      if (p.get("in").asString().equals("path")) {
        path = path.replace("{" + own + "}", encoded(String.valueOf(value)));
      } else if (value != null) {
        query.append(query.isEmpty() ? "?" : "&").append(own).append('=').append(encoded(value));
      }
    }
    return path + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// Ids that the server gives.
  private static String example(String text) throws Exception {
    return switch (text) {
      case "@kept" ->
          of.post("/api/v1/scenarios", "{\"name\":\"x\",\"changes\":{}}").get("id").asString();
      case "@job" -> of.post("/api/v1/jobs", "{\"kind\":\"run\"}").get("id").asString();
      default -> text;
    };
  }

  private static String body(Operation operation) {
    JsonNode body = operation.of().path("requestBody");
    return body.isMissingNode()
        ? ""
        : body.get("content").get("application/json").get("example").toString();
  }

  private static HttpResponse<String> ask(Operation operation, String url, String body)
      throws Exception {
    return operation.isChange()
        ? of.send(operation.method().toUpperCase(Locale.ROOT), url, body)
        : of.get(url);
  }

  @TestFactory
  Stream<DynamicTest> theExampleIsAnsweredAsDescribed() {
    return operations().stream().map(o -> dynamicTest(o.name(), () -> answersExample(o)));
  }

  private static void answersExample(Operation operation) throws Exception {
    prepare(operation);
    HttpResponse<String> answer = ask(operation, url(operation, "", ""), body(operation));
    String status = Integer.toString(answer.statusCode());
    assertTrue(answer.statusCode() / 100 == 2, status + " " + answer.body());
    JsonNode response = operation.of().get("responses").path(status);
    assertFalse(response.isMissingNode(), status);
    if (answer.statusCode() == 204) {
      return;
    }
    var content = response.get("content").properties().iterator().next();
    String type = answer.headers().firstValue("Content-Type").orElse("");
    assertTrue(
        type.replace(" ", "").startsWith(content.getKey().replace(" ", "")),
        type + " is not " + content.getKey());
    if (!type.contains("json")) {
      assertTrue(answer.body().contains("data:"), answer.body());
      return;
    }
    JsonNode root = TestServer.MAPPER.readTree(answer.body());
    for (JsonNode key : content.getValue().get("schema").get("required")) {
      assertTrue(root.has(key.asString()), key + " is missing");
    }
  }

  /// Some changes need something to change.
  private static void prepare(Operation operation) throws Exception {
    String edit = "{\"edits\":[{\"row\":2,\"column\":\"note\",\"value\":\"n%d\"}]}";
    String value = edit.replace("%d", Long.toString(System.nanoTime()));
    if (operation.path().contains("/moves/")) {
      String move = "{\"browser\":\"b-1\",\"name\":\"x\",\"before\":{},\"after\":{\"y\":1}}";
      of.post("/api/v1/moves", move);
      if (operation.path().endsWith("/redo")) {
        of.post("/api/v1/moves/undo", "{\"browser\":\"b-1\"}");
      }
    } else if (operation.path().endsWith("/undo")) {
      of.post("/api/v1/tables/towns/edits", value);
    } else if (operation.path().endsWith("/redo")) {
      of.post("/api/v1/tables/towns/edits", value);
      of.post("/api/v1/undo", "{}");
    } else if (operation.path().endsWith("/outside/{name}")) {
      of.post("/api/v1/tables/towns/edits", value);
      var file = of.server.preparation().folder().resolve("towns.csv");
      java.nio.file.Files.writeString(
          file, java.nio.file.Files.readString(file).replace("tutorial\n", "tutorial!\n"));
    }
  }

  @TestFactory
  Stream<DynamicTest> whatCannotBeIsRefusedWithItsReason() {
    return operations().stream().map(o -> dynamicTest(o.name(), () -> refuses(o)));
  }

  private static void refuses(Operation operation) throws Exception {
    String known = url(operation, "", "");
    String sign = known.contains("?") ? "&" : "?";
    refused(operation, known + sign + "nonsense=1", body(operation));
    for (JsonNode p : operation.of().get("parameters")) {
      String name = p.get("name").asString();
      JsonNode schema = p.get("schema");
      boolean isChecked =
          schema.has("enum")
              || schema.get("type").asString().equals("integer")
              || p.get("in").asString().equals("path")
              || Set.of("c", "s", "std", "sc", "a", "b", "bbox").contains(name);
      if (isChecked) {
        refused(operation, url(operation, name, "no such thing"), body(operation));
      }
      if (schema.has("minimum")) {
        String less = Integer.toString(schema.get("minimum").asInt() - 1);
        refused(operation, url(operation, name, less), body(operation));
      }
      if (schema.has("maximum")) {
        String more = Long.toString(schema.get("maximum").asLong() + 1);
        refused(operation, url(operation, name, more), body(operation));
      }
      if (p.get("required").asBoolean() && p.get("in").asString().equals("query")) {
        refused(operation, url(operation, name, null), body(operation));
      }
    }
    if (operation.of().has("requestBody")) {
      for (String wrong : new String[] {"{", "[]", "7", "{\"nonsense\":1}"}) {
        refused(operation, known, wrong);
      }
    }
  }

  private static void refused(Operation operation, String url, String body) throws Exception {
    HttpResponse<String> answer = ask(operation, url, body);
    String says = operation.name() + " " + url + " " + answer.statusCode() + " " + answer.body();
    assertEquals(4, answer.statusCode() / 100, says);
    JsonNode described = operation.of().get("responses");
    assertTrue(described.has(Integer.toString(answer.statusCode())), says);
    JsonNode problem = TestServer.MAPPER.readTree(answer.body());
    for (String key : new String[] {"code", "text", "hint", "problems"}) {
      assertTrue(problem.has(key), says);
    }
    assertFalse(problem.get("text").asString().isBlank(), says);
  }
}
