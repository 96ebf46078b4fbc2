package org.tonle.export;

import java.util.Locale;
import org.tonle.demand.Bound;
import org.tonle.demand.Demand;
import org.tonle.demand.DemandCheck;
import org.tonle.demand.Robustness;
import org.tonle.i18n.Words;
import org.tonle.run.Result;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A demand as JSON.
public final class DemandJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private DemandJson() {}

  /// JSON with `rule`, `confidence`, `rows[]` (as demand.csv), `places[]`, `robustness`, `check`,
  /// `measure[]` and `rests[]`.
  public static ObjectNode of(Answers findings, DemandCheck check, Words words) {
    Result result = findings.result();
    Demand demand = findings.demand().orElseThrow();
    CauseNames names = new CauseNames(result.study());
    ObjectNode root = MAPPER.createObjectNode();
    root.put("study", result.study().id());
    root.put("scenario", result.scenario().id());
    root.put("draws", result.options().draws());
    root.put("rule", demand.allocation().rule().id());
    root.put("confidence", demand.allocation().confidence());
    root.put("designFlow", demand.designFlow());
    ArrayNode rows = root.putArray("rows");
    for (DemandRow row : DemandRow.of(demand)) {
      ObjectNode node = rows.addObject();
      add(node, row, demand, names, words);
      findings
          .robustness()
          .flatMap(row::in)
          .ifPresent(
              part -> {
                node.put("robust", part.isRobust());
                node.put("cutOneLogLess_t_per_a", part.less_t_per_a());
                node.put("cutOneLogMore_t_per_a", part.more_t_per_a());
              });
    }
    ArrayNode places = root.putArray("places");
    for (int b = 0; b < demand.allocation().bounds().size(); b++) {
      add(places.addObject(), b, demand);
    }
    findings.robustness().ifPresent(r -> put(root, r));
    root.putObject("check").put("asked", check.asked()).put("met", check.met());
    findings.worth().ifPresent(w -> MeasureJson.put(root, result.study(), demand, w, words));
    return root;
  }

  /// Adds `robustness`: what stays the same if tanks and pits retain one log more or one log less.
  static void put(ObjectNode root, Robustness robustness) {
    Robustness.Verdicts verdicts = robustness.verdicts();
    root.putObject("robustness")
        .put("verdicts", verdicts.judged())
        .put("robustVerdicts", verdicts.robust())
        .put("bacteriaVerdicts", verdicts.bacteria())
        .put("robustBacteriaVerdicts", verdicts.robustBacteria())
        .put("robustUnits", robustness.units(true).size())
        .put("unknownUnits", robustness.units(false).size());
  }

  private static void add(
      ObjectNode node, DemandRow row, Demand demand, CauseNames names, Words words) {
    node.put("level", row.level().name().toLowerCase(Locale.ROOT));
    node.put("unit", row.unit());
    node.put("source", row.source());
    node.put(
        "name",
        switch (row.level()) {
          case TOTAL -> "";
          case UNIT -> names.unit(row.unit(), words);
          case SOURCE -> names.source(row.source(), words);
        });
    node.put("category", row.category());
    node.put("constituent", row.constituent());
    node.put("now_t_per_a", row.now_t_per_a());
    node.put("allowed_t_per_a", row.now_t_per_a() - row.cut_t_per_a());
    node.put("cut_t_per_a", row.cut_t_per_a());
    node.put("peopleEquivalent", row.peopleEquivalent());
    if (Double.isFinite(row.treat_m3_per_d())) {
      node.put("treat_m3_per_d", row.treat_m3_per_d());
    }
    if (row.binding() >= 0) {
      Bound bound = demand.allocation().bounds().get(row.binding());
      node.put("bindingPlace", bound.of().place().id());
      node.put("bindingSeason", bound.of().season());
    }
  }

  private static void add(ObjectNode node, int b, Demand demand) {
    Bound bound = demand.allocation().bounds().get(b);
    node.put("kind", bound.of().place().kind().name().toLowerCase(Locale.ROOT));
    node.put("place", bound.of().place().id());
    node.put("season", bound.of().season());
    node.put("constituent", bound.of().constituent().id());
    node.put("status", demand.allocation().status(b).name().toLowerCase(Locale.ROOT));
    node.put("probabilityNow", bound.verdict().probabilityOfMeeting());
    node.put("probabilityAfter", demand.allocation().probabilityAfter(b));
  }
}
