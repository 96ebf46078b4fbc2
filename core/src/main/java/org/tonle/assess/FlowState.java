package org.tonle.assess;

/// Flow state of a place in a season.
public enum FlowState {
  /// Flow along its drawn direction.
  FORWARD,
  /// Flow against its drawn direction.
  BACKWARD,
  /// Little net flow in either direction: routed, not judged.
  TURNING,
  /// No water: not routed, not judged.
  DRY,
  /// Flow of water that comes from nowhere: routed, not judged.
  UNKNOWN,
  /// A lake or node.
  STANDING
}
