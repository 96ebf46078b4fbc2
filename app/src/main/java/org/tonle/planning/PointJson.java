package org.tonle.planning;

import java.util.Arrays;
import java.util.List;
import org.tonle.model.Names;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.plan.answer.PlanModel;
import org.tonle.plan.answer.PlannedWork;
import org.tonle.plan.cost.Horizon;
import org.tonle.plan.weighing.Curve;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.toml.TomlMapper;

/// Points of a plan's curve as JSON, in more detail: for each its `works[]` and `cashFlow[]`, as
/// those of a plan, and its works as `changes` of a scenario.
public final class PointJson {
  private static final TomlMapper TOML = new TomlMapper();
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String ID = "point";

  private PointJson() {}

  /// Adds to the JSON of a plan, whose `curve` is that of the outcome in its order.
  public static void add(ObjectNode root, Study study, PlanRun.Outcome outcome, Horizon horizon) {
    List<Curve.Point> points = outcome.trades().curve().map(Curve::points).orElse(List.of());
    for (int i = 0; i < points.size(); i++) {
      if (root.path("curve").path(i) instanceof ObjectNode point) {
        PlanModel model = outcome.planned().orElseThrow().model();
        add(point, study, model, points.get(i).columns(), horizon);
      }
    }
  }

  private static void add(
      ObjectNode point, Study study, PlanModel model, int[] columns, Horizon horizon) {
    List<PlannedWork> works =
        Arrays.stream(columns)
            .filter(c -> !model.options().get(c).isNothing())
            .mapToObj(
                c ->
                    new PlannedWork(
                        model.options().get(c), model.year(c), model.cost(c), model.present(c)))
            .toList();
    ArrayNode list = point.putArray("works");
    works.forEach(w -> PlanJson.add(list.addObject(), w));
    WorksJson.addCashFlow(point, works, horizon, study.settings().year());
    point.set("changes", changes(works));
  }

  /// Works as levers, in the words of a scenario file.
  private static JsonNode changes(List<PlannedWork> works) {
    List<Scenario.Change> changes =
        works.stream().flatMap(w -> w.option().changes().stream()).toList();
    Scenario all =
        new Scenario(
            ID,
            Names.of(ID),
            changes,
            java.util.OptionalInt.empty(),
            List.of(),
            Scenario.Climate.NONE);
    ObjectNode written = MAPPER.createObjectNode();
    TOML.readTree(ScenarioToml.of(all, List.of()))
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isArray()) {
                written.set(field.getKey(), field.getValue());
              }
            });
    return written;
  }
}
