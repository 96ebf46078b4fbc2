package org.tonle.simulate;

/// The periodic state of a component's lakes.
final class FixedPoint {
  private FixedPoint() {}

  /// Solves u = base + T u for one draw by Gauss elimination with row exchange.
  ///
  /// @param base `[row][draw]`
  /// @param column columns of T, `[column][row][draw]`
  /// @param unknown filled, `[row][draw]`
  static void solve(double[][] base, double[][][] column, double[][] unknown, int draw) {
    int n = base.length;
    double[][] a = new double[n][n + 1];
    for (int row = 0; row < n; row++) {
      for (int c = 0; c < n; c++) {
        a[row][c] = (row == c ? 1 : 0) - column[c][row][draw];
      }
      a[row][n] = base[row][draw];
    }
    for (int k = 0; k < n; k++) {
      eliminate(a, k);
    }
    for (int row = n - 1; row >= 0; row--) {
      double sum = a[row][n];
      for (int c = row + 1; c < n; c++) {
        sum -= a[row][c] * unknown[c][draw];
      }
      unknown[row][draw] = sum / a[row][row];
    }
  }

  private static void eliminate(double[][] a, int k) {
    int n = a.length;
    int pivot = k;
    for (int row = k + 1; row < n; row++) {
      if (StrictMath.abs(a[row][k]) > StrictMath.abs(a[pivot][k])) {
        pivot = row;
      }
    }
    double[] swap = a[k];
    a[k] = a[pivot];
    a[pivot] = swap;
    for (int row = k + 1; row < n; row++) {
      double factor = a[row][k] / a[k][k];
      for (int c = k; factor != 0 && c <= n; c++) {
        a[row][c] -= factor * a[k][c];
      }
    }
  }
}
