package org.tonle.run;

import java.util.List;
import org.tonle.assess.CheckOutcome;
import org.tonle.assess.Comparison;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Hydraulics;
import org.tonle.assess.MassBalance;
import org.tonle.assess.RowsByPlace;
import org.tonle.assess.Verdict;
import org.tonle.assess.WaterBalance;
import org.tonle.assess.WaterClass;
import org.tonle.assess.agreement.Agreements;
import org.tonle.load.Loads;
import org.tonle.model.ModelError;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.problem.Problem;

/// Result of a study under a scenario: everything that reports and tables are made from.
///
/// @param instance the prepared study, so that further questions need not prepare it again
/// @param kernel "plain" or "vector"
/// @param problems warnings about the network and the loads; with errors there is no result
public record Result(
    Instance instance,
    Options options,
    String kernel,
    Loads loads,
    Concentrations concentrations,
    List<Hydraulics> hydraulics,
    Judged judged,
    Balances balances,
    List<Comparison> comparisons,
    List<CheckOutcome> checks,
    List<Problem> problems) {
  public Result {
    hydraulics = List.copyOf(hydraulics);
    comparisons = List.copyOf(comparisons);
    checks = List.copyOf(checks);
    problems = List.copyOf(problems);
  }

  public Study study() {
    return instance.study();
  }

  public Scenario scenario() {
    return instance.applied().scenario();
  }

  /// Judged waters: verdicts and classes by the standards.
  public record Judged(List<Verdict> verdicts, List<WaterClass> classes) {
    public Judged {
      verdicts = RowsByPlace.copyOf(verdicts);
      classes = RowsByPlace.copyOf(classes);
    }
  }

  /// Balances of the year: the mass of each constituent and the water of each node.
  public record Balances(List<MassBalance> mass, List<WaterBalance> water) {
    public Balances {
      mass = List.copyOf(mass);
      water = List.copyOf(water);
    }
  }

  /// The same result with all problems that were found in the study.
  public Result withProblems(List<Problem> all) {
    return new Result(
        instance,
        options,
        kernel,
        loads,
        concentrations,
        hydraulics,
        judged,
        balances,
        comparisons,
        checks,
        all);
  }

  /// Agreement of simulated and measured values, by constituent and set; it needs no fit.
  public List<Agreements.Row> agreement() {
    boolean hasBand = options.draws() > 0;
    return Agreements.of(
        comparisons.stream()
            .map(
                c ->
                    new Agreements.Pair(
                        c.observation(), c.simulated(), c.covered(), hasBand && !c.circular()))
            .toList());
  }

  /// Whether a verdict rests on a model error that no measurement of the study shows.
  public boolean isModelErrorAssumed(Verdict verdict) {
    if (options.draws() == 0) {
      return false;
    }
    int place = concentrations.indexOf(verdict.place().kind(), verdict.place().id());
    return ModelError.find(
            study().evidence().modelErrors(),
            verdict.constituent(),
            instance.places().isLake(place))
        .filter(ModelError::isAssumed)
        .isPresent();
  }

  /// The largest relative error of the year's mass balances of the central run.
  public double massBalanceError() {
    return balances.mass().stream().mapToDouble(MassBalance::error).max().orElse(0);
  }
}
