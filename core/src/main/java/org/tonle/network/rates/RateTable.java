package org.tonle.network.rates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tonle.model.Rate;
import org.tonle.model.Reaction;

/// Table of rates: the narrowest row of `rates.csv` for a place and season wins, else the
/// reaction's own value holds.
final class RateTable {
  private final Map<Key, List<Rate>> rows = new HashMap<>();

  private record Key(String reaction, String place, String reachClass) {}

  RateTable(List<Rate> rates) {
    for (Rate rate : rates) {
      Key key = new Key(rate.reaction(), rate.place(), rate.reachClass());
      rows.computeIfAbsent(key, k -> new ArrayList<>()).add(rate);
    }
  }

  double value(Reaction reaction, Environment here) {
    String id = reaction.id();
    String own = here.site().rateClass();
    Rate found = narrowest(null, new Key(id, "", ""), here);
    found = narrowest(found, new Key(id, here.site().id(), ""), here);
    if (!own.isEmpty()) {
      found = narrowest(found, new Key(id, "", own), here);
      found = narrowest(found, new Key(id, here.site().id(), own), here);
    }
    return found == null ? reaction.value() : found.value();
  }

  private @Nullable Rate narrowest(@Nullable Rate before, Key key, Environment here) {
    Rate best = before;
    for (Rate rate : rows.getOrDefault(key, List.of())) {
      boolean holds =
          (rate.season().isEmpty() || rate.season().equals(here.season()))
              && here.discharge_m3_per_s() >= rate.minDischarge_m3_per_s()
              && here.discharge_m3_per_s() < rate.maxDischarge_m3_per_s()
              && here.depth_m() >= rate.minDepth_m()
              && here.depth_m() < rate.maxDepth_m();
      if (holds && (best == null || narrowness(rate) > narrowness(best))) {
        best = rate;
      }
    }
    return best;
  }

  private static int narrowness(Rate rate) {
    boolean isClass =
        rate.minDischarge_m3_per_s() > 0
            || rate.minDepth_m() > 0
            || rate.maxDischarge_m3_per_s() < Double.POSITIVE_INFINITY
            || rate.maxDepth_m() < Double.POSITIVE_INFINITY
            || !rate.reachClass().isEmpty();
    return (rate.place().isEmpty() ? 0 : 4) + (isClass ? 2 : 0) + (rate.season().isEmpty() ? 0 : 1);
  }
}
