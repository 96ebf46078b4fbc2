package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonle.assess.Place;
import org.tonle.network.rates.OxygenSaturation;

/// FEATURE UNDER TEST: where along a reach, and after what time, its oxygen is lowest. The sag of
/// Streeter and Phelps is deepest after t_c = ln[ka/kd (1 - D0 (ka - kd) / (kd L0))] / (ka - kd).
class F09_PlaceOfTheWorstOxygen {
  private static final double SATURATION = OxygenSaturation.mg_per_l(20, 0, 0);

  // kd 0.3, ka 0.7 /d, L0 20, D0 1 mg/L: t_c = ln[2.33333 (1 - 0.4 / 6)] / 0.4 = 1.9457625 d
  private static final double CRITICAL_D = StrictMath.log(0.7 / 0.3 * (1 - 0.4 / 6)) / 0.4;

  private static River river(String reaches) {
    River river = River.of(reaches).linked("BOD", "orgN", "NH4", "NO3", "DO");
    return SagChemistry.add(river, Map.of("kd", 0.3, "ka", 0.7), 1.2);
  }

  private static River boundary(River river, String node, double deficit) {
    return river.boundary(
        node, 10, "BOD", 20.0, "orgN", 0.0, "NH4", 0.0, "NO3", 0.0, "DO", SATURATION - deficit);
  }

  private static double share(Answer answer, String reach) {
    return answer.found().lowestShare(answer.place(Place.Kind.REACH, reach), 0);
  }

  @Test
  void theCriticalTimeOfTheSag() {
    Answer answer = boundary(river("A -> B  60 km  12 d  10 m3/s  1.2 m deep"), "A", 1).run();
    assertEquals(1.9457625, 12 * share(answer, "A-B"), 1e-6);
    // 60 km in 12 d are 5 km/d: 1.9457625 * 5 = 9.7288123 km
    assertEquals(9.7288123, 60 * share(answer, "A-B"), 1e-5);
  }

  // Loads of nitrate, which takes no oxygen, cut the reach after 3 and 30 km.
  @Test
  void aCutReachHasItsWorstAtTheSamePlace() {
    River river = boundary(river("A -> B  60 km  12 d  10 m3/s  1.2 m deep"), "A", 1);
    river.load(River.point("A-B", 3), "NO3", 1);
    river.load(River.point("A-B", 30), "NO3", 1);
    assertEquals(CRITICAL_D, 12 * share(river.run(), "A-B"), 1e-6);
  }

  @Test
  void aReachThatEndsBeforeIsWorstAtItsEnd() {
    Answer answer = boundary(river("A -> B  5 km  1 d  10 m3/s  1.2 m deep"), "A", 1).run();
    assertEquals(1, share(answer, "A-B"));
  }

  // Clean water with a deficit of 4 mg/L only recovers: it is worst where it enters.
  @Test
  void aRiverThatRecoversIsWorstAtItsHead() {
    River river = river("A -> B  5 km  1 d  10 m3/s  1.2 m deep");
    river.boundary("A", 10, "BOD", 0.0, "orgN", 0.0, "NH4", 0.0, "NO3", 0.0, "DO", SATURATION - 4);
    assertEquals(0, share(river.run(), "A-B"));
  }

  // The water enters at B: the way is that of the water, whichever end the study names first.
  @Test
  void aReachThatFlowsBackwardsIsMeasuredFromWhereTheWaterEnters() {
    River river = boundary(river("A -> B  60 km  12 d  -10 m3/s  1.2 m deep"), "B", 1);
    assertEquals(CRITICAL_D, 12 * share(river.run(), "A-B"), 1e-6);
    River cut = boundary(river("A -> B  60 km  12 d  -10 m3/s  1.2 m deep"), "B", 1);
    cut.load(River.point("A-B", 57), "NO3", 1);
    assertEquals(CRITICAL_D, 12 * share(cut.run(), "A-B"), 1e-6);
  }

  // kd = ka = 0.5 /d, L0 15, D0 0.5: t_c = (1 - D0 / L0) / kd = 1.9333333 d
  @Test
  void equalRates() {
    River river =
        River.of("A -> B  60 km  12 d  10 m3/s  1.2 m deep")
            .linked("BOD", "orgN", "NH4", "NO3", "DO");
    SagChemistry.add(river, Map.of("kd", 0.5, "ka", 0.5), 1.2);
    river.boundary(
        "A", 10, "BOD", 15.0, "orgN", 0.0, "NH4", 0.0, "NO3", 0.0, "DO", SATURATION - 0.5);
    assertEquals((1 - 0.5 / 15) / 0.5, 12 * share(river.run(), "A-B"), 1e-6);
  }
}
