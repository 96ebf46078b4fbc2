package org.tonle.simulate;

import java.util.ArrayList;
import java.util.List;
import org.tonle.network.Kinetics;

/// Exact solution of x' = A x + s for lower triangular A (docs/theory/kinetics.md, Eq. 5).
///
/// Every way mass can take from member to member contributes the product of the rates on the way
/// times a divided difference of e^{λ t} over the members' own loss rates; a constant source is one
/// more member with λ = 0. Holds its own work space: one instance per thread.
final class LinkedSolution {
  private final int n;
  private final int[][] paths;
  private final double[] a;
  private final double[] lambda = new double[16];
  private final double[] work = new double[DividedDifference.WORK];

  LinkedSolution(Kinetics kinetics) {
    n = kinetics.memberCount();
    a = new double[n * n];
    List<int[]> found = new ArrayList<>();
    for (int m = 0; m < n; m++) {
      extend(kinetics, new int[] {m}, found);
    }
    paths = found.toArray(int[][]::new);
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
  void clear() {
    java.util.Arrays.fill(a, 0);
  }

  /// Adds to A, in row `to` and column `from`.
  void add(int to, int from, double rate_per_s) {
    a[to * n + from] += rate_per_s;
  }

  /// Adds one reaction at `rate_per_s`.
  void react(Kinetics kinetics, int reaction, double rate_per_s) {
    int from = kinetics.reactant()[reaction];
    a[from * n + from] -= rate_per_s;
    int[] products = kinetics.product()[reaction];
    for (int p = 0; p < products.length; p++) {
      a[products[p] * n + from] += kinetics.yield()[reaction][p] * rate_per_s;
    }
  }

  /// x(t) from x(0) = `x0` and constant source `s`, into `x`.
  void at(double t_s, double[] x0, double[] s, double[] x) {
    java.util.Arrays.fill(x, 0, n, 0);
    for (int[] path : paths) {
      double start = x0[path[0]];
      double source = s[path[0]];
      if (start == 0 && source == 0) {
        continue;
      }
      double way = way(path, t_s);
      int to = path[path.length - 1];
      if (start != 0) {
        x[to] += way * start * difference(path, t_s, 0);
      }
      if (source != 0) {
        x[to] += way * t_s * source * difference(path, t_s, 1);
      }
    }
  }

  /// dx/dt of one member where the members are `x`.
  double slope(int member, double[] x, double[] s) {
    double sum = s[member];
    for (int from = 0; from < n; from++) {
      sum += a[member * n + from] * x[from];
    }
    return sum;
  }

  /// The step's matrices: `e` = exp(A t), `f` = its integral over t, `g` = the mean over t of that
  /// integral, each n × n by row.
  void step(double t_s, double[] e, double[] f, double[] g) {
    java.util.Arrays.fill(e, 0, n * n, 0);
    java.util.Arrays.fill(f, 0, n * n, 0);
    java.util.Arrays.fill(g, 0, n * n, 0);
    for (int[] path : paths) {
      double way = way(path, t_s);
      int at = path[path.length - 1] * n + path[0];
      e[at] += way * difference(path, t_s, 0);
      f[at] += way * t_s * difference(path, t_s, 1);
      g[at] += way * t_s * difference(path, t_s, 2);
    }
  }

  private double way(int[] path, double t_s) {
    double product = 1;
    for (int i = 1; i < path.length; i++) {
      product *= a[path[i] * n + path[i - 1]] * t_s;
    }
    return product;
  }

  private double difference(int[] path, double t_s, int zeros) {
    for (int z = 0; z < zeros; z++) {
      lambda[z] = 0;
    }
    for (int i = 0; i < path.length; i++) {
      lambda[zeros + i] = a[path[i] * n + path[i]] * t_s;
    }
    return DividedDifference.exp(lambda, path.length + zeros, work);
  }
}
