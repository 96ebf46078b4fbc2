package org.tonle.simulate;

import java.util.List;

/// Statistics that a run keeps, beyond the mean and the number of draws that meet each limit.
///
/// @param percentileShare percentiles as shares, such as 0.95
/// @param deviation standard deviations
/// @param balance the mass balance of every draw
/// @param keptPlace places whose every draw is kept
public record Keep(
    List<Double> percentileShare, boolean deviation, boolean balance, List<Integer> keptPlace) {
  /// All statistics that reports show.
  public static final Keep ALL = new Keep(GroupResult.PERCENTILES, true, true);

  /// Statistics of a central run beside draws: its spread is zero.
  public static final Keep CENTRAL = new Keep(List.of(), false, true);

  /// Statistics that a slider waits for: means, and counts of the draws that meet each limit.
  public static final Keep CHANCES = new Keep(List.of(), false, false);

  /// The same with a 90 % band.
  public static final Keep BANDS = new Keep(List.of(0.05, 0.5, 0.95), false, false);

  public Keep {
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
    percentileShare = List.copyOf(percentileShare);
    keptPlace = List.copyOf(keptPlace);
  }

  /// The same without a balance.
  public Keep withoutBalance() {
    return new Keep(percentileShare, deviation, false, keptPlace);
  }

  /// Statistics without single draws.
  public Keep(List<Double> percentileShare, boolean deviation, boolean balance) {
    this(percentileShare, deviation, balance, List.of());
  }

  /// Every draw of some places, and means.
  public static Keep draws(List<Integer> places) {
    return new Keep(List.of(), false, false, places);
  }
}
