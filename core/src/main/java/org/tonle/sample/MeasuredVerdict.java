package org.tonle.sample;

import java.util.Locale;
import org.tonle.convert.Tie;

/// Measured verdict: what the samples alone say of a limit.
public enum MeasuredVerdict {
  BREACHED,
  MET,
  /// Too few samples, or bounds of a laboratory that leave it open.
  NOT_KNOWN;

  /// With fewer samples a limit is not called met.
  static final int ENOUGH = 4;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The verdict on a figure that the samples decide, whatever their bounds. One sample on the
  /// wrong side breaks a limit on the extreme of samples; fewer than four say nothing of a mean,
  /// and never that a limit is met.
  static MeasuredVerdict of(FigureRange figure, double limit, boolean isMinimum, Few few) {
    double best = isMinimum ? figure.high() : figure.low();
    double worst = isMinimum ? figure.low() : figure.high();
    boolean isEnough = few.n >= ENOUGH;
    if (!Tie.isMet(best, limit, isMinimum)) {
      return isEnough || few.isExtreme ? BREACHED : NOT_KNOWN;
    }
    return Tie.isMet(worst, limit, isMinimum) && isEnough ? MET : NOT_KNOWN;
  }

  /// The verdict on an estimate between the least and the most.
  static MeasuredVerdict ofEstimate(FigureRange figure, double limit, boolean isMinimum, int n) {
    if (Double.isNaN(figure.value()) || n < ENOUGH) {
      return NOT_KNOWN;
    }
    return Tie.isMet(figure.value(), limit, isMinimum) ? MET : BREACHED;
  }

  /// @param isExtreme whether the limit binds the highest or the lowest of the samples
  record Few(int n, boolean isExtreme) {}
}
