package org.tonle.run;

import java.util.ArrayList;
import java.util.List;
import org.tonle.assess.Comparisons;
import org.tonle.assess.Concentrations;
import org.tonle.assess.FailedChecks;
import org.tonle.assess.Judgement;
import org.tonle.assess.MassBalance;
import org.tonle.assess.WaterBalance;
import org.tonle.assess.agreement.CircularObservations;
import org.tonle.convert.Convert;
import org.tonle.model.Constituent;
import org.tonle.model.Node;
import org.tonle.model.Study;
import org.tonle.network.NetworkBuilder;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.course.MassLine;
import org.tonle.simulate.step.FlowFactors;

/// Result builder: turns kernel arrays back into named results in user units.
final class ResultBuilder {
  private final Instance instance;
  private final Study study;
  private final List<Kinetics> groups;
  private final GroupResults results;
  private final FlowFactors flow;
  private final int draws;

  /// @param flow factors of the draws on the discharge
  /// @param draws number of draws; 1 for the central run
  ResultBuilder(Instance instance, GroupResults results, FlowFactors flow, int draws) {
    this.instance = instance;
    this.study = instance.study();
    this.groups = instance.groups();
    this.results = results;
    this.flow = flow;
    this.draws = draws;
  }

  /// All tables of a full run.
  ///
  /// @param failed waters for which the model is not valid
  Result result(Options options, String kernel, FailedChecks failed) {
    PlaceResults places = new PlaceResults(instance, results, draws);
    Concentrations concentrations = places.concentrations();
    Judgement.Grounds grounds = places.grounds(options.draws(), failed);
    Judgement judgement = instance.places().judgement;
    Comparisons comparisons = new Comparisons(concentrations);
    return new Result(
        instance,
        options,
        kernel,
        instance.loads(),
        concentrations,
        new HydraulicsTable(study, instance.builder(), groups, flow).rows(),
        new Result.Judged(
            judgement.verdicts(concentrations, grounds),
            judgement.classes(concentrations, grounds.now())),
        new Result.Balances(massBalances(), waterBalances(instance)),
        comparisons.of(study.evidence().observations(), new CircularObservations(study)::has),
        comparisons.check(study.evidence().checks()),
        instance.problems());
  }

  private List<MassBalance> massBalances() {
    List<MassBalance> balances = new ArrayList<>();
    for (int c = 0; c < study.chemistry().constituents().size(); c++) {
      for (int g = 0; g < groups.size(); g++) {
        for (int m = 0; m < groups.get(g).memberCount(); m++) {
          if (groups.get(g).constituents()[m] == c) {
            balances.add(massBalance(c, g, m));
          }
        }
      }
    }
    return balances;
  }

  private MassBalance massBalance(int constituent, int group, int member) {
    Constituent of = study.chemistry().constituents().get(constituent);
    List<Double> lines = new ArrayList<>();
    for (MassLine line : MassLine.values()) {
      double mass =
          results.of(group).central().mass[line.ordinal()][member] / of.ultimateOverFiveDay();
      lines.add(of.unit().counts() ? mass / 1e12 : Convert.tonnesFromGrams(mass));
    }
    double worst = 0;
    for (int d = 0; d < draws; d++) {
      worst = StrictMath.max(worst, error(results.of(group).draws(), member, draws, d));
    }
    return new MassBalance(of.id(), lines, error(results.of(group).central(), member, 1, 0), worst);
  }

  private static double error(GroupResult result, int member, int draws, int draw) {
    double difference = 0;
    double through = 0;
    for (MassLine line : MassLine.values()) {
      double mass = result.mass[line.ordinal()][member * draws + draw];
      difference += line.comesIn() ? mass : -mass;
      through += StrictMath.abs(mass);
    }
    return through > 0 ? StrictMath.abs(difference) / (through / 2) : 0;
  }

  /// Water of every node and season.
  static List<WaterBalance> waterBalances(Instance instance) {
    List<WaterBalance> balances = new ArrayList<>();
    Study study = instance.study();
    List<Node> nodes = study.waterways().nodes();
    for (int n = 0; n < nodes.size(); n++) {
      for (int s = 0; s < study.waterways().seasons().size(); s++) {
        NetworkBuilder.NodeBalance w = instance.builder().water(n, s);
        balances.add(
            new WaterBalance(
                nodes.get(n).id(),
                study.waterways().seasons().get(s).id(),
                w.riversIn_m3_per_s(),
                w.joins_m3_per_s(),
                w.riversOut_m3_per_s(),
                w.leaves_m3_per_s(),
                w.storage_m3_per_s(),
                w.closure_m3_per_s()));
      }
    }
    return balances;
  }
}
