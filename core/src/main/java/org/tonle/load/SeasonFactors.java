package org.tonle.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.tonle.model.Constituent;
import org.tonle.model.Entry;
import org.tonle.model.Factor;
import org.tonle.model.Season;
import org.tonle.model.SeasonFactor;
import org.tonle.model.Study;

/// Factors that shape computed loads over the year. Measured effluents are left as measured.
final class SeasonFactors {
  private final Map<String, Map<String, Double>> factors = new HashMap<>();
  private final List<Season> seasons;

  private final FactorTable figures;
  private final Runoff runoff;

  SeasonFactors(Study study, FactorTable figures) {
    this.figures = figures;
    runoff = new Runoff(study);
    seasons = study.waterways().seasons();
    for (SeasonFactor row : study.emissions().seasonFactors()) {
      factors.computeIfAbsent(row.source(), s -> new HashMap<>()).put(row.season(), row.factor());
    }
  }

  /// A source's mean load by season, of which runoff carries a share: the load of the year stays
  /// (docs/theory/loads.md, Eq. 11).
  ///
  /// @param way of the load; its path, else its category is the key of the share
  /// @param kind animal or land use, the first key; "" of people
  double[] washed(Chain.Way way, String kind, Constituent constituent, double load_g_per_s) {
    double[] even = shaped(way.source(), load_g_per_s);
    double share =
        Stream.of(kind, way.path(), way.category().id())
            .filter(key -> !key.isEmpty())
            .map(key -> figures.find(Factor.Kind.WASH_OFF, key, constituent.id()))
            .flatMap(Optional::stream)
            .mapToDouble(Factor::value)
            .findFirst()
            .orElse(0);
    if (share == 0) {
      return even;
    }
    Optional<double[]> shape = runoff.shape(way.entry(), way.unit());
    for (int s = 0; s < even.length && shape.isPresent(); s++) {
      even[s] = (1 - share) * even[s] + share * load_g_per_s * shape.get()[s];
    }
    return even;
  }

  /// Runoff depth of the land around a source, if the study knows it.
  OptionalDouble runoff_mm_per_a(Entry entry, String unit) {
    return runoff.depth_mm_per_a(entry, unit);
  }

  /// A source's mean load by season.
  double[] shaped(String source, double load_g_per_s) {
    Map<String, Double> own = factors.getOrDefault(source, Map.of());
    return seasons.stream()
        .mapToDouble(s -> load_g_per_s * own.getOrDefault(s.id(), 1.0))
        .toArray();
  }
}
