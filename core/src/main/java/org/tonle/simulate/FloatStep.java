package org.tonle.simulate;

import org.jspecify.annotations.Nullable;

/// Carries the members of a group through one segment, all draws at once, in float.
interface FloatStep {
  /// @param head loads at the upper end, one vector per member
  /// @param along loads spread along it, or null
  /// @param isForced whether saturation, bed and light act
  /// @param tail loads at the lower end, filled
  /// @return the worst loads on the way: `head`, or vectors of the step's own that hold until its
  ///   next run
  float[][] run(
      int season,
      int segment,
      float[][] head,
      float @Nullable [][] along,
      boolean isForced,
      float[][] tail);
}
