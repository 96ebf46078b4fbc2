package org.tonle.serve.route;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import org.tonle.problem.Nearest;
import org.tonle.serve.guard.RequestProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Body of a request: an object of JSON whose keys are known.
public final class Body {
  private static final int MOST_BYTES = 8_000_000;

  private Body() {}

  public static ObjectNode of(Context asked, String... keys) {
    if (asked.contentLength() > MOST_BYTES) {
      throw RequestProblem.large(MOST_BYTES / 1_000_000);
    }
    String text = asked.body();
    JsonNode root;
    try {
      root = Json.read(text.isBlank() ? "{}" : text);
    } catch (JacksonException e) {
      throw RequestProblem.bad("not_json");
    }
    if (!(root instanceof ObjectNode object)) {
      throw RequestProblem.bad("not_json");
    }
    List<String> known = Arrays.asList(keys);
    for (var field : object.properties()) {
      if (!known.contains(field.getKey())) {
        throw RequestProblem.bad(
            "unknown_parameter",
            Query.shown(field.getKey()),
            Nearest.id(field.getKey(), known),
            String.join(", ", known));
      }
    }
    return object;
  }

  /// A text of the body, "" if it is not given.
  public static String text(ObjectNode body, String key, int longest) {
    JsonNode node = body.path(key);
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    if (!node.isString() || node.asString().length() > longest) {
      throw RequestProblem.bad("one_value", key, longest);
    }
    return node.asString().replaceAll("\\p{Cntrl}", " ").strip();
  }
}
