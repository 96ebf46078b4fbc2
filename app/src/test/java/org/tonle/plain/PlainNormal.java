package org.tonle.plain;

/// Normal distribution: its share below a number, and the number below which a share lies.
final class PlainNormal {
  private PlainNormal() {}

  /// Φ(x) = ½ + φ(x) (x + x³/3 + x⁵/(3·5) + …).
  static double below(double x) {
    double term = x;
    double sum = x;
    for (int i = 3; StrictMath.abs(term) > 1e-18 * StrictMath.abs(sum); i += 2) {
      term *= x * x / i;
      sum += term;
    }
    return 0.5 + sum * StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * StrictMath.PI);
  }

  static double quantile(double share) {
    double low = -9;
    double high = 9;
    for (int i = 0; i < 200; i++) {
      double middle = (low + high) / 2;
      if (below(middle) < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
