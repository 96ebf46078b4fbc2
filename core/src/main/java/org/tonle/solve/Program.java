package org.tonle.solve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A linear program with some integer columns: the sum of cost times value is to be least.
///
/// Columns and rows may be added between solves, costs and bounds changed. Bounds may be infinite.
public final class Program {
  /// Solvers take larger numbers for infinite, or lose all figures of smaller ones beside them.
  private static final double LARGEST = 1e15;

  private int columns;
  private double[] cost = new double[16];
  private double[] lower = new double[16];
  private double[] upper = new double[16];
  private boolean[] isInteger = new boolean[16];
  private @Nullable String[] columnName = new String[16];

  private int rows;
  private double[] rowLower = new double[16];
  private double[] rowUpper = new double[16];
  private @Nullable String[] rowName = new String[16];

  /// Entries of row r are those from `start[r]` to before `start[r + 1]`.
  private int[] start = new int[17];

  private int[] index = new int[64];
  private double[] coefficient = new double[64];

  /// Where the entry of a column in the row being added is, plus one; 0 for none.
  private int[] place = new int[16];

  public int column(double cost, double lower, double upper, boolean isInteger) {
    return column(cost, lower, upper, isInteger, null);
  }

  /// The index of a new column.
  public int column(
      double cost, double lower, double upper, boolean isInteger, @Nullable String name) {
    if (columns == this.cost.length) {
      int more = 2 * columns;
      this.cost = Arrays.copyOf(this.cost, more);
      this.lower = Arrays.copyOf(this.lower, more);
      this.upper = Arrays.copyOf(this.upper, more);
      this.isInteger = Arrays.copyOf(this.isInteger, more);
      this.columnName = Arrays.copyOf(this.columnName, more);
      this.place = Arrays.copyOf(this.place, more);
    }
    int column = columns;
    this.isInteger[column] = isInteger;
    this.columnName[column] = name;
    columns++;
    try {
      cost(column, cost);
      bounds(column, lower, upper);
    } catch (IllegalArgumentException e) {
      columns--;
      throw e;
    }
    return column;
  }

  public int row(double lower, double upper, int[] columns, double[] coefficients) {
    return row(lower, upper, columns, coefficients, null);
  }

  /// The index of a new row. Coefficients of one column are added up; zeros are left out.
  public int row(
      double lower, double upper, int[] columns, double[] coefficients, @Nullable String name) {
    check("row", rows, lower, upper);
    checkEntries(columns, coefficients);
    if (rows == rowLower.length) {
      int more = 2 * rows;
      rowLower = Arrays.copyOf(rowLower, more);
      rowUpper = Arrays.copyOf(rowUpper, more);
      rowName = Arrays.copyOf(rowName, more);
      start = Arrays.copyOf(start, more + 1);
    }
    rowLower[rows] = lower;
    rowUpper[rows] = upper;
    rowName[rows] = name;
    addEntries(columns, coefficients);
    return rows++;
  }

  private void checkEntries(int[] columns, double[] coefficients) {
    if (columns.length != coefficients.length) {
      throw new IllegalArgumentException(
          "Row "
              + rows
              + " has "
              + columns.length
              + " columns and "
              + coefficients.length
              + " coefficients.");
    }
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] < 0 || columns[i] >= this.columns) {
        throw new IllegalArgumentException(
            "Row " + rows + " names column " + columns[i] + " of " + this.columns + ".");
      }
      if (!(Math.abs(coefficients[i]) <= LARGEST)) {
        throw new IllegalArgumentException(
            "Row "
                + rows
                + " has the coefficient "
                + coefficients[i]
                + " for column "
                + columns[i]
                + "; it must be a number within ±"
                + LARGEST
                + ".");
      }
    }
  }

  private void addEntries(int[] columns, double[] coefficients) {
    int first = start[rows];
    int end = first;
    if (index.length < first + columns.length) {
      int more = Math.max(2 * index.length, first + columns.length);
      index = Arrays.copyOf(index, more);
      coefficient = Arrays.copyOf(coefficient, more);
    }
    for (int i = 0; i < columns.length; i++) {
      int column = columns[i];
      if (place[column] == 0) {
        index[end] = column;
        coefficient[end] = coefficients[i];
        place[column] = ++end;
      } else {
        coefficient[place[column] - 1] += coefficients[i];
      }
    }
    int kept = first;
    for (int i = first; i < end; i++) {
      place[index[i]] = 0;
      if (coefficient[i] != 0) {
        index[kept] = index[i];
        coefficient[kept++] = coefficient[i];
      }
    }
    start[rows + 1] = kept;
  }

  /// Sets the cost of one unit of a column.
  public void cost(int column, double cost) {
    if (!(Math.abs(cost) <= LARGEST)) {
      throw new IllegalArgumentException(
          "Column " + column + " costs " + cost + "; it must be a number within ±" + LARGEST + ".");
    }
    this.cost[requireColumn(column)] = cost;
  }

  /// Sets the bounds of a column.
  public void bounds(int column, double lower, double upper) {
    check("column", requireColumn(column), lower, upper);
    this.lower[column] = lower;
    this.upper[column] = upper;
  }

  /// Sets the bounds of a row.
  public void rowBounds(int row, double lower, double upper) {
    check("row", requireRow(row), lower, upper);
    rowLower[row] = lower;
    rowUpper[row] = upper;
  }

  private static void check(String what, int index, double lower, double upper) {
    if (StrictMath.max(lower, upper) != upper
        || lower == Double.POSITIVE_INFINITY
        || upper == Double.NEGATIVE_INFINITY) {
      throw new IllegalArgumentException(
          "The bounds of "
              + what
              + " "
              + index
              + " leave nothing between "
              + lower
              + " and "
              + upper
              + ".");
    }
    if (isTooLarge(lower) || isTooLarge(upper)) {
      throw new IllegalArgumentException(
          "The bounds of "
              + what
              + " "
              + index
              + " are "
              + lower
              + " and "
              + upper
              + "; each must be infinite or within ±"
              + LARGEST
              + ".");
    }
  }

  private static boolean isTooLarge(double bound) {
    return Double.isFinite(bound) && Math.abs(bound) > LARGEST;
  }

  public int columnCount() {
    return columns;
  }

  public int rowCount() {
    return rows;
  }

  public long nonZeroCount() {
    return start[rows];
  }

  public double cost(int column) {
    return cost[requireColumn(column)];
  }

  public double lower(int column) {
    return lower[requireColumn(column)];
  }

  public double upper(int column) {
    return upper[requireColumn(column)];
  }

  public boolean isInteger(int column) {
    return isInteger[requireColumn(column)];
  }

  public boolean hasIntegers() {
    for (int c = 0; c < columns; c++) {
      if (isInteger[c]) {
        return true;
      }
    }
    return false;
  }

  public void nameColumn(int column, String name) {
    columnName[requireColumn(column)] = name;
  }

  public void nameRow(int row, String name) {
    rowName[requireRow(row)] = name;
  }

  public @Nullable String columnName(int column) {
    return columnName[requireColumn(column)];
  }

  public @Nullable String rowName(int row) {
    return rowName[requireRow(row)];
  }

  public double rowLower(int row) {
    return rowLower[requireRow(row)];
  }

  public double rowUpper(int row) {
    return rowUpper[requireRow(row)];
  }

  public int[] rowColumns(int row) {
    return Arrays.copyOfRange(index, start[requireRow(row)], start[row + 1]);
  }

  public double[] rowCoefficients(int row) {
    return Arrays.copyOfRange(coefficient, start[requireRow(row)], start[row + 1]);
  }

  /// The left side of a row at these values of the columns.
  public double activity(int row, double[] values) {
    double sum = 0;
    for (int i = start[requireRow(row)]; i < start[row + 1]; i++) {
      sum += coefficient[i] * values[index[i]];
    }
    return sum;
  }

  /// The cost of these values of the columns.
  public double costOf(double[] values) {
    double sum = 0;
    for (int c = 0; c < columns; c++) {
      if (cost[c] != 0) {
        sum += cost[c] * values[c];
      }
    }
    return sum;
  }

  /// How far these values break a row, a bound or an integer at most. A row's excess is relative to
  /// its largest term or bound where that is above 1; 0 where all hold.
  public double violation(double[] values) {
    double worst = 0;
    for (int c = 0; c < columns; c++) {
      double excess = Math.max(lower[c] - values[c], values[c] - upper[c]);
      worst = Math.max(worst, excess / Math.max(1, Math.abs(values[c])));
      if (isInteger[c]) {
        worst = Math.max(worst, Math.abs(values[c] - Math.rint(values[c])));
      }
    }
    for (int r = 0; r < rows; r++) {
      worst = Math.max(worst, rowViolation(r, values));
    }
    return worst;
  }

  private double rowViolation(int row, double[] values) {
    double sum = 0;
    double largest = 1;
    for (int i = start[row]; i < start[row + 1]; i++) {
      double term = coefficient[i] * values[index[i]];
      sum += term;
      largest = Math.max(largest, Math.abs(term));
    }
    double excess = 0;
    if (sum < rowLower[row]) {
      excess = (rowLower[row] - sum) / Math.max(largest, Math.abs(rowLower[row]));
    } else if (sum > rowUpper[row]) {
      excess = (sum - rowUpper[row]) / Math.max(largest, Math.abs(rowUpper[row]));
    }
    return excess;
  }

  private int requireColumn(int column) {
    if (column < 0 || column >= columns) {
      throw new IndexOutOfBoundsException("There is no column " + column + " of " + columns + ".");
    }
    return column;
  }

  private int requireRow(int row) {
    if (row < 0 || row >= rows) {
      throw new IndexOutOfBoundsException("There is no row " + row + " of " + rows + ".");
    }
    return row;
  }
}
