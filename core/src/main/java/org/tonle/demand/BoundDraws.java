package org.tonle.demand;

import org.tonle.cause.Response;
import org.tonle.convert.Tie;

/// Bound draws: the contributions of a bound's sources in each draw, and the rest
/// (docs/theory/demand.md, Eqs. 1–3). Without draws, the central run counts as one draw. A model
/// error moves the limit of a draw.
public final class BoundDraws {
  private static final double ROUNDING = 1e-9;

  private final Response of;
  private final double[] allowed;
  private final double[] slack;
  private final double[][] drawn;
  private final double[] rest;

  /// @param limit that `allowed` comes from
  /// @param cause sources that count, as numbers of the response's causes
  BoundDraws(Response of, double allowed, double limit, int[] cause) {
    this.of = of;
    int draws = StrictMath.max(1, of.drawCount());
    double tie = (of.drawCount() == 0 ? Tie.EXACT : Tie.DRAWN) * StrictMath.abs(limit);
    this.allowed = new double[draws];
    slack = new double[draws];
    for (int d = 0; d < draws; d++) {
      this.allowed[d] = of.allowed(allowed, d);
      slack[d] =
          of.isMoved() ? StrictMath.abs(of.allowed(allowed + tie, d) - this.allowed[d]) : tie;
    }
    drawn = new double[cause.length][draws];
    rest = new double[draws];
    for (int i = 0; i < of.causes().size(); i++) {
      for (int d = 0; d < draws; d++) {
        rest[d] += value(of, i, d);
      }
    }
    for (int i = 0; i < cause.length; i++) {
      for (int d = 0; d < draws; d++) {
        drawn[i][d] = value(of, cause[i], d);
        rest[d] -= drawn[i][d];
      }
    }
  }

  private static double value(Response of, int i, int d) {
    return of.drawCount() == 0 ? of.central(i) : of.draw(i, d);
  }

  /// The concentration (for oxygen the shortfall) that is read in every draw.
  public double[] byDraw() {
    double[] found = rest.clone();
    for (double[] one : drawn) {
      for (int d = 0; d < found.length; d++) {
        found[d] += one[d];
      }
    }
    for (int d = 0; of.isMoved() && d < found.length; d++) {
      found[d] = of.read(found[d], d);
    }
    return found;
  }

  /// Share of draws that meet the limit if each source keeps this share of its load.
  double probability(double[] kept) {
    int met = 0;
    for (int d = 0; d < rest.length; d++) {
      met += sum(kept, d) <= allowed[d] + slack[d] ? 1 : 0;
    }
    return (double) met / rest.length;
  }

  /// The same clear of rounding: so that cuts that were sought with it meet the limit when they are
  /// simulated anew, too.
  double clear(double[] kept) {
    int met = 0;
    for (int d = 0; d < rest.length; d++) {
      double rounding = ROUNDING * StrictMath.abs(allowed[d]);
      met += sum(kept, d) <= allowed[d] + rounding ? 1 : 0;
    }
    return (double) met / rest.length;
  }

  private double sum(double[] kept, int d) {
    double sum = rest[d];
    for (int i = 0; i < kept.length; i++) {
      sum += kept[i] * drawn[i][d];
    }
    return sum;
  }

  /// Share of the sources' load that meets the limit, for every draw: below 0 if not even a load of
  /// 0 does, infinite if the sources do not matter (Eq. 2).
  public double[] keepable() {
    double[] found = new double[rest.length];
    for (int d = 0; d < rest.length; d++) {
      double sum = 0;
      for (double[] one : drawn) {
        sum += one[d];
      }
      double room = allowed[d] - rest[d];
      found[d] =
          sum > 0
              ? room / sum
              : room >= -slack[d] ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    return found;
  }

  /// Whether no contribution is negative in any draw: then less load never meets the limit in fewer
  /// draws.
  boolean isRising() {
    for (double[] one : drawn) {
      for (double value : one) {
        if (value < 0) {
          return false;
        }
      }
    }
    return true;
  }
}
