package org.tonle.sample;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tonle.assess.Place;
import org.tonle.convert.Tie;

/// Ambient water: one water body by the method of SDG indicator 6.3.2, level 1 (UN-Water 2018):
/// good if at least 80 % of its samples meet their targets (docs/theory/measured.md, Eq. 13).
///
/// @param groups groups of parameters that were measured and have a target there
/// @param n samples, over all parameters
/// @param share of the samples that meet their targets
public record AmbientWater(
    Place place, Set<AmbientGroup> groups, int stations, int n, FigureRange share) {
  /// Share of samples from which a water body is good.
  public static final double GOOD = 0.8;

  public AmbientWater {
    groups = Set.copyOf(groups);
  }

  public enum Quality {
    GOOD,
    NOT_GOOD,
    NOT_KNOWN;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Quality quality() {
    if (n < MeasuredVerdict.ENOUGH) {
      return Quality.NOT_KNOWN;
    }
    if (Tie.isMet(share.low(), GOOD, true)) {
      return Quality.GOOD;
    }
    return Tie.isBelow(share.high(), GOOD) ? Quality.NOT_GOOD : Quality.NOT_KNOWN;
  }

  public Set<AmbientGroup> missing() {
    Set<AmbientGroup> missing = EnumSet.allOf(AmbientGroup.class);
    missing.removeAll(groups);
    return missing;
  }

  /// Water bodies with samples of at least one group that the study's own law has a limit for.
  public static List<AmbientWater> of(List<MeasuredRow> rows) {
    Map<Place, List<MeasuredRow>> places = new LinkedHashMap<>();
    for (MeasuredRow row : rows) {
      boolean counts = row.headline() && row.isRequired() && row.station().isCompared();
      if (counts && AmbientGroup.of(row.station().constituent()).isPresent()) {
        places.computeIfAbsent(row.station().place(), p -> new ArrayList<>()).add(row);
      }
    }
    List<AmbientWater> found = new ArrayList<>();
    places.forEach((place, own) -> found.add(of(place, own)));
    return found;
  }

  private static AmbientWater of(Place place, List<MeasuredRow> rows) {
    Set<AmbientGroup> groups = EnumSet.noneOf(AmbientGroup.class);
    int n = 0;
    double low = 0;
    double high = 0;
    for (MeasuredRow row : rows) {
      AmbientGroup.of(row.station().constituent()).ifPresent(groups::add);
      FigureRange beyond = row.limited().orElseThrow().shareBeyond();
      n += row.count().n();
      low += row.count().n() * (1 - beyond.high());
      high += row.count().n() * (1 - beyond.low());
    }
    int stations = (int) rows.stream().map(r -> r.station().name()).distinct().count();
    return new AmbientWater(place, groups, stations, n, FigureRange.between(low / n, high / n));
  }
}
