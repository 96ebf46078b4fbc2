package org.tonle.plain;

/// Matrix exponential from its power series.
final class PlainMatrix {
  private PlainMatrix() {}

  /// e^A: halve until small, sum the series, square back.
  static double[][] exp(double[][] a) {
    int n = a.length;
    double largest = 0;
    for (double[] row : a) {
      for (double x : row) {
        largest = StrictMath.max(largest, n * StrictMath.abs(x));
      }
    }
    int halvings = 0;
    while (largest > 0.25) {
      largest /= 2;
      halvings++;
    }
    double scale = StrictMath.pow(0.5, halvings);
    double[][] sum = new double[n][n];
    double[][] term = new double[n][n];
    for (int i = 0; i < n; i++) {
      sum[i][i] = 1;
      term[i][i] = 1;
    }
    for (int k = 1; k <= 18; k++) {
      term = times(term, a);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          term[i][j] *= scale / k;
          sum[i][j] += term[i][j];
        }
      }
    }
    for (int k = 0; k < halvings; k++) {
      sum = times(sum, sum);
    }
    return sum;
  }

  static double[][] times(double[][] a, double[][] b) {
    int n = a.length;
    double[][] product = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        if (a[i][k] != 0) {
          for (int j = 0; j < n; j++) {
            product[i][j] += a[i][k] * b[k][j];
          }
        }
      }
    }
    return product;
  }

  static double[] times(double[][] a, double[] x) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < x.length; j++) {
        product[i] += a[i][j] * x[j];
      }
    }
    return product;
  }
}
