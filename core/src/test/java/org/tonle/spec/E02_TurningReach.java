package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tonle.assess.FlowState;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.model.Limit;

/// FEATURE UNDER TEST: a reversing reach whose |mean| is under 10 % of the mean of |daily|
/// discharge is turning: routed, not judged.
class E02_TurningReach {
  // -30 m³/s in the first season; in the second 4 of a mean |50| (8 %) or 6 of it (12 %).
  private static Answer with(String discharge) {
    return River.of("A -> B  10 km  1 d  -30|%s m3/s  30|50 mean".formatted(discharge))
        .season("back", 180)
        .season("turn", 185.25)
        .conservative("Cl")
        .boundary("A", new double[] {0, Double.parseDouble(discharge)}, "Cl", 10)
        .boundary("B", new double[] {30, 0}, "Cl", 10)
        .limit("Cl", Limit.Statistic.MEAN, 1)
        .run();
  }

  private static FlowState state(Answer answer, int season) {
    return answer.found().state(answer.place(Place.Kind.REACH, "A-B"), season);
  }

  @Test
  void eightPercentIsTurning() {
    Answer answer = with("4");
    assertEquals(FlowState.TURNING, state(answer, 1));
    assertEquals(FlowState.BACKWARD, state(answer, 0));
  }

  @Test
  void twelvePercentIsNot() {
    assertEquals(FlowState.FORWARD, state(with("6"), 1));
  }

  @Test
  void itIsRoutedButNotJudged() {
    Answer answer = with("4");
    assertEquals(10, answer.end("A-B", 1, "Cl"), 1e-12);
    assertFalse(answer.found().isJudged(answer.place(Place.Kind.REACH, "A-B"), 1));
    assertTrue(judged(answer, "back"));
    assertFalse(judged(answer, "turn"));
    assertTrue(judged(with("6"), "turn"));
  }

  private static boolean judged(Answer answer, String season) {
    return answer.result().judged().verdicts().stream()
        .filter(Verdict::isJudged)
        .anyMatch(v -> v.place().id().equals("A-B") && v.season().equals(season));
  }
}
