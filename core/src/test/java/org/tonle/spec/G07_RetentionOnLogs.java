package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.draw.Draws;
import org.tonle.model.Entry;
import org.tonle.model.Factor;
import org.tonle.model.Keeping;
import org.tonle.model.Names;
import org.tonle.model.Provenance;
import org.tonle.model.Sanitation;
import org.tonle.model.Source;
import org.tonle.model.Spread;
import org.tonle.run.Options;

/// FEATURE UNDER TEST: what the ground retains between a tank and the water varies on logs.
class G07_RetentionOnLogs {
  private static final Options DRAWS = Options.of(20_000, 3);

  // 86 400 people of 40 g/d make 40 g/s; the tank lets half pass, the ground 1 of 100: 0.2 g/s into
  // 10 m³/s, 0.02 mg/L.
  private static River town() {
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
                Source.Site.UNKNOWN,
                Provenance.NONE,
                Optional.empty()))
        .path(
            new Sanitation(
                "town",
                Sanitation.Path.SEPTIC,
                1,
                "",
                entry,
                "ground",
                Provenance.NONE,
                Keeping.UNSAID))
        .factor(Factor.Kind.PER_PERSON, "urban", "TN", 40)
        .factor(Factor.Kind.PASSING, "septic", "TN", 0.5)
        .factor(Factor.Kind.RETENTION, "ground", "TN", 0.99);
  }

  private static double logOf(Answer answer, Statistic statistic) {
    return StrictMath.log10(answer.value(statistic, Place.Kind.REACH, "A-B", 0, "TN") / 0.02);
  }

  // log10 of what is left is -2 ± 0.5 z: the 5th and 95th percentiles lie 1.6449 · 0.5 = 0.8224
  // logs off. The standard error of a percentile of 20,000 draws is 0.5 · 0.0149 = 0.0075.
  @Test
  void whatIsLeftIsLognormal() {
    Answer answer = town().retentionSpread("on_site", "", 0.5).run(DRAWS);
    assertEquals(0, logOf(answer, Statistic.CENTRAL), 1e-12);
    assertEquals(-0.8224, logOf(answer, Statistic.P5), 0.03);
    assertEquals(0, logOf(answer, Statistic.P50), 0.03);
    assertEquals(0.8224, logOf(answer, Statistic.P95), 0.03);
  }

  // With 2 logs of spread, 0.5 − Φ(1) … of the draws would let more pass than comes: none does.
  // What
  // comes is 100 times the central value.
  @Test
  void noMoreIsLeftThanComes() {
    Answer answer = town().retentionSpread("on_site", "", 2).run(DRAWS);
    assertEquals(2, logOf(answer, Statistic.P95), 1e-6);
  }

  // Sewershed or town, key, path, category, all: the narrowest holds; of one scope the row of the
  // constituent.
  @Test
  void theNarrowestScopeHolds() {
    River river = town().retentionSpread("", "", 0.1);
    double[] found = new double[6];
    found[0] = logOf(river.run(DRAWS), Statistic.P95);
    found[1] = logOf(river.retentionSpread("on_site", "", 0.2).run(DRAWS), Statistic.P95);
    found[2] = logOf(river.retentionSpread("septic", "", 0.3).run(DRAWS), Statistic.P95);
    found[3] = logOf(river.retentionSpread("ground", "", 0.4).run(DRAWS), Statistic.P95);
    found[4] = logOf(river.retentionSpread("town", "", 0.5).run(DRAWS), Statistic.P95);
    found[5] = logOf(river.retentionSpread("town", "TN", 0.6).run(DRAWS), Statistic.P95);
    assertArrayEquals(new double[] {0.1645, 0.3290, 0.4935, 0.6579, 0.8224, 0.9869}, found, 0.04);
    assertTrue(found[5] > found[4]);
  }

  // Tank and ground vary by ranks of their own: variances of logs add up.
  @Test
  void theTankVariesBesides() {
    River river = town().retentionSpread("on_site", "", 0.1);
    double one = logOf(river.run(DRAWS), Statistic.P95);
    double both =
        logOf(
            river.spread(Spread.Variable.PASSING, "septic", Spread.Tier.STUDY, 0.3).run(DRAWS),
            Statistic.P95);
    assertTrue(both > one + 0.03, one + " and " + both);
  }

  // One scope has one rank in a draw, whatever its constituents retain.
  @Test
  void oneScopeHasOneRank() {
    Draws draws = new Draws(java.util.List.of(), 1, 50);
    double[] little = draws.retention("on_site", 0.1, 0.5);
    double[] much = draws.retention("on_site", 0.2, 0.01);
    for (int d = 0; d < 50; d++) {
      assertTrue((little[d] > 1) == (much[d] > 1), "draw " + d);
    }
  }
}
