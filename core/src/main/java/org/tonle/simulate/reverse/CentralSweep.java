package org.tonle.simulate.reverse;

import java.util.Arrays;
import org.tonle.convert.Text;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;

/// Sweep of one constituent of first order through one season, with its derivatives: small enough
/// to be run hundreds of times (docs/theory/fit.md, Eqs. 3–6).
///
/// Column 0 of every table is the load, columns 1 … the derivatives with respect to parameters;
/// index `row * width + column`. Lakes are steady: the outflow is a share of the inflow, so a year
/// of one season and a constant volume is exact.
public final class CentralSweep {
  private final int nodes;
  private final int segments;
  private final int[] order;
  private final int[] outStart;
  private final int[] outSegment;
  private final int[] down;
  private final double[] fraction;
  private final boolean[] isLake;

  /// Fractions, order and lakes of a season; throws if a lake closes a cycle within it.
  public CentralSweep(Network network, int season) {
    SeasonNetwork.Flow flow = network.seasons().get(season).flow();
    nodes = network.nodeCount();
    segments = network.segmentCount();
    order = flow.order();
    outStart = flow.outStart();
    outSegment = flow.outSegment();
    down = flow.down();
    fraction = flow.fraction();
    isLake = new boolean[nodes];
    for (int node : network.lakeNode()) {
      isLake[node] = true;
    }
    for (boolean cut : flow.cut()) {
      if (cut) {
        throw new IllegalArgumentException("A lake closes a cycle within season " + season + ".");
      }
    }
  }

  /// Passage of loads through segments and nodes at the parameters' values.
  ///
  /// @param survival of a load from a segment's head to its tail, by segment
  /// @param spreadShare of a load spread along it, by segment
  /// @param keptShare share of its load that leaves a node: 1 except for lakes
  /// @param column columns of the parameters that change a passage at all
  /// @param tangentOfSurvival derivatives of `survival`, `segment * column.length + i`
  /// @param tangentOfSpreadShare derivatives of `spreadShare`, same index
  /// @param tangentOfKeptShare derivatives of `keptShare`, `node * column.length + i`
  public record Passage(
      int[] column,
      double[] survival,
      double[] spreadShare,
      double[] keptShare,
      double[] tangentOfSurvival,
      double[] tangentOfSpreadShare,
      double[] tangentOfKeptShare) {

    /// A passage without derivatives.
    public static Passage of(double[] survival, double[] spread, double[] kept) {
      double[] none = {};
      return new Passage(new int[0], survival, spread, kept, none, none, none);
    }
  }

  /// Fills `load` with the load that leaves every node [g/s] and its derivatives.
  ///
  /// @param own load that enters at each node, `node * width + column`
  /// @param along load spread along each segment, `segment * width + column`; empty = no such load
  /// @param load filled here, `node * width + column`
  public void run(int width, Passage passage, double[] own, double[] along, double[] load) {
    require(own.length, nodes * width, "own");
    require(along.length, along.length == 0 ? 0 : segments * width, "along");
    require(load.length, nodes * width, "load");
    require(passage.tangentOfSurvival.length, segments * passage.column.length, "tangents");
    System.arraycopy(own, 0, load, 0, load.length);
    for (int node : order) {
      int at = node * width;
      if (isLake[node]) {
        keep(width, passage, node, load);
      }
      for (int i = outStart[node]; i < outStart[node + 1]; i++) {
        int segment = outSegment[i];
        pass(width, passage, segment, at, load);
        if (along.length > 0) {
          spread(width, passage, segment, along, load);
        }
      }
    }
  }

  private static void keep(int width, Passage passage, int node, double[] load) {
    int at = node * width;
    double kept = passage.keptShare[node];
    double in = load[at];
    for (int k = 0; k < width; k++) {
      load[at + k] *= kept;
    }
    int n = passage.column.length;
    for (int i = 0; i < n; i++) {
      load[at + passage.column[i]] += passage.tangentOfKeptShare[node * n + i] * in;
    }
  }

  private void pass(int width, Passage passage, int segment, int from, double[] load) {
    int to = down[segment] * width;
    double share = fraction[segment];
    double survives = share * passage.survival[segment];
    for (int k = 0; k < width; k++) {
      load[to + k] += survives * load[from + k];
    }
    double head = share * load[from];
    int n = passage.column.length;
    for (int i = 0; i < n; i++) {
      load[to + passage.column[i]] += passage.tangentOfSurvival[segment * n + i] * head;
    }
  }

  private void spread(int width, Passage passage, int segment, double[] along, double[] load) {
    int to = down[segment] * width;
    int side = segment * width;
    double spread = passage.spreadShare[segment];
    for (int k = 0; k < width; k++) {
      load[to + k] += spread * along[side + k];
    }
    int n = passage.column.length;
    for (int i = 0; i < n; i++) {
      load[to + passage.column[i]] += passage.tangentOfSpreadShare[segment * n + i] * along[side];
    }
  }

  /// Fills `sensitivity` with the effect of 1 g/s that leaves a node on Σ weight · load of the
  /// nodes below and of itself: the reverse sweep (docs/theory/fit.md, Eq. 6).
  public void reverse(Passage passage, double[] weight, double[] sensitivity) {
    require(weight.length, nodes, "weight");
    require(sensitivity.length, nodes, "sensitivity");
    Arrays.fill(sensitivity, 0);
    for (int i = order.length - 1; i >= 0; i--) {
      int node = order[i];
      double sum = weight[node];
      for (int o = outStart[node]; o < outStart[node + 1]; o++) {
        int segment = outSegment[o];
        int below = down[segment];
        sum +=
            fraction[segment]
                * passage.survival[segment]
                * passage.keptShare[below]
                * sensitivity[below];
      }
      sensitivity[node] = sum;
    }
  }

  private static void require(int length, int wanted, String name) {
    if (length != wanted) {
      throw new IllegalArgumentException(
          Text.format("%s has length %d, not %d.", name, length, wanted));
    }
  }
}
