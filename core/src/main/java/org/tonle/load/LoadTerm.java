package org.tonle.load;

import java.util.List;
import org.tonle.model.Category;
import org.tonle.model.Entry;
import org.tonle.model.Quality;
import org.tonle.scenario.Applied;

/// Term of the load: one constituent that one source puts into the water by one path, with the mass
/// removed and retained on the way. Generated = removed + retained + mean of delivered over the
/// year. A BOD is 5-day, as people read it; the network carries it as ultimate.
///
/// @param source id of the source
/// @param path sanitation path, "treated", "overflow" … ; "" if there is only one way
/// @param entry where it enters the water
/// @param generated_g_per_s at the source, mean of the year [g/s, count/s]
/// @param removed_g_per_s by treatment and in tanks, mean of the year
/// @param retained_g_per_s in drains, canals and wetlands, mean of the year
/// @param delivered_g_per_s into the water, one per season
/// @param passing shares of the load that pass and that are left on its way, if uncertain
/// @param quality weakest quality mark of the numbers behind it
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
    Passing passing,
    Quality quality) {
  public LoadTerm {
    delivered_g_per_s = List.copyOf(delivered_g_per_s);
  }

  /// The term multiplied by the scenario's factors on loads.
  LoadTerm under(Applied applied) {
    double factor = applied.loadFactor(category, unit, source, constituent);
    return factor == 1 ? this : times(factor);
  }

  private LoadTerm times(double factor) {
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
        passing,
        quality);
  }

  /// Passing share of a load that is uncertain, and what is left of it where its way to the water
  /// retains a part.
  ///
  /// @param key path or technology that it is a share of, or ""
  /// @param share its central value
  /// @param retention key of the share retained on the way, or ""
  /// @param left central share of what has passed that is not retained
  public record Passing(String key, double share, String retention, double left) {
    /// Passing share of a load that has no uncertainty on its way.
    public static final Passing CERTAIN = new Passing("", 1, "", 1);
  }
}
