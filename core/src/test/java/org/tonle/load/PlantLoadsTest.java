package org.tonle.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tonle.load.Country.term;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonle.model.Catalogue;
import org.tonle.model.Factor;
import org.tonle.model.Names;
import org.tonle.model.Provenance;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.model.Technology;
import org.tonle.scenario.Applied;

/// FEATURE UNDER TEST: treatment plants, their capacity and what they spill. A town of 86 400
/// people makes 10 g/s of TN in 8640 m³/d; a lagoon lets 0.4 of it pass.
class PlantLoadsTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  private static Country town(String... towns) {
    Country country =
        new Country()
            .factor(Factor.Kind.PER_PERSON, "urban", "TN", 10)
            .factor(Factor.Kind.PASSING, "lagoon", "TN", 0.4);
    for (String town : towns) {
      country.town(town, 86_400).path(town, Sanitation.Path.SEWER_PLANT, 1, "works", "");
    }
    return country;
  }

  @Test
  void withinItsCapacityAPlantTreatsAll() {
    Loads loads = town("town").plant("works", 8640).loads();
    LoadTerm treated = term(loads, "town", "treated", "TN");
    assertEquals(4, treated.delivered_g_per_s().getFirst(), 1e-12);
    assertEquals(6, treated.removed_g_per_s(), 1e-12);
    assertEquals("at-works", treated.entry().id());
    assertEquals("lagoon", treated.passing().key());
    assertEquals(1, loads.terms().size());
    assertEquals(List.of(), loads.problems());
  }

  // The study says nothing of a lagoon; by the catalogue it removes 0.7, and 0.2 of all else.
  @Test
  void aTechnologyWithoutFiguresPassesWhatTheCatalogueSays() {
    Study study =
        new Country()
            .factor(Factor.Kind.PER_PERSON, "urban", "TN", 10)
            .town("town", 86_400)
            .path("town", Sanitation.Path.SEWER_PLANT, 1, "works", "")
            .plant("works", 8640)
            .study();
    Technology lagoon =
        new Technology(
            "lagoon",
            Names.of("lagoon"),
            Technology.Kind.POND,
            List.of(
                new Technology.Removal("TN", 0.6, 0.7, 0.8, Provenance.NONE),
                new Technology.Removal("", 0.1, 0.2, 0.3, Provenance.NONE)),
            Technology.Capacity.ANY,
            Technology.Life.UNKNOWN,
            Technology.Needs.NONE,
            Technology.Skill.LOW,
            Provenance.NONE);
    Catalogue none = Catalogue.NONE;
    Catalogue catalogue =
        new Catalogue(
            none.money(),
            List.of(lagoon),
            none.costs(),
            none.defaultCurve(),
            none.items(),
            none.exchangeRates(),
            none.sizes(),
            none.projects(),
            none.references());
    assertEquals(3, treated(study.with(catalogue)), 1e-12);
    assertEquals(10, treated(study), 1e-12);
    // Figures of the study's own come first, also where they leave a constituent out.
    Study own =
        town("town").factor(Factor.Kind.PASSING, "lagoon", "BOD", 0.1).plant("works", 8640).study();
    assertEquals(4, treated(own.with(catalogue)), 1e-12);
  }

  private static double treated(Study study) {
    return term(LoadModel.of(study, Applied.of(study, Scenario.BASELINE)), "town", "treated", "TN")
        .delivered_g_per_s()
        .getFirst();
  }

  // A plant that stands still for a tenth of the time: 9 of 10 g/s treated to 3.6, 1 passes.
  @Test
  void whatComesWhileAPlantStandsStillPassesUntreated() {
    Scenario.Change rebuilt =
        new Scenario.Change.Build("works", "lagoon", NONE, "", List.of(), 0.9, OptionalInt.empty());
    Loads loads = town("town").plant("works", 8640).loads(rebuilt);
    assertEquals(3.6, term(loads, "town", "treated", "TN").delivered_g_per_s().getFirst(), 1e-12);
    assertEquals(1, term(loads, "town", "overflow", "TN").delivered_g_per_s().getFirst(), 1e-12);
    assertEquals(List.of(), loads.problems());
  }

  // 2160 of 8640 m³/d are a quarter: 2.5 g/s treated to 1; 7.5 pass untreated at the town.
  @Test
  void whatExceedsTheCapacityPassesUntreated() {
    Loads loads = town("town").plant("works", 2160).loads();
    assertEquals(1, term(loads, "town", "treated", "TN").delivered_g_per_s().getFirst(), 1e-12);
    LoadTerm spilt = term(loads, "town", "overflow", "TN");
    assertEquals(7.5, spilt.delivered_g_per_s().getFirst(), 1e-12);
    assertEquals(0, spilt.removed_g_per_s(), 1e-12);
    assertEquals("at-town", spilt.entry().id());
    assertEquals("plant_over_capacity", loads.problems().getFirst().code());
    assertEquals("works: 8640 m³/d", loads.problems().getFirst().found());
  }

  // 30 % spilt in the wet season: 7 g/s treated to 2.8, 3 pass. Mean removed 0.25·4.2 + 0.75·6 =
  // 5.55.
  @Test
  void combinedSewersSpillInTheirSeason() {
    Loads loads = town("town").plant("works", 8640, 0.3, 0.0).loads();
    LoadTerm treated = term(loads, "town", "treated", "TN");
    assertEquals(2.8, treated.delivered_g_per_s().get(0), 1e-12);
    assertEquals(4, treated.delivered_g_per_s().get(1), 1e-12);
    assertEquals(5.55, treated.removed_g_per_s(), 1e-12);
    LoadTerm spilt = term(loads, "town", "overflow", "TN");
    assertEquals(3, spilt.delivered_g_per_s().get(0), 1e-12);
    assertEquals(0, spilt.delivered_g_per_s().get(1), 1e-12);
  }

  // Spilling 0.3 leaves 0.7 of the inflow, more than the quarter the works can take: 0.25 is
  // treated.
  @Test
  void whatIsSpiltRelievesThePlant() {
    Loads loads = town("town").plant("works", 2160, 0.3, 0.9).loads();
    LoadTerm treated = term(loads, "town", "treated", "TN");
    assertEquals(1, treated.delivered_g_per_s().get(0), 1e-12);
    assertEquals(0.4, treated.delivered_g_per_s().get(1), 1e-12);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPERATING")
  void aPlantThatDoesNotOperateTreatsNothing(Source.Plant.Status status) {
    Loads loads = town("town").plant("works", status, 8640).loads();
    LoadTerm term = term(loads, "town", "sewer_plant", "TN");
    assertEquals(10, term.delivered_g_per_s().getFirst(), 1e-12);
    assertEquals("at-town", term.entry().id());
    assertEquals(List.of(), loads.outfalls());
  }

  // Two towns and a works of 2160 m³/d share 9720 m³/d: inflow 19 440, so half of each is treated.
  @Test
  void townsAndWorksShareAPlant() {
    Loads loads =
        town("east", "west")
            .industry("mill", "paper", NONE, NONE, OptionalDouble.of(2160), "works")
            .factor(Factor.Kind.CONCENTRATION, "paper", "TN", 80)
            .plant("works", 9720)
            .loads();
    assertEquals(2, term(loads, "east", "treated", "TN").delivered_g_per_s().getFirst(), 1e-12);
    assertEquals(5, term(loads, "west", "overflow", "TN").delivered_g_per_s().getFirst(), 1e-12);
    // 80 g/m³ in 2160 m³/d = 0.025 m³/s are 2 g/s: half treated to 0.4.
    assertEquals(0.4, term(loads, "mill", "treated", "TN").delivered_g_per_s().getFirst(), 1e-12);
    assertEquals(1, term(loads, "mill", "overflow", "TN").delivered_g_per_s().getFirst(), 1e-12);
  }

  // 12 g/m³ in the 17 280 m³/d = 0.2 m³/s of two towns are 2.4 g/s, half from each.
  @Test
  void measuredEffluentOverridesTheWorks() {
    Loads loads =
        town("east", "west")
            .plant("works", 20_000)
            .measuredConcentration("works", "", "TN", 12)
            .loads();
    LoadTerm east = term(loads, "east", "treated", "TN");
    assertEquals(1.2, east.delivered_g_per_s().getFirst(), 1e-12);
    assertEquals(8.8, east.removed_g_per_s(), 1e-12);
    assertEquals("", east.passing().key());
  }

  // 15 g/s measured of 10 g/s computed: at least 15 came in, nothing is created.
  @Test
  void moreMeasuredThanComputedCameInAsWell() {
    Loads loads = town("town").plant("works", 8640).measuredLoad("works", "", "TN", 15).loads();
    LoadTerm term = term(loads, "town", "treated", "TN");
    assertEquals(15, term.generated_g_per_s(), 1e-12);
    assertEquals(0, term.removed_g_per_s(), 1e-12);
    assertEquals(15, term.delivered_g_per_s().getFirst(), 1e-12);
  }

  @Test
  void measuredEffluentThatNoStreamExplainsIsThePlantsOwn() {
    Loads loads = town("town").plant("works", 8640).measuredLoad("works", "", "FC", 7e6).loads();
    LoadTerm term = term(loads, "works", "measured", "FC");
    assertEquals(7e6, term.delivered_g_per_s().getFirst(), 1e-3);
    assertEquals("at-works", term.entry().id());
  }

  @Test
  void measuredEffluentOfAClosedPlantIsNone() {
    Loads loads =
        town("town")
            .plant("works", Source.Plant.Status.CLOSED, 8640)
            .measuredLoad("works", "", "TN", 1)
            .loads();
    assertEquals(1, loads.terms().size());
    assertEquals(
        10, term(loads, "town", "sewer_plant", "TN").delivered_g_per_s().getFirst(), 1e-12);
  }

  // BOD5 40 g/s; the lagoon passes 0.2 of it.
  @Test
  void whatPassesIsBod5() {
    Loads loads =
        town("town")
            .factor(Factor.Kind.PER_PERSON, "urban", "BOD", 40)
            .factor(Factor.Kind.PASSING, "lagoon", "BOD", 0.2)
            .plant("works", 8640)
            .loads();
    LoadTerm term = term(loads, "town", "treated", "BOD");
    assertEquals(8, term.delivered_g_per_s().getFirst(), 1e-12);
    assertEquals(32, term.removed_g_per_s(), 1e-12);
    assertEquals(0.2, term.passing().share(), 1e-15);
  }

  // A tank emptied for a plant that stands still passes what a tank that is never emptied does.
  @Test
  void sludgeNobodyTakesStaysInTheTank() {
    Country country =
        new Country()
            .town("town", 86_400)
            .factor(Factor.Kind.PER_PERSON, "urban", "TN", 10)
            .factor(Factor.Kind.PASSING, "septic", "", 0.8)
            .factor(Factor.Kind.PASSING, "septic_emptied", "", 0.5)
            .path("town", Sanitation.Path.SEPTIC_EMPTIED, 1, "sludge", "");
    Loads loads = country.plant("sludge", Source.Plant.Status.PLANNED, 50).loads();
    assertEquals(
        8, term(loads, "town", "septic_emptied", "TN").delivered_g_per_s().getFirst(), 1e-12);
    assertTrue(loads.services().stream().allMatch(s -> s.safelyManaged() == 0));
  }

  // 30 g/m³ of a plant whose sewers bring load in no stated volume: nothing is removed instead.
  @Test
  void aMeasuredConcentrationOfAPlantWithoutInflowIsNamedAndNotUsed() {
    Loads loads =
        new Country()
            .town("town", "", 1000, 2025, 0, 0)
            .path("town", Sanitation.Path.SEWER_PLANT, 1, "plant", "")
            .plant("plant", Double.POSITIVE_INFINITY)
            .factor(Factor.Kind.PER_PERSON, "urban", "TN", 86.4)
            .measuredConcentration("plant", "", "TN", 30)
            .loads();
    assertEquals(1, term(loads, "town", "treated", "TN").delivered_g_per_s().getFirst(), 1e-12);
    assertEquals("concentration_without_volume", loads.problems().getFirst().code());
    assertEquals("plants.csv", loads.problems().getFirst().file());
  }
}
