package org.tonle.convert;

/// Transverse Mercator projection, inverted: from metres on the map to longitude and latitude on
/// its ellipsoid, by the series of Krüger (1912) to the sixth order of the third flattening, as
/// Karney (2011, Journal of Geodesy 85:475–485, Eq. 35–36 and 19–21) gives them. Accurate to a
/// micrometre within a zone.
///
/// It does not change the datum.
public final class TransverseMercator {
  private static final int ORDER = 6;
  private static final double WGS84_A_M = 6_378_137;
  private static final double WGS84_FLATTENING = 1 / 298.257223563;
  private static final double UTM_SCALE = 0.9996;
  private static final double UTM_EASTING_M = 500_000;
  private static final double UTM_SOUTH_M = 10_000_000;

  /// Coefficients of β₁ … β₆ by powers of n, first n¹ (Karney, Eq. 36).
  private static final double[][] BETA = {
    {1 / 2., -2 / 3., 37 / 96., -1 / 360., -81 / 512., 96199 / 604800.},
    {0, 1 / 48., 1 / 15., -437 / 1440., 46 / 105., -1118711 / 3870720.},
    {0, 0, 17 / 480., -37 / 840., -209 / 4480., 5569 / 90720.},
    {0, 0, 0, 4397 / 161280., -11 / 504., -830251 / 7257600.},
    {0, 0, 0, 0, 4583 / 161280., -108847 / 3991680.},
    {0, 0, 0, 0, 0, 20648693 / 638668800.}
  };

  private final Ellipsoid ellipsoid;
  private final double meridian_deg;
  private final double scale;
  private final double easting_m;
  private final double northing_m;
  private final double[] beta = new double[ORDER];
  private final double radius_m;

  /// Ellipsoid of the map.
  ///
  /// @param a_m semi-major axis
  public record Ellipsoid(double a_m, double flattening) {
    double e2() {
      return flattening * (2 - flattening);
    }
  }

  /// A point on the ellipsoid.
  public record Degrees(double lon_deg, double lat_deg) {}

  /// @param meridian_deg central meridian, along which the map is enlarged by `scale`
  /// @param easting_m of the central meridian
  /// @param northing_m of the equator
  public TransverseMercator(
      Ellipsoid ellipsoid, double meridian_deg, double scale, double easting_m, double northing_m) {
    this.ellipsoid = ellipsoid;
    this.meridian_deg = meridian_deg;
    this.scale = scale;
    this.easting_m = easting_m;
    this.northing_m = northing_m;
    double n = ellipsoid.flattening() / (2 - ellipsoid.flattening());
    double n2 = n * n;
    radius_m = ellipsoid.a_m() / (1 + n) * (1 + n2 / 4 + n2 * n2 / 64 + n2 * n2 * n2 / 256);
    for (int j = 0; j < ORDER; j++) {
      for (int k = ORDER - 1; k >= 0; k--) {
        beta[j] = (beta[j] + BETA[j][k]) * n;
      }
    }
  }

  /// A zone of UTM on WGS 84.
  public static TransverseMercator utm(int zone, boolean isNorth) {
    return new TransverseMercator(
        new Ellipsoid(WGS84_A_M, WGS84_FLATTENING),
        zone * 6 - 183,
        UTM_SCALE,
        UTM_EASTING_M,
        isNorth ? 0 : UTM_SOUTH_M);
  }

  /// The UTM zone of a longitude, 1 to 60.
  public static int zoneOf(double lon_deg) {
    return (int) StrictMath.floor(((lon_deg + 180) % 360) / 6) + 1;
  }

  public Degrees toDegrees(double x_m, double y_m) {
    double xi = (y_m - northing_m) / (scale * radius_m);
    double eta = (x_m - easting_m) / (scale * radius_m);
    double north = xi;
    double east = eta;
    for (int j = 1; j <= ORDER; j++) {
      double b = beta[j - 1];
      north -= b * StrictMath.sin(2 * j * xi) * StrictMath.cosh(2 * j * eta);
      east -= b * StrictMath.cos(2 * j * xi) * StrictMath.sinh(2 * j * eta);
    }
    double sinh = StrictMath.sinh(east);
    double cos = StrictMath.cos(north);
    double conformal = StrictMath.sin(north) / StrictMath.hypot(sinh, cos);
    double lon_deg = meridian_deg + StrictMath.toDegrees(StrictMath.atan2(sinh, cos));
    return new Degrees(lon_deg, StrictMath.toDegrees(StrictMath.atan(tangent(conformal))));
  }

  /// The tangent of the latitude whose conformal latitude has the tangent `conformal`, by Newton's
  /// steps (Karney, Eq. 19–21); three steps suffice anywhere on Earth.
  private double tangent(double conformal) {
    double e2 = ellipsoid.e2();
    double e = StrictMath.sqrt(e2);
    double tan = conformal;
    for (int i = 0; i < 5; i++) {
      double secant = StrictMath.hypot(1, tan);
      double sigma = StrictMath.sinh(e * atanh(e * tan / secant));
      double reached = tan * StrictMath.hypot(1, sigma) - sigma * secant;
      tan +=
          (conformal - reached)
              / StrictMath.hypot(1, reached)
              * (1 + (1 - e2) * tan * tan)
              / ((1 - e2) * secant);
    }
    return tan;
  }

  private static double atanh(double x) {
    return StrictMath.log1p(2 * x / (1 - x)) / 2;
  }
}
