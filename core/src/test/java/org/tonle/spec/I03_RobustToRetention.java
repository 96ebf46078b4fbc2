package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.demand.Demand;
import org.tonle.demand.Robustness;
import org.tonle.demand.Rule;
import org.tonle.model.Constituent;
import org.tonle.model.Entry;
import org.tonle.model.Factor;
import org.tonle.model.Keeping;
import org.tonle.model.Limit;
import org.tonle.model.Names;
import org.tonle.model.Provenance;
import org.tonle.model.Sanitation;
import org.tonle.model.Source;
import org.tonle.run.Result;

/// FEATURE UNDER TEST: whether a demand for bacteria and its verdict stay the same if the ground
/// retains one log more or one log less.
class I03_RobustToRetention {
  // 86 400 people of 1e9 a day make 1e9 a second; 1 of 100 is left: 1e7 into 10 m³/s, 100 in 100
  // mL.
  private static Result town(Sanitation.Path path, String retention, double limit) {
    Entry entry = Entry.atNode("A");
    return I01_CapacityOfALake.run(
        River.of("A -> B  10 km  0 d  10 m3/s")
            .carries(
                new Constituent(
                    "FC",
                    Names.of("FC"),
                    ConcentrationUnit.MPN_PER_100ML,
                    Constituent.Kinetics.CONSERVATIVE,
                    "",
                    0,
                    0,
                    false,
                    Provenance.NONE))
            .boundary("A", 10, "FC", 0)
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
                    "town", path, 1, "", entry, retention, Provenance.NONE, Keeping.UNSAID))
            .factor(Factor.Kind.PER_PERSON, "urban", "FC", 1e9)
            .factor(Factor.Kind.RETENTION, "ground", "FC", 0.99)
            .limit("FC", Limit.Statistic.MEAN, limit)
            .study(),
        0);
  }

  private static Robustness of(Result result) {
    Demand demand = I01_CapacityOfALake.demand(result, Rule.EQUAL_PERCENTAGE);
    return Robustness.of(result, demand).orElseThrow();
  }

  private static Robustness.Part unit(Robustness of) {
    return of.find("", "", "", "FC").orElseThrow();
  }

  // A limit of 50: half of 100 must go; of 1,000 with one log less 950; of 10 with one log more
  // nothing. Loads are in 10^12 a year: 1e7 a second are 315.6.
  @Test
  void aCutThatVanishesIsNotRobust() {
    Robustness found = of(town(Sanitation.Path.SEPTIC, "ground", 50));
    assertEquals(950 * 3.15576, unit(found).less_t_per_a(), 1e-3);
    assertEquals(0, unit(found).more_t_per_a());
    assertFalse(unit(found).isRobust());
    assertEquals(new Robustness.Verdicts(1, 0, 1, 0), found.verdicts());
    assertEquals(1, found.units(false).size());
  }

  // A limit of 5 asks for a cut of 95 in 100, of 995 in 1,000 and of 5 in 10.
  @Test
  void aCutThatStaysIsRobust() {
    Robustness found = of(town(Sanitation.Path.SEPTIC, "ground", 5));
    assertEquals(995 * 3.15576, unit(found).less_t_per_a(), 1e-3);
    assertEquals(5 * 3.15576, unit(found).more_t_per_a(), 1e-3);
    assertTrue(unit(found).isRobust());
    assertEquals(new Robustness.Verdicts(1, 1, 1, 1), found.verdicts());
  }

  // A cut appears where none is asked for today: 100 meets 200, 1,000 does not.
  @Test
  void aVerdictThatTurnsIsNotRobust() {
    Robustness found = of(town(Sanitation.Path.PIT, "ground", 200));
    assertEquals(new Robustness.Verdicts(1, 0, 1, 0), found.verdicts());
  }

  // Sewers do not pass the ground behind tanks and pits: nothing is shifted.
  @Test
  void withoutTanksAndPitsThereIsNothingToAsk() {
    Result result = town(Sanitation.Path.SEWER, "ground", 5);
    Demand demand = I01_CapacityOfALake.demand(result, Rule.EQUAL_PERCENTAGE);
    assertEquals(Optional.empty(), Robustness.of(result, demand));
  }
}
