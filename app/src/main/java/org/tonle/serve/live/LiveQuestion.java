package org.tonle.serve.live;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonle.assess.Statistic;
import org.tonle.folder.WrittenChanges;
import org.tonle.i18n.Words;
import org.tonle.model.Scenario;
import org.tonle.problem.Nearest;
import org.tonle.serve.guard.RequestProblem;
import org.tonle.serve.held.PreparedStudy;
import org.tonle.serve.held.WaterView;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Live question: what the water becomes under some levers, and in which view it is wanted.
///
/// @param number by which the asker knows it
/// @param isSettled whether the lever rests, so that what takes longer is wanted, too
/// @param changes levers as they were written
record LiveQuestion(
    long number, WaterView view, Words words, boolean isSettled, JsonNode changes, String base) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> KEYS =
      List.of("n", "c", "std", "st", "sc", "lang", "settle", "changes");

  /// Number of a question that may be wrong in all else; -1 if it has none.
  static long numberOf(String text) {
    try {
      return MAPPER.readTree(text).path("n").asLong(-1);
    } catch (JacksonException e) {
      return -1;
    }
  }

  /// Reads a question.
  ///
  /// @throws RequestProblem if it cannot be understood
  static LiveQuestion read(String text, PreparedStudy study) {
    JsonNode root;
    try {
      root = MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw RequestProblem.bad("not_json");
    }
    if (!root.isObject()) {
      throw RequestProblem.bad("not_json");
    }
    for (var field : root.properties()) {
      if (!KEYS.contains(field.getKey())) {
        throw RequestProblem.bad(
            "unknown_parameter",
            shown(field.getKey()),
            Nearest.id(field.getKey(), KEYS),
            String.join(", ", KEYS));
      }
    }
    JsonNode number = root.path("n");
    if (!number.isIntegralNumber() || !number.canConvertToLong()) {
      throw RequestProblem.bad("missing_parameter", "n");
    }
    List<String> constituents =
        study.result().concentrations().constituents().stream().map(c -> c.id()).toList();
    int constituent = oneOf(root, "c", constituents).map(constituents::indexOf).orElse(-1);
    String standard = oneOf(root, "std", study.standards().ids()).orElse(study.standards().first());
    Statistic statistic =
        oneOf(root, "st", java.util.Arrays.stream(Statistic.values()).map(Statistic::id).toList())
            .map(id -> Statistic.valueOf(id.toUpperCase(Locale.ROOT)))
            .orElse(Statistic.P50);
    JsonNode changes = root.path("changes");
    return new LiveQuestion(
        number.asLong(),
        new WaterView(constituent, standard, statistic),
        Words.in(oneOf(root, "lang", Words.LANGUAGES).orElse("en")),
        root.path("settle").asBoolean(false),
        changes instanceof MissingNode ? MAPPER.createObjectNode() : changes,
        text(root, "sc"));
  }

  private static String text(JsonNode root, String key) {
    JsonNode node = root.path(key);
    if (node instanceof MissingNode || node.isNull()) {
      return "";
    }
    if (!node.isString()) {
      throw RequestProblem.bad("one_value", key, 400);
    }
    return node.asString();
  }

  private static Optional<String> oneOf(JsonNode root, String key, List<String> values) {
    String value = text(root, key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!values.contains(value)) {
      throw RequestProblem.bad(
          "unknown_value", key, shown(value), Nearest.id(value, values), String.join(", ", values));
    }
    return Optional.of(value);
  }

  private static String shown(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  /// The levers as a scenario.
  ///
  /// @param base scenario that they are added to; the baseline's if null
  /// @throws RequestProblem with the problems of the levers
  Scenario scenario(PreparedStudy study, @Nullable Scenario base) {
    Scenario before = base == null ? study.result().scenario() : base;
    WrittenChanges read = WrittenChanges.of(changes, before, study.check());
    return read.scenario().orElseThrow(() -> RequestProblem.of(read.problems()));
  }
}
