package org.tonle.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.model.Season;
import org.tonle.model.SeasonFactor;
import org.tonle.model.Study;

/// Factors that shape computed loads over the year. Measured effluents are left as measured.
final class SeasonFactors {
  private final Map<String, Map<String, Double>> factors = new HashMap<>();
  private final List<Season> seasons;

  SeasonFactors(Study study) {
    seasons = study.waterways().seasons();
    for (SeasonFactor row : study.emissions().seasonFactors()) {
      factors.computeIfAbsent(row.source(), s -> new HashMap<>()).put(row.season(), row.factor());
    }
  }

  /// A source's mean load by season.
  double[] shaped(String source, double load_g_per_s) {
    Map<String, Double> own = factors.getOrDefault(source, Map.of());
    return seasons.stream()
        .mapToDouble(s -> load_g_per_s * own.getOrDefault(s.id(), 1.0))
        .toArray();
  }
}
