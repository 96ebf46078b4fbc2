package org.tonle.law;

/// Plain dense matrices: what the oracle of the tests is made of.
final class Matrix {
  private static final int TERMS = 24;

  private Matrix() {}

  /// e^A by scaling and squaring of the Taylor series.
  static double[][] exp(double[][] a) {
    int n = a.length;
    double norm = 0;
    for (double[] row : a) {
      double sum = 0;
      for (double x : row) {
        sum += StrictMath.abs(x);
      }
      norm = StrictMath.max(norm, sum);
    }
    int squarings = 0;
    while (norm > 0.5) {
      norm /= 2;
      squarings++;
    }
    double scale = StrictMath.scalb(1.0, -squarings);
    double[][] term = identity(n);
    double[][] sum = identity(n);
    for (int k = 1; k <= TERMS; k++) {
      term = times(term, a, scale / k);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          sum[i][j] += term[i][j];
        }
      }
    }
    for (int i = 0; i < squarings; i++) {
      sum = times(sum, sum, 1);
    }
    return sum;
  }

  private static double[][] identity(int n) {
    double[][] one = new double[n][n];
    for (int i = 0; i < n; i++) {
      one[i][i] = 1;
    }
    return one;
  }

  private static double[][] times(double[][] a, double[][] b, double factor) {
    int n = a.length;
    double[][] c = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        double x = a[i][k] * factor;
        for (int j = 0; x != 0 && j < n; j++) {
          c[i][j] += x * b[k][j];
        }
      }
    }
    return c;
  }

  /// Solves a x = b in place, by elimination with row exchange.
  static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        pivot = StrictMath.abs(a[i][k]) > StrictMath.abs(a[pivot][k]) ? i : pivot;
      }
      double[] row = a[k];
      a[k] = a[pivot];
      a[pivot] = row;
      double value = b[k];
      b[k] = b[pivot];
      b[pivot] = value;
      for (int i = k + 1; i < n; i++) {
        double factor = a[i][k] / a[k][k];
        for (int j = k; factor != 0 && j < n; j++) {
          a[i][j] -= factor * a[k][j];
        }
        b[i] -= factor * b[k];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        b[i] -= a[i][j] * b[j];
      }
      b[i] /= a[i][i];
    }
    return b;
  }
}
