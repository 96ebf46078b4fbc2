package org.tonle.sample;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import org.tonle.convert.Tie;
import org.tonle.draw.Normal;
import org.tonle.model.Limit;
import org.tonle.model.Observation;

/// Summary set: samples of which only a mean or some percentiles were published. A percentile in
/// between is bracketed by its neighbours and estimated from them (docs/theory/measured.md, Eq. 5).
record SummarySet(List<Observation> figures, SortedSet<Integer> seasons, boolean isOxygen)
    implements Sampled {
  SummarySet {
    figures = List.copyOf(figures);
  }

  @Override
  public int n() {
    return figures.stream().mapToInt(Observation::n).max().orElse(0);
  }

  /// How many of the samples were bounds is not published.
  @Override
  public int bounds() {
    return 0;
  }

  @Override
  public FigureRange statistic(Limit.Statistic statistic) {
    return switch (statistic) {
      case MEAN ->
          figures.stream()
              .filter(f -> f.statistic() == Observation.Statistic.MEAN)
              .findFirst()
              .map(f -> FigureRange.between(low(f), high(f)))
              .orElse(FigureRange.UNKNOWN);
      case GEOMETRIC_MEAN -> FigureRange.UNKNOWN;
      default -> percentile(statistic.percentile());
    };
  }

  private FigureRange percentile(double p) {
    double least = 0;
    double most = Double.POSITIVE_INFINITY;
    for (Observation f : figures) {
      double at = at(f.statistic());
      least = at <= p ? StrictMath.max(least, low(f)) : least;
      most = at >= p ? StrictMath.min(most, high(f)) : most;
    }
    most = StrictMath.max(least, most);
    double line = line(p);
    return new FigureRange(
        least == most ? least : StrictMath.min(most, StrictMath.max(least, line)), least, most);
  }

  /// The percentile on the straight line through the two named ones that lie nearest, over the
  /// normal quantile: of oxygen the values themselves, of all others their logarithms. NaN with
  /// fewer than two exact percentiles of 10, 50 and 90.
  private double line(double p) {
    List<Observation> near =
        figures.stream()
            .filter(f -> at(f.statistic()) > 0 && at(f.statistic()) < 1)
            .filter(f -> f.bound() == Observation.Bound.EXACT && (isOxygen || f.value() > 0))
            .sorted(Comparator.comparingDouble(f -> StrictMath.abs(at(f.statistic()) - p)))
            .limit(2)
            .toList();
    if (near.size() < 2) {
      return Double.NaN;
    }
    double z0 = Normal.quantile(at(near.getFirst().statistic()));
    double z1 = Normal.quantile(at(near.getLast().statistic()));
    double x0 = scale(near.getFirst().value());
    double x1 = scale(near.getLast().value());
    double x = x0 + (Normal.quantile(p) - z0) * (x1 - x0) / (z1 - z0);
    return isOxygen ? x : StrictMath.exp(x);
  }

  private double scale(double value) {
    return isOxygen ? value : StrictMath.log(value);
  }

  @Override
  public FigureRange shareBeyond(double limit, boolean isMinimum) {
    double surelyBelow = 0;
    double surelyAbove = 0;
    for (Observation f : figures) {
      double at = at(f.statistic());
      boolean isBelow = isMinimum ? Tie.isBelow(high(f), limit) : !Tie.isAbove(high(f), limit);
      boolean isAbove = isMinimum ? !Tie.isBelow(low(f), limit) : Tie.isAbove(low(f), limit);
      if (Double.isNaN(at)) {
        continue;
      }
      surelyBelow = isBelow ? StrictMath.max(surelyBelow, at) : surelyBelow;
      surelyAbove = isAbove ? StrictMath.max(surelyAbove, 1 - at) : surelyAbove;
    }
    return isMinimum
        ? FigureRange.between(surelyBelow, 1 - surelyAbove)
        : FigureRange.between(surelyAbove, 1 - surelyBelow);
  }

  /// Share of the samples at or below a figure; NaN for a mean, which says nothing of it.
  private static double at(Observation.Statistic statistic) {
    return switch (statistic) {
      case SAMPLE, MEAN -> Double.NaN;
      case MEDIAN -> 0.5;
      case MIN -> 0;
      case MAX -> 1;
      case P10 -> 0.1;
      case P90 -> 0.9;
    };
  }

  private static double low(Observation f) {
    return f.bound() == Observation.Bound.BELOW ? 0 : f.value();
  }

  private static double high(Observation f) {
    return f.bound() == Observation.Bound.ABOVE ? Double.POSITIVE_INFINITY : f.value();
  }
}
