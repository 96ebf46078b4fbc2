package org.tonle.run;

import java.util.List;
import org.tonle.assess.Agreements;
import org.tonle.assess.CheckOutcome;
import org.tonle.assess.Comparison;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Hydraulics;
import org.tonle.assess.MassBalance;
import org.tonle.assess.RowsByPlace;
import org.tonle.assess.Verdict;
import org.tonle.assess.WaterBalance;
import org.tonle.assess.WaterClass;
import org.tonle.load.Loads;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.problem.Problem;

/// What a study says under a scenario: all that reports and tables are made from.
///
/// @param instance the study as it was made ready: what asks further prepares nothing again
/// @param kernel "plain" or "vector"
/// @param problems warnings of the network and the loads; errors make no result
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

  /// Waters held against standards.
  public record Judged(List<Verdict> verdicts, List<WaterClass> classes) {
    public Judged {
      verdicts = RowsByPlace.copyOf(verdicts);
      classes = RowsByPlace.copyOf(classes);
    }
  }

  /// Balances of the year: of the mass of each constituent, and of the water of each node.
  public record Balances(List<MassBalance> mass, List<WaterBalance> water) {
    public Balances {
      mass = List.copyOf(mass);
      water = List.copyOf(water);
    }
  }

  /// The same with all that was found wrong with the study on the way to it.
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

  /// How simulated values agree with measured ones, by constituent and set; no fit is run for it.
  public List<Agreements.Row> agreement() {
    boolean hasBand = options.draws() > 0;
    return Agreements.of(
        comparisons.stream()
            .map(c -> new Agreements.Pair(c.observation(), c.simulated(), c.covered(), hasBand))
            .toList());
  }

  /// The largest relative error of the year's mass balances of the central run.
  public double massBalanceError() {
    return balances.mass().stream().mapToDouble(MassBalance::error).max().orElse(0);
  }
}
