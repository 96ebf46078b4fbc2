package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonle.assess.Place;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Contribution;
import org.tonle.cause.Grouping;
import org.tonle.model.Entry;
import org.tonle.model.Reaction;
import org.tonle.model.Study;

/// FEATURE UNDER TEST: the causes of an oxygen shortfall: parts of the deficit below saturation, at
/// the worst point of a reach, held fixed.
class H02_OxygenShortfall {
  private static River river() {
    return River.of("R: A -> B  200 km  3 d  20 m3/s")
        .linked("BOD", "DO")
        .decay("oxidation", "BOD", 0.3, "DO", -1)
        .reaction("reaeration", "DO", Reaction.Kind.REAERATION, 0.6, 1, "", 0);
  }

  // Water comes saturated, so all that is missing is the works': kd L0 / (ka - kd) (e^-kd t - e^-ka
  // t)
  // with L0 = 200 g/s / 20 m³/s = 10 mg/L at tc = ln(ka/kd)/(ka - kd) = ln 2 / 0.3 = 2.31049 d:
  // 0.3 * 10 / 0.3 * (0.5 - 0.25) = 2.5 mg/L
  @Test
  void theWorksAnswerForTheSagOfStreeterAndPhelps() {
    Study study = river().boundary("A", 20, "BOD", 0).load("A", "BOD", 200).study();
    Apportionment found = H01_ShareOfADischarge.at(study, Place.Kind.REACH, "R", "DO");
    List<Contribution> parts = found.by(Grouping.CATEGORY);
    assertTrue(found.isShortfall());
    assertEquals("industry", parts.getFirst().key());
    assertEquals(2.5, parts.getFirst().central(), 1e-9);
    assertEquals(2.5, found.total(), 1e-9);
  }

  // Saturation at 20 °C is 9.0922 mg/L. Water of 8 mg/L lacks 1.0922, of which e^-0.6·t is left;
  // all
  // parts together are what is missing where the simulated oxygen is lowest.
  @Test
  void waterThatComesWithLessOxygenAnswersForWhatItLacks() {
    River river = river().boundary("A", 20, "BOD", 0, "DO", 8).load(Entry.atNode("A"), "BOD", 200);
    Apportionment found = H01_ShareOfADischarge.at(river.study(), Place.Kind.REACH, "R", "DO");
    double simulated = river.run().worst("R", "DO");
    assertEquals(found.saturation() - simulated, found.total(), 1e-9);
    List<Contribution> parts = found.by(Grouping.CATEGORY);
    double works = part(parts, "industry");
    double water = part(parts, "boundary");
    // D(t) = 1.0922 e^-0.6t + 10 (e^-0.3t - e^-0.6t); with u = e^-0.3t: largest at u = 10/(2(10 -
    // 1.0922))
    double lacks = found.saturation() - 8;
    double u = 10 / (2 * (10 - lacks));
    assertEquals(10 * (u - u * u), works, 1e-8);
    assertEquals(lacks * u * u, water, 1e-8);
  }

  private static double part(List<Contribution> parts, String key) {
    return parts.stream().filter(p -> p.key().equals(key)).mapToDouble(Contribution::central).sum();
  }
}
