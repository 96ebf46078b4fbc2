package org.tonle.compare;

import org.tonle.assess.Place;

/// Place where no concentration moves, and why.
public record Still(Place place, Why why) {
  /// Why nothing moves at a place.
  public enum Why {
    /// Nothing that changed enters above it.
    NOTHING_ABOVE,
    /// Something that changed enters above it, and is not felt there.
    NOT_FELT,
    /// It has no flow in either scenario.
    NO_FLOW;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
