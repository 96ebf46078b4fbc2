package org.tonle.compare;

import java.util.List;

/// Load to cut before and after, in equal percentages at the study's confidence.
///
/// @param confidence at which limits must be met
public record DemandChange(double confidence, List<Cut> cuts) {
  public DemandChange {
    cuts = List.copyOf(cuts);
  }

  /// Cut of one constituent over all sources [t/a; of bacteria 10^12 counts/a].
  ///
  /// @param placesBefore number of breaches that ask for the cut
  /// @param placesAfter the same number under the other scenario
  public record Cut(
      String constituent,
      double before_t_per_a,
      double after_t_per_a,
      int placesBefore,
      int placesAfter) {}
}
