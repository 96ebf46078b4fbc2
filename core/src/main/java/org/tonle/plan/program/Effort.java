package org.tonle.plan.program;

import java.util.function.LongSupplier;
import org.tonle.solve.Solver.Watch;

/// Effort of a search: how near to the best, how long, and who is told and may stop it.
///
/// @param gap share of the measure that need not be saved
/// @param clock nanoseconds that go on; core has no clock of its own
/// @param watch told of the best plan and the bound; answers false to stop
public record Effort(
    double gap, double seconds, int threads, int seed, LongSupplier clock, Watch watch) {
  public static Effort of(double gap, double seconds, LongSupplier clock) {
    return new Effort(gap, seconds, 1, 0, clock, Watch.NONE);
  }

  /// No limit: the same question gets the same answer on every machine.
  public static Effort unlimited(double gap) {
    return of(gap, Double.POSITIVE_INFINITY, () -> 0);
  }

  public Effort withSeconds(double other) {
    return new Effort(gap, other, threads, seed, clock, watch);
  }

  public Effort withGap(double other) {
    return new Effort(other, seconds, threads, seed, clock, watch);
  }
}
