package org.tonle.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tonle.convert.Convert;
import org.tonle.model.Constituent;
import org.tonle.model.Effluent;
import org.tonle.model.Quality;
import org.tonle.model.Season;
import org.tonle.model.Study;

/// Measured effluents of the sources.
final class Measured {
  private final Map<Key, Effluent> rows;
  private final List<Season> seasons;
  private final SortedMap<String, Set<String>> withoutVolume = new TreeMap<>();

  Measured(Study study) {
    rows = new HashMap<>();
    seasons = study.waterways().seasons();
    for (Effluent row : study.emissions().effluents()) {
      rows.putIfAbsent(new Key(row.source(), row.constituent(), row.season()), row);
    }
  }

  /// The same effluents for another computation of loads.
  Measured(Measured of) {
    rows = of.rows;
    seasons = of.seasons;
  }

  private record Key(String source, String constituent, String season) {}

  /// Notes that a source has a concentration of a constituent but no volume of wastewater, so that
  /// the concentration gives no load.
  void lacksVolume(String source, String constituent) {
    withoutVolume.computeIfAbsent(source, k -> new TreeSet<>()).add(constituent);
  }

  /// Constituents whose concentration lacks a volume, by source; complete once all loads are
  /// computed.
  SortedMap<String, Set<String>> withoutVolume() {
    return withoutVolume;
  }

  /// Load of a source by season, 5-day for a BOD; empty unless every season has a value.
  ///
  /// @param water_m3_per_d volume to which a measured concentration applies, one per season; `NaN`
  ///   if the volume is unknown
  Optional<Chain.Carried> load(String source, Constituent constituent, double[] water_m3_per_d) {
    double[] load = new double[seasons.size()];
    Quality quality = Quality.MEASURED;
    for (int s = 0; s < load.length; s++) {
      Effluent row = rows.get(new Key(source, constituent.id(), seasons.get(s).id()));
      row = row != null ? row : rows.get(new Key(source, constituent.id(), ""));
      if (row == null) {
        return Optional.empty();
      }
      if (row.load_g_per_s().isEmpty() && Double.isNaN(water_m3_per_d[s])) {
        lacksVolume(source, constituent.id());
        return Optional.empty();
      }
      double water_m3_per_s = Convert.cubicMetresPerSecondFromPerDay(water_m3_per_d[s]);
      load[s] = row.load_g_per_s().orElse(row.concentration_g_per_m3().orElse(0) * water_m3_per_s);
      quality = quality.weaker(row.provenance().quality());
    }
    return Optional.of(new Chain.Carried(constituent, load, quality));
  }
}
