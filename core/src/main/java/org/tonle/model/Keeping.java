package org.tonle.model;

import java.util.OptionalDouble;

/// Keeping of excreta on one sanitation path: shares of its people by how a survey found their tank
/// or pit kept. It decides who is safely managed, and changes no load.
///
/// @param containedShare excreta stay in place, contained and not emptied; empty if not said
/// @param emptiedShare tank or pit is emptied; empty if not said
/// @param drainsShare tank or pit drains to a ditch or open water; empty if not said
/// @param sharedShare toilet is shared with other households, however it is kept
public record Keeping(
    OptionalDouble containedShare,
    OptionalDouble emptiedShare,
    OptionalDouble drainsShare,
    double sharedShare) {
  /// Keeping of a path about which the study says nothing.
  public static final Keeping UNSAID =
      new Keeping(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 0);

  public boolean isSaid() {
    return !equals(UNSAID);
  }
}
