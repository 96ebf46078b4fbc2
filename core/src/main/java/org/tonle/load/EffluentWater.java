package org.tonle.load;

import java.util.Comparator;
import java.util.List;
import org.tonle.model.Entry;

/// Effluent as water: what one source lets into the water at one place by sewers, drains or pipes.
///
/// @param discharge_m3_per_s one per season
public record EffluentWater(String source, Entry entry, List<Double> discharge_m3_per_s) {
  /// Order in which effluents are listed and added.
  public static final Comparator<EffluentWater> ORDER =
      Comparator.comparing(EffluentWater::source).thenComparing(w -> w.entry().id());

  public EffluentWater {
    discharge_m3_per_s = List.copyOf(discharge_m3_per_s);
  }
}
