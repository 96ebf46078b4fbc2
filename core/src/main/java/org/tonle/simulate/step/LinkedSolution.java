package org.tonle.simulate.step;

import java.util.ArrayList;
import java.util.List;
import org.tonle.network.rates.Kinetics;

/// Linked solution: exact solution of x' = A x + s for lower triangular A (docs/theory/kinetics.md,
/// Eq. 5).
///
/// Every path of mass from member to member contributes the product of the rates on the path times
/// a divided difference of e^{λ t} over the members' own loss rates; a constant source is one more
/// member with λ = 0. Holds its own work space: one instance per thread.
public final class LinkedSolution {
  private final int n;
  private final int[][] paths;
  private final int[][] oxygenPaths;
  private final double[] a;
  private final double[] loss;
  private final double[] left;
  private final double[] lambda = new double[DividedDifference.MOST];
  private final double[] work = new double[DividedDifference.WORK];
  private final double[] three = new double[3];

  public LinkedSolution(Kinetics kinetics) {
    n = kinetics.memberCount();
    a = new double[n * n];
    loss = new double[n];
    left = new double[n];
    paths = paths(kinetics).toArray(int[][]::new);
    oxygenPaths = toOxygen(kinetics);
  }

  /// All paths from member to member, including those of a single member.
  public static List<int[]> paths(Kinetics kinetics) {
    List<int[]> found = new ArrayList<>();
    for (int m = 0; m < kinetics.memberCount(); m++) {
      extend(kinetics, new int[] {m}, found);
    }
    return found;
  }

  /// Paths that end in oxygen or in a member that uses oxygen: all that its slope needs.
  private int[][] toOxygen(Kinetics kinetics) {
    boolean[] isNeeded = new boolean[n];
    for (int[] path : paths) {
      boolean ends = path.length == 2 && path[1] == kinetics.oxygen();
      isNeeded[path[0]] |= ends || path[0] == kinetics.oxygen();
    }
    List<int[]> found = new ArrayList<>();
    for (int[] path : paths) {
      if (isNeeded[path[path.length - 1]]) {
        found.add(path);
      }
    }
    return found.toArray(int[][]::new);
  }

  private static void extend(Kinetics kinetics, int[] path, List<int[]> found) {
    found.add(path);
    int last = path[path.length - 1];
    boolean[] made = new boolean[kinetics.memberCount()];
    for (int r = 0; r < kinetics.reactionCount(); r++) {
      for (int product : kinetics.reactant()[r] == last ? kinetics.product()[r] : new int[0]) {
        made[product] = true;
      }
    }
    for (int next = 0; next < made.length; next++) {
      if (made[next]) {
        int[] longer = java.util.Arrays.copyOf(path, path.length + 1);
        longer[path.length] = next;
        extend(kinetics, longer, found);
      }
    }
  }

  /// Sets all rates to 0.
  public void clear() {
    java.util.Arrays.fill(a, 0);
  }

  /// Adds to A, in row `to` and column `from`.
  void add(int to, int from, double rate_per_s) {
    a[to * n + from] += rate_per_s;
  }

  /// Adds one reaction at `rate_per_s`.
  public void react(Kinetics kinetics, int reaction, double rate_per_s) {
    int from = kinetics.reactant()[reaction];
    if (!kinetics.spares()[reaction]) {
      a[from * n + from] -= rate_per_s;
    }
    int[] products = kinetics.product()[reaction];
    for (int p = 0; p < products.length; p++) {
      a[products[p] * n + from] += kinetics.yield()[reaction][p] * rate_per_s;
    }
  }

  /// x(t) from x(0) = `x0` and constant source `s`, into `x`.
  void at(double t_s, double[] x0, double[] s, double[] x) {
    along(paths, t_s, x0, s, x);
  }

  /// The same for oxygen and the members it reacts with only; other members of `x` are 0.
  void oxygenAt(double t_s, double[] x0, double[] s, double[] x) {
    along(oxygenPaths, t_s, x0, s, x);
  }

  private void along(int[][] ways, double t_s, double[] x0, double[] s, double[] x) {
    for (int m = 0; m < n; m++) {
      x[m] = 0;
      loss[m] = a[m * n + m] * t_s;
      left[m] = Exp.exp(loss[m]);
    }
    for (int[] path : ways) {
      double start = x0[path[0]];
      double source = s[path[0]];
      int to = path[path.length - 1];
      if (path.length == 1) {
        x[to] += start * left[to] + (source == 0 ? 0 : t_s * source * Exp.phi1(-loss[to]));
      } else if (start != 0 || source != 0) {
        double way = way(path, t_s);
        x[to] += way == 0 || start == 0 ? 0 : way * start * difference(path);
        x[to] += way == 0 || source == 0 ? 0 : way * t_s * source * differenceWithZero(path);
      }
    }
  }

  /// dx/dt of one member where the members are `x`.
  public double slope(int member, double[] x, double[] s) {
    double sum = s[member];
    for (int from = 0; from < n; from++) {
      sum += a[member * n + from] * x[from];
    }
    return sum;
  }

  /// d²x/dt² of one member where the members are `x`.
  double bend(int member, double[] x, double[] s) {
    double sum = 0;
    for (int from = 0; from < n; from++) {
      double rate = a[member * n + from];
      sum += rate == 0 ? 0 : rate * slope(from, x, s);
    }
    return sum;
  }

  /// The largest loss rate [1/s].
  double fastest() {
    double fastest = 0;
    for (int m = 0; m < n; m++) {
      fastest = StrictMath.max(fastest, -a[m * n + m]);
    }
    return fastest;
  }

  /// The step's matrices: `e` = exp(A t), `f` = its integral over t, `g` = the mean over t of that
  /// integral, each n × n by row.
  public void step(double t_s, double[] e, double[] f, double[] g) {
    java.util.Arrays.fill(e, 0, n * n, 0);
    java.util.Arrays.fill(f, 0, n * n, 0);
    java.util.Arrays.fill(g, 0, n * n, 0);
    for (int m = 0; m < n; m++) {
      loss[m] = a[m * n + m] * t_s;
      left[m] = Exp.exp(loss[m]);
    }
    for (int[] path : paths) {
      double way = way(path, t_s);
      if (way == 0) {
        continue;
      }
      withZeros(path);
      int at = path[path.length - 1] * n + path[0];
      e[at] += way * three[0];
      f[at] += way * t_s * three[1];
      g[at] += way * t_s * three[2];
    }
  }

  /// Differences over the path's losses with none, one and two zeros, into `three`.
  private void withZeros(int[] path) {
    int last = path[path.length - 1];
    double fastest = StrictMath.min(loss[path[0]], loss[last]);
    if (path.length == 1) {
      three[0] = left[last];
      three[1] = Exp.phi1(-fastest);
      three[2] = Exp.phi2(-fastest);
    } else if (path.length == 2 && fastest < -DividedDifference.CLOSE) {
      double slowest = StrictMath.max(loss[path[0]], loss[last]);
      three[0] = difference(path);
      three[1] = (Exp.phi1(-slowest) - three[0]) / -fastest;
      three[2] = (Exp.phi2(-slowest) - three[1]) / -fastest;
    } else {
      gather(path, 0);
      DividedDifference.withZeros(lambda, path.length, work, three);
    }
  }

  private double way(int[] path, double t_s) {
    double product = 1;
    for (int i = 1; i < path.length; i++) {
      product *= a[path[i] * n + path[i - 1]] * t_s;
    }
    return product;
  }

  private double difference(int[] path) {
    if (path.length == 2) {
      double one = loss[path[0]];
      double other = loss[path[1]];
      double width = other - one;
      if (StrictMath.abs(width) >= DividedDifference.CLOSE) {
        return (left[path[1]] - left[path[0]]) / width;
      }
      return width > 0 ? left[path[1]] * Exp.phi1(width) : left[path[0]] * Exp.phi1(-width);
    }
    gather(path, 0);
    return DividedDifference.exp(lambda, path.length, work);
  }

  private double differenceWithZero(int[] path) {
    lambda[0] = 0;
    gather(path, 1);
    return DividedDifference.exp(lambda, path.length + 1, work);
  }

  private void gather(int[] path, int from) {
    for (int i = 0; i < path.length; i++) {
      lambda[from + i] = loss[path[i]];
    }
  }
}
