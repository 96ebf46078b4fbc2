package org.tonle.model;

import java.util.List;
import org.tonle.convert.Text;

/// Season: a slice of the cyclic year. All seasons of a study fill the year in order.
///
/// @param months calendar months 1..12 it covers, in order; empty for a textbook exercise
/// @param duration_d its length [d]
public record Season(String id, Names names, List<Integer> months, double duration_d) {
  public Season {
    months = List.copyOf(months);
    if (!(duration_d > 0)) {
      throw new IllegalArgumentException(
          Text.format("Season %s must last longer than 0 d, not %s.", id, duration_d));
    }
  }
}
