package org.tonle.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.model.Observation;
import org.tonle.model.Parameter;
import org.tonle.model.Season;
import org.tonle.model.Study;
import org.tonle.network.Network;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.rates.Kinetics;
import org.tonle.network.rates.Multiplier;

/// Forward model of a fit by sweeps over flat arrays, derivatives included: for constituents of
/// first order, observed at nodes and lakes (docs/theory/fit.md, Eqs. 3–6).
///
/// All derivatives are exact: they travel with the load.
public final class SweepForward implements Forward {
  private final List<Group> groups;
  private final int[] targetGroup;
  private final int[] targetNode;
  private final double[][] targetWeight;
  private final int parameters;

  private record Group(SeasonSweep[] seasons) {}

  private SweepForward(
      List<Group> groups,
      int[] targetGroup,
      int[] targetNode,
      double[][] targetWeight,
      int parameters) {
    this.groups = groups;
    this.targetGroup = targetGroup;
    this.targetNode = targetNode;
    this.targetWeight = targetWeight;
    this.parameters = parameters;
  }

  /// Network that is already built, with the study and rates it was built from.
  public record Built(
      Study study,
      Network network,
      List<Kinetics> groups,
      List<LoadEntries> entries,
      List<Multiplier> multipliers) {
    public Built {
      groups = List.copyOf(groups);
      entries = List.copyOf(entries);
      multipliers = List.copyOf(multipliers);
    }
  }

  /// The sweeps of a fit; empty if the study needs more than sweeps can do: linked groups, lakes
  /// that store from season to season, rivers that turn, observations of reaches.
  public static Optional<SweepForward> of(
      Built built, List<FitTarget> targets, List<Parameter> parameters) {
    Study study = built.study();
    if (!isSteady(built.network())) {
      return Optional.empty();
    }
    Map<String, Integer> nodes = new HashMap<>();
    for (int n = 0; n < study.waterways().nodes().size(); n++) {
      nodes.put(study.waterways().nodes().get(n).id(), n);
    }
    Map<String, Integer> groupOf = groupOf(built);
    int[] group = new int[targets.size()];
    int[] node = new int[targets.size()];
    double[][] weight = new double[targets.size()][];
    for (int i = 0; i < targets.size(); i++) {
      Observation o = targets.get(i).observation();
      Integer at = nodes.get(o.place());
      Integer g = groupOf.get(o.constituent());
      if (at == null || g == null || !isPlain(built.groups().get(g))) {
        return Optional.empty();
      }
      group[i] = g;
      node[i] = at;
      weight[i] = weights(study.waterways().seasons(), o.months());
    }
    LoadInfluence.Index index = new LoadInfluence.Index(study, parameters);
    List<Group> made = new ArrayList<>();
    for (int g = 0; g < built.groups().size(); g++) {
      boolean isNeeded = Arrays.stream(group).anyMatch(Integer.valueOf(g)::equals);
      SeasonSweep[] seasons = new SeasonSweep[isNeeded ? built.network().seasonCount() : 0];
      for (int s = 0; s < seasons.length; s++) {
        seasons[s] = new SeasonSweep(built, g, s, parameters, index);
      }
      made.add(new Group(seasons));
    }
    return Optional.of(new SweepForward(made, group, node, weight, parameters.size()));
  }

  private static Map<String, Integer> groupOf(Built built) {
    Map<String, Integer> found = new HashMap<>();
    for (int g = 0; g < built.groups().size(); g++) {
      for (int c : built.groups().get(g).constituents()) {
        found.put(built.study().chemistry().constituents().get(c).id(), g);
      }
    }
    return found;
  }

  /// Whether one constituent is only lost on the way, in rivers and lakes.
  private static boolean isPlain(Kinetics group) {
    return group.memberCount() == 1
        && group.lakes().gains_g_per_s().count() == 0
        && group.lakes().residuals_g_per_m3().count() == 0;
  }

  /// Whether every season is independent: no circle, and no lake that stores.
  private static boolean isSteady(Network network) {
    for (int[] component : network.components()) {
      if (component.length > 1) {
        return false;
      }
    }
    boolean isOneSeason = network.seasonCount() == 1;
    for (int l = 0; l < network.lakeCount(); l++) {
      double start = network.seasons().getFirst().lakes().volumeStart_m3()[l];
      double end = network.seasons().getFirst().lakes().volumeEnd_m3()[l];
      if (!isOneSeason || StrictMath.abs(start - end) > 1e-12 * start) {
        return false;
      }
    }
    return true;
  }

  /// Days of the months in each season; by length if no months are named.
  private static double[] weights(List<Season> seasons, List<Integer> months) {
    double[] weight = new double[seasons.size()];
    double sum = 0;
    for (int s = 0; s < weight.length; s++) {
      Season season = seasons.get(s);
      weight[s] =
          months.isEmpty() || season.months().isEmpty()
              ? season.duration_d()
              : season.duration_d()
                  * season.months().stream().filter(months::contains).count()
                  / season.months().size();
      sum += weight[s];
    }
    for (int s = 0; s < weight.length; s++) {
      weight[s] /= sum;
    }
    return weight;
  }

  @Override
  public void evaluate(double[] value, double[] simulated, double[][] derivative) {
    for (Group group : groups) {
      for (SeasonSweep season : group.seasons) {
        season.run(value);
      }
    }
    int width = parameters + 1;
    for (int i = 0; i < simulated.length; i++) {
      simulated[i] = 0;
      Arrays.fill(derivative[i], 0);
      SeasonSweep[] seasons = groups.get(targetGroup[i]).seasons;
      for (int s = 0; s < seasons.length; s++) {
        double per = targetWeight[i][s] / seasons[s].leaving_m3_per_s(targetNode[i]);
        double[] load = seasons[s].load();
        int at = targetNode[i] * width;
        if (targetWeight[i][s] > 0) {
          simulated[i] += per * load[at];
          for (int k = 0; k < parameters; k++) {
            derivative[i][k] += per * load[at + 1 + k];
          }
        }
      }
    }
  }
}
