package org.tonle.load;

import java.util.List;
import org.tonle.model.Category;
import org.tonle.model.Entry;
import org.tonle.model.Quality;
import org.tonle.scenario.Applied;

/// The load of one constituent that one source puts into the water by one path, and what became of
/// the rest on the way. Generated = removed + retained + mean of delivered over the year.
///
/// @param source id of the source
/// @param path sanitation path, "treated", "overflow" … ; "" where there is only one way
/// @param entry where it enters the water
/// @param generated_g_per_s at the source, mean of the year [g/s, count/s]
/// @param removed_g_per_s by treatment and in tanks, mean of the year
/// @param retained_g_per_s in drains, canals and wetlands, mean of the year
/// @param delivered_g_per_s into the water, one per season
/// @param passingKey path or technology whose share that passes is uncertain, or ""
/// @param passing that share at its central value; 1 where `passingKey` is ""
/// @param quality weakest mark of the figures behind it
public record LoadTerm(
    String source,
    Category category,
    String unit,
    String path,
    Entry entry,
    String constituent,
    double generated_g_per_s,
    double removed_g_per_s,
    double retained_g_per_s,
    List<Double> delivered_g_per_s,
    String passingKey,
    double passing,
    Quality quality) {
  public LoadTerm {
    delivered_g_per_s = List.copyOf(delivered_g_per_s);
  }

  /// The term as a scenario's factors on loads leave it.
  LoadTerm under(Applied applied) {
    double factor = applied.loadFactor(category, unit, source, constituent);
    if (factor == 1) {
      return this;
    }
    return new LoadTerm(
        source,
        category,
        unit,
        path,
        entry,
        constituent,
        generated_g_per_s * factor,
        removed_g_per_s * factor,
        retained_g_per_s * factor,
        delivered_g_per_s.stream().map(d -> d * factor).toList(),
        passingKey,
        passing,
        quality);
  }
}
