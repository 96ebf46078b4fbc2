package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tonle.model.Entry;
import org.tonle.model.Reaction;
import org.tonle.simulate.course.MassLine;

/// FEATURE UNDER TEST: a local load enters at the head, at the middle (SPARROW: the root of the
/// reach's survival) or uniformly along the reach.
class A05_UniformAndMiddleLoads {
  private static Answer with(Entry entry) {
    return River.of("A -> B  30 km  2 d  5 m3/s")
        .firstOrder("TN")
        .reaction("decay", "TN", Reaction.Kind.DECAY, 0.3)
        .boundary("A", 5, "TN", 0)
        .load(entry, "TN", 40)
        .run();
  }

  // 40 g/s in 5 m³/s = 8 mg/L; survival exp(-0.3 * 2) = 0.548812; 8 * 0.548812 = 4.39049
  @Test
  void atTheHeadItTravelsAllTheWay() {
    assertEquals(4.39049, with(Entry.atNode("A")).end("A-B", "TN"), 5e-6);
  }

  // √0.548812 = exp(-0.3) = 0.740818; 8 * 0.740818 = 5.92655
  @Test
  void inTheMiddleTheRootOfSurvivalRemains() {
    assertEquals(5.92655, with(River.middle("A-B")).end("A-B", "TN"), 5e-6);
  }

  // (1 - e^{-0.6}) / 0.6 = 0.451188 / 0.6 = 0.7519806; 8 * 0.7519806 = 6.015845
  @Test
  void spreadEvenlyTheMeanSurvivalRemains() {
    Answer answer = with(River.uniform("A-B"));
    assertEquals(0, answer.head("A-B", "TN"), 1e-15);
    assertEquals(6.015845, answer.end("A-B", "TN"), 5e-7);
    assertEquals(answer.end("A-B", "TN"), answer.worst("A-B", "TN"), 1e-12);
  }

  @Test
  void eachWayTheMassClosesAndAllOfItIsASource() {
    for (Entry entry : new Entry[] {Entry.atNode("A"), River.middle("A-B"), River.uniform("A-B")}) {
      Answer answer = with(entry);
      assertEquals(
          40 * 365.25 * 0.0864, answer.balance("TN", MassLine.SOURCES), 1e-9, entry.toString());
      assertEquals(0, answer.balance("TN").error(), 1e-12, entry.toString());
    }
  }

  // Nothing decays: all 40 g/s arrive wherever they enter.
  @Test
  void withoutDecayAllOfItArrives() {
    Answer answer =
        River.of("A -> B  30 km  2 d  5 m3/s")
            .firstOrder("TN")
            .boundary("A", 5, "TN", 0)
            .load(River.uniform("A-B"), "TN", 40)
            .run();
    assertEquals(8, answer.end("A-B", "TN"), 1e-12);
  }
}
