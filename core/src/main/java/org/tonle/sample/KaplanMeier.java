package org.tonle.sample;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.tonle.model.Observation;

/// Kaplan–Meier distribution of values among which some are known only to lie below a bound
/// (docs/theory/measured.md, Eqs. 1–3; after Helsel 2012).
///
/// The mass of a bound goes to the measured values below it; what lies below the least of them
/// stays at the least bound.
final class KaplanMeier {
  private final int n;
  private final double[] value;
  private final double[] mass;
  private final double rest;
  private final double leastBound;

  private KaplanMeier(int n, double[] value, double[] mass, double rest, double leastBound) {
    this.n = n;
    this.value = value;
    this.mass = mass;
    this.rest = rest;
    this.leastBound = leastBound;
  }

  /// @param samples measured values and bounds from above, at least one
  static KaplanMeier of(List<SampledValue> samples) {
    // From above; a measured value stands before a bound of the same size, which lies below it.
    List<SampledValue> falling =
        samples.stream()
            .sorted(
                Comparator.comparingDouble(SampledValue::value)
                    .reversed()
                    .thenComparing(SampledValue::isBound))
            .toList();
    double[] value = new double[falling.size()];
    double[] mass = new double[falling.size()];
    int measured = 0;
    double below = 1;
    double least = Double.NaN;
    for (int i = 0; i < falling.size(); i++) {
      SampledValue s = falling.get(i);
      if (s.bound() == Observation.Bound.BELOW) {
        least = s.value();
      } else {
        double left = below * (1 - 1.0 / (falling.size() - i));
        value[measured] = s.value();
        mass[measured++] = below - left;
        below = left;
      }
    }
    return new KaplanMeier(
        falling.size(),
        Arrays.copyOf(value, measured),
        Arrays.copyOf(mass, measured),
        below,
        least);
  }

  boolean hasMeasured() {
    return value.length > 0;
  }

  /// Mean of a function of the values.
  double mean(DoubleUnaryOperator of) {
    double sum = rest > 0 ? rest * of.applyAsDouble(leastBound) : 0;
    for (int i = 0; i < value.length; i++) {
      sum += mass[i] * of.applyAsDouble(value[i]);
    }
    return sum;
  }

  /// Percentile, linear between neighbours; of measured values alone that of Hyndman and Fan
  /// (1996), type 7. NaN where only bounds lie.
  double percentile(double p) {
    double upTo = rest;
    double before = Double.NaN;
    double end = 0;
    for (int i = value.length - 1; i >= 0; i--) {
      double first = n == 1 ? 0 : n * upTo / (n - 1);
      upTo += mass[i];
      double last = n == 1 ? 1 : (n * upTo - 1) / (n - 1);
      if (i == 0) {
        last = 1;
      }
      if (p < first - 1e-12) {
        return before + (p - end) / (first - end) * (value[i] - before);
      }
      if (p <= last + 1e-12) {
        return value[i];
      }
      before = value[i];
      end = last;
    }
    return before;
  }
}
