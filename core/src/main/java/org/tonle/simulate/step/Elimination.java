package org.tonle.simulate.step;

/// Elimination by Gauss with row exchange, kept to solve with the matrix and with its transpose.
public final class Elimination {
  private final int n;
  private final double[] lu;
  private final int[] row;
  private final double[] work;

  /// @param a matrix by row, `row * n + column`; it is kept and overwritten
  public Elimination(double[] a, int n) {
    this.n = n;
    lu = a;
    row = new int[n];
    work = new double[n];
    for (int i = 0; i < n; i++) {
      row[i] = i;
    }
    for (int k = 0; k < n; k++) {
      exchange(k);
      for (int i = k + 1; i < n; i++) {
        double factor = lu[i * n + k] / lu[k * n + k];
        lu[i * n + k] = factor;
        for (int c = k + 1; factor != 0 && c < n; c++) {
          lu[i * n + c] -= factor * lu[k * n + c];
        }
      }
    }
  }

  private void exchange(int k) {
    int pivot = k;
    for (int i = k + 1; i < n; i++) {
      if (StrictMath.abs(lu[i * n + k]) > StrictMath.abs(lu[pivot * n + k])) {
        pivot = i;
      }
    }
    if (pivot == k) {
      return;
    }
    for (int c = 0; c < n; c++) {
      double swap = lu[k * n + c];
      lu[k * n + c] = lu[pivot * n + c];
      lu[pivot * n + c] = swap;
    }
    int swap = row[k];
    row[k] = row[pivot];
    row[pivot] = swap;
  }

  /// Solves A x = b in place.
  public void solve(double[] b) {
    for (int i = 0; i < n; i++) {
      double sum = b[row[i]];
      for (int c = 0; c < i; c++) {
        sum -= lu[i * n + c] * work[c];
      }
      work[i] = sum;
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = work[i];
      for (int c = i + 1; c < n; c++) {
        sum -= lu[i * n + c] * b[c];
      }
      b[i] = sum / lu[i * n + i];
    }
  }

  /// Solves Aᵀ x = b in place.
  public void solveTransposed(double[] b) {
    for (int i = 0; i < n; i++) {
      double sum = b[i];
      for (int c = 0; c < i; c++) {
        sum -= lu[c * n + i] * work[c];
      }
      work[i] = sum / lu[i * n + i];
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = work[i];
      for (int c = i + 1; c < n; c++) {
        sum -= lu[c * n + i] * work[c];
      }
      work[i] = sum;
    }
    for (int i = 0; i < n; i++) {
      b[row[i]] = work[i];
    }
  }
}
