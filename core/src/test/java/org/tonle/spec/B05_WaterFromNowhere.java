package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.assess.FlowState;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.model.Limit;
import org.tonle.model.NodeFlow;
import org.tonle.problem.Problem;

/// FEATURE UNDER TEST: water that the study lets come from nowhere is named with its m³/s and not
/// judged, until known water has thinned it (docs/theory/transport.md, Eq. 6).
class B05_WaterFromNowhere {
  private static FlowState state(Answer answer, String reach) {
    return answer.found().state(answer.place(Place.Kind.REACH, reach), 0);
  }

  private static List<Problem> problems(Answer answer) {
    return answer.result().instance().problems();
  }

  private static List<String> told(Answer answer) {
    return problems(answer).stream()
        .filter(p -> p.code().equals("water_from_nowhere"))
        .map(B05_WaterFromNowhere::told)
        .toList();
  }

  private static String told(Problem p) {
    return p.found() + " | " + p.expected();
  }

  // 1 m³/s comes to B; 2 are taken and 0.2 flow on: 2.2.
  @Test
  void moreTakenThanThereIs() {
    Answer answer =
        River.of("R: A -> B 10 km 1 d 1 m3/s\nS: B -> C 10 km 1 d 0.2 m3/s")
            .conservative("TP")
            .boundary("A", 1, "TP", 0.1)
            .leaves(NodeFlow.Kind.ABSTRACTION, "B", 2)
            .limit("TP", Limit.Statistic.MEAN, 1)
            .run();
    assertEquals(List.of("B: 2.2 m³/s | 1 m³/s"), told(answer));
    assertEquals(FlowState.FORWARD, state(answer, "R"));
    assertEquals(FlowState.UNKNOWN, state(answer, "S"));
    assertTrue(
        answer.result().judged().verdicts().stream()
            .filter(v -> v.place().id().equals("S"))
            .noneMatch(Verdict::isJudged));
    assertTrue(
        answer.result().judged().classes().stream().noneMatch(c -> c.place().id().equals("S")));
  }

  // No boundary, no inflow: 5 m³/s of nothing; at C 95 known ones join: 5 %, which may be open.
  @ParameterizedTest
  @CsvSource({"95, FORWARD", "94, UNKNOWN"})
  void aHeadReachWithoutInflow(double known, FlowState below) {
    Answer answer =
        River.of(
                "R: A -> B 10 km 1 d 5 m3/s\nS: B -> C 1 km 1 d 5 m3/s\nT: C -> D 1 km 1 d %s m3/s"
                    .formatted(5 + known))
            .conservative("TP")
            .inflow("C", known, "TP", 1)
            .run();
    assertEquals(List.of("A: 5 m³/s | 0 m³/s"), told(answer));
    assertEquals(FlowState.UNKNOWN, state(answer, "R"));
    assertEquals(FlowState.UNKNOWN, state(answer, "S"));
    assertEquals(below, state(answer, "T"));
  }

  // The mouth turns: 3 m³/s come in from a sea without water.
  @Test
  void aMouthWithoutSeaWater() {
    Answer answer =
        River.of("R: A -> B 10 km 1 d -3 m3/s").conservative("salt").load("A", "salt", 1).run();
    assertEquals(List.of("B: 3 m³/s | 0 m³/s"), told(answer));
    assertEquals(FlowState.UNKNOWN, state(answer, "R"));
  }

  // 8 g/s run into a pan where all water evaporates, or seeps away: 8 g/s is 252.46 t a year.
  @ParameterizedTest
  @CsvSource({"EVAPORATION", "LOSS"})
  void aLoadThatEndsIsNamed(NodeFlow.Kind kind) {
    Answer answer =
        River.of("R: A -> B 10 km 1 d 4 m3/s")
            .conservative("TP")
            .boundary("A", 4)
            .load("A", "TP", 8)
            .leaves(kind, "B", 4)
            .run();
    assertEquals(
        List.of("B | TP 252 t/a"),
        problems(answer).stream()
            .filter(p -> p.code().equals("load_ends_without_water"))
            .map(p -> p.found() + " | " + p.expected())
            .toList());
  }
}
