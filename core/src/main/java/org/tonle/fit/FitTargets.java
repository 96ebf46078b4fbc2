package org.tonle.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tonle.model.Constituent;
import org.tonle.model.Observation;
import org.tonle.model.Observation.Bound;
import org.tonle.model.Observation.Use;
import org.tonle.model.Study;
import org.tonle.problem.Figure;
import org.tonle.problem.Problem;

/// Targets of a fit: the observations of a study that it can use, and a problem for each of the
/// others: no observation is left out silently (docs/theory/fit.md, Eqs. 1–2).
public record FitTargets(List<FitTarget> targets, List<Problem> problems) {
  private static final double Z90 = 1.2815515655446004;

  public FitTargets {
    targets = List.copyOf(targets);
    problems = List.copyOf(problems);
  }

  /// Targets from the observations marked for fitting, or for checking.
  public static FitTargets of(Study study, Use use) {
    Map<String, Constituent> constituents =
        study.chemistry().constituents().stream()
            .collect(Collectors.toMap(Constituent::id, Function.identity()));
    List<FitTarget> targets = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Observation o : study.evidence().observations()) {
      Constituent of = constituents.get(o.constituent());
      if (o.use() != use || of == null) {
        continue;
      }
      String code = refusal(o, of);
      if (code.isEmpty()) {
        targets.add(new FitTarget(o, mean(o, of), 1));
      } else {
        problems.add(
            Problem.warning(
                code,
                "observations.csv",
                0,
                "value",
                o.statistic().name().toLowerCase(java.util.Locale.ROOT),
                o.station() + ", " + o.constituent() + ": " + Figure.of(o.value()),
                ""));
      }
    }
    return new FitTargets(targets, problems);
  }

  /// Reason why an observation has no logarithm to compare; "" if it has one.
  private static String refusal(Observation o, Constituent of) {
    if (o.value() == 0 && o.bound() == Bound.ABOVE) {
      return "";
    }
    if (!(o.value() > 0)) {
      return "observation_of_zero";
    }
    boolean isExtreme =
        o.statistic() == Observation.Statistic.MIN || o.statistic() == Observation.Statistic.MAX;
    return isExtreme || of.isOxygen() ? "observation_not_fitted" : "";
  }

  /// The mean implied by the observed value: samples are lognormal, so a single sample and a median
  /// lie below their mean.
  private static double mean(Observation o, Constituent of) {
    double variance = StrictMath.log1p(of.sample_cv() * of.sample_cv());
    double sigma = StrictMath.sqrt(variance);
    double log =
        switch (o.statistic()) {
          case MEAN, MIN, MAX -> 0;
          case SAMPLE, MEDIAN -> -variance / 2;
          case P10 -> -Z90 * sigma - variance / 2;
          case P90 -> Z90 * sigma - variance / 2;
        };
    double value = o.value() > 0 ? o.value() : Double.MIN_NORMAL;
    double ultimate = of.ultimateOverFiveDay();
    return of.unit().toKernel(value) * ultimate / StrictMath.exp(log);
  }
}
