package org.tonle.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TechnologyTest {
  private static Factor passing(String key, String constituent, double value, Quality quality) {
    Provenance provenance = new Provenance("", quality);
    return new Factor(Factor.Kind.PASSING, key, constituent, value, provenance);
  }

  /// A lagoon lets 30 % of the BOD and 80 % of all else pass; a pit is a path, not a technology; a
  /// plant may name a technology without figures.
  @Test
  void passingFiguresBecomeRemovals() {
    Source plant =
        new Source.Plant(
            "WP",
            Names.of("WP"),
            "",
            Entry.atNode("N"),
            Source.Plant.Status.OPERATING,
            5000,
            "reed_bed",
            List.of(),
            "",
            Source.Site.UNKNOWN,
            Double.POSITIVE_INFINITY,
            Provenance.NONE);
    List<Technology> found =
        Technology.named(
            List.of(
                passing("lagoon", "BOD", 0.3, Quality.PUBLISHED),
                passing("lagoon", "", 0.8, Quality.ESTIMATE),
                passing("pit", "BOD", 0.5, Quality.PUBLISHED)),
            List.of(plant));
    assertEquals(List.of("lagoon", "reed_bed"), found.stream().map(Technology::id).toList());
    Technology lagoon = found.getFirst();
    assertEquals(0.7, lagoon.removal("BOD").orElseThrow().typicalShare(), 1e-12);
    assertEquals(0.2, lagoon.removal("TN").orElseThrow().typicalShare(), 1e-12);
    assertEquals(Quality.ESTIMATE, lagoon.provenance().quality());
    assertTrue(found.getLast().removal("BOD").isEmpty());
  }
}
