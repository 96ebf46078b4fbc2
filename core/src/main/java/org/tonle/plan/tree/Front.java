package org.tonle.plan.tree;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Front: the choices of a group of sources that no other choice beats, with rising load and
/// falling cost.
final class Front {
  /// Bits of a sort key that hold the number of a choice.
  private static final int NUMBER_BITS = 20;

  /// Choices that can be compared at once.
  static final int MOST = 1 << NUMBER_BITS;

  private static final double[] NONE = {};

  private double[] load;
  private double[] cost;

  /// Where each choice comes from: a choice of either part, or an option of the source.
  private final int[] origin;

  /// Choices of the second part when the two met.
  private final int stride;

  private final int source;
  private final @Nullable Front first;
  private final @Nullable Front second;

  private Front(Sorted sorted, int source, @Nullable Front first, @Nullable Front second) {
    load = sorted.load;
    cost = sorted.cost;
    origin = sorted.origin;
    this.source = source;
    this.first = first;
    this.second = second;
    stride = second == null ? 1 : second.load.length;
  }

  static Front of(int source, double[][] optionLoad, double[] optionCost, double cap) {
    double[] loads = new double[optionCost.length];
    int[] origins = new int[loads.length];
    double[] costs = new double[loads.length];
    int count = 0;
    for (int o = 0; o < loads.length; o++) {
      if (optionLoad[o][0] <= cap) {
        loads[count] = optionLoad[o][0];
        costs[count] = optionCost[o];
        origins[count++] = o;
      }
    }
    return new Front(new Sorted(loads, costs, origins, count), source, null, null);
  }

  int size() {
    return load.length;
  }

  double load(int choice) {
    return load[choice];
  }

  double cost(int choice) {
    return cost[choice];
  }

  /// Choices that two groups have together.
  static long combinations(Front a, Front b) {
    return (long) a.size() * b.size();
  }

  /// The front of two groups whose loads meet under a cap. The parts give up their figures.
  Front with(Front other, double cap) {
    int most = Math.toIntExact(combinations(this, other));
    double[] loads = new double[most];
    double[] costs = new double[most];
    int[] origins = new int[most];
    int count = 0;
    for (int i = 0; i < load.length; i++) {
      for (int j = 0; j < other.load.length && load[i] + other.load[j] <= cap; j++) {
        loads[count] = load[i] + other.load[j];
        costs[count] = cost[i] + other.cost[j];
        origins[count++] = i * other.load.length + j;
      }
    }
    Front both = new Front(new Sorted(loads, costs, origins, count), -1, this, other);
    release();
    other.release();
    return both;
  }

  /// Only the origins of choices are asked for later.
  private void release() {
    load = NONE;
    cost = NONE;
  }

  /// What is left of the load downstream, where more than a cap must not arrive.
  void flow(double kept, double cap) {
    int fits = 0;
    for (int i = 0; i < load.length; i++) {
      load[i] *= kept;
      fits += load[i] <= cap ? 1 : 0;
    }
    if (fits < load.length) {
      load = Arrays.copyOf(load, fits);
      cost = Arrays.copyOf(cost, fits);
    }
  }

  /// The choices that no mix of two others beats, from the least load on.
  int[] hull() {
    int[] hull = new int[load.length];
    int size = 0;
    for (int i = 0; i < load.length; i++) {
      while (size > 1 && isAbove(hull[size - 2], hull[size - 1], i)) {
        size--;
      }
      hull[size++] = i;
    }
    return Arrays.copyOf(hull, size);
  }

  /// Whether the middle one of three lies on or above the line between the others.
  private boolean isAbove(int left, int middle, int right) {
    return (cost[left] - cost[middle]) * (load[right] - load[middle])
        <= (cost[middle] - cost[right]) * (load[middle] - load[left]);
  }

  /// The cheapest choice with at most this load; there is always the first.
  int cheapest(double allowed) {
    int found = Arrays.binarySearch(load, allowed);
    return Math.max(0, found >= 0 ? found : -found - 2);
  }

  /// Writes the options of the sources under a choice.
  void choose(int choice, int[] option) {
    if (first == null || second == null) {
      option[source] = origin[choice];
    } else {
      first.choose(origin[choice] / stride, option);
      second.choose(origin[choice] % stride, option);
    }
  }

  /// Choices with rising load; those that cost no less than one with less load are left out.
  private static final class Sorted {
    final double[] load;
    final double[] cost;
    final int[] origin;

    Sorted(double[] loads, double[] costs, int[] origins, int count) {
      int[] order = order(loads, count);
      int kept = 0;
      double best = Double.POSITIVE_INFINITY;
      for (int number : order) {
        if (costs[number] < best) {
          best = costs[number];
          boolean isBetter = kept > 0 && loads[order[kept - 1]] == loads[number];
          kept -= isBetter ? 1 : 0;
          order[kept++] = number;
        }
      }
      load = new double[kept];
      cost = new double[kept];
      origin = new int[kept];
      for (int i = 0; i < kept; i++) {
        load[i] = loads[order[i]];
        cost[i] = costs[order[i]];
        origin[i] = origins[order[i]];
      }
    }

    /// Sorts by the first bits of the load, and where these are equal by all of it, then by number.
    private static int[] order(double[] loads, int count) {
      long[] keys = new long[count];
      for (int i = 0; i < count; i++) {
        long bits = Double.doubleToRawLongBits(loads[i] + 0.0);
        keys[i] = bits >>> NUMBER_BITS << NUMBER_BITS | i;
      }
      Arrays.sort(keys);
      int[] order = new int[count];
      for (int i = 0; i < count; i++) {
        int number = (int) (keys[i] & (MOST - 1));
        int at = i;
        while (at > 0
            && keys[at - 1] >>> NUMBER_BITS == keys[i] >>> NUMBER_BITS
            && loads[order[at - 1]] > loads[number]) {
          order[at] = order[at - 1];
          at--;
        }
        order[at] = number;
      }
      return order;
    }
  }
}
