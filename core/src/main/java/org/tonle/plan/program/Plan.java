package org.tonle.plan.program;

import java.util.Arrays;

/// Plan that was found, recomputed from its columns by our own arithmetic, and what is proven of
/// it.
///
/// @param measure sum of the question's measure, and of the worth of missed goals; +∞ without a
///   plan
/// @param bound that no plan falls below; −∞ where nothing is known
/// @param ofSite column chosen at each site; empty without a plan
/// @param held draws in which each limit holds, whether it counts or not; empty without a plan
/// @param missed worth of the goals that are missed
/// @param rounds programs that were solved
public record Plan(
    Status status,
    double measure,
    double bound,
    int[] ofSite,
    int[] held,
    double missed,
    int rounds,
    double seconds) {
  /// How a search ended.
  public enum Status {
    /// The plan is within the gap of the best.
    PROVEN,
    /// The search stopped before: the plan is the best found.
    FOUND,
    /// No choice meets all that is required.
    IMPOSSIBLE,
    /// The search stopped before it found a plan.
    UNKNOWN
  }

  public boolean isFound() {
    return ofSite.length > 0;
  }

  /// Share of the measure that could be saved at most.
  public double gap() {
    return gap(measure, bound, 0);
  }

  /// @param all figure from which the measure counts downwards, where most of something is sought
  static double gap(double measure, double bound, double all) {
    if (!(measure - bound > 0)) {
      return 0;
    }
    double base = all > 0 ? all - measure : StrictMath.abs(measure);
    return base > 0 ? (measure - bound) / base : Double.POSITIVE_INFINITY;
  }

  /// The chosen columns, each once, rising.
  public int[] columns() {
    return Arrays.stream(ofSite).sorted().distinct().toArray();
  }

  public boolean has(int column) {
    for (int c : ofSite) {
      if (c == column) {
        return true;
      }
    }
    return false;
  }

  /// Sum of an amount over the chosen columns.
  public double sum(double[] amount) {
    return sum(columns(), amount);
  }

  static double sum(int[] columns, double[] amount) {
    double sum = 0;
    for (int c : columns) {
      sum += amount[c];
    }
    return sum;
  }
}
