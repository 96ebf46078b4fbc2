package org.tonle.assess;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.tonle.model.Condition;
import org.tonle.model.Constituent;
import org.tonle.model.Limit;
import org.tonle.model.LimitScope;
import org.tonle.model.Season;
import org.tonle.model.Study;

/// Limit table: the value of every limit at a place in a season, where it binds there
/// (docs/theory/uncertainty.md).
public final class LimitTable {
  private final JudgedWater water;
  private final List<Season> seasons;
  private final Map<Key, Double> conditions = new HashMap<>();
  private final IdentityHashMap<Limit, Double> statisticOverMean = new IdentityHashMap<>();

  private record Key(String place, String season, String parameter) {}

  public LimitTable(Study study, JudgedWater water) {
    this.water = water;
    seasons = study.waterways().seasons();
    for (Condition c : study.rules().conditions()) {
      conditions.put(new Key(c.place(), c.season(), c.parameter()), c.value());
    }
    for (Constituent constituent : study.chemistry().constituents()) {
      for (Limit limit : study.rules().limits()) {
        if (limit.constituent().equals(constituent.id())) {
          statisticOverMean.put(
              limit, LimitReading.statisticOverMean(limit.statistic(), constituent));
        }
      }
    }
  }

  /// Value of a limit in the constituent's unit; NaN where it does not bind.
  public double value(Limit limit, int place, int season) {
    LimitScope scope = limit.scope();
    if (scope.isPlain()) {
      return limit.value();
    }
    boolean binds =
        scope.holds(seasons.get(season))
            && scope.temperature_c().holds(water.temperature_c(place, season));
    if (!binds) {
      return Double.NaN;
    }
    double value =
        scope.basis() == LimitScope.Basis.SATURATION
            ? limit.value() / 100 * water.saturation_mg_per_l(place, season)
            : limit.value();
    if (scope.parameter().isEmpty()) {
      return value;
    }
    double at = condition(place, season, scope.parameter());
    return Double.isNaN(at) || !scope.range().holds(at)
        ? Double.NaN
        : scope.exponent() == 0 ? value : value * StrictMath.pow(at, scope.exponent());
  }

  /// The same, converted to the season's mean.
  public double limitOfMean(Limit limit, int place, int season) {
    double k = statisticOverMean.getOrDefault(limit, Double.NaN);
    double value = value(limit, place, season);
    return k > 0 || Double.isNaN(value) ? value / k : Double.POSITIVE_INFINITY;
  }

  /// Days of the season if the limit binds there and the place is judged, else 0: the weight of the
  /// season in a limit of the year.
  public double weight(Limit limit, int place, int season) {
    boolean counts = water.isJudged(place, season) && !Double.isNaN(value(limit, place, season));
    return counts ? seasons.get(season).duration_d() : 0;
  }

  /// Mean of the limit over the seasons of a place that count for a limit of the year; NaN if there
  /// are none.
  public double limitOfYear(Limit limit, int place) {
    double sum = 0;
    double days = 0;
    for (int s = 0; s < seasons.size(); s++) {
      double weight = weight(limit, place, s);
      if (weight > 0) {
        sum += weight * limitOfMean(limit, place, s);
        days += weight;
      }
    }
    return sum / days;
  }

  /// The value that the study gives for the place and season, else for one of them, else for all.
  private double condition(int place, int season, String parameter) {
    String at = water.waterbody(place, season);
    String when = seasons.get(season).id();
    for (Key key :
        List.of(
            new Key(at, when, parameter),
            new Key(at, "", parameter),
            new Key("", when, parameter),
            new Key("", "", parameter))) {
      Double found = conditions.get(key);
      if (found != null) {
        return found;
      }
    }
    return Double.NaN;
  }
}
