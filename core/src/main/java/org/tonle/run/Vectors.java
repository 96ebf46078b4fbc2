package org.tonle.run;

import java.util.List;
import org.tonle.draw.Draws;
import org.tonle.model.Scenario;
import org.tonle.model.Season;
import org.tonle.model.Study;
import org.tonle.network.Multiplier;
import org.tonle.network.Multipliers;
import org.tonle.network.NetworkBuilder;
import org.tonle.simulate.step.DrawVectors;
import org.tonle.simulate.step.FlowFactors;

/// Draws every vector that the kernels of a run need.
final class Vectors {
  private final Study study;
  private final Scenario scenario;
  private final NetworkBuilder builder;
  private final List<Multiplier> multipliers;

  Vectors(Study study, Scenario scenario, NetworkBuilder builder, Multipliers multipliers) {
    this.study = study;
    this.scenario = scenario;
    this.builder = builder;
    this.multipliers = multipliers.all();
  }

  /// The central run: one draw, every factor 1.
  DrawVectors central() {
    double[] one = {1};
    double[][] all = new double[multipliers.size()][];
    java.util.Arrays.fill(all, one);
    int seasons = builder.network().seasonCount();
    double[][][] groups = new double[seasons][builder.groups().size()][];
    for (int s = 0; s < seasons; s++) {
      java.util.Arrays.fill(groups[s], one);
      setDischarge(s, groups[s], 1);
    }
    return new DrawVectors(1, all, groups, flow(groups, 1));
  }

  /// Where the draws come from.
  Draws draws(Options options) {
    return new Draws(
        study.evidence().spreads(), study.evidence().posterior(), options.seed(), options.draws());
  }

  DrawVectors drawn(Options options) {
    return drawn(options, draws(options));
  }

  DrawVectors drawn(Options options, Draws draws) {
    double[][] all = new double[multipliers.size()][];
    for (int i = 0; i < all.length; i++) {
      all[i] =
          switch (multipliers.get(i)) {
            case Multiplier.OfLoad m -> draws.load(m.category(), m.unit(), m.source());
            case Multiplier.OfPassing m -> draws.passing(m.key(), m.passing());
            case Multiplier.OfWater m -> draws.concentration(m.water());
            case Multiplier.OfRate m -> draws.rate(m.reaction(), m.unit());
          };
    }
    List<Season> seasons = study.waterways().seasons();
    double[][][] groups = new double[seasons.size()][builder.groups().size()][];
    for (int s = 0; s < seasons.size(); s++) {
      for (int g = 0; g < groups[s].length; g++) {
        groups[s][g] = draws.discharge(builder.groups().get(g), seasons.get(s).id());
      }
      setDischarge(s, groups[s], options.draws());
    }
    return new DrawVectors(options.draws(), all, groups, flow(groups, options.draws()));
  }

  /// Flows that the scenario sets hold in every draw.
  private void setDischarge(int season, double[][] groups, int draws) {
    String id = study.waterways().seasons().get(season).id();
    for (Scenario.Change change : scenario.changes()) {
      if (change instanceof Scenario.Change.SetDischarge set && set.season().equals(id)) {
        double[] factor = new double[draws];
        java.util.Arrays.fill(factor, set.factor());
        for (int g = 0; g < groups.length; g++) {
          if (set.group().isEmpty() || set.group().equals(builder.groups().get(g))) {
            groups[g] = factor;
          }
        }
      }
    }
  }

  private FlowFactors flow(double[][][] groups, int draws) {
    double exponent = study.settings().dischargeExponent();
    return FlowFactors.of(builder.network().seasons(), groups, draws, exponent);
  }
}
