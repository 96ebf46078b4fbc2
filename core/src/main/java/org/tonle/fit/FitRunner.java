package org.tonle.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonle.model.Observation;
import org.tonle.model.Parameter;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.Outcome;
import org.tonle.run.Runner;
import org.tonle.scenario.Applied;

/// Runner of a fit of a study's parameters to its observations: it builds the network once, then
/// runs only the parts that the parameters change.
public final class FitRunner {
  private final Study study;
  private final FitTargets targets;
  private final List<Problem> problems = new ArrayList<>();
  private final Optional<Forward> forward;
  private final boolean isSwept;

  private FitRunner(Study study) {
    this.study = study;
    targets = FitTargets.of(study, Observation.Use.FIT);
    problems.addAll(targets.problems());
    if (study.evidence().parameters().isEmpty()) {
      problems.add(Problem.error("no_parameters", "parameters.csv", 0, "", "", "", ""));
    }
    if (targets.targets().isEmpty()) {
      problems.add(Problem.error("nothing_to_fit", "observations.csv", 0, "use", "fit", "", ""));
    }
    References.withoutValue(study)
        .ifPresent(
            p ->
                problems.add(
                    Problem.error(
                        "parameter_without_value",
                        "parameters.csv",
                        0,
                        "scope",
                        "",
                        p.name() + ": " + p.scope(),
                        "")));
    int n = parameters().size();
    if (!targets.targets().isEmpty() && targets.targets().size() <= n) {
      problems.add(
          Problem.warning(
              "fewer_observations_than_parameters",
              "observations.csv",
              0,
              "use",
              Integer.toString(n),
              Integer.toString(targets.targets().size()),
              ""));
    }
    if (problems.stream().anyMatch(Problem::isError)) {
      forward = Optional.empty();
      isSwept = false;
      return;
    }
    Optional<SweepForward> swept = sweeps();
    isSwept = swept.isPresent();
    boolean isSound = problems.stream().noneMatch(Problem::isError);
    if (isSound && !isSwept && study.settings().conditioned()) {
      problems.add(Problem.error("conditioned_not_possible", "study.toml", 0, "fit", "", "", ""));
    }
    if (problems.stream().anyMatch(Problem::isError)) {
      forward = Optional.empty();
      return;
    }
    forward =
        swept.isPresent()
            ? Optional.of(swept.get())
            : Optional.of(new AdjointForward(study, targets.targets(), parameters()));
  }

  /// Runner that fits the study's parameters to its fit set.
  public static FitRunner of(Study study) {
    return new FitRunner(study);
  }

  private Optional<SweepForward> sweeps() {
    Study fitted = study.settings().conditioned() ? Conditioning.of(study) : study;
    Instance instance = Instance.of(Applied.of(fitted, Scenario.BASELINE));
    if (instance.isWrong()) {
      problems.addAll(instance.problems());
      return Optional.empty();
    }
    return SweepForward.of(
        new SweepForward.Built(
            fitted,
            instance.network(),
            instance.groups(),
            instance.entries(),
            instance.multipliers().all()),
        targets.targets(),
        parameters());
  }

  private List<Parameter> parameters() {
    return study.evidence().parameters();
  }

  /// Problems of the observations and parameters; with errors there is no fit.
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  public boolean isPossible() {
    return forward.isPresent();
  }

  /// Whether every derivative is exact; if not, rates have central differences.
  public boolean isSwept() {
    return isSwept;
  }

  public List<FitTarget> targets() {
    return targets.targets();
  }

  /// The starts of a fit: the given one, the study's own values, and both sides of the first.
  ///
  /// @param given values by parameter; empty = the study's `start`
  public List<double[]> starts(Optional<double[]> given) {
    double[] first =
        given.orElseGet(() -> parameters().stream().mapToDouble(Parameter::startValue).toArray());
    double[] own = first.clone();
    double[] beside = first.clone();
    for (int k = 0; k < own.length; k++) {
      Parameter p = parameters().get(k);
      own[k] = References.of(study, p).orElse(first[k]);
      beside[k] = own[k] * (k % 2 == 0 ? 0.5 : 2);
    }
    return List.of(first, own, beside);
  }

  public Solution solve(List<double[]> starts) {
    double tolerance = isSwept ? LeastSquares.EXACT : LeastSquares.ROUGH;
    return new LeastSquares(targets.targets(), parameters(), forward.orElseThrow(), tolerance)
        .solve(starts);
  }

  /// Simulated values at all observations of the fit set for these parameter values, kernel units.
  public double[] simulated(double[] value) {
    double[] simulated = new double[targets.targets().size()];
    double[][] derivative = new double[simulated.length][value.length];
    forward.orElseThrow().evaluate(value, simulated, derivative);
    return simulated;
  }

  /// Derivatives of [#simulated], `[observation][parameter]`.
  public double[][] derivatives(double[] value) {
    double[] simulated = new double[targets.targets().size()];
    double[][] derivative = new double[simulated.length][value.length];
    forward.orElseThrow().evaluate(value, simulated, derivative);
    return derivative;
  }

  /// Runs the study with fitted values like any other: all loads simulated, nothing conditioned.
  public Outcome run(Solution solution, Options options) {
    Fitted fitted = Fitted.of(study, parameters(), solution.values());
    return Runner.run(fitted.study(), fitted.applied().scenario(), options);
  }
}
