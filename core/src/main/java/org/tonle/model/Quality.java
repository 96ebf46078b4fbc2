package org.tonle.model;

/// Quality mark of a number, from strongest to weakest.
public enum Quality {
  /// An instrument or laboratory value.
  MEASURED,
  /// Printed in the named reference.
  PUBLISHED,
  /// Computed from measured or published numbers.
  DERIVED,
  /// An assumption with its basis stated; also any number without a reference.
  ESTIMATE,
  /// Copied from a publication whose page was not checked again.
  UNVERIFIED;

  public Quality weaker(Quality other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
