package org.tonle.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.convert.TransverseMercator.Degrees;
import org.tonle.convert.TransverseMercator.Ellipsoid;

class TransverseMercatorTest {
  private static final double CM_DEG = 1.5e-7;

  /// OGP Guidance Note 7-2 (2021), "Transverse Mercator", OSGB 1936 / British National Grid: E 577
  /// 274.99, N 69 740.50 is 50°30' N, 0°30' E. Its natural origin lies at 49° N; the equator then
  /// has the northing -100 000 - 0.9996012717 · 5 429 228.602 m, the length of the meridian from
  /// there to 49° on Airy 1830. The example prints centimetres.
  @Test
  void theWorkedExampleOfTheBritishGrid() {
    double scale = 0.9996012717;
    TransverseMercator grid =
        new TransverseMercator(
            new Ellipsoid(6_377_563.396, 1 / 299.32496),
            -2,
            scale,
            400_000,
            -100_000 - scale * 5_429_228.602);
    Degrees found = grid.toDegrees(577_274.99, 69_740.50);
    assertEquals(0.5, found.lon_deg(), CM_DEG);
    assertEquals(50.5, found.lat_deg(), CM_DEG);
  }

  /// Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395, 1987), p. 269–271:
  /// Clarke 1866, x = 127 106.5 m, y = 4 484 124.4 m from 75° W is 73°30' W, 40°30' N.
  @Test
  void theWorkedExampleOfSnyder() {
    TransverseMercator map =
        new TransverseMercator(new Ellipsoid(6_378_206.4, 1 / 294.978698214), -75, 0.9996, 0, 0);
    Degrees found = map.toDegrees(127_106.5, 4_484_124.4);
    assertEquals(-73.5, found.lon_deg(), 1e-6);
    assertEquals(40.5, found.lat_deg(), 1e-6);
  }

  @Test
  void zonesLieSixDegreesApart() {
    assertEquals(48, TransverseMercator.zoneOf(104.9));
    assertEquals(1, TransverseMercator.zoneOf(-180));
    assertEquals(60, TransverseMercator.zoneOf(179.9));
    assertEquals(105, TransverseMercator.utm(48, true).toDegrees(500_000, 0).lon_deg(), 1e-12);
    assertEquals(0, TransverseMercator.utm(48, false).toDegrees(500_000, 1e7).lat_deg(), 1e-12);
  }
}
