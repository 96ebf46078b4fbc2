package org.tonle.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonle.assess.Verdict;
import org.tonle.compare.Contrast;
import org.tonle.compare.LeverEffect;
import org.tonle.compare.LoadChange;
import org.tonle.compare.Move;
import org.tonle.export.plan.SavedPlan;
import org.tonle.run.Result;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Contrasts as files: tables and a summary of comparisons.
public final class Contrasts {
  private static final JsonMapper MAPPER = new JsonMapper();

  /// Number of moves in the summary; the tables have all.
  private static final int MOST_MOVES = 20;

  private Contrasts() {}

  static List<ResultSheet> sheets(List<Contrast> contrasts) {
    return new ContrastSheets(contrasts).sheets();
  }

  /// Writes tables and summary into an existing folder.
  ///
  /// @param contrasts at least one; all have the same first scenario
  public static void write(List<Contrast> contrasts, Map<String, SavedPlan> plans, Path folder)
      throws IOException {
    List<ResultSheet> sheets = sheets(contrasts);
    for (ResultSheet sheet : sheets) {
      CsvFile.write(sheet, folder);
    }
    CsvFile.write(Columns.sheet(sheets), folder);
    ObjectNode summary = json(contrasts, plans);
    summary.put("hash", Summary.hash(sheets));
    Files.writeString(folder.resolve(Exports.SUMMARY), summary.toPrettyString() + "\n");
  }

  /// Comparisons as JSON, without anything that depends on the clock or machine.
  ///
  /// @param plans plans that scenarios came from, by the id of the scenario
  public static ObjectNode json(List<Contrast> contrasts, Map<String, SavedPlan> plans) {
    Result before = contrasts.getFirst().before();
    ObjectNode root = MAPPER.createObjectNode();
    root.put("study", before.study().id());
    root.put("comparedWith", before.scenario().id());
    root.put("seed", before.options().seed());
    root.put("draws", before.options().draws());
    root.put("version", Summary.version());
    ArrayNode all = root.putArray("scenarios");
    contrasts.forEach(c -> add(all.addObject(), c));
    ArrayNode costs = root.putArray("plans");
    new TreeMap<>(plans).forEach((scenario, plan) -> add(costs.addObject(), scenario, plan));
    return root;
  }

  private static void add(ObjectNode one, String scenario, SavedPlan plan) {
    one.put("scenario", scenario);
    one.put("cost_usd", plan.headline().cost_usd());
    one.put("capital_usd", plan.capital_usd());
    one.put("running_usd_per_a", plan.running_usd_per_a());
    one.put("priceYear", plan.headline().priceYear());
    one.put("confidence", plan.headline().confidence());
    if (Double.isFinite(plan.headline().gap())) {
      one.put("gap", plan.headline().gap());
    }
    one.put("limits", plan.plannedLimits());
    one.put("proven", plan.provenLimits());
    one.put("changed", plan.isChanged());
  }

  private static void add(ObjectNode one, Contrast contrast) {
    one.put("scenario", contrast.after().scenario().id());
    one.put("toPlantsPeople", StrictMath.rint(contrast.morePeopleToPlants()));
    one.put("safelyManagedPeople", StrictMath.rint(contrast.morePeopleSafe()));
    ArrayNode levers = one.putArray("levers");
    contrast.levers().forEach(l -> add(levers.addObject(), l));
    ArrayNode loads = one.putArray("loads");
    contrast.loads().stream()
        .filter(l -> l.of() == LoadChange.Level.TOTAL)
        .forEach(
            l ->
                loads
                    .addObject()
                    .put("constituent", l.constituent())
                    .put("before_t_per_a", l.before_t_per_a())
                    .put("after_t_per_a", l.after_t_per_a()));
    ArrayNode verdicts = one.putArray("verdicts");
    for (Verdict.Outcome from : Verdict.Outcome.values()) {
      for (Verdict.Outcome to : Verdict.Outcome.values()) {
        if (contrast.count(from, to) > 0) {
          verdicts
              .addObject()
              .put("before", word(from))
              .put("after", word(to))
              .put("count", contrast.count(from, to));
        }
      }
    }
    ArrayNode cuts = one.putArray("demand");
    contrast
        .demand()
        .ifPresent(
            d ->
                d.cuts()
                    .forEach(
                        c ->
                            cuts.addObject()
                                .put("constituent", c.constituent())
                                .put("before_t_per_a", c.before_t_per_a())
                                .put("after_t_per_a", c.after_t_per_a())));
    one.put("changes", contrast.visible().size());
    one.put("unchangedPlaces", contrast.still().size());
    ArrayNode moves = one.putArray("largest");
    contrast.visible().stream().limit(MOST_MOVES).forEach(m -> add(moves.addObject(), m));
  }

  private static String word(Verdict.Outcome outcome) {
    return outcome.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static void add(ObjectNode one, LeverEffect effect) {
    one.put("lever", effect.lever().kind().id());
    ArrayNode objects = one.putArray("objects");
    effect.lever().objects().forEach(objects::add);
    ArrayNode settings = one.putArray("settings");
    effect
        .lever()
        .settings()
        .forEach(
            s ->
                settings
                    .addObject()
                    .put("quantity", s.name())
                    .put("before", s.before())
                    .put("after", s.after()));
    one.put("reaches", effect.reaches());
    one.put("lakes", effect.lakes());
    one.put("met", effect.met());
    one.put("breached", effect.breached());
    ArrayNode why = one.putArray("why");
    effect
        .why()
        .forEach(
            w -> {
              ObjectNode reason = why.addObject().put("reason", w.kind().id());
              List<String> ids = new ArrayList<>(w.objects());
              ids.forEach(reason.putArray("objects")::add);
            });
    ArrayNode refused = one.putArray("refused");
    effect.refused().forEach(p -> refused.add(p.code()));
  }

  private static void add(ObjectNode one, Move move) {
    one.put("kind", move.place().kind().name().toLowerCase(java.util.Locale.ROOT));
    one.put("place", move.place().id());
    one.put("season", move.season().id());
    one.put("constituent", move.constituent().id());
    one.put("before", move.before());
    one.put("after", move.after());
    if (!Double.isNaN(move.band().p5())) {
      one.put("p5", move.band().p5());
      one.put("p95", move.band().p95());
      one.put("betterShare", move.betterShare());
    }
  }
}
