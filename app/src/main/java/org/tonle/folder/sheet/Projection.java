package org.tonle.folder.sheet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonle.convert.Text;
import org.tonle.convert.TransverseMercator;
import org.tonle.convert.TransverseMercator.Degrees;

/// Projection: the coordinate system that a study declares once in study.toml, `crs =
/// "EPSG:32648"`: points that cannot be degrees are then metres of that map. WGS 84 and its UTM
/// zones are known.
///
/// @param name as EPSG names it
public record Projection(String name, TransverseMercator map) {
  private static final Pattern UTM = Pattern.compile("EPSG:32([67])(\\d\\d)");
  private static final String DEGREES = "EPSG:4326";
  private static final int ZONES = 60;

  /// A zone is 668 km wide at the equator; maps overlap a little.
  private static final double LEAST_X_M = 100_000;

  private static final double MOST_X_M = 900_000;
  private static final double MOST_Y_M = 10_000_000;

  /// The declared system; empty for degrees, with a problem for an unknown system.
  public static Optional<Projection> of(Toml toml, Problems problems) {
    String name = toml.text("crs", DEGREES).strip().toUpperCase(java.util.Locale.ROOT);
    if (name.equals(DEGREES)) {
      return Optional.empty();
    }
    Matcher utm = UTM.matcher(name);
    int zone = utm.matches() ? Integer.parseInt(utm.group(2)) : 0;
    if (zone < 1 || zone > ZONES) {
      problems.error(
          "unknown_crs",
          toml.file(),
          0,
          "crs",
          "EPSG:4326 | EPSG:32601 … 32660 | EPSG:32701 … 32760",
          name);
      return Optional.empty();
    }
    boolean isNorth = utm.group(1).equals("6");
    return Optional.of(new Projection(name, TransverseMercator.utm(zone, isNorth)));
  }

  /// The name of the UTM zone of a point in degrees.
  public static String nameAt(double lon_deg, double lat_deg) {
    String zone = Text.format("%02d", TransverseMercator.zoneOf(lon_deg));
    return "EPSG:32" + (lat_deg < 0 ? "7" : "6") + zone;
  }

  /// A point that may be in metres, converted to degrees; empty if it lies on no map of a zone.
  Optional<Degrees> degrees(double x, double y) {
    if (StrictMath.abs(x) <= 180 && StrictMath.abs(y) <= 90) {
      return Optional.of(new Degrees(x, y));
    }
    boolean isOnMap = x >= LEAST_X_M && x <= MOST_X_M && y >= 0 && y <= MOST_Y_M;
    return isOnMap ? Optional.of(map.toDegrees(x, y)) : Optional.empty();
  }
}
