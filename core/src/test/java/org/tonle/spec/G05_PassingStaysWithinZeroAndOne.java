package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.model.Entry;
import org.tonle.model.Factor;
import org.tonle.model.Names;
import org.tonle.model.Provenance;
import org.tonle.model.Sanitation;
import org.tonle.model.Source;
import org.tonle.model.Spread;
import org.tonle.run.Options;

/// FEATURE UNDER TEST: the share that passes a treatment varies on [0, 1]: a plant never discharges
/// more than it takes in, nor less than nothing.
class G05_PassingStaysWithinZeroAndOne {
  // 86 400 people of 40 g/d make 40 g/s, all on septic tanks, into 10 m³/s: 4 mg/L if all passes.
  private static Answer town(double passing, double cv) {
    Entry entry = Entry.atNode("A");
    return River.of("A -> B  10 km  0 d  10 m3/s")
        .conservative("TN")
        .boundary("A", 10, "TN", 0)
        .source(
            new Source.Town(
                "town",
                Names.of("Town"),
                "",
                entry,
                "urban",
                86_400,
                2025,
                0,
                100,
                0,
                0,
                Provenance.NONE))
        .path(new Sanitation("town", Sanitation.Path.SEPTIC, 1, "", entry, "", Provenance.NONE))
        .factor(Factor.Kind.PER_PERSON, "urban", "TN", 40)
        .factor(Factor.Kind.PASSING, "septic", "TN", passing)
        .spread(Spread.Variable.PASSING, "septic", Spread.Tier.STUDY, cv)
        .run(Options.of(4_000, 2));
  }

  private static double at(Answer answer, Statistic statistic) {
    return answer.value(statistic, Place.Kind.REACH, "A-B", 0, "TN");
  }

  // 4000 draws: the mean's standard error is at most cv / √4000 = 1.6 % cv.
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3, 0.5, 0.7, 0.9, 0.98})
  void drawsLieBetweenNothingAndAll(double passing) {
    double cv = 0.8 * StrictMath.sqrt((1 - passing) / passing);
    Answer answer = town(passing, StrictMath.min(cv, 0.5));
    assertEquals(4 * passing, at(answer, Statistic.CENTRAL), 1e-12);
    assertTrue(at(answer, Statistic.P95) <= 4 * (1 + 1e-6));
    assertTrue(at(answer, Statistic.P5) >= 0);
    assertEquals(4 * passing, at(answer, Statistic.MEAN), 4 * passing * 0.04);
    assertTrue(at(answer, Statistic.SD) > 0.1 * 4 * passing * StrictMath.min(cv, 0.5));
  }

  // More spread than [0, 1] can hold (0.9 allows √(0.1 / 0.9) = 0.33) stays inside all the same.
  @ParameterizedTest
  @ValueSource(doubles = {0.9, 0.5, 0.1})
  void spreadBeyondWhatFitsStaysInside(double passing) {
    Answer answer = town(passing, 5);
    assertTrue(at(answer, Statistic.P95) <= 4 * (1 + 1e-6));
    assertTrue(at(answer, Statistic.P5) >= 0);
    assertTrue(Double.isFinite(at(answer, Statistic.MEAN)));
  }
}
