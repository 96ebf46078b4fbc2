package org.tonle.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tonle.assess.Comparison;
import org.tonle.assess.agreement.Agreements;
import org.tonle.fit.EnsembleRunner;
import org.tonle.fit.Estimate;
import org.tonle.fit.FitRunner;
import org.tonle.fit.FitTarget;
import org.tonle.fit.Solution;
import org.tonle.model.Observation;
import org.tonle.model.Study;
import org.tonle.run.Outcome;
import org.tonle.run.Result;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Fit summary: the figures of a fit, for programs and people.
public final class FitSummary {
  private static final JsonMapper MAPPER = new JsonMapper();

  private FitSummary() {}

  /// Agreement by constituent and set after a fit. The fit set is compared as it was fitted (from
  /// station to station if the study says so), the check set with a run of the fitted study. The
  /// band is that of the run, if it has draws.
  public static List<Agreements.Row> agreement(
      FitRunner runner, Solution solution, Outcome outcome) {
    List<Agreements.Pair> pairs = new ArrayList<>();
    Map<Observation, Comparison> compared = new LinkedHashMap<>();
    for (Comparison c : outcome.result().map(Result::comparisons).orElse(List.of())) {
      compared.put(c.observation(), c);
    }
    boolean hasBand = outcome.result().filter(r -> r.options().draws() > 0).isPresent();
    double[] simulated = runner.simulated(solution.values());
    for (int i = 0; i < simulated.length; i++) {
      FitTarget target = runner.targets().get(i);
      double asObserved = target.observation().value() * simulated[i] / target.value();
      Comparison run = compared.get(target.observation());
      boolean covered = run != null && run.covered();
      pairs.add(
          new Agreements.Pair(
              target.observation(),
              asObserved,
              covered,
              hasBand && run != null && !run.circular()));
    }
    for (Comparison c : compared.values()) {
      if (c.observation().use() == Observation.Use.CHECK) {
        pairs.add(
            new Agreements.Pair(
                c.observation(), c.simulated(), c.covered(), hasBand && !c.circular()));
      }
    }
    return Agreements.of(pairs);
  }

  public static ObjectNode json(
      Study study,
      FitRunner runner,
      Solution solution,
      List<Agreements.Row> agreement,
      double seconds,
      double building) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("study", study.id());
    json.put("sse", solution.sse());
    json.put("observations", runner.targets().size());
    json.put("degreesOfFreedom", solution.degreesOfFreedom());
    ArrayNode parameters = json.putArray("parameters");
    for (Estimate e : solution.estimates()) {
      ObjectNode one = parameters.addObject();
      one.put("name", e.parameter().name());
      one.put("estimate", e.value());
      put(one, "standardError", e.standardError());
      put(one, "t", e.t());
      one.put("atBound", e.isAtBound());
      one.put("fromPrior", e.isFromPrior());
    }
    json.put("identifiable", solution.isIdentifiable());
    put(json, "condition", solution.condition());
    ArrayNode entangled = json.putArray("entangled");
    solution.entangled().forEach(entangled::add);
    json.put("starts", solution.starts());
    json.put("startsAgreeing", solution.agreeing());
    json.put("evaluations", solution.evaluations());
    json.put("exactDerivatives", runner.isSwept());
    ArrayNode grades = json.putArray("grades");
    for (Agreements.Row row : agreement) {
      ObjectNode one = grades.addObject();
      one.put("constituent", row.constituent());
      one.put("set", row.use().name().toLowerCase(Locale.ROOT));
      one.put("pairs", row.agreement().count());
      one.put("bounds", row.bounds());
      put(one, "bias", row.agreement().bias());
      put(one, "rmse", row.agreement().rmse());
      put(one, "r2", row.agreement().r2());
      put(one, "nse", row.agreement().nse());
      put(one, "kge", row.agreement().kge());
      put(one, "pbias", row.agreement().percentBias());
      put(one, "logRmse", row.agreement().logRmse());
      put(one, "coverage90", row.agreement().covered());
      one.put("grade", row.grade().name().toLowerCase(Locale.ROOT));
    }
    json.put("seconds", StrictMath.rint(seconds * 1000) / 1000);
    json.put("secondsBuilding", StrictMath.rint(building * 1000) / 1000);
    return json;
  }

  /// Effect of conditioning the draws.
  public static ObjectNode ensemble(
      Study study, EnsembleRunner.Conditioned found, int draws, double seconds) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("study", study.id());
    json.put("observations", found.targets());
    json.put("draws", draws);
    json.put("inputs", found.posterior().inputs().size());
    json.put("sseOfMedianBefore", found.sseBefore());
    json.put("sseOfMedianAfter", found.sseAfter());
    json.put("seconds", StrictMath.rint(seconds * 1000) / 1000);
    return json;
  }

  /// Puts a number, or null if it is NaN.
  private static void put(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }
}
