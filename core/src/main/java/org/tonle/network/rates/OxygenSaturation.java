package org.tonle.network.rates;

/// Oxygen saturation: dissolved oxygen in equilibrium with air (docs/theory/kinetics.md, Eq. 12).
public final class OxygenSaturation {
  /// Warmest water [°C] that the fit is of; it begins at 0.
  public static final double WARMEST_C = 40;

  /// Saltiest water [g/kg] that the fit is of; it begins at 0.
  public static final double SALTIEST_G_PER_KG = 40;

  private static final double KELVIN = 273.15;

  /// Air of the standard atmosphere: its lapse over the temperature at sea level [1/m], and the
  /// exponent of its pressure.
  private static final double LAPSE_PER_M = 2.25577e-5;

  private static final double EXPONENT = 5.25588;

  private OxygenSaturation() {}

  /// Saturation [mg/L] after Benson and Krause 1984 (as in APHA 4500-O), under the pressure of the
  /// standard atmosphere at this altitude.
  ///
  /// @param temperature_c water temperature [°C], 0 to 40
  /// @param altitude_m above sea level [m], to 11,000
  /// @param salinity_g_per_kg salinity [g/kg], 0 to 40
  public static double mg_per_l(double temperature_c, double altitude_m, double salinity_g_per_kg) {
    double t = temperature_c + KELVIN;
    double ln =
        -139.34411
            + 1.575701e5 / t
            - 6.642308e7 / (t * t)
            + 1.243800e10 / (t * t * t)
            - 8.621949e11 / (t * t * t * t)
            - salinity_g_per_kg * (1.7674e-2 - 1.0754e1 / t + 2.1407e3 / (t * t));
    double atSea = StrictMath.exp(ln);
    return altitude_m == 0 ? atSea : atSea * thinner(temperature_c, pressure_atm(altitude_m));
  }

  /// Pressure of the standard atmosphere [atm], by the barometric formula (ISO 2533).
  static double pressure_atm(double altitude_m) {
    return StrictMath.pow(1 - LAPSE_PER_M * altitude_m, EXPONENT);
  }

  /// Share of the oxygen at 1 atm that water holds under another pressure: that of the dry air
  /// above its own vapour, with a small term for what is no ideal gas.
  private static double thinner(double temperature_c, double pressure_atm) {
    double t = temperature_c + KELVIN;
    double vapour_atm = StrictMath.exp(11.8571 - 3840.70 / t - 216961 / (t * t));
    double theta = 0.000975 - 1.426e-5 * temperature_c + 6.436e-8 * temperature_c * temperature_c;
    return (pressure_atm - vapour_atm)
        * (1 - theta * pressure_atm)
        / ((1 - vapour_atm) * (1 - theta));
  }
}
