package org.tonle.network.rates;

/// Reaeration of rivers and lakes from velocity, depth and wind, at 20 °C.
///
/// Each formula is valid in a range of depth and velocity; Covar 1976 chose among them. Between the
/// ranges the logarithms are blended over ±15 % of the depth limit, so the rate never jumps.
public final class Reaeration {
  /// Wind over water if the study states no wind [m/s].
  public static final double DEFAULT_WIND_M_PER_S = 2;

  /// Depths and velocities of the rivers that the three formulas were fitted to.
  public static final double SHALLOWEST_M = 0.12;

  public static final double DEEPEST_M = 9.14;
  public static final double SLOWEST_M_PER_S = 0.03;
  public static final double FASTEST_M_PER_S = 1.52;

  /// Strongest wind of the fit; it begins at 0.
  public static final double WINDIEST_M_PER_S = 20;

  private static final double SHALLOW_M = 0.61;
  private static final double BLEND = 0.15;
  private static final double LARGEST_PER_D = 100;

  private Reaeration() {}

  /// Owens, Edwards and Gibbs 1964 [1/d]; shallow streams.
  public static double owensGibbs(double velocity_m_per_s, double depth_m) {
    return 5.32 * StrictMath.pow(velocity_m_per_s, 0.67) / StrictMath.pow(depth_m, 1.85);
  }

  /// O'Connor and Dobbins 1958 [1/d]; deep and slow rivers.
  public static double oConnorDobbins(double velocity_m_per_s, double depth_m) {
    return 3.93 * StrictMath.sqrt(velocity_m_per_s) / StrictMath.pow(depth_m, 1.5);
  }

  /// Churchill, Elmore and Buckingham 1962 [1/d]; deep and fast rivers.
  public static double churchill(double velocity_m_per_s, double depth_m) {
    return 5.026 * velocity_m_per_s / StrictMath.pow(depth_m, 1.67);
  }

  /// Covar 1976 with blended limits, never below the rate by wind (`lake`), at most 100 /d [1/d].
  ///
  /// @param wind_m_per_s wind over the water, which aerates slack water
  public static double covar(double velocity_m_per_s, double depth_m, double wind_m_per_s) {
    double floor = lake(wind_m_per_s, depth_m);
    if (!(velocity_m_per_s > 0)) {
      return StrictMath.min(floor, LARGEST_PER_D);
    }
    double shallow = StrictMath.log(owensGibbs(velocity_m_per_s, depth_m));
    double fast = StrictMath.log(churchill(velocity_m_per_s, depth_m));
    double deep = StrictMath.log(oConnorDobbins(velocity_m_per_s, depth_m));
    double deepLimit_m = 3.45 * StrictMath.pow(velocity_m_per_s, 2.5);
    double aboveShallow = mix(fast, deep, above(depth_m, deepLimit_m));
    double blended = mix(shallow, aboveShallow, above(depth_m, SHALLOW_M));
    return StrictMath.min(StrictMath.max(StrictMath.exp(blended), floor), LARGEST_PER_D);
  }

  /// Whether velocity and depth decide, not the wind, and not the largest rate.
  static boolean isByVelocity(double velocity_m_per_s, double depth_m, double wind_m_per_s) {
    double rate = covar(velocity_m_per_s, depth_m, wind_m_per_s);
    return rate > lake(wind_m_per_s, depth_m) && rate < LARGEST_PER_D;
  }

  /// Wind-driven reaeration of standing water, K_L / depth [1/d] (Banks and Herrera 1977).
  public static double lake(double wind_m_per_s, double depth_m) {
    return windTransfer_m_per_d(wind_m_per_s) / depth_m;
  }

  /// Oxygen transfer velocity K_L by wind [m/d] (Banks and Herrera 1977).
  public static double windTransfer_m_per_d(double wind_m_per_s) {
    return 0.728 * StrictMath.sqrt(wind_m_per_s)
        - 0.317 * wind_m_per_s
        + 0.0372 * wind_m_per_s * wind_m_per_s;
  }

  private static double above(double depth_m, double limit_m) {
    double low = StrictMath.log(limit_m * (1 - BLEND));
    double high = StrictMath.log(limit_m * (1 + BLEND));
    double share = (StrictMath.log(depth_m) - low) / (high - low);
    return StrictMath.max(0, StrictMath.min(1, share));
  }

  private static double mix(double below, double above, double shareAbove) {
    return below * (1 - shareAbove) + above * shareAbove;
  }
}
