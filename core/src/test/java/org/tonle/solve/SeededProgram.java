package org.tonle.solve;

import java.util.SplittableRandom;
import org.tonle.solve.Solver.Status;

/// Seeded program: a few integers within bounds, a free sum of them, and a column z that is
/// continuous, with its least cost found by trying all integers.
///
/// For given integers the sum is known, and z has an interval from each row it stands in.
final class SeededProgram {
  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final double TOLERANCE = 1e-9;

  private final Program program = new Program();
  private final int integers;
  private final int sum;
  private final int z;
  private double cost = NONE;
  private boolean isUnbounded;

  SeededProgram(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    integers = random.nextInt(1, 6);
    for (int c = 0; c < integers; c++) {
      int lower = random.nextInt(-2, 2);
      program.column(random.nextInt(-5, 10), lower, lower + random.nextInt(0, 4), true);
    }
    sum = program.column(random.nextInt(-1, 2), -NONE, NONE, false);
    double zUpper = random.nextInt(2) == 0 ? NONE : random.nextInt(1, 9) / 2.0;
    z = program.column(random.nextInt(-3, 6), 0, zUpper, random.nextInt(8) == 0 && zUpper < NONE);
    addSum(random);
    int rows = random.nextInt(1, 5);
    for (int r = 0; r < rows; r++) {
      addRow(random);
    }
    enumerate(new double[program.columnCount()], 0);
  }

  private void addSum(SplittableRandom random) {
    int[] columns = new int[integers + 1];
    double[] values = new double[integers + 1];
    for (int c = 0; c < integers; c++) {
      columns[c] = c;
      values[c] = random.nextInt(-4, 5);
    }
    columns[integers] = sum;
    values[integers] = -1;
    program.row(0, 0, columns, values);
  }

  private void addRow(SplittableRandom random) {
    int[] columns = new int[integers + 2];
    double[] values = new double[integers + 2];
    for (int c = 0; c < integers + 2; c++) {
      columns[c] = c;
      values[c] = random.nextInt(3) == 0 ? 0 : random.nextInt(-5, 6);
    }
    double side = random.nextInt(-3, 24) / 2.0;
    switch (random.nextInt(8)) {
      case 0 -> program.row(-side, NONE, columns, values);
      case 1 -> program.row(side - random.nextInt(0, 5), side, columns, values);
      case 2 -> program.row(side, side, columns, values);
      default -> program.row(-NONE, side, columns, values);
    }
  }

  private void enumerate(double[] values, int column) {
    if (column < integers) {
      for (double v = program.lower(column); v <= program.upper(column); v++) {
        values[column] = v;
        enumerate(values, column + 1);
      }
      return;
    }
    values[sum] = 0;
    values[z] = 0;
    values[sum] = program.activity(0, values);
    chooseZ(values);
  }

  private void chooseZ(double[] values) {
    values[z] = 0;
    double low = program.lower(z);
    double high = program.upper(z);
    for (int r = 1; r < program.rowCount(); r++) {
      double rest = program.activity(r, values);
      double factor = 0;
      int[] columns = program.rowColumns(r);
      for (int i = 0; i < columns.length; i++) {
        factor += columns[i] == z ? program.rowCoefficients(r)[i] : 0;
      }
      double from = program.rowLower(r) - rest;
      double to = program.rowUpper(r) - rest;
      if (factor == 0) {
        if (from > TOLERANCE || to < -TOLERANCE) {
          return;
        }
      } else {
        low = Math.max(low, factor > 0 ? from / factor : to / factor);
        high = Math.min(high, factor > 0 ? to / factor : from / factor);
      }
    }
    if (program.isInteger(z)) {
      low = Math.ceil(low - TOLERANCE);
      high = Math.floor(high + TOLERANCE);
    }
    if (low > high + TOLERANCE) {
      return;
    }
    values[z] = program.cost(z) < 0 ? high : low;
    if (Double.isInfinite(values[z])) {
      isUnbounded = true;
    } else {
      cost = Math.min(cost, program.costOf(values));
    }
  }

  Program program() {
    return program;
  }

  Status status() {
    if (isUnbounded) {
      return Status.UNBOUNDED;
    }
    return cost == NONE ? Status.INFEASIBLE : Status.OPTIMAL;
  }

  double cost() {
    return cost;
  }

  /// 40 sites with four options each, and 15 rows that a third of the loads may pass.
  static Program larger(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Program program = new Program();
    int sites = 40;
    int options = 4;
    double[][] kept = new double[sites][options];
    for (int s = 0; s < sites; s++) {
      int[] columns = new int[options];
      double[] ones = new double[options];
      double load = random.nextDouble(0.1, 1);
      for (int o = 0; o < options; o++) {
        columns[o] = program.column(o * o * load * random.nextDouble(1, 3), 0, 1, true);
        ones[o] = 1;
        kept[s][o] = load * StrictMath.pow(0.4, o);
      }
      program.row(1, 1, columns, ones);
    }
    for (int r = 0; r < 15; r++) {
      int[] columns = new int[sites * options];
      double[] values = new double[sites * options];
      double all = 0;
      for (int s = 0; s < sites; s++) {
        double passing = random.nextInt(3) == 0 ? random.nextDouble() : 0;
        all += passing * kept[s][0];
        for (int o = 0; o < options; o++) {
          columns[s * options + o] = s * options + o;
          values[s * options + o] = passing * kept[s][o];
        }
      }
      program.row(-NONE, all / 3, columns, values);
    }
    return program;
  }
}
