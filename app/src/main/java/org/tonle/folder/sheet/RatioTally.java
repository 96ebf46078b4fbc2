package org.tonle.folder.sheet;

import java.util.ArrayList;
import java.util.List;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Ratio;
import org.tonle.text.Cells;

/// Tally of the ratios of one column: which of them appear to be in percent where a fraction is
/// meant, or the reverse, and which do not.
final class RatioTally {
  private static final int MOST_ROWS = 20;

  /// Values of one column are of one kind if they lie within this factor of the others.
  private static final double OF_A_KIND = 3;

  private final Column column;
  private final Side usual = new Side();
  private final Side other = new Side();
  private final Side beyond = new Side();

  RatioTally(Column column) {
    this.column = column;
  }

  private static final class Side {
    private final List<Integer> rows = new ArrayList<>();
    private int count;
    private double first;
    private double least = Double.POSITIVE_INFINITY;
    private double most;

    void add(int row, double value) {
      if (count == 0) {
        first = value;
      }
      count++;
      if (rows.size() < MOST_ROWS) {
        rows.add(row);
      }
      least = StrictMath.min(least, StrictMath.abs(value));
      most = StrictMath.max(most, StrictMath.abs(value));
    }

    /// "2, 3, 4 … (24)"
    String told() {
      String listed = String.join(", ", rows.stream().map(String::valueOf).toList());
      return count > rows.size() ? listed + " … (" + count + ")" : listed;
    }
  }

  /// Adds a value without a percent sign. 0 and 1 mean the same in both notations.
  void add(int row, double value) {
    Ratio ratio = column.ratio();
    if (ratio.isOther(value)) {
      other.add(row, value);
    } else if (ratio.isBeyond(value)) {
      beyond.add(row, value);
    } else if (value != 0 && !(ratio.isShare() && value == 1)) {
      usual.add(row, value);
    }
  }

  /// Reports the column as a whole: its rows can only be judged together.
  void tell(String file, Problems problems) {
    Ratio ratio = column.ratio();
    if (beyond.count > 0) {
      odd("odd_size", file, beyond, Cells.plain(beyond.first), problems);
    }
    if (other.count == 0) {
      return;
    }
    String marked = Cells.plain(other.first) + " → " + ratio.marked(other.first);
    int row = other.rows.getFirst();
    if (usual.count > 0 && (ratio.isShare() || isOfAKind())) {
      String code = ratio.isShare() ? "percent_and_fraction" : "percent_or_fraction";
      problems.error(code, file, row, column.name(), usual.told(), other.told(), marked);
    } else if (ratio.isShare()) {
      problems.error(
          "percent_without_mark", file, row, column.name(), column.range(), other.told(), marked);
    } else {
      odd("odd_ratio", file, other, marked, problems);
    }
  }

  /// Whether the odd values would fit among the others if they were in the same notation.
  private boolean isOfAKind() {
    double least = StrictMath.abs(column.ratio().meant(other.least));
    double most = StrictMath.abs(column.ratio().meant(other.most));
    return most <= OF_A_KIND * usual.most && least >= usual.least / OF_A_KIND;
  }

  private void odd(String code, String file, Side side, String hint, Problems problems) {
    Ratio ratio = column.ratio();
    String ofUnit = column.unit().isEmpty() ? "" : " " + column.unit();
    String low = ratio.low() > 0 ? Cells.plain(ratio.low()) + " … " : "≤ ";
    problems.warn(
        code,
        file,
        side.rows.getFirst(),
        column.name(),
        low + Cells.plain(ratio.high()) + ofUnit,
        side.told(),
        hint);
  }
}
