package org.tonle.load;

import org.tonle.convert.Text;

/// Combined overflow: the share of a season's sewage that rain spills untreated
/// (docs/theory/loads.md, Eq. 12).
public final class CombinedOverflow {
  private CombinedOverflow() {}

  /// Rainy part of the season times the part of its storms' water that the storage does not hold,
  /// where depths of storms are exponential and the storage is empty before each.
  ///
  /// @param rain_d days with rain in the season
  /// @param season_d days of the season
  /// @param event_mm mean rain of such a day
  /// @param storage_mm rain that sewers and tanks hold, over the drained area
  public static double share(double rain_d, double season_d, double event_mm, double storage_mm) {
    if (!(rain_d >= 0 && rain_d <= season_d && event_mm > 0 && storage_mm >= 0)) {
      throw new IllegalArgumentException(
          Text.format("%s rainy days of %s.", Double.toString(rain_d), Double.toString(season_d)));
    }
    return rain_d / season_d * StrictMath.exp(-storage_mm / event_mm);
  }
}
