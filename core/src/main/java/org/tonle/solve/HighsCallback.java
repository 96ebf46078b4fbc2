package org.tonle.solve;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// HiGHS callback: what the library calls while it solves.
final class HighsCallback {
  static final int SIMPLEX_INTERRUPT = 1;
  static final int INTERIOR_POINT_INTERRUPT = 2;
  static final int MIP_INTERRUPT = 6;

  private final HighsLibrary library;
  private final Solver.Watch watch;
  private final double costUnit;
  private final MemorySegment bestName;
  private final MemorySegment boundName;
  private double best = Double.POSITIVE_INFINITY;
  private double bound = Double.NEGATIVE_INFINITY;
  private @Nullable Throwable fault;

  HighsCallback(HighsLibrary library, Solver.Watch watch, double costUnit, Arena arena) {
    this.library = library;
    this.watch = watch;
    this.costUnit = costUnit;
    bestName = arena.allocateFrom("mip_primal_bound");
    boundName = arena.allocateFrom("mip_dual_bound");
  }

  /// Nothing may be thrown through the library, which knows no exceptions of Java.
  void call(
      int kind, MemorySegment message, MemorySegment out, MemorySegment in, MemorySegment caller) {
    try {
      if (kind == MIP_INTERRUPT) {
        best = number(out, bestName);
        bound = number(out, boundName);
      }
      if (!watch.goesOn(best, bound)) {
        interrupt(in);
      }
    } catch (Throwable e) {
      fault = e;
      interrupt(in);
    }
  }

  private double number(MemorySegment out, MemorySegment name) {
    MemorySegment item = library.callbackItem.address(out, name);
    double value = NativeFunction.sized(item, JAVA_DOUBLE.byteSize()).get(JAVA_DOUBLE, 0);
    return value * costUnit;
  }

  /// The flag is the first field of what the library reads back.
  private static void interrupt(MemorySegment in) {
    NativeFunction.sized(in, JAVA_INT.byteSize()).set(JAVA_INT, 0, 1);
  }

  /// Throws what the watch has thrown.
  void rethrow() {
    switch (fault) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }
}
