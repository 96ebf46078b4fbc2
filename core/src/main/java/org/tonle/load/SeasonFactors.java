package org.tonle.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.model.Season;
import org.tonle.model.SeasonFactor;
import org.tonle.model.Study;

/// How sources' loads are shaped over the year.
final class SeasonFactors {
  private final Map<String, Map<String, Double>> factors = new HashMap<>();
  private final List<Season> seasons;

  SeasonFactors(Study study) {
    seasons = study.waterways().seasons();
    for (SeasonFactor row : study.emissions().seasonFactors()) {
      factors.computeIfAbsent(row.source(), s -> new HashMap<>()).put(row.season(), row.factor());
    }
  }

  Discharge apply(Discharge discharge) {
    Map<String, Double> own = factors.getOrDefault(discharge.way().source(), Map.of());
    if (own.isEmpty()) {
      return discharge;
    }
    List<Chain.Carried> carried =
        discharge.carried().stream()
            .map(
                c ->
                    new Chain.Carried(
                        c.constituent(),
                        times(c.generated_g_per_s(), own),
                        c.bottleRate_per_d(),
                        c.quality()))
            .toList();
    return new Discharge(discharge.way(), discharge.plant(), discharge.water_m3_per_d(), carried);
  }

  private double[] times(double[] load, Map<String, Double> own) {
    double[] shaped = load.clone();
    for (int s = 0; s < shaped.length; s++) {
      shaped[s] *= own.getOrDefault(seasons.get(s).id(), 1.0);
    }
    return shaped;
  }
}
