package org.tonle.plain;

import java.util.Arrays;
import org.tonle.model.Category;
import org.tonle.model.Entry;

/// Load of one constituent that one source brings to the water by one path.
///
/// @param made mean of the year [g/s, count/s], as `removed` and `retained`
/// @param toWater into the water, season by season
record PlainLoad(
    String source,
    Category category,
    String unit,
    String path,
    Entry entry,
    String constituent,
    double made,
    double removed,
    double retained,
    double[] toWater) {

  /// What tells it from all other loads.
  String key() {
    return source + "|" + path + "|" + constituent + "|" + category.id() + "|" + entry;
  }

  /// Whether it is listed: what was measured is, even if it is 0.
  boolean isAnything() {
    return path.equals("measured") || made != 0 || Arrays.stream(toWater).anyMatch(w -> w != 0);
  }
}
