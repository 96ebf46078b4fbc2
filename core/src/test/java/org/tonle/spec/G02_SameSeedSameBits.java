package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.model.Reaction;
import org.tonle.model.Spread;
import org.tonle.run.Options;

/// FEATURE UNDER TEST: a draw's numbers depend on seed, variable, object and draw alone.
class G02_SameSeedSameBits {
  private static River river() {
    return River.of("A -> B  10 km  1 d  10 m3/s\nB -> C  10 km  1 d  10 m3/s")
        .firstOrder("TN")
        .reaction("decay", "TN", Reaction.Kind.DECAY, 0.3)
        .boundary("A", 10, "TN", 1)
        .load("A", "TN", 60)
        .load("B", "TN", 20)
        .spread(Spread.Variable.LOAD, "", Spread.Tier.INDIVIDUAL, 0.5)
        .spread(Spread.Variable.RATE, "", Spread.Tier.STUDY, 0.3);
  }

  private static double p95(Answer answer, String reach) {
    return answer.value(Statistic.P95, Place.Kind.REACH, reach, 0, "TN");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void threadsDoNotMatter(int threads) {
    Answer one = river().run(new Options(500, 5, 1));
    Answer other = river().run(new Options(500, 5, threads));
    for (Statistic statistic : Statistic.values()) {
      for (String reach : new String[] {"A-B", "B-C"}) {
        double expected = one.value(statistic, Place.Kind.REACH, reach, 0, "TN");
        assertEquals(expected, other.value(statistic, Place.Kind.REACH, reach, 0, "TN"), 0.0);
      }
    }
  }

  @Test
  void anotherSeedGivesOtherNumbers() {
    double five = p95(river().run(Options.of(500, 5)), "B-C");
    assertNotEquals(five, p95(river().run(Options.of(500, 6)), "B-C"));
  }

  // Two scenarios share their draws: a new works downstream leaves the upper reach as it was.
  @Test
  void aNewSourceDoesNotShuffleTheOthers() {
    double without = p95(river().run(Options.of(500, 5)), "A-B");
    double with = p95(river().load("B", "TN", 999).run(Options.of(500, 5)), "A-B");
    assertEquals(without, with, 0.0);
  }

  // The first 500 of 1000 draws are the 500: with one of them above P99.9 the maximum may only
  // rise.
  @Test
  void moreDrawsGoOnFromTheSameOnes() {
    double few = river().run(Options.of(1, 5)).of(Statistic.MEAN, "B-C", "TN");
    double two = river().run(Options.of(2, 5)).of(Statistic.MEAN, "B-C", "TN");
    double low = river().run(Options.of(2, 5)).of(Statistic.P5, "B-C", "TN");
    double high = river().run(Options.of(2, 5)).of(Statistic.P95, "B-C", "TN");
    // of two draws the first is `few`, so the mean of the two lies halfway from it to the other
    double other = 2 * two - few;
    assertEquals(StrictMath.min(few, other), low, 0.06 * StrictMath.abs(few - other) + 1e-6);
    assertEquals(StrictMath.max(few, other), high, 0.06 * StrictMath.abs(few - other) + 1e-6);
  }
}
