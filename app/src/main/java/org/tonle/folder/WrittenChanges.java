package org.tonle.folder;

import java.util.List;
import java.util.Optional;
import org.tonle.model.Scenario;
import org.tonle.problem.Problem;
import org.tonle.scenario.JoinedScenario;
import org.tonle.scenario.ScenarioCheck;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Written changes: levers as JSON, read as a scenario on top of another.
///
/// @param scenario the other scenario with the changes; empty if there is an error
public record WrittenChanges(Optional<Scenario> scenario, List<Problem> problems) {
  private static final JsonMapper MAPPER = new JsonMapper();

  public WrittenChanges {
    problems = List.copyOf(problems);
  }

  /// Reads changes in any form in which people write them: a scenario; one change as an object
  /// instead of a list; a list of such objects.
  ///
  /// @param before scenario that they are added to
  public static WrittenChanges of(JsonNode read, Scenario before, ScenarioCheck check) {
    // The changes are checked together with the scenario that they are added to.
    ScenarioText text = ScenarioText.json("", scenario(read), check);
    // An unknown key would be ignored, and its lever with it.
    boolean isMisspelt = text.problems().stream().anyMatch(p -> p.code().equals("unknown_key"));
    return new WrittenChanges(
        isMisspelt ? Optional.empty() : text.scenario().map(more -> joined(before, more)),
        text.problems());
  }

  private static Scenario joined(Scenario before, Scenario more) {
    Scenario joined = JoinedScenario.of(before, more.id(), more.changes());
    return new Scenario(
        joined.id(),
        joined.names(),
        joined.changes(),
        more.year().isPresent() ? more.year() : before.year(),
        more.growth().isEmpty() ? before.growth() : more.growth(),
        more.climate().equals(Scenario.Climate.NONE) ? before.climate() : more.climate());
  }

  private static String scenario(JsonNode read) {
    ObjectNode root = MAPPER.createObjectNode();
    for (JsonNode one : read.isArray() ? read : MAPPER.createArrayNode().add(read)) {
      if (!one.isObject()) {
        return read.toString();
      }
      for (var field : one.properties()) {
        boolean isChange =
            field.getValue().isObject()
                && (field.getKey().startsWith("set_")
                    || field.getKey().startsWith("scale_")
                    || field.getKey().equals("build"));
        JsonNode value = field.getValue();
        if (isChange) {
          root.withArray("/" + field.getKey()).add(value);
        } else if (value.isArray() && root.get(field.getKey()) instanceof ArrayNode list) {
          value.forEach(list::add);
        } else {
          root.set(field.getKey(), value);
        }
      }
    }
    if (!root.has("id")) {
      root.put("id", "lever");
    }
    return root.toString();
  }
}
