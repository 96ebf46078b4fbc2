package org.tonle.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tonle.load.Country.term;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.load.service.Service;
import org.tonle.model.Factor;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Scenario.From;
import org.tonle.model.Source;

/// FEATURE UNDER TEST: what a scenario changes of the loads, and what it leaves alone.
class ScenarioLoadsTest {
  private static Country country() {
    return new Country()
        .unit("land", "")
        .unit("north", "land")
        .town("town", "north", 86_400, 2025, 0)
        .path("town", Sanitation.Path.SEWER, 0.5)
        .path("town", Sanitation.Path.SEPTIC, 0.3)
        .path("town", Sanitation.Path.NONE, 0.2)
        .plant("works", Source.Plant.Status.PLANNED, 4320)
        .factor(Factor.Kind.PER_PERSON, "urban", "TN", 10)
        .factor(Factor.Kind.PER_PERSON, "urban", "FC", 1e10)
        .factor(Factor.Kind.PASSING, "septic", "", 0.8)
        .factor(Factor.Kind.PASSING, "lagoon", "", 0.4);
  }

  private static double delivered(Loads loads, String path, String constituent) {
    return term(loads, "town", path, constituent).delivered_g_per_s().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', '', 2.5",
    "sewered, '', '', '', 2.5",
    "on_site, '', '', '', 5",
    "'', north, '', '', 2.5",
    "'', land, '', '', 2.5",
    "'', south, '', '', 5",
    "'', '', town, '', 2.5",
    "'', '', '', TN, 2.5",
    "'', '', '', FC, 5",
    "sewered, land, town, TN, 2.5"
  })
  void loadsAreScaledWhereTheyAreMeant(
      String category, String unit, String source, String constituent, double sewer) {
    Loads loads = country().loads(new Change.ScaleLoad(category, unit, source, constituent, 0.5));
    assertEquals(sewer, delivered(loads, "sewer", "TN"), 1e-12);
  }

  // Works open: 0.6 of the people (5184 m³/d) get sewers to 4320 m³/d, so 0.8333 of 6 g/s is
  // treated to 2; the other paths shrink to 0.4 of what they were: 0.2, 0.12 and 0.08.
  @Test
  void worksOpenAndPeopleAreConnected() {
    Loads loads =
        country()
            .loads(
                new Change.SetPlant("works", Source.Plant.Status.OPERATING, OptionalDouble.empty()),
                new Change.SetSanitation(
                    "town", Sanitation.Path.SEWER_PLANT, 0.6, "works", From.ALL));
    assertEquals(2, delivered(loads, "treated", "TN"), 1e-12);
    assertEquals(1, delivered(loads, "overflow", "TN"), 1e-12);
    assertEquals(2, delivered(loads, "sewer", "TN"), 1e-12);
    assertEquals(0.96, delivered(loads, "septic", "TN"), 1e-12);
    assertEquals(0.8, delivered(loads, "none", "TN"), 1e-12);
    assertEquals(86_400, loads.services().stream().mapToDouble(Service::people).sum(), 1e-6);
  }

  @Test
  void aPathThatExistsIsSet() {
    Loads loads =
        country()
            .loads(new Change.SetSanitation("town", Sanitation.Path.SEPTIC, 0.65, "", From.ALL));
    assertEquals(5.2, delivered(loads, "septic", "TN"), 1e-12);
    assertEquals(2.5, delivered(loads, "sewer", "TN"), 1e-12);
    assertEquals(1, delivered(loads, "none", "TN"), 1e-12);
  }

  @Test
  void aPlantOfAnotherSize() {
    Country country =
        country().town("other", 86_400).path("other", Sanitation.Path.SEWER_PLANT, 1, "works", "");
    Loads loads =
        country.loads(
            new Change.SetPlant("works", Source.Plant.Status.OPERATING, OptionalDouble.of(8640)));
    assertEquals(4, term(loads, "other", "treated", "TN").delivered_g_per_s().getFirst(), 1e-12);
    assertEquals(1, loads.outfalls().stream().filter(o -> o.constituent().equals("TN")).count());
  }

  // An industry cut to a half lets out half the concentration, and is judged by that.
  @Test
  void outfallsFollowTheScenario() {
    Country country =
        new Country()
            .industry(
                "dye",
                "textile",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(8640),
                "")
            .factor(Factor.Kind.CONCENTRATION, "textile", "TN", 50)
            .limit("class-A", "TN", 30);
    assertEquals(50, country.loads().outfalls().getFirst().concentration(), 1e-12);
    Outfall cut =
        country.loads(new Change.ScaleLoad("industry", "", "", "", 0.5)).outfalls().getFirst();
    assertEquals(25, cut.concentration(), 1e-12);
  }
}
