package org.tonle.fit;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tonle.convert.Size;
import org.tonle.model.Parameter;
import org.tonle.model.Parameter.Kind;
import org.tonle.model.Study;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.rates.Kinetics;
import org.tonle.network.rates.Multiplier;
import org.tonle.simulate.reverse.CentralSweep;

/// Sweep of one constituent in one season as a function of the parameters: it fills the tables of a
/// [CentralSweep] and runs it.
final class SeasonSweep {
  private final CentralSweep sweep;
  private final SeasonNetwork inSeason;
  private final Network network;
  private final LoadInfluence.Index index;
  private final int width;

  private final double[] base_g_per_s;
  private final int[] row;
  private final boolean[] isAlong;
  private final LoadInfluence[] influence;
  private final double[] delivered;

  private final double[] segmentDecay;
  private final double[] @Nullable [] segmentDecayOf;
  private final double[] nodeLoss;
  private final double[] @Nullable [] nodeLossOf;

  private final int[] acting;
  private final CentralSweep.Passage passage;
  private final double[] own;
  private final double[] along;
  private final double[] load;

  SeasonSweep(
      SweepForward.Built built,
      int group,
      int season,
      List<Parameter> parameters,
      LoadInfluence.Index index) {
    network = built.network();
    inSeason = network.seasons().get(season);
    sweep = new CentralSweep(network, season);
    this.index = index;
    width = parameters.size() + 1;
    LoadEntries entries = built.entries().get(group);
    int count = entries.count();
    base_g_per_s = Arrays.copyOfRange(entries.load_g_per_s(), season * count, (season + 1) * count);
    row = new int[count];
    isAlong = new boolean[count];
    influence = new LoadInfluence[count];
    Study study = built.study();
    String constituent =
        study.chemistry().constituents().get(built.groups().get(group).constituents()[0]).id();
    for (int i = 0; i < count; i++) {
      isAlong[i] = entries.segment()[i] >= 0;
      row[i] = isAlong[i] ? entries.segment()[i] : entries.node()[i];
      int vector = entries.source()[i];
      influence[i] =
          vector < 0 ? LoadInfluence.NONE : index.of(built.multipliers().get(vector), constituent);
    }
    delivered = new double[index.deliveryCount()];
    int segments = network.segmentCount();
    int nodes = network.nodeCount();
    segmentDecay = new double[segments];
    segmentDecayOf = new double[parameters.size()][];
    nodeLoss = new double[nodes];
    nodeLossOf = new double[parameters.size()][];
    new Losses(built, group, season, parameters).fill();
    acting =
        java.util.stream.IntStream.range(0, parameters.size())
            .filter(k -> segmentDecayOf[k] != null || nodeLossOf[k] != null)
            .toArray();
    int others = acting.length;
    passage =
        new CentralSweep.Passage(
            Arrays.stream(acting).map(k -> k + 1).toArray(),
            new double[segments],
            new double[segments],
            new double[nodes],
            new double[Size.of(Double.BYTES, segments, others)],
            new double[Size.of(Double.BYTES, segments, others)],
            new double[Size.of(Double.BYTES, nodes, others)]);
    own = new double[Size.of(Double.BYTES, nodes, width)];
    along = new double[isAny(isAlong) ? Size.of(Double.BYTES, segments, width) : 0];
    load = new double[Size.of(Double.BYTES, nodes, width)];
  }

  private static boolean isAny(boolean[] flags) {
    for (boolean flag : flags) {
      if (flag) {
        return true;
      }
    }
    return false;
  }

  double leaving_m3_per_s(int node) {
    return inSeason.nodes().leaving_m3_per_s()[node];
  }

  /// Load that leaves every node, and its derivatives, after [#run].
  double[] load() {
    return load;
  }

  void run(double[] value) {
    loads(value);
    passages(value);
    sweep.run(width, passage, own, along, load);
  }

  private void loads(double[] value) {
    Arrays.fill(own, 0);
    Arrays.fill(along, 0);
    for (int d = 0; d < delivered.length; d++) {
      double[] z = index.delivery(d);
      double sum = 0;
      for (int k = 0; k < z.length; k++) {
        sum += z[k] == 0 ? 0 : (value[k] - index.reference(k)) * z[k];
      }
      delivered[d] = StrictMath.exp(sum);
    }
    for (int i = 0; i < base_g_per_s.length; i++) {
      double x = base_g_per_s[i];
      if (x == 0) {
        continue;
      }
      LoadInfluence acts = influence[i];
      for (int k : acts.multiplying()) {
        x *= value[k] / index.reference(k);
      }
      double[] table = isAlong[i] ? along : own;
      int at = row[i] * width;
      if (acts.delivery() >= 0) {
        x *= delivered[acts.delivery()];
        double[] z = index.delivery(acts.delivery());
        for (int k = 0; k < z.length; k++) {
          table[at + 1 + k] += x * z[k];
        }
      }
      table[at] += x;
      for (int k : acts.multiplying()) {
        table[at + 1 + k] += x / value[k];
      }
    }
  }

  /// Survival e^-x, spread (1 - e^-x)/x and the share that leaves a lake, 1/(1 + y), where x and y
  /// are linear in the rates.
  private void passages(double[] value) {
    int n = acting.length;
    for (int s = 0; s < segmentDecay.length; s++) {
      double x = segmentDecay[s];
      for (int k : acting) {
        x += at(segmentDecayOf[k], s) * value[k];
      }
      double survival = StrictMath.exp(-x);
      passage.survival()[s] = survival;
      for (int i = 0; i < n; i++) {
        passage.tangentOfSurvival()[s * n + i] = -at(segmentDecayOf[acting[i]], s) * survival;
      }
      if (along.length > 0) {
        spread(s, x, survival);
      }
    }
    for (int node : network.lakeNode()) {
      double y = nodeLoss[node];
      for (int k : acting) {
        y += at(nodeLossOf[k], node) * value[k];
      }
      double kept = 1 / (1 + y);
      passage.keptShare()[node] = kept;
      for (int i = 0; i < n; i++) {
        passage.tangentOfKeptShare()[node * n + i] = -at(nodeLossOf[acting[i]], node) * kept * kept;
      }
    }
  }

  private void spread(int segment, double x, double survival) {
    boolean isSmall = x < 1e-3;
    double spread = isSmall ? 1 - x * (0.5 - x * (1 / 6.0 - x / 24)) : (1 - survival) / x;
    double slope = isSmall ? -0.5 + x * (1 / 3.0 - x * (0.125 - x / 30)) : (survival - spread) / x;
    passage.spreadShare()[segment] = spread;
    for (int i = 0; i < acting.length; i++) {
      passage.tangentOfSpreadShare()[segment * acting.length + i] =
          at(segmentDecayOf[acting[i]], segment) * slope;
    }
  }

  private static double at(double @Nullable [] table, int index) {
    return table == null ? 0 : table[index];
  }

  /// Losses by rates: those of parameters, and the rest.
  private final class Losses {
    private final SweepForward.Built built;
    private final Kinetics kinetics;
    private final int season;
    private final List<Parameter> parameters;

    Losses(SweepForward.Built built, int group, int season, List<Parameter> parameters) {
      this.built = built;
      kinetics = built.groups().get(group);
      this.season = season;
      this.parameters = parameters;
    }

    void fill() {
      for (int i = 0; i < kinetics.reactionCount(); i++) {
        int k = parameterOf(i);
        double[] decay = segmentDecay;
        double[] loss = nodeLoss;
        double per = 1;
        if (k >= 0) {
          decay = of(segmentDecayOf, k, network.segmentCount());
          loss = of(nodeLossOf, k, network.nodeCount());
          per = 1 / index.reference(k);
        }
        for (int s = 0; s < network.segmentCount(); s++) {
          int reach = network.segmentReach()[s];
          double time_s = inSeason.reaches().travelTime_s()[reach] * network.lengthShare()[s];
          double rate = kinetics.reaches().rate_per_s()[i][season * network.reachCount() + reach];
          decay[s] += per * rate * time_s;
        }
        for (int l = 0; l < network.lakeCount(); l++) {
          int node = network.lakeNode()[l];
          int at = season * network.lakeCount() + l;
          double lost_m3_per_s =
              kinetics.lakes().velocity_m_per_s()[i][at] * inSeason.lakes().area_m2()[l]
                  + kinetics.lakes().rate_per_s()[i][at] * inSeason.lakes().volumeStart_m3()[l];
          loss[node] += per * lost_m3_per_s / inSeason.nodes().leaving_m3_per_s()[node];
        }
      }
    }

    private double[] of(double[] @Nullable [] tables, int parameter, int length) {
      double[] table = tables[parameter];
      if (table == null) {
        table = new double[length];
        tables[parameter] = table;
      }
      return table;
    }

    /// The parameter that is a reaction's value, or -1.
    private int parameterOf(int reaction) {
      String id = id(reaction);
      for (int k = 0; k < parameters.size(); k++) {
        Parameter p = parameters.get(k);
        boolean isRate = p.kind() == Kind.RATE || p.kind() == Kind.RATE_MULTIPLIER;
        if (isRate && p.scope().equals(id)) {
          return k;
        }
      }
      return -1;
    }

    private String id(int reaction) {
      for (int r = 0; r < network.reachCount(); r++) {
        if (inSeason.flow().state()[r] != SeasonNetwork.ReachState.DRY) {
          return name(kinetics.reaches().vector()[reaction][r]);
        }
      }
      return network.lakeCount() > 0 ? name(kinetics.lakes().vector()[reaction][0]) : "";
    }

    private String name(int vector) {
      return built.multipliers().get(vector) instanceof Multiplier.OfRate rate
          ? rate.reaction()
          : "";
    }
  }
}
