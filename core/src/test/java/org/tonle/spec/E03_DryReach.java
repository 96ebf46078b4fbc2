package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tonle.assess.FlowState;
import org.tonle.assess.Place;
import org.tonle.model.Entry;
import org.tonle.simulate.course.MassLine;

/// FEATURE UNDER TEST: a reach without water (|Q| < 1e-6 m³/s) delivers nothing that season; the
/// load that enters it is a line of the balance and a warning.
class E03_DryReach {
  private static final int WET = 0;
  private static final int DRY = 1;

  private static Answer with(Entry entry) {
    return River.of(
            """
            T -> B  10 km  1 d  2|0 m3/s
            A -> B  10 km  1 d  8|3 m3/s
            B -> C  10 km  1 d  10|3 m3/s
            """)
        .season("wet", 100)
        .season("dry", 265.25)
        .conservative("Cl")
        .boundary("A", new double[] {8, 3}, "Cl", 10)
        .boundary("T", new double[] {2, 0}, "Cl", 0)
        .load(entry, "Cl", 20)
        .run();
  }

  // Wet: 20 g/s into 2 m³/s = 10 mg/L, (80 + 20) / 10 = 10 mg/L at B. Dry: nothing comes.
  @Test
  void itDeliversInTheWetSeasonOnly() {
    Answer answer = with(Entry.atNode("T"));
    assertEquals(10, answer.end("T-B", WET, "Cl"), 1e-12);
    assertEquals(10, answer.head("B-C", WET, "Cl"), 1e-12);
    assertEquals(10, answer.head("B-C", DRY, "Cl"), 1e-12);
    assertEquals(0, answer.end("T-B", DRY, "Cl"), 0);
    assertEquals(FlowState.DRY, answer.found().state(answer.place(Place.Kind.REACH, "T-B"), DRY));
  }

  // 265.25 d * 20 g/s * 0.0864 = 458.352 t are not delivered, wherever along it they enter
  @Test
  void whatEntersItIsALineOfTheBalance() {
    for (Entry entry :
        new Entry[] {Entry.atNode("T"), River.uniform("T-B"), River.point("T-B", 5)}) {
      Answer answer = with(entry);
      assertEquals(458.352, answer.balance("Cl", MassLine.NOT_DELIVERED), 1e-9, entry.toString());
      assertEquals(0, answer.balance("Cl").error(), 1e-12, entry.toString());
      assertEquals(20 * 365.25 * 0.0864, answer.balance("Cl", MassLine.SOURCES), 1e-9);
      assertTrue(answer.problems().contains("load_into_dry_water"), answer.problems()::toString);
    }
  }

  @Test
  void loadInWaterIsNoWarning() {
    assertFalse(with(Entry.atNode("A")).problems().contains("load_into_dry_water"));
    assertEquals(0, with(Entry.atNode("A")).balance("Cl", MassLine.NOT_DELIVERED), 0);
  }

  @Test
  void itIsNotJudged() {
    Answer answer = with(Entry.atNode("T"));
    assertFalse(answer.found().isJudged(answer.place(Place.Kind.REACH, "T-B"), DRY));
    assertTrue(answer.found().isJudged(answer.place(Place.Kind.REACH, "T-B"), WET));
  }
}
