package org.tonle.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.tonle.law.Variety.Feature;

/// LAW: what a session answers is what a full run says ([SessionLaw]). `-Dtonle.rounds=2000` holds
/// it on more studies; `tonle bench torture` does so from the command line.
class SessionLawTest {
  private static final int ROUNDS = Integer.getInteger("tonle.rounds", 200);

  @Test
  void equalsAFullRun() {
    Variety variety = new Variety();
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
      SessionLaw law = new SessionLaw(pool, variety);
      for (long seed = 0; seed < ROUNDS; seed++) {
        assertEquals(Optional.empty(), law.check(seed));
      }
    }
    for (Feature feature : Feature.values()) {
      int found = variety.count(feature);
      assertTrue(found >= ROUNDS / 100, feature.id() + ": " + found + " of " + ROUNDS);
    }
  }

  // A scenario of another year and climate, without a change, is not the study without changes:
  // whether the model is valid is asked of the latter.
  @Test
  void aScenarioOfAnotherYearIsJudgedByTheChecksOfTheStudyItself() {
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
      assertEquals(Optional.empty(), new SessionLaw(pool, new Variety()).check(491));
    }
  }
}
