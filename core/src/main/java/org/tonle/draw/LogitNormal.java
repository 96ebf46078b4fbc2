package org.tonle.draw;

/// Logit-normal distribution: a share in (0, 1) whose logit is normal (docs/theory/uncertainty.md,
/// Eq. 4).
///
/// The logit's centre and width are found from the share's own mean and standard deviation. Their
/// integrals use the trapezoidal rule over the normal's ±8 standard deviations, which is exact to
/// rounding for an integrand as smooth as this.
record LogitNormal(double centre, double width) {
  /// A wider logit puts nearly all draws on 0 or 1; a study that asks for more is cut to this
  /// width.
  private static final double WIDEST = 3;

  private static final int POINTS = 128;
  private static final double REACH = 8;

  /// Standard normals of the rule, and their weights, which are the same for every share.
  private static final double[] Z = new double[POINTS + 1];

  private static final double[] WEIGHT = new double[POINTS + 1];
  private static final double WEIGHTS;

  static {
    double sum = 0;
    for (int i = 0; i <= POINTS; i++) {
      Z[i] = REACH * (2.0 * i / POINTS - 1);
      WEIGHT[i] = StrictMath.exp(-0.5 * Z[i] * Z[i]);
      sum += WEIGHT[i];
    }
    WEIGHTS = sum;
  }

  /// The logit-normal with this mean and, up to the widest, this standard deviation.
  static LogitNormal of(double mean, double deviation) {
    double low = 0;
    double high = WIDEST;
    if (around(mean, WIDEST).deviation(mean) <= deviation) {
      return around(mean, WIDEST);
    }
    for (int i = 0; i < 40; i++) {
      double middle = 0.5 * (low + high);
      if (around(mean, middle).deviation(mean) < deviation) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return around(mean, 0.5 * (low + high));
  }

  /// The centre that gives `mean` at a width: Newton's method from the median.
  private static LogitNormal around(double mean, double width) {
    double centre = StrictMath.log(mean / (1 - mean));
    for (int i = 0; i < 20; i++) {
      double change = new LogitNormal(centre, width).newton(mean);
      centre -= StrictMath.max(-1, StrictMath.min(1, change));
      if (StrictMath.abs(change) < 1e-13) {
        break;
      }
    }
    return new LogitNormal(centre, width);
  }

  /// Newton's step of the centre: the mean distance from `mean` over its slope.
  private double newton(double mean) {
    double distance = 0;
    double slope = 0;
    for (int i = 0; i <= POINTS; i++) {
      double share = at(Z[i]);
      distance += WEIGHT[i] * (share - mean);
      slope += WEIGHT[i] * (share * (1 - share));
    }
    return distance / WEIGHTS / (slope / WEIGHTS);
  }

  private double deviation(double mean) {
    double square = 0;
    for (int i = 0; i <= POINTS; i++) {
      double share = at(Z[i]);
      square += WEIGHT[i] * ((share - mean) * (share - mean));
    }
    return StrictMath.sqrt(square / WEIGHTS);
  }

  /// The share at a standard normal `z`.
  double at(double z) {
    return 1 / (1 + StrictMath.exp(-(centre + width * z)));
  }
}
