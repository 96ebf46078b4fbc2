package org.tonle.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tonle.assess.Comparison;
import org.tonle.assess.ConcentrationScale;
import org.tonle.fit.Fitted;
import org.tonle.fit.Forward;
import org.tonle.fit.Target;
import org.tonle.model.Category;
import org.tonle.model.Constituent;
import org.tonle.model.Observation;
import org.tonle.model.Parameter;
import org.tonle.model.Study;

/// The model of a fit as whole central runs: any kinetics, any lakes, any river.
///
/// Concentrations are affine in the loads, so the derivative by a parameter that multiplies loads
/// is the difference of two runs over any step, without error of its own; these differences hold as
/// long as no rate changes. Rates have central differences.
final class RunForward implements Forward {
  private static final double STEP = 1e-4;

  private final Study study;
  private final List<Target> targets;
  private final List<Parameter> parameters;
  private final Map<String, Constituent> constituents = new HashMap<>();
  private double @Nullable [] ratesOfMap;
  private double[] mapAt = {};
  private double[] base = {};
  private double[][] slope = {};

  RunForward(Study study, List<Target> targets, List<Parameter> parameters) {
    this.study = study;
    this.targets = List.copyOf(targets);
    this.parameters = List.copyOf(parameters);
    study.chemistry().constituents().forEach(c -> constituents.put(c.id(), c));
  }

  @Override
  public void evaluate(double[] value, double[] simulated, double[][] derivative) {
    double[] rates = mayOverlap() ? value.clone() : rates(value);
    if (ratesOfMap == null || !Arrays.equals(rates, ratesOfMap)) {
      map(value);
      ratesOfMap = rates;
    }
    for (int i = 0; i < simulated.length; i++) {
      simulated[i] = base[i];
      for (int k = 0; k < value.length; k++) {
        derivative[i][k] = slope[i][k];
        simulated[i] += slope[i][k] * (value[k] - mapAt[k]);
      }
      simulated[i] = StrictMath.max(simulated[i], Double.MIN_NORMAL);
    }
  }

  private boolean isLinear(Parameter p) {
    return switch (p.kind()) {
      case FACTOR, LOAD, WATER -> true;
      case RATE, RATE_MULTIPLIER, DELIVERY -> false;
    };
  }

  /// Whether two parameters may multiply one load, so that the map is affine in each but not in
  /// all.
  private boolean mayOverlap() {
    List<Parameter> loads =
        parameters.stream()
            .filter(p -> p.kind() == Parameter.Kind.LOAD || p.kind() == Parameter.Kind.FACTOR)
            .toList();
    boolean areCategories =
        loads.stream()
            .allMatch(
                p ->
                    p.kind() == Parameter.Kind.LOAD
                        && Arrays.stream(Category.values())
                            .anyMatch(c -> c.id().equals(p.scope())));
    return loads.size() > 1 && !areCategories;
  }

  private double[] rates(double[] value) {
    double[] rates = value.clone();
    for (int k = 0; k < rates.length; k++) {
      rates[k] = isLinear(parameters.get(k)) ? 0 : rates[k];
    }
    return rates;
  }

  /// The affine map at the rates of `value`.
  private void map(double[] value) {
    mapAt = value.clone();
    base = run(value);
    slope = new double[targets.size()][value.length];
    for (int k = 0; k < value.length; k++) {
      double[] other = value.clone();
      double[] before = base;
      double step = isLinear(parameters.get(k)) ? value[k] : STEP * StrictMath.abs(value[k]);
      step = step == 0 ? STEP : step;
      other[k] = value[k] + step;
      double[] after = run(other);
      if (!isLinear(parameters.get(k))) {
        other[k] = value[k] - step;
        before = run(other);
        step *= 2;
      }
      for (int i = 0; i < after.length; i++) {
        slope[i][k] = (after[i] - before[i]) / step;
      }
    }
  }

  /// Simulated at the targets, kernel units.
  private double[] run(double[] value) {
    Fitted fitted = Fitted.of(study, parameters, value);
    Outcome outcome =
        Runner.run(fitted.study(), fitted.scenario(), Options.of(0, study.settings().seed()));
    Map<Observation, Double> central = new HashMap<>();
    for (Comparison c : outcome.result().orElseThrow().comparisons()) {
      central.put(c.observation(), c.central());
    }
    double[] simulated = new double[targets.size()];
    for (int i = 0; i < simulated.length; i++) {
      Observation o = targets.get(i).observation();
      Constituent of = constituents.get(o.constituent());
      double own = central.getOrDefault(o, Double.NaN);
      simulated[i] = of == null ? Double.NaN : ConcentrationScale.toKernel(of, own);
    }
    return simulated;
  }
}
