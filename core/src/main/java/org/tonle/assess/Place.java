package org.tonle.assess;

import org.tonle.model.Names;

/// A place that has results: a reach, a lake, or a node that a station or receptor sits on.
public record Place(Kind kind, String id, Names names, String unit) {
  public enum Kind {
    REACH,
    LAKE,
    NODE
  }
}
