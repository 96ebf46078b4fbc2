package org.tonle.assess.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonle.model.Observation;
import org.tonle.model.Provenance;
import org.tonle.model.Quality;
import org.tonle.model.Study;
import org.tonle.model.Water;
import org.tonle.spec.River;

/// FEATURE UNDER TEST: an observation is circular where all water that comes over a boundary is
/// that of one, and was measured in the same publication.
class CircularObservationsTest {
  private static final Provenance RECORD = new Provenance("OTHER;RECORD", Quality.MEASURED);

  /// Two boundaries whose rivers meet at C.
  private static Study study() {
    Study bare =
        River.of(
                """
                A -> B  1 km  0 d  10 m3/s
                B -> C  1 km  0 d  10 m3/s
                X -> C  1 km  0 d  10 m3/s
                C -> D  1 km  0 d  20 m3/s
                """)
            .conservative("Cl")
            .boundary("A", 10, "Cl", 3)
            .boundary("X", 10, "Cl", 5)
            .study();
    Study.Waterways old = bare.waterways();
    List<Water> waters =
        old.waters().stream()
            .map(
                w ->
                    w.water().startsWith("A")
                        ? new Water(w.water(), "", "Cl", w.concentration(), RECORD)
                        : w)
            .toList();
    return bare.with(
        new Study.Waterways(
            old.seasons(),
            old.nodes(),
            old.reaches(),
            old.lakes(),
            old.flows(),
            waters,
            old.shapes()),
        bare.emissions());
  }

  private static Observation at(String place, String constituent, String reference) {
    return new Observation(
        "station",
        place,
        Optional.empty(),
        List.of(),
        constituent,
        Observation.Statistic.MEAN,
        1,
        3,
        Observation.Bound.EXACT,
        Observation.Use.CHECK,
        "",
        new Provenance(reference, Quality.MEASURED));
  }

  @Test
  void isTheBoundarysOwnRiverAndPublication() {
    CircularObservations circular = new CircularObservations(study());
    List<Boolean> found =
        Stream.of(
                at("A", "Cl", "RECORD"),
                at("B-C", "Cl", "RECORD;MORE"),
                at("B", "Cl", "MORE"),
                at("B", "TN", "RECORD"),
                at("C", "Cl", "RECORD"),
                at("C-D", "Cl", "RECORD"),
                at("X", "Cl", "RECORD"),
                at("B", "Cl", ""))
            .map(circular::has)
            .toList();
    assertEquals(List.of(true, true, false, false, false, false, false, false), found);
  }
}
