package org.tonle.model;

/// How good a figure is. The order is from strongest to weakest mark.
public enum Quality {
  /// An instrument or laboratory value.
  MEASURED,
  /// Printed by the named reference.
  PUBLISHED,
  /// Worked out from measured or published figures.
  DERIVED,
  /// An assumption with its basis; also any figure without a reference.
  ESTIMATE,
  /// Carried from a publication whose page was not re-opened.
  UNVERIFIED;

  public Quality weaker(Quality other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
