package org.tonle.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.tonle.assess.ExactPercentile;
import org.tonle.draw.Normal;

/// Seasonal test of Mann and Kendall (docs/theory/measured.md, Eqs. 6–10; Hirsch, Slack and Smith
/// 1982): each season is compared with itself over the years, so that the course of the year is no
/// trend. Bounds are compared where they can be, else they tie.
public final class SeasonalKendall {
  /// Fewer years, or fewer values in all, bear no statement.
  public static final int LEAST_YEARS = 5;

  public static final int LEAST_VALUES = 10;

  private double score;
  private double variance;
  private final List<Double> slopes = new ArrayList<>();

  private SeasonalKendall() {}

  /// Value of a season in a year: one sample, or the median of several.
  private record Yearly(int year, double low, double high) {
    /// 1 if it certainly lies above another, -1 if below, 0 if they tie.
    int compare(Yearly other) {
      return isAbove(other) ? 1 : other.isAbove(this) ? -1 : 0;
    }

    /// A bound lies below what it names: 3 is above <3.
    private boolean isAbove(Yearly other) {
      boolean touches = low == other.high && (low < high || other.low < other.high);
      return low > other.high || touches;
    }
  }

  /// The trend of some samples; empty if there are too few years or values.
  public static Optional<Trend> of(List<SampledValue> samples) {
    TreeMap<Integer, TreeMap<Integer, List<SampledValue>>> seasons = new TreeMap<>();
    for (SampledValue s : samples) {
      seasons
          .computeIfAbsent(s.season(), x -> new TreeMap<>())
          .computeIfAbsent(s.year(), x -> new ArrayList<>())
          .add(s);
    }
    int years = (int) samples.stream().mapToInt(SampledValue::year).distinct().count();
    int values = seasons.values().stream().mapToInt(TreeMap::size).sum();
    if (years < LEAST_YEARS || values < LEAST_VALUES) {
      return Optional.empty();
    }
    SeasonalKendall test = new SeasonalKendall();
    for (TreeMap<Integer, List<SampledValue>> byYear : seasons.values()) {
      List<Yearly> series = new ArrayList<>();
      byYear.forEach((year, own) -> series.add(yearly(year, own)));
      test.add(series);
    }
    return Optional.of(new Trend(test.slope(), test.p(), test.score, test.variance, values, years));
  }

  private static Yearly yearly(int year, List<SampledValue> own) {
    double[] low = own.stream().mapToDouble(SampledValue::low).sorted().toArray();
    double[] high = own.stream().mapToDouble(SampledValue::high).sorted().toArray();
    return new Yearly(year, ExactPercentile.of(low, 0.5), ExactPercentile.of(high, 0.5));
  }

  /// Adds one season. The variance is that of S over all orders of its values (Daniels 1944), which
  /// holds with bounds too, where "ties with" does not pass on; with ties alone it is Kendall's.
  private void add(List<Yearly> series) {
    int n = series.size();
    double squares = 0;
    double[] sum = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        Yearly early = series.get(i);
        Yearly late = series.get(j);
        int sign = late.compare(early);
        score += sign;
        squares += 2.0 * sign * sign;
        sum[i] -= sign;
        sum[j] += sign;
        int span = late.year - early.year;
        slopes.add((late.low - early.high) / span);
        slopes.add((late.high - early.low) / span);
      }
    }
    if (n < 2) {
      return;
    }
    double rows = Arrays.stream(sum).map(s -> s * s).sum();
    double timeSquares = (double) n * (n - 1);
    double timeRows = n * ((double) n * n - 1) / 3;
    double triples =
        n > 2 ? (timeRows - timeSquares) * (rows - squares) / (n * (n - 1.0) * (n - 2)) : 0;
    variance += triples + timeSquares * squares / (2.0 * n * (n - 1));
  }

  /// Two-sided, by the normal distribution with a correction for continuity.
  private double p() {
    if (variance <= 0) {
      return 1;
    }
    double z = StrictMath.max(0, StrictMath.abs(score) - 1) / StrictMath.sqrt(variance);
    return 2 * Normal.probability(-z);
  }

  /// Median of the slopes of all pairs, each with the least and the most that it may be: there the
  /// score of what remains after the slope is 0 (Sen 1968; with bounds Akritas, Murphy and LaValley
  /// 1995).
  private double slope() {
    double[] ends = slopes.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double median = ExactPercentile.of(ends, 0.5);
    return Double.isFinite(median) ? median : Double.NaN;
  }
}
