package org.tonle.compare;

import org.tonle.assess.Place;

/// Still place, where no concentration moves, and the reason.
public record Still(Place place, Why why) {
  /// Reason why nothing moves at a place.
  public enum Why {
    /// Nothing that changed enters above it.
    NOTHING_ABOVE,
    /// Something that changed enters above it, but is too small to matter there.
    NOT_FELT,
    /// The place has no flow in either scenario.
    NO_FLOW;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
