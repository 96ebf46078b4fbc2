package org.tonle.fit;

import java.util.ArrayList;
import java.util.List;
import org.tonle.model.Delivery;
import org.tonle.model.Factor;
import org.tonle.model.Parameter;
import org.tonle.model.Rate;
import org.tonle.model.Reaction;
import org.tonle.model.Scenario;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.model.Water;
import org.tonle.scenario.Applied;
import org.tonle.scenario.JoinedScenario;

/// Fitted study: a study with other values of its parameters.
///
/// @param study with factors, rates, delivery and waters at the parameters' values
/// @param applied the study under multipliers of loads and rates
public record Fitted(Study study, Applied applied) {

  /// The study at these values, which are in the parameters' own units.
  public static Fitted of(Study study, List<Parameter> parameters, double[] value) {
    List<Factor> factors = new ArrayList<>(study.emissions().factors());
    List<Reaction> reactions = new ArrayList<>(study.chemistry().reactions());
    List<Rate> rates = new ArrayList<>(study.chemistry().rates());
    List<Delivery.Term> terms = new ArrayList<>(study.emissions().delivery().terms());
    List<Water> waters = new ArrayList<>(study.waterways().waters());
    List<Scenario.Change> changes = new ArrayList<>();
    for (int k = 0; k < parameters.size(); k++) {
      Parameter p = parameters.get(k);
      double record = value[k] * p.recordFactor();
      switch (p.kind()) {
        case FACTOR -> factors.replaceAll(f -> References.isMeant(p, f) ? with(f, record) : f);
        case RATE -> {
          reactions.replaceAll(
              r -> References.isMeant(p, r) && r.value() != 0 ? with(r, record) : r);
          rates.replaceAll(
              r -> r.reaction().equals(p.scope()) && r.value() != 0 ? with(r, record) : r);
        }
        case DELIVERY ->
            terms.replaceAll(t -> t.variable().equals(p.scope()) ? with(t, record) : t);
        case WATER -> {
          double times = value[k];
          waters.replaceAll(w -> isMeant(p, w) ? with(w, times) : w);
        }
        case LOAD -> changes.add(scaled(study, p, value[k]));
        case RATE_MULTIPLIER -> changes.add(new Scenario.Change.ScaleRate(p.scope(), value[k]));
      }
    }
    Study fitted = patched(study, factors, reactions, rates, terms, waters);
    Scenario scenario = JoinedScenario.of(Scenario.BASELINE, "fit", changes);
    return new Fitted(fitted, Applied.of(fitted, scenario));
  }

  private static Study patched(
      Study study,
      List<Factor> factors,
      List<Reaction> reactions,
      List<Rate> rates,
      List<Delivery.Term> terms,
      List<Water> waters) {
    Study.Emissions e = study.emissions();
    Study.Waterways w = study.waterways();
    Study.Emissions emissions =
        new Study.Emissions(
            e.units(),
            e.sources(),
            e.sanitation(),
            factors,
            e.effluents(),
            e.seasonFactors(),
            new Delivery(e.delivery().traits(), terms));
    return study
        .with(
            new Study.Waterways(
                w.seasons(), w.nodes(), w.reaches(), w.lakes(), w.flows(), waters, w.shapes()),
            emissions)
        .with(new Study.Chemistry(study.chemistry().constituents(), reactions, rates), emissions);
  }

  private static boolean isMeant(Parameter p, Water water) {
    return (p.scope().isEmpty() || p.scope().equals(water.water()))
        && (p.constituent().isEmpty() || p.constituent().equals(water.constituent()));
  }

  /// Scales a category, a unit or a source, whichever the scope names.
  static Scenario.Change.ScaleLoad scaled(Study study, Parameter p, double factor) {
    String scope = p.scope();
    boolean isCategory =
        java.util.Arrays.stream(org.tonle.model.Category.values())
            .anyMatch(c -> c.id().equals(scope));
    boolean isSource =
        !isCategory
            && study.emissions().sources().stream()
                .anyMatch(
                    s ->
                        s.id().equals(scope)
                            || (s instanceof Source.Town t && t.town().equals(scope)));
    boolean isUnit = !isCategory && !isSource;
    return new Scenario.Change.ScaleLoad(
        isCategory ? scope : "",
        isUnit ? scope : "",
        isSource ? scope : "",
        p.constituent(),
        factor);
  }

  private static Factor with(Factor f, double value) {
    return new Factor(f.kind(), f.key(), f.constituent(), value, f.provenance());
  }

  private static Reaction with(Reaction r, double value) {
    return new Reaction(
        r.id(),
        r.constituent(),
        r.kind(),
        value,
        r.theta(),
        r.product(),
        r.yield(),
        r.provenance());
  }

  private static Rate with(Rate r, double value) {
    return new Rate(
        r.reaction(),
        r.place(),
        r.reachClass(),
        r.season(),
        r.minDischarge_m3_per_s(),
        r.maxDischarge_m3_per_s(),
        r.minDepth_m(),
        r.maxDepth_m(),
        value,
        r.provenance());
  }

  private static Delivery.Term with(Delivery.Term t, double value) {
    return new Delivery.Term(t.landUse(), t.variable(), value, t.provenance());
  }

  private static Water with(Water w, double times) {
    return new Water(
        w.water(), w.season(), w.constituent(), w.concentration() * times, w.provenance());
  }
}
