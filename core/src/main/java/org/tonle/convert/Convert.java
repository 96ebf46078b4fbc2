package org.tonle.convert;

/// Conversions between the user's units and kernel units (m, s, g). Each has a test with a worked
/// number; no other class holds such a factor.
public final class Convert {
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double DAYS_PER_YEAR = 365.25;

  /// Mean radius of the Earth.
  private static final double EARTH_RADIUS_km = 6371;

  private Convert() {}

  public static double secondsFromDays(double d) {
    return d * SECONDS_PER_DAY;
  }

  public static double daysFromSeconds(double s) {
    return s / SECONDS_PER_DAY;
  }

  public static double perSecondFromPerDay(double per_d) {
    return per_d / SECONDS_PER_DAY;
  }

  public static double metresPerSecondFromPerDay(double m_per_d) {
    return m_per_d / SECONDS_PER_DAY;
  }

  public static double metresFromKilometres(double km) {
    return km * 1e3;
  }

  public static double cubicMetresFromCubicKilometres(double km3) {
    return km3 * 1e9;
  }

  public static double squareMetresFromSquareKilometres(double km2) {
    return km2 * 1e6;
  }

  public static double gramsPerSecondFromGramsPerDay(double g_per_d) {
    return g_per_d / SECONDS_PER_DAY;
  }

  public static double gramsPerSecondFromKilogramsPerDay(double kg_per_d) {
    return kg_per_d * 1e3 / SECONDS_PER_DAY;
  }

  public static double kilogramsPerDayFromGramsPerSecond(double g_per_s) {
    return g_per_s * SECONDS_PER_DAY / 1e3;
  }

  public static double tonnesFromGrams(double g) {
    return g / 1e6;
  }

  /// Converts a mean load to tonnes per year of 365.25 days.
  public static double tonnesPerYearFromGramsPerSecond(double g_per_s) {
    return g_per_s * SECONDS_PER_DAY * DAYS_PER_YEAR / 1e6;
  }

  public static double gramsPerSecondFromTonnesPerYear(double t_per_a) {
    return t_per_a * 1e6 / (DAYS_PER_YEAR * SECONDS_PER_DAY);
  }

  public static double kilogramsPerDayFromTonnesPerYear(double t_per_a) {
    return kilogramsPerDayFromGramsPerSecond(gramsPerSecondFromTonnesPerYear(t_per_a));
  }

  /// Depth of a discharge over an area, in a year.
  public static double millimetresPerYear(double discharge_m3_per_s, double area_km2) {
    return discharge_m3_per_s * SECONDS_PER_DAY * DAYS_PER_YEAR / (area_km2 * 1e3);
  }

  public static double gramsPerSecondFromGramsPerHectareAndYear(
      double g_per_ha_a, double area_km2) {
    return g_per_ha_a * area_km2 * 100 / (DAYS_PER_YEAR * SECONDS_PER_DAY);
  }

  public static double gramsPerSecondFromGramsPerYear(double g_per_a) {
    return g_per_a / (DAYS_PER_YEAR * SECONDS_PER_DAY);
  }

  public static double cubicMetresPerSecondFromPerDay(double m3_per_d) {
    return m3_per_d / SECONDS_PER_DAY;
  }

  public static double cubicMetresPerDayFromPerSecond(double m3_per_s) {
    return m3_per_s * SECONDS_PER_DAY;
  }

  /// Distance between two points of the Earth that are not far apart: on the plane that touches it
  /// halfway.
  public static double distance_km(
      double oneLon_deg, double oneLat_deg, double otherLon_deg, double otherLat_deg) {
    double lat = StrictMath.toRadians((oneLat_deg + otherLat_deg) / 2);
    double x = StrictMath.toRadians(otherLon_deg - oneLon_deg) * StrictMath.cos(lat);
    double y = StrictMath.toRadians(otherLat_deg - oneLat_deg);
    return EARTH_RADIUS_km * StrictMath.hypot(x, y);
  }
}
