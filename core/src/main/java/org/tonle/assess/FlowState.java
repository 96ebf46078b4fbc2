package org.tonle.assess;

/// How a reach runs in a season.
public enum FlowState {
  /// Along its drawn direction.
  FORWARD,
  /// Against it.
  BACKWARD,
  /// Hardly either way: routed, not judged.
  TURNING,
  /// No water: not routed, not judged.
  DRY,
  /// A lake or node.
  STANDING
}
