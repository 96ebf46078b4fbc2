package org.tonle.assess;

import org.tonle.network.SeasonNetwork;

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
  STANDING;

  /// Whether water is judged in this state: it flows, is not turning, and is known to come from
  /// somewhere.
  public boolean isJudged() {
    return this != DRY && this != TURNING && this != UNKNOWN;
  }

  /// State of a reach.
  public static FlowState of(SeasonNetwork.ReachState state) {
    return switch (state) {
      case FORWARD -> FlowState.FORWARD;
      case BACKWARD -> FlowState.BACKWARD;
      case TURNING -> FlowState.TURNING;
      case DRY -> FlowState.DRY;
    };
  }
}
