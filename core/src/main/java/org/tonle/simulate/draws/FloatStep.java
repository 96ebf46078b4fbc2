package org.tonle.simulate.draws;

import org.jspecify.annotations.Nullable;
import org.tonle.simulate.lanes.Passage;

/// Step of the members of a group through one segment, all draws at once, in float.
public interface FloatStep {
  /// Reactions of a member of first order.
  default int reactions() {
    return 0;
  }

  /// Prepares a passage through a segment in one pass, if that is possible.
  default boolean isPrepared(int season, int segment, Passage passage) {
    return false;
  }

  /// @param head loads of the upper node, one vector per member
  /// @param fraction share of them that enters the segment
  /// @param along loads spread along it, null for members without any, or null
  /// @param isForced whether saturation, bed and light act
  /// @param adds whether the load that arrives is added to `tail`; else `tail` is set
  /// @param tail loads at the lower end
  /// @return the worst loads on the way, in vectors of the step's own that hold until its next run;
  ///   null where they are `head` times `fraction`
  float @Nullable [][] run(
      int season,
      int segment,
      float[][] head,
      float fraction,
      float @Nullable [] @Nullable [] along,
      boolean isForced,
      boolean adds,
      float[][] tail);
}
