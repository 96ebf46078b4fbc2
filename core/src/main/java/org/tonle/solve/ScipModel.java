package org.tonle.solve;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// SCIP model: a program in the library's memory, until it is closed.
final class ScipModel implements AutoCloseable {
  private static final int DONE = 1;
  private static final int INTEGER = 1;
  private static final int CONTINUOUS = 3;

  private final ScipLibrary library;
  private final Arena arena = Arena.ofConfined();

  /// Pointers to the model, and to one column, row or solution at a time.
  private final MemorySegment holder = arena.allocate(ADDRESS);

  private final MemorySegment item = arena.allocate(ADDRESS);
  private final MemorySegment nameless = arena.allocateFrom("");
  private final MemorySegment[] column;
  private final MemorySegment scip;

  ScipModel(ScipLibrary library, Handover program) {
    this.library = library;
    column = new MemorySegment[program.columns];
    require(library.create.integer(holder), "start");
    scip = holder.get(ADDRESS, 0);
    try {
      require(library.includePlugins.integer(scip), "load its parts");
      set("display/verblevel", 0);
      require(library.createProblem.integer(scip, nameless), "make a program");
      for (int c = 0; c < column.length; c++) {
        column[c] = addColumn(program, c);
      }
      long entries = 0;
      for (int r = 0; r < program.rows; r++) {
        entries += addRow(program, r);
      }
      requireCounts(program, entries);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private MemorySegment addColumn(Handover program, int c) {
    require(
        library.createColumn.integer(
            scip,
            item,
            nameless,
            finite(program.lower[c]),
            finite(program.upper[c]),
            program.cost[c],
            program.isInteger[c] == 1 ? INTEGER : CONTINUOUS),
        "make a column");
    MemorySegment made = item.get(ADDRESS, 0);
    require(library.addColumn.integer(scip, made), "take a column");
    return made;
  }

  /// The number of coefficients that the library took.
  private int addRow(Handover program, int row) {
    int size = program.start[row + 1] - program.start[row];
    try (Arena rowArena = Arena.ofConfined()) {
      MemorySegment columns = rowArena.allocate(ADDRESS, Math.max(1, size));
      MemorySegment values = rowArena.allocate(JAVA_DOUBLE, Math.max(1, size));
      for (int i = 0; i < size; i++) {
        int entry = program.start[row] + i;
        columns.setAtIndex(ADDRESS, i, column[program.index[entry]]);
        values.setAtIndex(JAVA_DOUBLE, i, program.coefficient[entry]);
      }
      require(
          library.createRow.integer(
              scip,
              item,
              nameless,
              size,
              columns,
              values,
              finite(program.rowLower[row]),
              finite(program.rowUpper[row])),
          "make a row");
    }
    MemorySegment made = item.get(ADDRESS, 0);
    require(library.addRow.integer(scip, made), "take a row");
    int taken = library.rowSize.integer(scip, made);
    require(library.releaseRow.integer(scip, item), "let go of a row");
    return taken;
  }

  private static double finite(double bound) {
    return Math.clamp(bound, -Handover.INFINITE, Handover.INFINITE);
  }

  private void requireCounts(Handover program, long entries) {
    Handover.requireCounts(
        "SCIP",
        program,
        library.columnCount.integer(scip),
        library.rowCount.integer(scip),
        entries);
  }

  void set(String parameter, int value) {
    require(library.setInteger.integer(scip, arena.allocateFrom(parameter), value), parameter);
  }

  void set(String parameter, double value) {
    require(library.setNumber.integer(scip, arena.allocateFrom(parameter), value), parameter);
  }

  /// Gives the library values to start from; it may not be able to use them.
  void start(double[] values) {
    require(library.createPartialSolution.integer(scip, item, NULL), "take a start");
    for (int c = 0; c < values.length; c++) {
      if (!Double.isNaN(values[c])) {
        require(
            library.setValue.integer(scip, item.get(ADDRESS, 0), column[c], values[c]),
            "take a start");
      }
    }
    MemorySegment isStored = arena.allocate(JAVA_INT);
    require(library.addSolution.integer(scip, item, isStored), "take a start");
  }

  /// Forgets how far it got, and asks only whether values satisfy the program.
  void forgetCosts() {
    require(library.restart.integer(scip), "start anew");
    for (MemorySegment one : column) {
      require(library.changeCost.integer(scip, one, 0.0), "take costs");
    }
  }

  /// Solves on, and answers the library's code of how it ended.
  int run() {
    require(library.solve.integer(scip), "solve");
    return library.status.integer(scip);
  }

  double primalBound() {
    return number(library.primalBound.number(scip));
  }

  double dualBound() {
    return number(library.dualBound.number(scip));
  }

  private static double number(double value) {
    return Math.abs(value) >= Handover.INFINITE
        ? Math.copySign(Double.POSITIVE_INFINITY, value)
        : value;
  }

  double seconds() {
    return library.seconds.number(scip);
  }

  /// The best values, or none.
  double[] values() {
    MemorySegment solution = library.bestSolution.address(scip);
    if (solution.equals(NULL)) {
      return new double[0];
    }
    double[] values = new double[column.length];
    for (int c = 0; c < values.length; c++) {
      values[c] = library.value.number(scip, solution, column[c]);
    }
    return values;
  }

  private static void require(int result, String what) {
    if (result != DONE) {
      throw new IllegalStateException("SCIP could not " + what + " (its code " + result + ").");
    }
  }

  @Override
  public void close() {
    for (MemorySegment one : column) {
      if (one != null) {
        item.set(ADDRESS, 0, one);
        library.releaseColumn.integer(scip, item);
      }
    }
    library.free.integer(holder);
    arena.close();
  }
}
