package org.tonle.serve.route;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tonle.model.Names;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON of answers: numbers without more digits than they have, `null` for what is not known.
public final class Json {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /// A record of plain values, such as a layout.
  public static JsonNode of(Object value) {
    return MAPPER.valueToTree(value);
  }

  public static JsonNode read(String text) {
    return MAPPER.readTree(text);
  }

  public static byte[] bytes(JsonNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }

  public static void write(Context to, JsonNode answer) {
    write(to, bytes(answer));
  }

  public static void write(Context to, byte[] answer) {
    to.contentType("application/json; charset=utf-8").result(answer);
  }

  public static ObjectNode names(Names names) {
    return object().put("en", names.en()).put("zh", names.zh()).put("km", names.km());
  }

  public static ArrayNode numbers(float[] values) {
    ArrayNode all = array();
    for (float value : values) {
      if (Float.isFinite(value)) {
        all.add(value);
      } else {
        all.addNull();
      }
    }
    return all;
  }

  /// A number, or `null` for one that is not finite.
  public static void put(ObjectNode to, String name, double value) {
    if (Double.isFinite(value)) {
      to.put(name, value);
    } else {
      to.putNull(name);
    }
  }

  /// The same in the digits of a 32-bit number.
  public static void put(ObjectNode to, String name, float value) {
    if (Float.isFinite(value)) {
      to.put(name, value);
    } else {
      to.putNull(name);
    }
  }

  /// Longitude and latitude to five decimals, which is a metre.
  public static ArrayNode line(List<double[]> points) {
    ArrayNode all = array();
    for (double[] point : points) {
      all.add(point(point));
    }
    return all;
  }

  public static ArrayNode point(double[] at) {
    return array().add(degrees(at[0])).add(degrees(at[1]));
  }

  private static double degrees(double value) {
    return StrictMath.rint(value * 1e5) / 1e5;
  }
}
