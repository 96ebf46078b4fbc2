package org.tonle.plan.program;

/// Quantile cut of a limit: no choice that meets the limit has a larger sum of these coefficients
/// (docs/theory/plan.md, Eq. 8).
///
/// @param row its limit
/// @param column with a coefficient, each once, rising
/// @param most that the sum may be if the limit holds
/// @param all the largest sum of any choice
record QuantileCut(int row, int[] column, double[] coefficient, double most, double all) {
  /// Left side of the cut for a choice.
  double taken(boolean[] isChosen) {
    double sum = 0;
    for (int i = 0; i < column.length; i++) {
      sum += isChosen[column[i]] ? coefficient[i] : 0;
    }
    return sum;
  }
}
