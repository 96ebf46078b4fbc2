package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
                Source.Site.UNKNOWN,
                Provenance.NONE,
                Optional.empty()))
        .path(
            new Sanitation(
                "town", Sanitation.Path.SEPTIC, 1, "", entry, "", Provenance.NONE, Keeping.UNSAID))
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

  // A row of one constituent wins over the row of all; other constituents keep theirs.
  @Test
  void aConstituentsOwnSpreadComesFirst() {
    List<Spread> spreads =
        List.of(
            Spread.of(
                Spread.Variable.PASSING, "septic", Spread.Tier.STUDY, "", 0.4, Provenance.NONE),
            new Spread(
                Spread.Variable.PASSING,
                "septic",
                "TN",
                Spread.Tier.STUDY,
                "",
                0.1,
                0,
                Provenance.NONE));
    Draws draws = new Draws(spreads, 1, 4_000);
    assertEquals(0.1, deviation(draws.passing("septic", "TN", 0.5, false)), 0.01);
    assertEquals(0.4, deviation(draws.passing("septic", "TP", 0.5, false)), 0.02);
  }

  // Bacteria: 1 of 100 passes, 2 logs; log reduction lognormal about 2 with σ = √ln(1 + 0.25²) =
  // 0.2462. P5 and P95 of what passes: 10^(-2 e^(±1.645 σ)) = 10^-2.9985 and 10^-1.3340.
  @Test
  void bacteriaVaryOnLogs() {
    List<Spread> spreads =
        List.of(
            Spread.of(
                Spread.Variable.PASSING, "septic", Spread.Tier.STUDY, "", 0.25, Provenance.NONE));
    double[] passes = new Draws(spreads, 1, 20_000).passing("septic", "FC", 0.01, true);
    Arrays.sort(passes);
    assertEquals(-2.9985, StrictMath.log10(0.01 * passes[1_000]), 0.02);
    assertEquals(-2, StrictMath.log10(0.01 * passes[10_000]), 0.02);
    assertEquals(-1.3340, StrictMath.log10(0.01 * passes[19_000]), 0.02);
  }

  private static double deviation(double[] values) {
    double square = 0;
    for (double value : values) {
      square += (value - 1) * (value - 1);
    }
    return StrictMath.sqrt(square / values.length);
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
