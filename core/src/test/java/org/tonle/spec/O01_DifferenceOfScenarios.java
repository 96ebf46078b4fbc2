package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.compare.Contrast;
import org.tonle.compare.ContrastBuilder;
import org.tonle.compare.LeverEffect;
import org.tonle.compare.LoadChange;
import org.tonle.compare.Move;
import org.tonle.compare.Still;
import org.tonle.model.Limit;
import org.tonle.model.Names;
import org.tonle.model.Scenario;
import org.tonle.model.Spread;
import org.tonle.model.Study;
import org.tonle.run.Baseline;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.Session;
import org.tonle.scenario.Applied;

/// FEATURE UNDER TEST: the difference between two scenarios in the same draws. Reach R carries 10
/// m³/s with 1 mg/L; at B a factory of 60 g/s adds 6 mg/L, so that S has 7 mg/L. A scenario halves
/// the factory's load: 4 mg/L.
class O01_DifferenceOfScenarios {
  private static final Scenario HALF =
      scenario(new Scenario.Change.ScaleLoad("", "", "works-001", "C", 0.5));

  private static Scenario scenario(Scenario.Change... changes) {
    return new Scenario("half", Names.of("Half"), List.of(changes));
  }

  private static River river() {
    return River.of(
            """
            R: A -> B  1 km  0 d  10 m3/s
            S: B -> O  1 km  0 d  10 m3/s
            """)
        .conservative("C")
        .boundary("A", 10, "C", 1)
        .load("B", "C", 60)
        .limit("C", Limit.Statistic.MEAN, 5)
        .confidence(0.9);
  }

  private static Contrast contrast(Study study, Scenario other, int draws) {
    Options options = Options.of(draws, 1);
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      Instance instance = Instance.of(Applied.of(study, Scenario.BASELINE));
      Session session = Session.on(Baseline.of(instance, options, pool), pool);
      return new ContrastBuilder(session, true).contrast(other).contrast().orElseThrow();
    }
  }

  private static Move below(Contrast found) {
    assertTrue(found.moves().stream().noneMatch(m -> m.place().id().equals("R")));
    return found.moves().stream().filter(m -> m.place().id().equals("S")).findFirst().orElseThrow();
  }

  // 1 + 60 / 10 = 7 becomes 1 + 30 / 10 = 4; 60 g/s are 1893.456 t of a year of 365.25 days.
  @Test
  void theMoveIsTheHalfOfWhatTheWorksAdd() {
    Contrast found = contrast(river().study(), HALF, 0);
    Move move = below(found);
    assertEquals(7, move.before(), 1e-12);
    assertEquals(4, move.after(), 1e-12);
    assertEquals(-3.0 / 7, move.share(), 1e-12);
    assertTrue(move.isBetter());
    LoadChange total = found.loads().getFirst();
    assertEquals(LoadChange.Level.TOTAL, total.of());
    assertEquals(-0.5 * total.before_t_per_a(), total.difference_t_per_a(), 1e-9);
    assertEquals(60 * 86400 * 365.25 / 1e6, total.before_t_per_a(), 1);
  }

  // 7 > 5 is a breach, 4 is none; before, works of 60 g/s may keep 4 of their 6 mg/L: 1 / 3 goes.
  @Test
  void theVerdictTurnsAndTheDemandGoes() {
    Contrast found = contrast(river().study(), HALF, 0);
    assertEquals(1, found.count(Verdict.Outcome.BREACHED, Verdict.Outcome.MET));
    var cut = found.demand().orElseThrow().cuts().getFirst();
    assertEquals(60 * 86400 * 365.25 / 1e6 / 3, cut.before_t_per_a(), 1);
    assertEquals(0, cut.after_t_per_a());
  }

  @Test
  void aReachAboveStandsStillForNothingEntersAboveIt() {
    Contrast found = contrast(river().study(), HALF, 0);
    assertEquals(1, found.still().size());
    assertEquals("R", found.still().getFirst().place().id());
    assertEquals(Still.Why.NOTHING_ABOVE, found.still().getFirst().why());
  }

  @Test
  void theLeverIsListedWithWhatItDoes() {
    LeverEffect effect = contrast(river().study(), HALF, 0).levers().getFirst();
    assertEquals("1", effect.lever().settings().getFirst().before());
    assertEquals("0.5", effect.lever().settings().getFirst().after());
    assertEquals(1, effect.reaches());
    assertEquals(1, effect.met());
  }

  // Of each draw, works of 6 x mg/L become 3 x: the difference is -3 x, whose percentiles are -3
  // times those of x = (C - 1) / 6, in reverse. The background, drawn too, falls out.
  @Test
  void theBandIsThatOfTheDifference() {
    Study study =
        river()
            .spread(Spread.Variable.LOAD, "", Spread.Tier.STUDY, 0.5)
            .spread(Spread.Variable.CONCENTRATION, "", Spread.Tier.STUDY, 0.5)
            .study();
    Contrast found = contrast(study, HALF, 2000);
    Move move = below(found);
    double s = StrictMath.sqrt(StrictMath.log(1.25));
    double p5 = StrictMath.exp(-1.6448536 * s - s * s / 2);
    double p95 = StrictMath.exp(1.6448536 * s - s * s / 2);
    assertEquals(-3 * p95, move.band().p5(), 0.06 * 3 * p95);
    assertEquals(-3 * p5, move.band().p95(), 0.06 * 3 * p5);
    assertEquals(1, move.betterShare());
    var before = found.before().concentrations();
    var after = found.after().concentrations();
    int place = before.indexOf(move.place().kind(), "S");
    double ofBands =
        (after.value(Statistic.P95, place, 0, 0) - before.value(Statistic.P5, place, 0, 0))
            - (after.value(Statistic.P5, place, 0, 0) - before.value(Statistic.P95, place, 0, 0));
    assertTrue(move.band().p95() - move.band().p5() < 0.5 * ofBands);
  }

  @Test
  void aScenarioThatChangesNothingMovesNothing() {
    Scenario same = scenario(new Scenario.Change.ScaleLoad("", "", "works-001", "C", 1));
    Contrast found = contrast(river().study(), same, 50);
    assertTrue(found.isNothing());
    assertEquals(List.of(), found.levers());
  }
}
