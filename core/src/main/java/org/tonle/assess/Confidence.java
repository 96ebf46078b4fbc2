package org.tonle.assess;

import java.util.function.DoublePredicate;

/// Confidence that a share of draws gives: which shares meet or break a limit, and which are too
/// close to call for this number of draws (docs/theory/uncertainty.md, Eq. 14).
public final class Confidence {
  /// With this many draws a share counts as it is.
  private static final int ENOUGH = 10_000;

  /// Each tail of the exact 95 % interval of Clopper and Pearson (1934).
  private static final double TAIL = 0.025;

  /// 1 - 0.9 is a little less than 0.1.
  private static final double ROUNDING = 1e-12;

  private final double confidence;
  private final int draws;
  private final int[] close = new int[4];

  /// @param confidence c: met from c, breached to 1 - c
  /// @param draws 0 for the central run alone
  public Confidence(double confidence, int draws) {
    this.confidence = confidence;
    this.draws = draws;
    if (isCounted()) {
      range(confidence, 0);
      range(1 - confidence, 2);
    }
  }

  private boolean isCounted() {
    return draws > 0 && draws < ENOUGH;
  }

  /// The counts whose interval contains a share: those of which neither tail, were it the true
  /// share, is rarer than 2.5 %.
  private void range(double share, int at) {
    double[] mass = binomial(share);
    double below = 0;
    int first = 0;
    while (first < draws && below + mass[first] < TAIL) {
      below += mass[first++];
    }
    double above = 0;
    int last = draws;
    while (last > 0 && above + mass[last] < TAIL) {
      above += mass[last--];
    }
    close[at] = first;
    close[at + 1] = last;
  }

  /// Probability of every count of successes; from the most likely count outwards, so that nothing
  /// underflows.
  private double[] binomial(double share) {
    double[] mass = new double[draws + 1];
    if (share <= 0 || share >= 1) {
      mass[share <= 0 ? 0 : draws] = 1;
      return mass;
    }
    int mode = (int) StrictMath.min(draws, StrictMath.floor((draws + 1) * share));
    mass[mode] = 1;
    double odds = share / (1 - share);
    double sum = 1;
    for (int x = mode; x < draws; x++) {
      mass[x + 1] = mass[x] * odds * (draws - x) / (x + 1);
      sum += mass[x + 1];
    }
    for (int x = mode; x > 0; x--) {
      mass[x - 1] = mass[x] / odds * x / (draws - x + 1);
      sum += mass[x - 1];
    }
    for (int x = 0; x <= draws; x++) {
      mass[x] /= sum;
    }
    return mass;
  }

  public boolean isMet(double share) {
    return share >= confidence - ROUNDING;
  }

  public boolean isBreached(double share) {
    return isBreached(share, confidence);
  }

  static boolean isBreached(double share, double confidence) {
    return share <= 1 - confidence + ROUNDING;
  }

  /// Whether more draws could change what a share means.
  public boolean isTooClose(double share) {
    if (!isCounted()) {
      return false;
    }
    long met = StrictMath.round(share * draws);
    return (met >= close[0] && met <= close[1]) || (met >= close[2] && met <= close[3]);
  }

  /// Standard error of counting a share as breached, by the chance of these draws alone.
  public double errorOfBreach(double share) {
    return errorOf(share, this::isBreached);
  }

  /// Standard error of counting a share as met, likewise.
  public double errorOfMet(double share) {
    return errorOf(share, this::isMet);
  }

  /// Standard error of counting a share as neither, likewise.
  public double errorOfNeither(double share) {
    return errorOf(share, s -> !isBreached(s) && !isMet(s));
  }

  private double errorOf(double share, DoublePredicate isCounted) {
    if (draws == 0) {
      return 0;
    }
    double[] mass = binomial(share);
    double counts = 0;
    for (int x = 0; x <= draws; x++) {
      counts += isCounted.test(x / (double) draws) ? mass[x] : 0;
    }
    return StrictMath.sqrt(StrictMath.max(0, counts * (1 - counts)));
  }
}
