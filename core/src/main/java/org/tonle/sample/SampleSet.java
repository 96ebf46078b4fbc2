package org.tonle.sample;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.tonle.assess.ExactPercentile;
import org.tonle.convert.Tie;
import org.tonle.model.Limit;
import org.tonle.model.Observation;

/// Sample set: single samples, of which each is known (docs/theory/measured.md, Eqs. 1–4).
record SampleSet(List<SampledValue> samples) implements Sampled {
  SampleSet {
    samples = List.copyOf(samples);
  }

  @Override
  public int n() {
    return samples.size();
  }

  @Override
  public int bounds() {
    return (int) samples.stream().filter(SampledValue::isBound).count();
  }

  @Override
  public SortedSet<Integer> seasons() {
    return samples.stream()
        .map(SampledValue::season)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The samples of some seasons.
  SampleSet in(SortedSet<Integer> seasons) {
    return new SampleSet(samples.stream().filter(s -> seasons.contains(s.season())).toList());
  }

  @Override
  public FigureRange statistic(Limit.Statistic statistic) {
    double low = of(statistic, SampledValue::low);
    double high = of(statistic, SampledValue::high);
    return bounds() == 0
        ? FigureRange.exactly(low)
        : new FigureRange(estimate(statistic), low, high);
  }

  private double of(Limit.Statistic statistic, ToDoubleFunction<SampledValue> end) {
    double[] values = samples.stream().mapToDouble(end).sorted().toArray();
    return switch (statistic) {
      case MEAN -> java.util.Arrays.stream(values).sum() / values.length;
      case GEOMETRIC_MEAN ->
          StrictMath.exp(
              java.util.Arrays.stream(values).map(StrictMath::log).sum() / values.length);
      default -> ExactPercentile.of(values, statistic.percentile());
    };
  }

  /// Estimate with bounds from above; those from below allow none.
  private double estimate(Limit.Statistic statistic) {
    KaplanMeier found = KaplanMeier.of(samples);
    boolean isOpen = samples.stream().anyMatch(s -> s.bound() == Observation.Bound.ABOVE);
    if (isOpen || !found.hasMeasured()) {
      return Double.NaN;
    }
    return switch (statistic) {
      case MEAN -> found.mean(v -> v);
      case GEOMETRIC_MEAN -> StrictMath.exp(found.mean(StrictMath::log));
      default -> found.percentile(statistic.percentile());
    };
  }

  @Override
  public FigureRange shareBeyond(double limit, boolean isMinimum) {
    int surely = 0;
    int perhaps = 0;
    for (SampledValue s : samples) {
      double best = isMinimum ? s.high() : s.low();
      double worst = isMinimum ? s.low() : s.high();
      surely += Tie.isMet(best, limit, isMinimum) ? 0 : 1;
      perhaps += Tie.isMet(worst, limit, isMinimum) ? 0 : 1;
    }
    return FigureRange.between((double) surely / n(), (double) perhaps / n());
  }
}
