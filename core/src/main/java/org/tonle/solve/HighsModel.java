package org.tonle.solve;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// HiGHS model: a program in the library's memory, until it is closed.
final class HighsModel implements AutoCloseable {
  private static final int ROW_WISE = 2;
  private static final int MINIMISE = 1;

  /// What a call answers that did not do what it should.
  static final int FAILED = -1;

  private final HighsLibrary library;
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment highs;
  private final int columns;

  HighsModel(HighsLibrary library, Handover program) {
    this.library = library;
    columns = program.columns;
    highs = library.create.address();
    try {
      set("output_flag", false);
      // The least the library accepts; a handover has none below it.
      set("small_matrix_value", 1e-12);
      pass(program);
      requireCounts(program);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private void pass(Handover program) {
    require(
        library.passModel.integer(
            highs,
            columns,
            program.rows,
            program.index.length,
            0,
            ROW_WISE,
            0,
            MINIMISE,
            0.0,
            array(program.cost),
            array(program.lower),
            array(program.upper),
            array(program.rowLower),
            array(program.rowUpper),
            array(program.start),
            array(program.index),
            array(program.coefficient),
            NULL,
            NULL,
            NULL,
            array(program.isInteger)),
        "take the program");
  }

  private void requireCounts(Handover program) {
    Handover.requireCounts(
        "HiGHS",
        program,
        library.columnCount.integer(highs),
        library.rowCount.integer(highs),
        library.nonZeroCount.integer(highs));
  }

  void set(String option, boolean value) {
    require(library.setBoolean.integer(highs, text(option), value ? 1 : 0), option);
  }

  void set(String option, int value) {
    require(library.setInteger.integer(highs, text(option), value), option);
  }

  void set(String option, double value) {
    require(library.setNumber.integer(highs, text(option), value), option);
  }

  void set(String option, String value) {
    require(library.setText.integer(highs, text(option), text(value)), option);
  }

  /// Gives the library values to start from; it may not be able to use them.
  void start(double[] values) {
    int known = 0;
    int[] index = new int[values.length];
    double[] value = new double[values.length];
    for (int c = 0; c < values.length; c++) {
      if (!Double.isNaN(values[c])) {
        index[known] = c;
        value[known++] = values[c];
      }
    }
    if (known == columns) {
      library.setSolution.integer(highs, array(value), NULL, NULL, NULL);
    } else {
      library.setSparseSolution.integer(highs, known, array(index), array(value));
    }
  }

  void costs(double[] cost) {
    require(library.changeColumnCosts.integer(highs, 0, columns - 1, array(cost)), "take costs");
  }

  /// Solves, and answers the library's code of how it ended, or {@link #FAILED}.
  int run(Solver.Watch watch, double costUnit) {
    HighsCallback callback = new HighsCallback(library, watch, costUnit, arena);
    if (!watch.equals(Solver.Watch.NONE)) {
      require(
          library.setCallback.integer(highs, library.callback(callback, arena), NULL),
          "be watched");
      library.startCallback.integer(highs, HighsCallback.SIMPLEX_INTERRUPT);
      library.startCallback.integer(highs, HighsCallback.INTERIOR_POINT_INTERRUPT);
      library.startCallback.integer(highs, HighsCallback.MIP_INTERRUPT);
    }
    int result = library.run.integer(highs);
    callback.rethrow();
    return result == FAILED ? FAILED : library.modelStatus.integer(highs);
  }

  double number(String name) {
    MemorySegment value = arena.allocate(JAVA_DOUBLE);
    require(library.numberInfo.integer(highs, text(name), value), name);
    return value.get(JAVA_DOUBLE, 0);
  }

  int integer(String name) {
    MemorySegment value = arena.allocate(JAVA_INT);
    require(library.integerInfo.integer(highs, text(name), value), name);
    return value.get(JAVA_INT, 0);
  }

  double[] values() {
    MemorySegment values = arena.allocate(JAVA_DOUBLE, columns);
    require(library.solution.integer(highs, values, NULL, NULL, NULL), "tell its values");
    return values.toArray(JAVA_DOUBLE);
  }

  double seconds() {
    return library.runTime.number(highs);
  }

  private MemorySegment text(String text) {
    return arena.allocateFrom(text);
  }

  private MemorySegment array(double[] values) {
    return values.length == 0 ? NULL : arena.allocateFrom(JAVA_DOUBLE, values);
  }

  private MemorySegment array(int[] values) {
    return values.length == 0 ? NULL : arena.allocateFrom(JAVA_INT, values);
  }

  private static void require(int result, String what) {
    if (result == FAILED) {
      throw new IllegalStateException("HiGHS could not " + what + ".");
    }
  }

  @Override
  public void close() {
    library.destroy.call(highs);
    arena.close();
  }
}
