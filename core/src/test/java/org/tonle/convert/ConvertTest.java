package org.tonle.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// FEATURE UNDER TEST: each conversion of units with a worked number.
class ConvertTest {
  @Test
  void time() {
    assertEquals(43_200, Convert.secondsFromDays(0.5), 0);
    assertEquals(0.25, Convert.daysFromSeconds(21_600), 0);
    // 0.864 a day is 1e-5 a second
    assertEquals(1e-5, Convert.perSecondFromPerDay(0.864), 1e-20);
  }

  @Test
  void space() {
    assertEquals(2_500, Convert.metresFromKilometres(2.5), 0);
    assertEquals(3.8e9, Convert.cubicMetresFromCubicKilometres(3.8), 0);
    assertEquals(7.65e9, Convert.squareMetresFromSquareKilometres(7650), 0);
    // 8.64 m a day are 0.1 mm a second
    assertEquals(1e-4, Convert.metresPerSecondFromPerDay(8.64), 1e-18);
  }

  @Test
  void load() {
    assertEquals(1, Convert.gramsPerSecondFromGramsPerDay(86_400), 0);
    assertEquals(1, Convert.gramsPerSecondFromKilogramsPerDay(86.4), 1e-15);
    assertEquals(86.4, Convert.kilogramsPerDayFromGramsPerSecond(1), 1e-12);
    assertEquals(2.5, Convert.tonnesFromGrams(2.5e6), 0);
    // a year of 365.25 d has 31 557 600 s
    assertEquals(31.5576, Convert.tonnesPerYearFromGramsPerSecond(1), 1e-12);
    assertEquals(1, Convert.gramsPerSecondFromTonnesPerYear(31.5576), 1e-12);
    // 365.25 t/a = 1 t/d
    assertEquals(1000, Convert.kilogramsPerDayFromTonnesPerYear(365.25), 1e-9);
    // 100 ha in a km²: 315 576 g/ha/a on 1 km² are 31 557 600 g/a
    assertEquals(1, Convert.gramsPerSecondFromGramsPerHectareAndYear(315_576, 1), 1e-12);
  }

  @Test
  void water() {
    assertEquals(0.1, Convert.cubicMetresPerSecondFromPerDay(8640), 1e-15);
    assertEquals(8640, Convert.cubicMetresPerDayFromPerSecond(0.1), 1e-9);
  }
}
