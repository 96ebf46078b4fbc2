package org.tonle.assess;

import org.tonle.model.Names;

/// Place that has results: a reach, a lake, or a node with a station or receptor.
public record Place(Kind kind, String id, Names names, String unit) {
  public enum Kind {
    REACH,
    LAKE,
    NODE
  }
}
