package org.tonle.network.rates;

/// Oxygen saturation: dissolved oxygen in equilibrium with air.
public final class OxygenSaturation {
  private static final double KELVIN = 273.15;
  private static final double PER_METRE = 0.0001148;

  private OxygenSaturation() {}

  /// Saturation [mg/L] after Benson and Krause 1984 (as in APHA 4500-O), times 1 - 0.0001148 per
  /// metre of altitude (QUAL2Kw, Pelletier et al. 2006).
  ///
  /// @param temperature_c water temperature [°C], 0 to 40
  /// @param altitude_m above sea level [m]
  /// @param salinity_g_per_kg salinity [g/kg]
  public static double mg_per_l(double temperature_c, double altitude_m, double salinity_g_per_kg) {
    double t = temperature_c + KELVIN;
    double ln =
        -139.34411
            + 1.575701e5 / t
            - 6.642308e7 / (t * t)
            + 1.243800e10 / (t * t * t)
            - 8.621949e11 / (t * t * t * t)
            - salinity_g_per_kg * (1.7674e-2 - 1.0754e1 / t + 2.1407e3 / (t * t));
    return StrictMath.exp(ln) * (1 - PER_METRE * altitude_m);
  }
}
