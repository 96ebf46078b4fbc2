package org.tonle.plan.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tonle.solve.Program;

/// Chord program: the siting as a linear program with a binary for every way on from a town and
/// every range of its flow (docs/theory/plan.md, Eqs. 31 and 32). Within a range costs run along
/// the chord, which lies under the concave curve: so the program's bound is one of the true cost.
final class ChordProgram {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /// Flows are counted in this many m³/d, costs in this many dollars, so that numbers are moderate.
  private final double flowUnit_m3_per_d;

  private final double costUnit_usd;
  private final TrunkNetwork network;
  private final FlowRanges plants;
  private final FlowRanges sewers;
  private final int[][] out;
  private final int[][] in;
  final Program program = new Program();

  /// Column of each town, way and range: `first[town] + (way * ranges + range) * 2` is the binary,
  /// the next one the flow; way 0 is the plant, way w the town's sewer w − 1.
  private final int[] first;

  /// @param plants ranges of what plants treat
  /// @param sewers ranges of what sewers carry
  /// @param costUnit_usd dollars of one unit of the objective
  ChordProgram(TrunkNetwork network, FlowRanges plants, FlowRanges sewers, double costUnit_usd) {
    this.network = network;
    this.plants = plants;
    this.sewers = sewers;
    this.costUnit_usd = costUnit_usd;
    flowUnit_m3_per_d = Arrays.stream(network.own_m3_per_d()).average().orElse(1);
    out = network.sewersOut();
    in = network.sewersIn();
    first = new int[network.townCount()];
    for (int i = 0; i < first.length; i++) {
      columns(i);
    }
    for (int i = 0; i < first.length; i++) {
      oneWay(i);
      balance(i);
      ranges(i);
      levels(i);
    }
  }

  /// Ends of a way's ranges: its own wastewater alone, and those between the ends.
  private double[] ends(int town, int way) {
    return (way == 0 ? plants : sewers).ends_m3_per_d(town);
  }

  private double low(int town, int way, int range) {
    return ends(town, way)[StrictMath.max(0, range - 1)] / flowUnit_m3_per_d;
  }

  private double high(int town, int way, int range) {
    return ends(town, way)[range] / flowUnit_m3_per_d;
  }

  private int binary(int town, int way, int range) {
    int before =
        way == 0 ? 0 : ends(town, 0).length + (way - 1) * sewers.ends_m3_per_d(town).length;
    return first[town] + (before + range) * 2;
  }

  private int sewer(int town, int way) {
    return way == 0 ? -1 : out[town][way - 1];
  }

  private void columns(int town) {
    first[town] = program.columnCount();
    for (int way = 0; way <= out[town].length; way++) {
      for (int k = 0; k < ends(town, way).length; k++) {
        double low = low(town, way, k);
        double high = high(town, way, k);
        double from = cost(town, way, low);
        double slope = high > low ? (cost(town, way, high) - from) / (high - low) : 0;
        program.column(from - slope * low, 0, 1, true);
        program.column(slope, 0, high, false);
      }
    }
  }

  private double cost(int town, int way, double flow) {
    return network.cost_usd(sewer(town, way), flow * flowUnit_m3_per_d) / costUnit_usd;
  }

  private void oneWay(int town) {
    Terms terms = new Terms();
    for (int way = 0; way <= out[town].length; way++) {
      for (int k = 0; k < ends(town, way).length; k++) {
        terms.add(binary(town, way, k), 1);
      }
    }
    terms.row(1, 1);
  }

  /// What arrives and a town's own goes on.
  private void balance(int town) {
    Terms terms = new Terms();
    for (int way = 0; way <= out[town].length; way++) {
      for (int k = 0; k < ends(town, way).length; k++) {
        terms.add(binary(town, way, k) + 1, 1);
      }
    }
    for (int a : in[town]) {
      int above = network.from()[a];
      int way = wayOf(above, a);
      for (int k = 0; k < ends(above, way).length; k++) {
        terms.add(binary(above, way, k) + 1, -1);
      }
    }
    double own = network.own_m3_per_d()[town] / flowUnit_m3_per_d;
    terms.row(own, own);
  }

  private int wayOf(int town, int sewer) {
    for (int w = 0; w < out[town].length; w++) {
      if (out[town][w] == sewer) {
        return w + 1;
      }
    }
    throw new IllegalArgumentException("Sewer " + sewer + " does not begin at town " + town + ".");
  }

  /// A way's flow lies in its range.
  private void ranges(int town) {
    for (int way = 0; way <= out[town].length; way++) {
      for (int k = 0; k < ends(town, way).length; k++) {
        int binary = binary(town, way, k);
        new Terms().add(binary + 1, 1).add(binary, -high(town, way, k)).row(-INFINITE, 0);
        new Terms().add(binary + 1, 1).add(binary, -low(town, way, k)).row(0, INFINITE);
      }
    }
  }

  /// A town that another sends a flow to passes on at least that and its own; one that passes on
  /// more than its own has a town above.
  private void levels(int town) {
    double own = network.own_m3_per_d()[town] / flowUnit_m3_per_d;
    Terms some = new Terms();
    for (int way = 0; way <= out[town].length; way++) {
      some.add(binary(town, way, 0), 1);
    }
    for (int a : in[town]) {
      int above = network.from()[a];
      int way = wayOf(above, a);
      for (int m = 0; m < ends(above, way).length; m++) {
        some.add(binary(above, way, m), 1);
        level(town, above, way, m, low(above, way, m) + own);
      }
    }
    some.row(1, INFINITE);
    for (int a : in[town]) {
      noReturn(town, network.from()[a], wayOf(network.from()[a], a));
    }
  }

  /// Of two towns only one sends to the other.
  private void noReturn(int town, int above, int way) {
    for (int back = 1; back <= out[town].length && town < above; back++) {
      if (network.to()[sewer(town, back)] == above) {
        Terms terms = new Terms();
        for (int k = 0; k < ends(above, way).length; k++) {
          terms.add(binary(above, way, k), 1);
        }
        for (int k = 0; k < ends(town, back).length; k++) {
          terms.add(binary(town, back, k), 1);
        }
        terms.row(-INFINITE, 1);
      }
    }
  }

  /// Where town `above` sends at least the flow of range `m`, ranges of too little flow are not
  /// those of the town below.
  private void level(int town, int above, int way, int m, double least) {
    Terms terms = new Terms();
    for (int w = 0; w <= out[town].length; w++) {
      for (int k = 0; k < ends(town, w).length; k++) {
        if (high(town, w, k) < least * (1 - 1e-9)) {
          terms.add(binary(town, w, k), 1);
        }
      }
    }
    for (int k = m; k < ends(above, way).length; k++) {
      terms.add(binary(above, way, k), 1);
    }
    terms.row(-INFINITE, 1);
  }

  /// Row that is being put together.
  private final class Terms {
    private final List<Integer> column = new ArrayList<>();
    private final List<Double> coefficient = new ArrayList<>();

    Terms add(int of, double by) {
      column.add(of);
      coefficient.add(by);
      return this;
    }

    void row(double lower, double upper) {
      program.row(
          lower,
          upper,
          column.stream().mapToInt(c -> c).toArray(),
          coefficient.stream().mapToDouble(c -> c).toArray());
    }
  }

  /// Values of trees, from which a solver starts.
  double[] start(SewerTree tree) {
    double[] values = new double[program.columnCount()];
    double[] flow = tree.flow_m3_per_d(network);
    for (int i = 0; i < flow.length; i++) {
      int way = tree.next()[i] < 0 ? 0 : wayOf(i, tree.next()[i]);
      int binary = binary(i, way, range(ends(i, way), flow[i]));
      values[binary] = 1;
      values[binary + 1] = flow[i] / flowUnit_m3_per_d;
    }
    return values;
  }

  private static int range(double[] ends, double flow_m3_per_d) {
    int k = 0;
    while (k + 1 < ends.length && flow_m3_per_d > ends[k] * (1 + 1e-12)) {
      k++;
    }
    return k;
  }

  /// The way that each town's wastewater goes in a solver's values.
  SewerTree tree(double[] values) {
    int[] next = new int[first.length];
    for (int i = 0; i < next.length; i++) {
      double most = -1;
      for (int way = 0; way <= out[i].length; way++) {
        double share = 0;
        for (int k = 0; k < ends(i, way).length; k++) {
          share += values[binary(i, way, k)];
        }
        if (share > most) {
          most = share;
          next[i] = sewer(i, way);
        }
      }
    }
    return new SewerTree(next);
  }
}
