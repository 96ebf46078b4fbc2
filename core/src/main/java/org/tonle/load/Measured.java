package org.tonle.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.convert.Convert;
import org.tonle.model.Constituent;
import org.tonle.model.Effluent;
import org.tonle.model.Quality;
import org.tonle.model.Season;
import org.tonle.model.Study;

/// Effluents that were measured at their source.
final class Measured {
  private final Map<Key, Effluent> rows = new HashMap<>();
  private final List<Season> seasons;

  Measured(Study study) {
    seasons = study.waterways().seasons();
    for (Effluent row : study.emissions().effluents()) {
      rows.putIfAbsent(new Key(row.source(), row.constituent(), row.season()), row);
    }
  }

  private record Key(String source, String constituent, String season) {}

  /// Load of a source by season, ultimate where a BOD; empty unless every season has a figure.
  ///
  /// @param water_m3_per_d volume, one per season, that a measured concentration holds for
  Optional<Chain.Carried> load(String source, Constituent constituent, double[] water_m3_per_d) {
    double[] load = new double[seasons.size()];
    Quality quality = Quality.MEASURED;
    double bottleRate = 0;
    for (int s = 0; s < load.length; s++) {
      Effluent row = rows.get(new Key(source, constituent.id(), seasons.get(s).id()));
      row = row != null ? row : rows.get(new Key(source, constituent.id(), ""));
      if (row == null) {
        return Optional.empty();
      }
      double water_m3_per_s = Convert.cubicMetresPerSecondFromPerDay(water_m3_per_d[s]);
      double fiveDay =
          row.load_g_per_s().orElse(row.concentration_g_per_m3().orElse(0) * water_m3_per_s);
      load[s] = fiveDay * Constituent.ultimateOverFiveDay(row.bottleRate_per_d());
      quality = quality.weaker(row.provenance().quality());
      bottleRate = row.bottleRate_per_d();
    }
    return Optional.of(new Chain.Carried(constituent, load, bottleRate, quality));
  }
}
