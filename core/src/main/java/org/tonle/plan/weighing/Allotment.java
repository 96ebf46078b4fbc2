package org.tonle.plan.weighing;

import org.tonle.plan.program.Effort;
import org.tonle.run.Cancel;

/// Allotment of time to one part of the weighing: what is left of it is shared among the questions
/// still to come.
final class Allotment {
  /// Time for a question when the time of all is over: enough to judge what it starts from.
  private static final double LEAST_SECONDS = 0.05;

  private static final double NANOSECONDS = 1e-9;

  private final Effort effort;
  private final double seconds;
  private final Cancel cancel;
  private final long began_ns;

  Allotment(Effort effort, double seconds, Cancel cancel) {
    this.effort = effort;
    this.seconds = seconds;
    this.cancel = cancel;
    began_ns = effort.clock().getAsLong();
  }

  double left() {
    return seconds - (effort.clock().getAsLong() - began_ns) * NANOSECONDS;
  }

  boolean isOver() {
    return cancel.isCancelled() || left() <= 0;
  }

  /// Effort for the next of some questions: up to twice its equal share.
  Effort oneOf(int questions) {
    double share = cancel.isCancelled() ? 0 : 2 * left() / (questions + 1);
    return effort.withSeconds(StrictMath.max(LEAST_SECONDS, share));
  }
}
