package org.tonle.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.model.Rate;
import org.tonle.model.Reaction;

/// Finds the rate of a reaction at a place and season: the narrowest row of `rates.csv` wins, the
/// reaction's own value holds elsewhere.
final class RateTable {
  private final Map<String, List<Rate>> byReaction = new HashMap<>();

  RateTable(List<Rate> rates) {
    for (Rate rate : rates) {
      byReaction.computeIfAbsent(rate.reaction(), id -> new ArrayList<>()).add(rate);
    }
  }

  double value(
      Reaction reaction, String place, String season, double discharge_m3_per_s, double depth_m) {
    double value = reaction.value();
    int narrowest = -1;
    for (Rate rate : byReaction.getOrDefault(reaction.id(), List.of())) {
      boolean holds =
          (rate.place().isEmpty() || rate.place().equals(place))
              && (rate.season().isEmpty() || rate.season().equals(season))
              && discharge_m3_per_s >= rate.minDischarge_m3_per_s()
              && discharge_m3_per_s < rate.maxDischarge_m3_per_s()
              && depth_m >= rate.minDepth_m()
              && depth_m < rate.maxDepth_m();
      int narrow = narrowness(rate);
      if (holds && narrow > narrowest) {
        narrowest = narrow;
        value = rate.value();
      }
    }
    return value;
  }

  private static int narrowness(Rate rate) {
    boolean isClass =
        rate.minDischarge_m3_per_s() > 0
            || rate.minDepth_m() > 0
            || rate.maxDischarge_m3_per_s() < Double.POSITIVE_INFINITY
            || rate.maxDepth_m() < Double.POSITIVE_INFINITY;
    return (rate.place().isEmpty() ? 0 : 4) + (isClass ? 2 : 0) + (rate.season().isEmpty() ? 0 : 1);
  }
}
