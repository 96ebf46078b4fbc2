package org.tonle.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tonle.convert.Tie;
import org.tonle.model.Constituent;
import org.tonle.model.Observation;
import org.tonle.model.Season;

/// Comparisons of observations with simulated values, paired by place, months and constituent.
///
/// An observation's months are spread over the seasons by their days; its simulated value is the
/// mean of the seasons with these weights. The band of a single sample is widened by the spread of
/// samples within a season (docs/theory/uncertainty.md, Eq. 10).
public final class Comparisons {
  private static final double[] MONTH_DAYS = {31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private final Concentrations concentrations;

  public Comparisons(Concentrations concentrations) {
    this.concentrations = concentrations;
  }

  /// @param isCircular whether the study's own input was measured there
  public List<Comparison> of(List<Observation> observations, Predicate<Observation> isCircular) {
    List<Comparison> found = new ArrayList<>();
    for (Observation observation : observations) {
      if (observation.use() != Observation.Use.LEAVE_OUT) {
        compare(observation, isCircular.test(observation)).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Comparison> compare(Observation observation, boolean isCircular) {
    int place = placeOf(observation.place());
    int constituent = constituentOf(observation.constituent());
    if (place < 0 || constituent < 0) {
      return Optional.empty();
    }
    double[] weight = weights(observation);
    double[] value = new double[Statistic.values().length];
    List<String> seasons = new ArrayList<>();
    for (int s = 0; s < weight.length; s++) {
      if (weight[s] > 0) {
        seasons.add(concentrations.seasons().get(s).id());
        for (Statistic statistic : Statistic.values()) {
          value[statistic.ordinal()] +=
              weight[s] * concentrations.value(statistic, place, s, constituent);
        }
      }
    }
    if (seasons.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        comparison(
            observation, place, String.join(" + ", seasons), constituent, value, isCircular));
  }

  private Comparison comparison(
      Observation observation,
      int place,
      String seasons,
      int constituent,
      double[] value,
      boolean isCircular) {
    Constituent of = concentrations.constituents().get(constituent);
    double low = value[Statistic.P5.ordinal()] * ofSamples(observation.statistic(), of, true);
    double high = value[Statistic.P95.ordinal()] * ofSamples(observation.statistic(), of, false);
    boolean covered =
        switch (observation.bound()) {
          case EXACT -> low <= observation.value() && observation.value() <= high;
          case BELOW -> low <= observation.value();
          case ABOVE -> high >= observation.value();
        };
    return new Comparison(
        observation,
        concentrations.places().get(place),
        seasons,
        value[Statistic.CENTRAL.ordinal()],
        value[Statistic.CENTRAL.ordinal()] * typical(observation.statistic(), of),
        value[Statistic.P5.ordinal()],
        value[Statistic.P50.ordinal()],
        value[Statistic.P95.ordinal()],
        low,
        high,
        covered,
        isCircular);
  }

  /// Expected value of the statistic over the season's mean; for a single sample the median.
  private static double typical(Observation.Statistic statistic, Constituent constituent) {
    return switch (statistic) {
      case MEAN, MIN, MAX -> 1;
      case SAMPLE, MEDIAN -> LimitReading.percentileOverMean(0.5, constituent);
      case P10 -> LimitReading.percentileOverMean(0.1, constituent);
      case P90 -> LimitReading.percentileOverMean(0.9, constituent);
    };
  }

  /// The statistic of samples over the season's mean.
  private static double ofSamples(
      Observation.Statistic statistic, Constituent constituent, boolean isLow) {
    return switch (statistic) {
      case MEAN -> 1;
      case MEDIAN -> LimitReading.percentileOverMean(0.5, constituent);
      case P10 -> LimitReading.percentileOverMean(0.1, constituent);
      case P90 -> LimitReading.percentileOverMean(0.9, constituent);
      case SAMPLE, MIN, MAX -> LimitReading.percentileOverMean(isLow ? 0.05 : 0.95, constituent);
    };
  }

  /// Weight of each season in the comparison of an observation: a season in which its place is dry
  /// has weight 0; all are 0 if no comparison is possible.
  public double[] weights(Observation observation) {
    int place = placeOf(observation.place());
    double[] weight = days(observation.months());
    double sum = 0;
    for (int s = 0; s < weight.length; s++) {
      boolean isWet = place >= 0 && concentrations.state(place, s) != FlowState.DRY;
      weight[s] = isWet ? weight[s] : 0;
      sum += weight[s];
    }
    for (int s = 0; sum > 0 && s < weight.length; s++) {
      weight[s] /= sum;
    }
    return weight;
  }

  /// Days of the observation's months in each season; all seasons by length if it names no months.
  private double[] days(List<Integer> months) {
    List<Season> seasons = concentrations.seasons();
    double[] weight = new double[seasons.size()];
    for (int s = 0; s < weight.length; s++) {
      if (months.isEmpty() || seasons.get(s).months().isEmpty()) {
        weight[s] = seasons.get(s).duration_d();
      } else {
        for (int month : months) {
          weight[s] += seasons.get(s).months().contains(month) ? MONTH_DAYS[month - 1] : 0;
        }
      }
    }
    return weight;
  }

  /// Place of an observation's or a check's id, or -1: a lake before a reach before a node.
  public int placeOf(String id) {
    for (Place.Kind kind : List.of(Place.Kind.LAKE, Place.Kind.REACH, Place.Kind.NODE)) {
      int place = concentrations.indexOf(kind, id);
      if (place >= 0) {
        return place;
      }
    }
    return -1;
  }

  /// Index of a constituent, or -1.
  public int constituentOf(String id) {
    for (int c = 0; c < concentrations.constituents().size(); c++) {
      if (concentrations.constituents().get(c).id().equals(id)) {
        return c;
      }
    }
    return -1;
  }

  /// A user's checks: the central value must lie between low and high.
  public List<CheckOutcome> check(List<org.tonle.model.Check> checks) {
    List<CheckOutcome> found = new ArrayList<>();
    for (org.tonle.model.Check check : checks) {
      int place = placeOf(check.place());
      int constituent = constituentOf(check.constituent());
      for (int s = 0; s < concentrations.seasons().size(); s++) {
        boolean isMeant = concentrations.seasons().get(s).id().equals(check.season());
        if (isMeant && place >= 0 && constituent >= 0) {
          double value = concentrations.value(Statistic.CENTRAL, place, s, constituent);
          boolean passed =
              Tie.isMet(value, check.low(), true) && Tie.isMet(value, check.high(), false);
          found.add(new CheckOutcome(check, value, passed));
        }
      }
    }
    return found;
  }
}
