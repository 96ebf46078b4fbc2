package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonle.network.rates.OxygenSaturation;

/// FEATURE UNDER TEST: published oxygen sags. Their saturation is a round number; ours is 9.0924 at
/// 20 °C, so DO is compared as the deficit below saturation, which alone enters the equations.
class F08_PublishedSags {
  private static final double SATURATION = OxygenSaturation.mg_per_l(20, 0, 0);

  // cases/do-sag/cornell-single-40km (Cornell BEE 4750, MIT licence): DO 12 where 10 saturate, 10
  // CBOD at 0.25 /d, 6 NBOD at 0.4 /d, ka 0.8 /d, 6 km/d; printed to 16 digits, tolerance 1e-9
  @Test
  void cornellOneDischarge() {
    double[][] printed = {
      {1, 11.00645310548937}, {2, 10.175859173274619}, {3, 9.485735592776512},
      {4, 8.916529246889715}, {5, 8.451243511008714}, {6, 8.075112259659466},
      {7, 7.7753149851202945}, {8, 7.540727870097758}, {9, 7.3617063020117754},
      {31, 8.192305787065738}, {32, 8.267173709636479}, {33, 8.339934969497461},
      {34, 8.410487111173717}, {35, 8.47875989610827}, {36, 8.544710197112913},
      {37, 8.608317593145037}, {38, 8.669580573208266}, {39, 8.72851326979175},
      {40, 8.785142652415068}
    };
    for (double[] at : printed) {
      Answer answer =
          nitrogenous("A -> B  %s km  %s d  1 m3/s".formatted(at[0], at[0] / 6), 0.25, 0.4, 0.8)
              .boundary("A", 1, "BOD", 10, "NBOD", 6, "DO", SATURATION + 2)
              .run();
      assertEquals(at[1], answer.end("A-B", "DO") - SATURATION + 10, 1e-9, at[0] + " km");
    }
  }

  private static River nitrogenous(String text, double kc, double kn, double ka) {
    return SagChemistry.add(River.of(text), Map.of("kd", kc, "ka", ka), 1)
        .decay("nitrogenous", "NBOD", kn, "DO", -1)
        .linked("BOD", "NBOD", "orgN", "NH4", "NO3", "DO");
  }

  // cases/do-sag/cornell-two-discharges (homework 3 of the same course): 100 m³/d of river, 10 m³/d
  // at 0 km, 15 m³/d at 15 km, ka 0.55, kc 0.35, kn 0.25 /d, 6 km/d, saturation 10, 50 km
  private static Answer twoDischarges(double removal) {
    double below = SATURATION - 10;
    double left = 1 - removal;
    return nitrogenous(
            """
            A -> B  15 km  2.5 d                 110 m3/s
            B -> C   5 km  0.8333333333333334 d  125 m3/s
            C -> D  30 km  5 d                   125 m3/s
            """,
            0.35,
            0.25,
            0.55)
        .boundary("A", 100, "BOD", 5, "NBOD", 5, "DO", 7.5 + below)
        .boundary("A", 10, "BOD", 50, "NBOD", 35, "DO", 5 + below)
        .boundary("B", 15, "BOD", 45 * left, "NBOD", 35 * left, "DO", 4 + below)
        .run();
  }

  @Test
  void cornellTwoDischarges() {
    Answer answer = twoDischarges(0);
    double above = 10 - SATURATION;
    assertEquals(7.2727272727, answer.head("A-B", "DO") + above, 1e-6);
    assertEquals(4.7764806505, answer.head("B-C", "DO") + above, 1e-6);
    assertEquals(3.770606755, answer.end("B-C", "DO") + above, 1e-6);
    assertEquals(7.166780695, answer.end("C-D", "DO") + above, 1e-6);
    assertEquals(3.693943, answer.worst("C-D", "DO") + above, 1e-6);
    assertEquals(9.0909090909, answer.head("A-B", "BOD"), 1e-6);
    assertEquals(8.7348961574, answer.head("B-C", "BOD"), 1e-6);
    assertEquals(1.1338958848, answer.end("C-D", "BOD"), 1e-6);
    assertEquals(7.8397777139, answer.head("B-C", "NBOD"), 1e-6);
    assertEquals(1.8237177691, answer.end("C-D", "NBOD"), 1e-6);
  }

  // Printed on a 1 % grid: 15 % of discharge 2 must go for DO >= 4 mg/L; exactly 14.9842 %
  @Test
  void fifteenPercentOfTheSecondDischargeMustGo() {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 30; i++) {
      double middle = (low + high) / 2;
      Answer answer = twoDischarges(middle);
      double least =
          StrictMath.min(answer.worst("B-C", "DO"), answer.worst("C-D", "DO")) + 10 - SATURATION;
      if (least < 4) {
        low = middle;
      } else {
        high = middle;
      }
    }
    assertEquals(0.149842, high, 1e-6);
    assertEquals(0.15, high, 0.005);
  }

  // cases/do-sag/meade-spill (University of South Carolina, worksheet DOsag11): kd 0.4, ka 2,
  // L0 15.2, D0 1.2, saturation 8.1: 0.77 d; printed 5.8 mg/L, exactly 5.864711186553
  @Test
  void meadesSpill() {
    Answer whole = sag(0.4, 2.0, 15.2, 1.2, 5);
    assertEquals(5.864711186553, whole.worst("A-B", "DO") - SATURATION + 8.1, 1e-6);
    isCriticalAt(0.768717681706, 0.4, 2.0, 15.2, 1.2);
  }

  // cases/do-sag/mcq-critical-time: kd 0.03, ka 0.05, L0 12, D0 5: 9.27 d (recomputed 9.270161)
  @Test
  void multipleChoice() {
    isCriticalAt(9.270161166568, 0.03, 0.05, 12, 5);
  }

  private static Answer sag(double kd, double ka, double l0, double d0, double days) {
    River river = River.of("A -> B  10 km  %s d  1 m3/s".formatted(days));
    return SagChemistry.add(river, Map.of("kd", kd, "ka", ka), 1)
        .linked("BOD", "orgN", "NH4", "NO3", "DO")
        .boundary("A", 1, "BOD", l0, "DO", SATURATION - d0)
        .run();
  }

  /// The end is the worst point until the critical time and not afterwards: to 1 % of the time.
  private static void isCriticalAt(double days, double kd, double ka, double l0, double d0) {
    Answer before = sag(kd, ka, l0, d0, 0.995 * days);
    assertEquals(before.end("A-B", "DO"), before.worst("A-B", "DO"), 1e-12);
    Answer beyond = sag(kd, ka, l0, d0, 1.005 * days);
    assertTrue(beyond.worst("A-B", "DO") < beyond.end("A-B", "DO") - 1e-9);
  }
}
