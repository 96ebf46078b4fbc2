package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tonle.assess.Hydraulics;

/// FEATURE UNDER TEST: velocity, depth and travel time from the values that the study gives.
class A07_HydraulicsFromSection {
  private static Hydraulics of(String line) {
    return River.of(line).conservative("Cl").run().hydraulics("A-B");
  }

  // 50 m wide and 2 m deep at 100 m³/s: 1 m/s there. At 200 m³/s (Leopold and Maddock 1953):
  // depth 2 * 2^0.40 = 2.63902 m, velocity 1 * 2^0.34 = 1.26576 m/s
  @Test
  void aSectionScalesWithDischarge() {
    Hydraulics found = of("A -> B 10 km 200 m3/s 50 m wide 2 m deep 100 at");
    assertEquals(2.63902, found.depth_m(), 5e-6);
    assertEquals(1.26576, found.velocity_m_per_s(), 5e-6);
    assertEquals(10_000 / 1.265757 / 86_400, found.travelTime_d(), 1e-6);
  }

  @Test
  void whereItHoldsItIsAsGiven() {
    Hydraulics found = of("A -> B 10 km 100 m3/s 50 m wide 2 m deep 100 at");
    assertEquals(2, found.depth_m(), 1e-12);
    assertEquals(1, found.velocity_m_per_s(), 1e-12);
  }

  // A velocity stated for the season wins over the section: 200 / (50 * 2^0.26 * 0.8) = 4.17543 m
  // of
  // water fill the channel, 10 000 m / 0.8 m/s = 0.144676 d pass. A backwater is stated, not
  // computed.
  @Test
  void aStatedVelocityFillsTheChannel() {
    Hydraulics found = of("A -> B 10 km 0.8 m/s 200 m3/s 50 m wide 2 m deep 100 at");
    assertEquals(0.8, found.velocity_m_per_s(), 1e-15);
    assertEquals(5 / StrictMath.pow(2, 0.26), found.depth_m(), 1e-12);
    assertEquals(10_000 / 0.8 / 86_400, found.travelTime_d(), 1e-12);
  }

  // With effluents of 50 m³/s that join, 0.8 m/s at 200 m³/s become 0.8 * 1.25^0.34 = 0.863042.
  @Test
  void itScalesFromTheDischargeItIsStatedFor() {
    Hydraulics found =
        River.of("A -> B 10 km 0.8 m/s 200 m3/s 50 m wide")
            .conservative("Cl")
            .boundary("A", 200, "Cl", 1)
            .load("A", "Cl", 1)
            .wastewater(50)
            .effluentsJoin()
            .run()
            .hydraulics("A-B");
    assertEquals(0.8 * StrictMath.pow(1.25, 0.34), found.velocity_m_per_s(), 1e-9);
  }

  // Width and depth of the season itself: 30 / (20 * 3) = 0.5 m/s
  @Test
  void aSeasonsOwnSectionIsTakenAsItIs() {
    Hydraulics found = of("A -> B 10 km 30 m3/s 20 m wide 3 m deep");
    assertEquals(0.5, found.velocity_m_per_s(), 1e-12);
    assertEquals(3, found.depth_m(), 0);
  }

  // Boulder Creek, element 1 (QUAL2Kw, cases/qual2k): 12.5 m wide, slope 0.004, n 0.08, 1.4791
  // m³/s give 0.32654 m and 0.36237 m/s; rectangular channel, Q = A R^(2/3) √S / n:
  // A = 4.08175, R = 4.08175 / 13.15308 = 0.310326, R^(2/3) = 0.458363, Q = 1.4791
  @Test
  void manningGivesTheNormalDepth() {
    Hydraulics found = of("A -> B 0.425 km 1.4791 m3/s 12.5 m wide 0.004 slope 0.08 n");
    assertEquals(0.32654, found.depth_m(), 1e-4 * 0.32654);
    assertEquals(0.36237, found.velocity_m_per_s(), 1e-4 * 0.36237);
  }

  @Test
  void aTravelTimeStatedOutrightWins() {
    Hydraulics found = of("A -> B 8.64 km 0.5 d 30 m3/s 20 m wide 3 m deep");
    assertEquals(0.5, found.travelTime_d(), 1e-15);
    assertEquals(0.2, found.velocity_m_per_s(), 1e-12);
  }

  @Test
  void withoutAnyFigureGeometryFollowsDischarge() {
    Hydraulics small = of("A -> B 10 km 1 m3/s");
    Hydraulics large = of("A -> B 10 km 1000 m3/s");
    assertTrue(large.depth_m() > small.depth_m());
    assertTrue(large.velocity_m_per_s() > small.velocity_m_per_s());
    assertTrue(small.velocity_m_per_s() > 0.02 && large.velocity_m_per_s() < 3);
  }
}
