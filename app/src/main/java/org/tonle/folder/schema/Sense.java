package org.tonle.folder.schema;

import java.util.List;

/// Sense of a column's values beyond their type: which values are usual, and where else its words
/// must occur.
///
/// @param low smallest usual number that is not zero; a smaller one is a warning
/// @param high largest usual number; a larger one is a warning
/// @param figures kinds of factors.csv of which one must have the cell as its key
/// @param tellsEmpty whether an empty cell has a meaning of its own, such as "without limit"; a
///   word for a missing value is then refused
public record Sense(double low, double high, List<String> figures, boolean tellsEmpty) {
  static final Sense NONE = new Sense(0, Double.POSITIVE_INFINITY, List.of(), false);

  public Sense {
    figures = List.copyOf(figures);
  }

  /// Whether a number is one that the column usually holds.
  public boolean isUsual(double value) {
    double size = StrictMath.abs(value);
    return value == 0 || (size >= low && size <= high);
  }
}
