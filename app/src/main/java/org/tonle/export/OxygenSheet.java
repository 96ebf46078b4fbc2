package org.tonle.export;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tonle.assess.Concentrations;
import org.tonle.assess.FlowState;
import org.tonle.assess.Hydraulics;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.model.Constituent;
import org.tonle.model.Reach;
import org.tonle.network.rates.Kinetics;
import org.tonle.run.Result;

/// Oxygen sheet: where and when the oxygen of every reach is lowest, and what it could hold there
/// (docs/theory/kinetics.md, Eq. 8).
final class OxygenSheet {
  private final Result result;
  private final Concentrations found;
  private final int seasons;

  OxygenSheet(Result result) {
    this.result = result;
    found = result.concentrations();
    seasons = found.seasons().size();
  }

  ResultSheet sheet() {
    return new ResultSheet(
            "oxygen.csv",
            "the lowest oxygen of every reach and season, and where the water meets it: distance and"
                + " time from the end at which it enters; central run. Velocity is the same all along"
                + " a reach; no figures where it is dry",
            "reach",
            "season",
            "judged",
            "unit",
            "oxygen",
            "distance_km",
            "time_d",
            "saturation",
            "saturation_percent",
            "worst_season",
            "anoxic")
        .of(this::rows);
  }

  private Stream<Object[]> rows() {
    Optional<Kinetics> kinetics =
        result.instance().groups().stream().filter(k -> k.oxygen() >= 0).findFirst();
    if (kinetics.isEmpty()) {
      return Stream.empty();
    }
    int oxygen = kinetics.get().constituents()[kinetics.get().oxygen()];
    double[] saturation = kinetics.get().reaches().saturation_g_per_m3();
    return IntStream.range(0, result.study().waterways().reaches().size())
        .boxed()
        .flatMap(r -> ofReach(r, oxygen, saturation));
  }

  private Stream<Object[]> ofReach(int r, int oxygen, double[] saturation_g_per_m3) {
    List<Reach> reaches = result.study().waterways().reaches();
    int place = found.indexOf(Place.Kind.REACH, reaches.get(r).id());
    int worst = worstSeason(place, oxygen);
    return IntStream.range(0, seasons)
        .mapToObj(
            s -> row(r, s, place, oxygen, saturation_g_per_m3[s * reaches.size() + r], s == worst));
  }

  /// The judged season with the lowest oxygen, the first of several; -1 if none is judged.
  private int worstSeason(int place, int oxygen) {
    int worst = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int s = 0; s < seasons; s++) {
      double value = found.value(Statistic.CENTRAL, place, s, oxygen);
      if (found.isJudged(place, s) && value < least) {
        least = value;
        worst = s;
      }
    }
    return worst;
  }

  private Object[] row(
      int reach, int s, int place, int oxygen, double saturation_g_per_m3, boolean isWorst) {
    Constituent of = found.constituents().get(oxygen);
    boolean hasWater = found.state(place, s) != FlowState.DRY;
    Hydraulics flow = result.hydraulics().get(reach * seasons + s);
    double share = hasWater ? found.lowestShare(place, s) : Double.NaN;
    double value = hasWater ? found.value(Statistic.CENTRAL, place, s, oxygen) : Double.NaN;
    double full = hasWater ? of.unit().fromKernel(saturation_g_per_m3) : Double.NaN;
    return new Object[] {
      flow.reach(),
      flow.season(),
      found.isJudged(place, s),
      of.unit().symbol(),
      value,
      share * result.study().waterways().reaches().get(reach).line().length_km(),
      share * flow.travelTime_d(),
      full,
      100 * value / full,
      isWorst,
      found.isAnoxic(place, s)
    };
  }
}
