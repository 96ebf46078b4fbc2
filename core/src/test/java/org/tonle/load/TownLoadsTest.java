package org.tonle.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tonle.load.Country.term;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.model.Category;
import org.tonle.model.Factor;
import org.tonle.model.Sanitation;
import org.tonle.problem.Severity;

/// FEATURE UNDER TEST: what a town makes, and what of it reaches the water on each path. 86 400
/// people of w g/d make w g/s. Rules out: a load from open defecation that falls as run-off rises.
class TownLoadsTest {
  private static Country town() {
    return new Country()
        .town("town", 86_400)
        .factor(Factor.Kind.PER_PERSON, "urban", "TN", 10)
        .factor(Factor.Kind.PASSING, "septic", "", 0.8)
        .factor(Factor.Kind.PASSING, "septic_emptied", "", 0.5)
        .factor(Factor.Kind.PASSING, "pit", "", 0.2)
        .factor(Factor.Kind.RETENTION, "wetland", "", 0.3);
  }

  // 10 g/s made; the tank lets 0.8 pass and keeps 2 g/s; nothing is kept by an untreated sewer.
  @ParameterizedTest
  @CsvSource({
    "SEWER, 10, SEWERED",
    "SEPTIC, 8, ON_SITE",
    "SEPTIC_EMPTIED, 5, ON_SITE",
    "PIT, 2, ON_SITE",
    "NONE, 10, ON_SITE"
  })
  void eachPathPassesItsShare(Sanitation.Path path, double delivered, Category category) {
    LoadTerm term = term(town().path("town", path, 1).loads(), "town", path.id(), "TN");
    assertEquals(10, term.generated_g_per_s(), 1e-12);
    assertEquals(10 - delivered, term.removed_g_per_s(), 1e-12);
    assertEquals(0, term.retained_g_per_s(), 1e-12);
    assertEquals(List.of(delivered, delivered), rounded(term.delivered_g_per_s()));
    assertEquals(category, term.category());
    assertEquals("at-town", term.entry().id());
  }

  // Half the people on tanks: 5 g/s, 4 pass, of which the wetland keeps 0.3: 2.8 arrive.
  @Test
  void whatIsKeptOnTheWayIsRetained() {
    Loads loads =
        town()
            .path("town", Sanitation.Path.SEPTIC, 0.5, "", "wetland")
            .path("town", Sanitation.Path.SEWER, 0.5)
            .loads();
    LoadTerm tank = term(loads, "town", "septic", "TN");
    assertEquals(5, tank.generated_g_per_s(), 1e-12);
    assertEquals(1, tank.removed_g_per_s(), 1e-12);
    assertEquals(1.2, tank.retained_g_per_s(), 1e-12);
    assertEquals(2.8, tank.delivered_g_per_s().getFirst(), 1e-12);
    assertEquals(5, term(loads, "town", "sewer", "TN").delivered_g_per_s().getFirst(), 1e-12);
  }

  // A figure of the constituent comes before the one for all: coliform passes at 0.1, TN at 0.8.
  @Test
  void ownFigureComesBeforeTheOneForAll() {
    Loads loads =
        town()
            .path("town", Sanitation.Path.SEPTIC, 1)
            .factor(Factor.Kind.PER_PERSON, "urban", "FC", 1e10)
            .factor(Factor.Kind.PASSING, "septic", "FC", 0.1)
            .loads();
    LoadTerm coliform = term(loads, "town", "septic", "FC");
    assertEquals(1e9, coliform.delivered_g_per_s().getFirst(), 1e-3);
    assertEquals("septic", coliform.passing().key());
    assertEquals(0.1, coliform.passing().share(), 1e-15);
    assertEquals(8, term(loads, "town", "septic", "TN").delivered_g_per_s().getFirst(), 1e-12);
  }

  // 86 400 people in 2015, 2 % a year for ten years: times 1.02^10 = 1.218994.
  @Test
  void peopleGrowFromTheBaseYear() {
    Loads loads =
        new Country()
            .town("town", "", 86_400, 2015, 0.02)
            .factor(Factor.Kind.PER_PERSON, "urban", "TN", 10)
            .path("town", Sanitation.Path.SEWER, 1)
            .loads();
    assertEquals(105_321.12, loads.people(), 0.01);
    assertEquals(12.18994, term(loads, "town", "sewer", "TN").generated_g_per_s(), 1e-5);
  }

  // 86 400 people of 40 g a day: 40 g/s of BOD5.
  @Test
  void bodIsReadAsBod5() {
    Country country = new Country().town("town", 86_400).path("town", Sanitation.Path.SEWER, 1);
    Loads loads = country.factor(Factor.Kind.PER_PERSON, "urban", "BOD", 40).loads();
    assertEquals(40, term(loads, "town", "sewer", "BOD").generated_g_per_s(), 1e-12);
  }

  // Wet 2, dry 2/3, a quarter and three quarters of the year: the mean stays (0.25·2 + 0.75·2/3 =
  // 1).
  @Test
  void seasonFactorsShapeTheYear() {
    LoadTerm term =
        term(
            town()
                .path("town", Sanitation.Path.SEPTIC, 1)
                .seasonFactor("town", "wet", 2)
                .seasonFactor("town", "dry", 2.0 / 3)
                .loads(),
            "town",
            "septic",
            "TN");
    assertEquals(16, term.delivered_g_per_s().get(0), 1e-12);
    assertEquals(5.333333, term.delivered_g_per_s().get(1), 1e-6);
    assertEquals(10, term.generated_g_per_s(), 1e-12);
  }

  // Open defecation is washed off: the wet season's factor f brings 10 f g/s, more with more
  // run-off, and the dry three quarters (4 - f) / 3 of the mean, so that the year's load stays.
  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5, 2, 3, 4})
  void openDefecationRisesWithRunOff(double runOff) {
    Loads loads =
        town()
            .path("town", Sanitation.Path.NONE, 1)
            .seasonFactor("town", "wet", runOff)
            .seasonFactor("town", "dry", (4 - runOff) / 3)
            .loads();
    LoadTerm term = term(loads, "town", "none", "TN");
    assertEquals(10 * runOff, term.delivered_g_per_s().get(0), 1e-12);
    assertEquals(10 * (4 - runOff) / 3, term.delivered_g_per_s().get(1), 1e-12);
    assertEquals(10, term.generated_g_per_s(), 1e-12);
  }

  // 30 g/m³ in 8640 m³/d = 0.1 m³/s are 3 g/s: no path and no season factor changes what was
  // measured.
  @Test
  void measuredEffluentOverridesTheChain() {
    Loads loads =
        town()
            .path("town", Sanitation.Path.SEPTIC, 1)
            .factor(Factor.Kind.PER_PERSON, "urban", "FC", 1e10)
            .seasonFactor("town", "wet", 2)
            .measuredConcentration("town", "", "TN", 30)
            .loads();
    LoadTerm term = term(loads, "town", "measured", "TN");
    assertEquals(List.of(3.0, 3.0), rounded(term.delivered_g_per_s()));
    assertEquals(0, term.removed_g_per_s(), 1e-12);
    assertTrue(
        loads.terms().stream()
            .noneMatch(t -> t.constituent().equals("TN") && t.path().equals("septic")));
    assertEquals(16e9, term(loads, "town", "septic", "FC").delivered_g_per_s().getFirst(), 1);
  }

  // Without litres a head, 30 g/m³ is no load: people times their figure hold, 1000 · 86.4 g/d.
  @Test
  void aMeasuredConcentrationOfATownWithoutWastewaterIsNamedAndNotUsed() {
    Loads loads =
        new Country()
            .town("town", "", 1000, 2025, 0, 0)
            .path("town", Sanitation.Path.SEWER, 1)
            .factor(Factor.Kind.PER_PERSON, "urban", "TN", 86.4)
            .measuredConcentration("town", "", "TN", 30)
            .loads();
    assertEquals(1, term(loads, "town", "sewer", "TN").delivered_g_per_s().getFirst(), 1e-12);
    assertEquals("concentration_without_volume", loads.problems().getFirst().code());
    assertEquals("wastewater_l_per_d", loads.problems().getFirst().column());
  }

  @Test
  void sourcesWithoutFiguresAreNamed() {
    Loads loads = new Country().town("town", 1000).path("town", Sanitation.Path.PIT, 1).loads();
    assertEquals(1, loads.problems().size());
    assertEquals("source_without_figures", loads.problems().getFirst().code());
    assertEquals(Severity.WARNING, loads.problems().getFirst().severity());
    assertEquals("towns.csv", loads.problems().getFirst().file());
    assertEquals("town", loads.problems().getFirst().found());
    assertEquals(List.of(), loads.terms());
  }

  private static List<Double> rounded(List<Double> values) {
    return values.stream().map(v -> StrictMath.rint(v * 1e9) / 1e9).toList();
  }
}
