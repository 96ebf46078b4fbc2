package org.tonle.solve;

import java.util.Arrays;

/// Handover: a program as arrays for a library, with rows and costs brought into a range that
/// tolerances of 1e-7 suit.
///
/// Rows and costs are multiplied by powers of two, which is exact. Columns keep their unit.
final class Handover {
  /// Libraries drop smaller coefficients without a word.
  private static final double SMALLEST = 1e-12;

  /// A dropped coefficient may move its row by this much.
  private static final double HARMLESS = 1e-9;

  /// Libraries take larger bounds for infinite ones.
  static final double INFINITE = 1e20;

  final int columns;
  final int rows;
  final double[] cost;
  final double[] lower;
  final double[] upper;
  final int[] isInteger;
  final double[] rowLower;
  final double[] rowUpper;
  final int[] start;
  final int[] index;
  final double[] coefficient;

  /// What one unit of the library's cost is worth.
  final double costUnit;

  static Handover of(Program program) {
    return new Handover(program);
  }

  private Handover(Program program) {
    columns = program.columnCount();
    rows = program.rowCount();
    cost = new double[columns];
    lower = new double[columns];
    upper = new double[columns];
    isInteger = new int[columns];
    rowLower = new double[rows];
    rowUpper = new double[rows];
    start = new int[rows + 1];
    int[] places = new int[Math.toIntExact(program.nonZeroCount())];
    double[] entries = new double[places.length];
    costUnit = copyColumns(program);
    int end = 0;
    for (int r = 0; r < rows; r++) {
      end = copyRow(program, r, places, entries, end);
      start[r + 1] = end;
    }
    index = Arrays.copyOf(places, end);
    coefficient = Arrays.copyOf(entries, end);
  }

  /// Takes the choice out of it: integers are fixed, and no column need be one.
  Handover withIntegersFixed(double[] values) {
    for (int c = 0; c < columns; c++) {
      if (isInteger[c] == 1) {
        lower[c] = values[c];
        upper[c] = values[c];
        isInteger[c] = 0;
      }
    }
    return this;
  }

  private double copyColumns(Program program) {
    double largest = 0;
    for (int c = 0; c < columns; c++) {
      cost[c] = program.cost(c);
      lower[c] = program.lower(c);
      upper[c] = program.upper(c);
      isInteger[c] = program.isInteger(c) ? 1 : 0;
      largest = Math.max(largest, Math.abs(cost[c]));
    }
    double factor = largest < 1 || largest > 0x1p20 ? factor(largest, 16) : 1;
    for (int c = 0; c < columns; c++) {
      cost[c] *= factor;
    }
    return 1 / factor;
  }

  private int copyRow(Program program, int row, int[] places, double[] entries, int first) {
    int[] rowColumns = program.rowColumns(row);
    double[] values = program.rowCoefficients(row);
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    double factor = largest < 0x1p-10 || largest > 0x1p16 ? factor(largest, 0) : 1;
    int end = first;
    for (int i = 0; i < values.length; i++) {
      double value = values[i] * factor;
      if (Math.abs(value) > SMALLEST) {
        places[end] = rowColumns[i];
        entries[end++] = value;
      } else {
        requireHarmless(row, rowColumns[i], value, values[i], largest);
      }
    }
    rowLower[row] = bound(row, program.rowLower(row), factor);
    rowUpper[row] = bound(row, program.rowUpper(row), factor);
    return end;
  }

  /// The power of two that brings a number near another one.
  private static double factor(double largest, int exponent) {
    return largest == 0 ? 1 : Math.scalb(1.0, exponent - Math.getExponent(largest));
  }

  private void requireHarmless(int row, int column, double scaled, double value, double largest) {
    double reach = Math.max(Math.abs(lower[column]), Math.abs(upper[column]));
    if (!(Math.abs(scaled) * reach <= HARMLESS)) {
      throw new IllegalArgumentException(
          "Row "
              + row
              + " has coefficients too far apart for a solver: "
              + value
              + " for column "
              + column
              + " beside "
              + largest
              + ".");
    }
  }

  private static double bound(int row, double bound, double factor) {
    double scaled = bound * factor;
    if (Double.isFinite(bound) && Math.abs(scaled) >= INFINITE) {
      throw new IllegalArgumentException(
          "Row " + row + " has a bound too far from its coefficients for a solver: " + bound + ".");
    }
    return scaled;
  }

  /// A library that loses a row answers another question.
  static void requireCounts(
      String library, Handover meant, long columnCount, long rowCount, long entryCount) {
    String had = counts(columnCount, rowCount, entryCount);
    String given = counts(meant.columns, meant.rows, meant.index.length);
    if (!had.equals(given)) {
      throw new IllegalStateException(library + " was given " + given + ", but has " + had + ".");
    }
  }

  private static String counts(long columnCount, long rowCount, long entryCount) {
    return columnCount + " columns, " + rowCount + " rows and " + entryCount + " coefficients";
  }
}
