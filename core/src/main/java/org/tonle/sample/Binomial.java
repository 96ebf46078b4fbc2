package org.tonle.sample;

/// Binomial distribution: whether the number of samples beyond a limit is more, or less, than
/// chance would bring (docs/theory/measured.md, Eq. 11; after Smith et al. 2001).
final class Binomial {
  private Binomial() {}

  /// Probability of at most k successes in n trials.
  static double atMost(int k, int n, double p) {
    if (p <= 0 || p >= 1) {
      return p <= 0 || k >= n ? 1 : 0;
    }
    // By logarithms: (1 - p)^n of many samples is no number of double precision.
    double ln = n * StrictMath.log1p(-p);
    double odds = StrictMath.log(p) - StrictMath.log1p(-p);
    double sum = 0;
    for (int x = 0; x <= StrictMath.min(k, n); x++) {
      sum += StrictMath.exp(ln);
      ln += odds + StrictMath.log((double) (n - x) / (x + 1));
    }
    return StrictMath.min(1, sum);
  }

  /// Probability of at least k successes in n trials.
  static double atLeast(int k, int n, double p) {
    return k <= 0 ? 1 : 1 - atMost(k - 1, n, p);
  }
}
