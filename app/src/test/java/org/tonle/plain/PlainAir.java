package org.tonle.plain;

/// Air over the water: saturation and reaeration (docs/theory/kinetics.md, Eqs. 10–12).
final class PlainAir {
  private static final double DEFAULT_WIND_M_PER_S = 2;

  private PlainAir() {}

  /// Saturation of oxygen [g/m³].
  static double saturation(double t, double salinity, double altitude_m) {
    double k = t + 273.15;
    double ln =
        -139.34411
            + 1.575701e5 / k
            - 6.642308e7 / (k * k)
            + 1.243800e10 / (k * k * k)
            - 8.621949e11 / (k * k * k * k)
            - salinity * (1.7674e-2 - 1.0754e1 / k + 2.1407e3 / (k * k));
    double p = StrictMath.pow(1 - 2.25577e-5 * altitude_m, 5.25588);
    double vapour = StrictMath.exp(11.8571 - 3840.70 / k - 216961 / (k * k));
    double theta = 0.000975 - 1.426e-5 * t + 6.436e-8 * t * t;
    return StrictMath.exp(ln) * ((p - vapour) * (1 - theta * p) / ((1 - vapour) * (1 - theta)));
  }

  /// K_L [m/d].
  static double wind(double w) {
    return 0.728 * StrictMath.sqrt(w) - 0.317 * w + 0.0372 * w * w;
  }

  static double defaultWind() {
    return DEFAULT_WIND_M_PER_S;
  }

  /// Reaeration of a river at 20 °C [1/d].
  static double river(double u, double h) {
    double least = wind(DEFAULT_WIND_M_PER_S) / h;
    return StrictMath.min(100, StrictMath.max(least, byFormula(u, h)));
  }

  private static double byFormula(double u, double h) {
    double shallow = 0.61;
    double deep = 3.45 * StrictMath.pow(u, 2.5);
    double owens = StrictMath.log(5.32) + 0.67 * StrictMath.log(u) - 1.85 * StrictMath.log(h);
    double connor = StrictMath.log(3.93) + 0.5 * StrictMath.log(u) - 1.5 * StrictMath.log(h);
    double churchill = StrictMath.log(5.026) + StrictMath.log(u) - 1.67 * StrictMath.log(h);
    double other = blend(h, deep, churchill, connor);
    return StrictMath.exp(blend(h, shallow, owens, other));
  }

  /// Below a depth one logarithm, above it another; between within 15 % of it.
  private static double blend(double h, double at, double below, double above) {
    double low = StrictMath.log(at * 0.85);
    double high = StrictMath.log(at * 1.15);
    double share = (StrictMath.log(h) - low) / (high - low);
    double part = StrictMath.min(1, StrictMath.max(0, share));
    return (1 - part) * below + part * above;
  }
}
