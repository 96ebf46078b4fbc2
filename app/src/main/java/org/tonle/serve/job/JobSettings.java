package org.tonle.serve.job;

import java.util.List;
import org.tonle.problem.Nearest;
import org.tonle.serve.guard.RequestProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Job settings, each read as what it must be and refused with a reason.
public final class JobSettings {
  private JobSettings() {}

  public static void requireKnown(ObjectNode settings, String... keys) {
    List<String> known = List.of(keys);
    settings
        .propertyNames()
        .forEach(
            key -> {
              if (!known.contains(key)) {
                throw RequestProblem.bad(
                    "unknown_parameter",
                    key.length() > 60 ? key.substring(0, 60) : key,
                    Nearest.id(key, known),
                    String.join(", ", known));
              }
            });
  }

  public static String text(ObjectNode settings, String key) {
    JsonNode node = settings.path(key);
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    if (!node.isString()) {
      throw RequestProblem.bad("missing_parameter", key);
    }
    return node.asString();
  }

  public static int whole(ObjectNode settings, String key, int usual, int least, int most) {
    JsonNode node = settings.path(key);
    if (node.isMissingNode() || node.isNull()) {
      return usual;
    }
    boolean isWhole = node.isIntegralNumber() && node.canConvertToInt();
    if (!isWhole || node.asInt() < least || node.asInt() > most) {
      String found = node.toString();
      throw RequestProblem.bad(
          "not_in_range", key, least, most, found.length() > 60 ? found.substring(0, 60) : found);
    }
    return node.asInt();
  }

  public static double number(
      ObjectNode settings, String key, double usual, double least, double most) {
    JsonNode node = settings.path(key);
    if (node.isMissingNode() || node.isNull()) {
      return usual;
    }
    if (!node.isNumber() || !(node.asDouble() >= least && node.asDouble() <= most)) {
      throw RequestProblem.bad("missing_parameter", key);
    }
    return node.asDouble();
  }
}
