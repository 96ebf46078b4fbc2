package org.tonle.simulate.step;

/// Divided difference of the exponential, f[x0, …, xn] with f = exp: the result of a chain of
/// first-order reactions. Equal and nearly equal arguments need no special case.
///
/// Sorted arguments; where they lie within 1/2 of one another the Taylor series about their middle
/// is summed (complete homogeneous polynomials, terms below 1e-17 dropped), elsewhere the recursion
/// with the outermost arguments, whose cancellation loses less than a digit (McCurdy, Ng and
/// Parlett 1984).
public final class DividedDifference {
  static final double CLOSE = 0.5;
  private static final int TERMS = 13;

  /// Most arguments.
  public static final int MOST = 16;

  /// Length of the work array that [#exp] needs.
  public static final int WORK = MOST + TERMS;

  private DividedDifference() {}

  /// f[x0, …, x(n-1)] of exp. `x` is sorted in place; `work` has length [#WORK]; n <= 16.
  public static double exp(double[] x, int n, double[] work) {
    if (n == 1) {
      return Exp.exp(x[0]);
    }
    if (n == 2) {
      return x[0] < x[1] ? pair(x[0], x[1]) : pair(x[1], x[0]);
    }
    sort(x, n);
    return x[n - 1] - x[0] < CLOSE ? series(x, 0, n, work) : recursion(x, n, work);
  }

  /// Three at once for arguments <= 0: f[x0 …], f[x0 … , 0] and f[x0 … , 0, 0] into `out`.
  ///
  /// Zeros come last among the sorted arguments, so all three lie in one table of differences.
  static void withZeros(double[] x, int n, double[] work, double[] out) {
    sort(x, n);
    x[n] = 0;
    x[n + 1] = 0;
    out[0] = n == 1 ? Exp.exp(x[0]) : 0;
    for (int i = 0; i <= n; i++) {
      work[i] = pair(x[i], x[i + 1]);
    }
    for (int order = 1; order <= n + 1; order++) {
      for (int i = 0; order > 1 && i + order < n + 2; i++) {
        double width = x[i + order] - x[i];
        work[i] = width < CLOSE ? series(x, i, order + 1, work) : (work[i + 1] - work[i]) / width;
      }
      if (order >= n - 1) {
        out[order - n + 1] = work[0];
      }
    }
  }

  /// (e^b - e^a) / (b - a) for a <= b.
  private static double pair(double a, double b) {
    return Exp.exp(b) * Exp.phi1(b - a);
  }

  private static double recursion(double[] x, int n, double[] work) {
    for (int i = 0; i + 1 < n; i++) {
      work[i] = pair(x[i], x[i + 1]);
    }
    for (int order = 2; order < n; order++) {
      for (int i = 0; i + order < n; i++) {
        double width = x[i + order] - x[i];
        work[i] = width < CLOSE ? series(x, i, order + 1, work) : (work[i + 1] - work[i]) / width;
      }
    }
    return work[0];
  }

  private static double series(double[] x, int from, int n, double[] h) {
    double width = x[from + n - 1] - x[from];
    double middle = x[from] + 0.5 * width;
    int terms = width < 0.005 ? 6 : width < 0.05 ? 8 : TERMS;
    homogeneous(x, from, n, middle, terms, h);
    double inverse = 1;
    for (int i = 2; i < n; i++) {
      inverse /= i;
    }
    double sum = 0;
    for (int k = 0; k < terms; k++) {
      sum += h[MOST + k] * inverse;
      inverse /= k + n;
    }
    return Exp.exp(middle) * sum;
  }

  /// Complete homogeneous symmetric polynomials h_0 … of x - middle, at `h[MOST + k]`.
  private static void homogeneous(
      double[] x, int from, int n, double middle, int terms, double[] h) {
    double first = x[from] - middle;
    h[MOST] = 1;
    for (int k = 1; k < terms; k++) {
      h[MOST + k] = h[MOST + k - 1] * first;
    }
    for (int i = 1; i < n; i++) {
      double d = x[from + i] - middle;
      for (int k = 1; k < terms; k++) {
        h[MOST + k] = Math.fma(d, h[MOST + k - 1], h[MOST + k]);
      }
    }
  }

  private static void sort(double[] x, int n) {
    for (int i = 1; i < n; i++) {
      double value = x[i];
      int j = i - 1;
      while (j >= 0 && x[j] > value) {
        x[j + 1] = x[j];
        j--;
      }
      x[j + 1] = value;
    }
  }
}
