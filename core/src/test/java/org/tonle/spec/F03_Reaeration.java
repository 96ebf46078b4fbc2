package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.model.Reaction;
import org.tonle.network.rates.Reaeration;

/// FEATURE UNDER TEST: reaeration from velocity and depth. Numbers: cases/oxygen/reaeration (as
/// coded in QUAL2Kw 5.1, MIT licence). Rules out: reaeration that grows with depth; a rate that
/// jumps at a class limit.
class F03_Reaeration {
  private static final double STEP = 1.001;

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          depth_m,velocity_m_per_s,oConnorDobbins,churchill,owensGibbs
          0.32654,0.36237,12.6784,11.80596,21.36789
          0.32865,0.36385,12.58225,11.7275,21.17282
          0.33284,0.36678,12.39501,11.57445,20.79379
          0.337,0.36967,12.21419,11.42635,20.42887
          0.34112,0.37253,12.03946,11.28295,20.07727
          0.4353,0.40611,8.72032,8.18633,13.55018
          0.43908,0.4083,8.63111,8.11252,13.38327
          0.44284,0.41048,8.544,8.04034,13.22063
          0.44659,0.41264,8.45891,7.96973,13.06208
          0.16138,0.21551,28.14178,22.78128,55.5664
          0.16265,0.22919,28.68147,23.912,57.07069
          0.16918,0.23512,27.38514,22.97067,53.97985
          0.17555,0.24083,26.22046,22.11962,51.22815
          0.18178,0.24633,25.16743,21.34561,48.76146
          0.18787,0.25165,24.20995,20.6379,46.53672
          0.19384,0.2568,23.33496,19.98775,44.51922
          0.1997,0.26178,22.53173,19.38792,42.68064
          """,
      useHeadersInDisplayName = true)
  void threeFormulas(
      double h, double u, double oConnorDobbins, double churchill, double owensGibbs) {
    // the case prints depth and velocity to five digits: 1e-4
    assertEquals(oConnorDobbins, Reaeration.oConnorDobbins(u, h), 1e-4 * oConnorDobbins);
    assertEquals(churchill, Reaeration.churchill(u, h), 1e-4 * churchill);
    assertEquals(owensGibbs, Reaeration.owensGibbs(u, h), 1e-4 * owensGibbs);
  }

  // Covar 1976: 0.3 m is shallow; 1 m at 1 m/s is under 3.45 m, Churchill; 5 m at 0.5 m/s is deep.
  @Test
  void farFromTheLimitsEachFormulaStandsAlone() {
    assertEquals(Reaeration.owensGibbs(0.5, 0.3), Reaeration.covar(0.5, 0.3, 0), 1e-12);
    assertEquals(Reaeration.churchill(1, 1), Reaeration.covar(1, 1, 0), 1e-12);
    assertEquals(Reaeration.oConnorDobbins(0.5, 5), Reaeration.covar(0.5, 5, 0), 1e-12);
  }

  // The steepest formula falls with H^-1.85, a thousandth of depth by 0.19 %; between two formulas
  // that differ by at most a quarter the blend over ln(1.15 / 0.85) = 0.30 adds as much again.
  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3})
  void deeperWaterNeverTakesUpMoreAndTheRateNeverJumps(double velocity_m_per_s) {
    for (double wind : new double[] {0, 2, 6}) {
      double above = Reaeration.covar(velocity_m_per_s, 0.05, wind);
      for (double depth = 0.05 * STEP; depth < 60; depth *= STEP) {
        double here = Reaeration.covar(velocity_m_per_s, depth, wind);
        assertTrue(here <= above * (1 + 1e-12), "grows at " + depth + " m");
        assertTrue(here > above * 0.996, "jumps at " + depth + " m");
        above = here;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.4, 0.61, 1, 2, 5, 20})
  void fasterWaterNeverJumpsEither(double depth_m) {
    double slower = Reaeration.covar(0.02, depth_m, 2);
    for (double u = 0.02 * STEP; u < 3; u *= STEP) {
      double here = Reaeration.covar(u, depth_m, 2);
      assertEquals(0, StrictMath.log(here / slower), 0.005, "jumps at " + u + " m/s");
      slower = here;
    }
  }

  @Test
  void windAeratesSlackWater() {
    assertEquals(Reaeration.lake(3, 10), Reaeration.covar(0, 10, 3), 1e-12);
    assertTrue(Reaeration.covar(0.001, 10, 3) >= Reaeration.lake(3, 10));
  }

  // A reach's depth decides, not its length: 1 m at 1 m/s gives 5.026 /d at 20 °C over 1 or 100 km.
  @ParameterizedTest
  @ValueSource(doubles = {1, 100})
  void aReachTakesTheFormulaUnlessStated(double length_km) {
    Answer answer = reach("%s km".formatted(length_km));
    assertEquals(5.026, answer.hydraulics("A-B").reaeration_per_d(), 1e-9);
  }

  // Tsivoglou and Neal 1976 for a reach of 0.36237 m/s and slope 0.004 in QUAL2Kw: 22.18842 /d
  @Test
  void aRateStatedForTheReachWins() {
    Answer answer = reach("22.18842 1/d");
    assertEquals(22.18842, answer.hydraulics("A-B").reaeration_per_d(), 1e-12);
  }

  private static Answer reach(String more) {
    return River.of("A -> B  1 m/s  1 m deep  20 C  5 m3/s  " + more)
        .linked("DO")
        .reaction("reaeration", "DO", Reaction.Kind.REAERATION, 0)
        .boundary("A", 5, "DO", 6)
        .run();
  }
}
