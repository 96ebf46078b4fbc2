package org.tonle.run;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.tonle.draw.Draws;
import org.tonle.draw.ReadingErrors;
import org.tonle.model.Season;
import org.tonle.model.Study;
import org.tonle.network.NetworkBuilder;
import org.tonle.network.rates.Multiplier;
import org.tonle.scenario.Applied;
import org.tonle.simulate.step.DrawVectors;
import org.tonle.simulate.step.FlowFactors;

/// Vectors of draws that the kernels of a run need.
public final class Vectors {
  private final Study study;
  private final Applied applied;
  private final NetworkBuilder builder;
  private final List<Multiplier> multipliers;

  public Vectors(Instance instance) {
    this(instance, instance.study());
  }

  /// @param study study of the instance, possibly with other spreads or other draws of its inputs
  public Vectors(Instance instance, Study study) {
    this.study = study;
    this.applied = instance.applied();
    this.builder = instance.builder();
    this.multipliers = instance.multipliers().all();
  }

  /// Vectors of the central run: one draw, with every factor 1.
  public DrawVectors central() {
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

  /// Source of the draws.
  Draws draws(Options options) {
    return new Draws(
        study.evidence().spreads(),
        study.evidence().posterior(),
        options.seed(),
        options.draws(),
        study.settings().sampling().groupCorrelation());
  }

  public DrawVectors drawn(Options options) {
    return drawn(options, draws(options));
  }

  /// Draws of one multiplier.
  static double[] of(Multiplier multiplier, Draws draws) {
    return switch (multiplier) {
      case Multiplier.OfLoad m -> draws.load(m.category(), m.unit(), m.individual());
      case Multiplier.OfPassing m ->
          draws.passing(m.key(), m.constituent(), m.passing(), m.counts());
      case Multiplier.OfRetention m -> draws.retention(m.object(), m.sd_log10(), m.leftShare());
      case Multiplier.OfBoth m -> product(of(m.passing(), draws), of(m.retention(), draws));
      case Multiplier.OfWater m -> draws.concentration(m.water());
      case Multiplier.OfRate m -> draws.rate(m.reaction(), m.unit());
    };
  }

  private static double[] product(double[] one, double[] other) {
    double[] both = new double[one.length];
    for (int d = 0; d < both.length; d++) {
      both[d] = one[d] * other[d];
    }
    return both;
  }

  public DrawVectors drawn(Options options, Draws draws) {
    return drawn(options, draws, multiplier -> of(multiplier, draws));
  }

  /// The vectors of draws; `known` supplies the draws of each multiplier.
  DrawVectors drawn(Options options, Draws draws, Function<Multiplier, double[]> known) {
    double[][] all = multipliers.stream().map(known).toArray(double[][]::new);
    List<Season> seasons = study.waterways().seasons();
    double[][][] groups = new double[seasons.size()][builder.groups().size()][];
    for (int s = 0; s < seasons.size(); s++) {
      for (int g = 0; g < groups[s].length; g++) {
        groups[s][g] = draws.discharge(builder.groups().get(g), seasons.get(s).id());
      }
      setDischarge(s, groups[s], options.draws());
    }
    return new DrawVectors(
        options.draws(), all, groups, flow(groups, options.draws()), readings(draws));
  }

  /// How drawn concentrations are read.
  public ReadingErrors readings(Options options) {
    return readings(draws(options));
  }

  private ReadingErrors readings(Draws draws) {
    return draws.readings(study.chemistry().constituents(), study.evidence().modelErrors());
  }

  /// Discharges that the scenario sets are the same in every draw; its climate multiplies the
  /// others.
  private void setDischarge(int season, double[][] groups, int draws) {
    String id = study.waterways().seasons().get(season).id();
    for (int g = 0; g < groups.length; g++) {
      String group = builder.groups().get(g);
      OptionalDouble held = applied.heldDischarge(id, group);
      double climate = applied.dischargeFactor(id, group);
      if (held.isPresent()) {
        groups[g] = new double[draws];
        java.util.Arrays.fill(groups[g], held.getAsDouble());
      } else if (climate != 1) {
        groups[g] = java.util.Arrays.stream(groups[g]).map(f -> f * climate).toArray();
      }
    }
  }

  private FlowFactors flow(double[][][] groups, int draws) {
    double exponent = study.settings().sampling().dischargeExponent();
    return FlowFactors.of(builder.network().seasons(), groups, draws, exponent);
  }
}
