package org.tonle.simulate;

import java.util.List;

/// What a run shall leave, besides means and counts of limits met.
///
/// @param percentileShare percentiles as shares, such as 0.95
/// @param deviation standard deviations
/// @param balance the mass balance of every draw
/// @param keptPlace places whose every draw is kept
public record Wanted(
    List<Double> percentileShare, boolean deviation, boolean balance, List<Integer> keptPlace) {
  /// All that reports show.
  public static final Wanted ALL = new Wanted(GroupResult.PERCENTILES, true, true);

  /// What a slider waits for.
  public static final Wanted CHANCES = new Wanted(List.of(), false, false);

  /// The same with a band.
  public static final Wanted BANDS = new Wanted(List.of(0.05, 0.5, 0.95), false, false);

  public Wanted {
    percentileShare = List.copyOf(percentileShare);
    keptPlace = List.copyOf(keptPlace);
    for (double share : percentileShare) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("percentileShare (" + share + ") must be 0 to 1.");
      }
    }
    for (int place : keptPlace) {
      if (place < 0) {
        throw new IllegalArgumentException("keptPlace (" + place + ") must be at least 0.");
      }
    }
  }

  /// No single draw is kept.
  public Wanted(List<Double> percentileShare, boolean deviation, boolean balance) {
    this(percentileShare, deviation, balance, List.of());
  }

  /// Every draw of some places, and means.
  public static Wanted draws(List<Integer> places) {
    return new Wanted(List.of(), false, false, places);
  }
}
