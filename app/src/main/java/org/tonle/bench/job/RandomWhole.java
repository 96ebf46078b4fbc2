package org.tonle.bench.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tonle.bench.river.Chance;
import org.tonle.bench.river.Rivers;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;

/// Random whole network with every feature that a study may have: bifurcations, lakes that store or
/// hold next to nothing, reaches beside them that turn with the season or dry out, abstractions and
/// losses, discharge of several hydrological groups.
///
/// Its water does not balance: loads and concentrations do not depend on that.
public final class RandomWhole {
  private static final double YEAR_S = 365 * 86_400.0;

  private final Chance chance;
  private final int main;
  private final int nodes;
  private final int[] from;
  private final int[] to;
  private final int[] lakeNode;
  private final int[] nodeLake;
  private long number;

  private RandomWhole(Chance chance, Rivers rivers) {
    this.chance = chance;
    main = rivers.count();
    int arms = rivers.side().count();
    from = new int[main + arms];
    to = new int[main + arms];
    int outlets = 0;
    for (int r = 0; r < main; r++) {
      from[r] = r;
      to[r] = rivers.down()[r] < 0 ? main + outlets++ : rivers.down()[r];
    }
    System.arraycopy(rivers.side().from(), 0, from, main, arms);
    System.arraycopy(rivers.side().to(), 0, to, main, arms);
    nodes = main + outlets;
    lakeNode = IntStream.range(0, main).filter(n -> is(0.08)).toArray();
    nodeLake = new int[nodes];
    Arrays.fill(nodeLake, -1);
    for (int l = 0; l < lakeNode.length; l++) {
      nodeLake[lakeNode[l]] = l;
    }
  }

  public static Network of(Chance chance, Rivers rivers, int seasons, int groups) {
    return new RandomWhole(chance, rivers).network(seasons, groups);
  }

  private double uniform(double low, double high) {
    return low + (high - low) * chance.uniform(number++);
  }

  private boolean is(double probability) {
    return chance.uniform(number++) < probability;
  }

  private Network network(int seasons, int groups) {
    double[][] volume_m3 = new double[seasons][];
    for (int s = 0; s < seasons; s++) {
      volume_m3[s] = IntStream.range(0, lakeNode.length).mapToDouble(l -> volume_m3()).toArray();
    }
    List<SeasonNetwork> years = new ArrayList<>();
    boolean[][] reaches = new boolean[nodes][nodes];
    for (int s = 0; s < seasons; s++) {
      SeasonNetwork season =
          season(YEAR_S / seasons, groups, volume_m3[s], volume_m3[(s + 1) % seasons]);
      years.add(season);
      for (int g = 0; g < from.length; g++) {
        if (season.flow().up()[g] >= 0) {
          reaches[season.flow().up()[g]][season.flow().down()[g]] = true;
        }
      }
    }
    double[] whole = new double[from.length];
    Arrays.fill(whole, 1);
    return new Network(
        nodes,
        from.length,
        IntStream.range(0, from.length).toArray(),
        from,
        to,
        whole,
        lakeNode,
        nodeLake,
        components(reaches),
        years,
        groups);
  }

  private double volume_m3() {
    return is(0.1) ? uniform(0, 1e-6) : StrictMath.pow(10, uniform(4, 8));
  }

  private SeasonNetwork season(
      double duration_s, int groups, double[] volumeStart_m3, double[] volumeEnd_m3) {
    int[] up = from.clone();
    int[] down = to.clone();
    SeasonNetwork.ReachState[] state = new SeasonNetwork.ReachState[from.length];
    for (int g = 0; g < from.length; g++) {
      state[g] = turn(up, down, g);
    }
    int[] start = new int[nodes + 1];
    Shares shares = new Shares(byUpper(up, start), start);
    double[] time_s = new double[from.length];
    for (int g = 0; g < from.length; g++) {
      time_s[g] = up[g] < 0 || is(0.05) ? 0 : StrictMath.pow(10, uniform(2, 6));
    }
    double[] one = new double[from.length];
    Arrays.fill(one, 1);
    double[] area_m2 = new double[lakeNode.length];
    for (int l = 0; l < area_m2.length; l++) {
      area_m2[l] = 1 + (volumeStart_m3[l] + volumeEnd_m3[l]) / uniform(2, 20);
    }
    double[] classShare = new double[groups * groups];
    for (int k = 0; k < groups; k++) {
      classShare[k * groups + k] = 1;
    }
    return new SeasonNetwork(
        duration_s,
        new SeasonNetwork.Flow(
            order(up, down),
            up,
            down,
            start,
            shares.outSegment,
            new boolean[lakeNode.length],
            state,
            shares.fraction,
            shares.abstraction,
            shares.loss,
            shares.out),
        new SeasonNetwork.NodeWater(
            shares.leaving_m3_per_s,
            shares.wet,
            IntStream.range(0, nodes).map(n -> (int) uniform(0, groups)).toArray(),
            classShare),
        new SeasonNetwork.ReachWater(shares.discharge_m3_per_s, time_s, one, one),
        new SeasonNetwork.LakeWater(volumeStart_m3, volumeEnd_m3, area_m2));
  }

  /// Lets a segment fall dry, turn if it begins or ends in a lake, or flow as it is drawn.
  private SeasonNetwork.ReachState turn(int[] up, int[] down, int g) {
    boolean isByLake = nodeLake[from[g]] >= 0 || nodeLake[to[g]] >= 0;
    if (is(0.03)) {
      up[g] = -1;
      down[g] = -1;
      return SeasonNetwork.ReachState.DRY;
    }
    if (isByLake && is(0.4)) {
      up[g] = to[g];
      down[g] = from[g];
      if (order(up, down).length == nodes) {
        return SeasonNetwork.ReachState.BACKWARD;
      }
      up[g] = from[g];
      down[g] = to[g];
    }
    return SeasonNetwork.ReachState.FORWARD;
  }

  /// Shares of each node's water in a season.
  private final class Shares {
    final int[] outSegment;
    final double[] fraction = new double[from.length];
    final double[] discharge_m3_per_s = new double[from.length];
    final double[] abstraction = new double[nodes];
    final double[] loss = new double[nodes];
    final double[] out = new double[nodes];
    final double[] leaving_m3_per_s = new double[nodes];
    final boolean[] wet = new boolean[nodes];

    Shares(int[] outSegment, int[] start) {
      this.outSegment = outSegment;
      for (int n = 0; n < nodes; n++) {
        share(n, start[n], start[n + 1]);
      }
    }

    private void share(int n, int first, int end) {
      boolean isOutlet = n >= main;
      abstraction[n] = is(0.1) ? uniform(0, 0.3) : 0;
      loss[n] = is(0.1) ? uniform(0, 0.3) : 0;
      double water_m3_per_s = StrictMath.pow(10, uniform(-1, 2));
      double rest = 1 - abstraction[n] - loss[n];
      for (int i = first; i < end; i++) {
        boolean isLast = i == end - 1 && !isOutlet;
        double share = isLast ? rest : rest * uniform(0.2, 0.8);
        fraction[outSegment[i]] = share;
        discharge_m3_per_s[outSegment[i]] = share * water_m3_per_s;
        rest -= share;
      }
      out[n] = isOutlet ? rest : 0;
      boolean isEnd = first == end && !isOutlet;
      wet[n] = !isEnd || nodeLake[n] >= 0;
      // A lake that nothing ever leaves would have no periodic year.
      loss[n] += isEnd && wet[n] ? rest : 0;
      leaving_m3_per_s[n] = wet[n] ? water_m3_per_s : 0;
    }
  }

  /// Segments that flow by their upper node; `start` is filled.
  private int[] byUpper(int[] up, int[] start) {
    int[] found =
        IntStream.range(0, up.length)
            .filter(g -> up[g] >= 0)
            .boxed()
            .sorted(Comparator.<Integer>comparingInt(g -> up[g]).thenComparingInt(g -> g))
            .mapToInt(g -> g)
            .toArray();
    for (int g : found) {
      start[up[g] + 1]++;
    }
    for (int n = 0; n < nodes; n++) {
      start[n + 1] += start[n];
    }
    return found;
  }

  /// Nodes upstream before downstream; fewer than all nodes if there is a cycle.
  private int[] order(int[] up, int[] down) {
    int[] arriving = new int[nodes];
    for (int g = 0; g < up.length; g++) {
      if (up[g] >= 0) {
        arriving[down[g]]++;
      }
    }
    int[] found = new int[nodes];
    int count = 0;
    for (int n = 0; n < nodes; n++) {
      if (arriving[n] == 0) {
        found[count++] = n;
      }
    }
    for (int i = 0; i < count; i++) {
      for (int g = 0; g < up.length; g++) {
        if (up[g] == found[i] && --arriving[down[g]] == 0) {
          found[count++] = down[g];
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  /// Components of nodes that reach one another, sorted by the number of nodes that reach them.
  private int[][] components(boolean[][] reaches) {
    for (int k = 0; k < nodes; k++) {
      for (int i = 0; i < nodes; i++) {
        for (int j = 0; reaches[i][k] && j < nodes; j++) {
          reaches[i][j] |= reaches[k][j];
        }
      }
    }
    boolean[] isTaken = new boolean[nodes];
    List<int[]> found = new ArrayList<>();
    for (int n = 0; n < nodes; n++) {
      int first = n;
      if (!isTaken[n]) {
        int[] members =
            IntStream.range(n, nodes)
                .filter(m -> m == first || (reaches[first][m] && reaches[m][first]))
                .toArray();
        for (int m : members) {
          isTaken[m] = true;
        }
        found.add(members);
      }
    }
    found.sort(Comparator.comparingLong(members -> above(reaches, members[0])));
    return found.toArray(int[][]::new);
  }

  private long above(boolean[][] reaches, int node) {
    return IntStream.range(0, nodes).filter(n -> n == node || reaches[n][node]).count();
  }
}
