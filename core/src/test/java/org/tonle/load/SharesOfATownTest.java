package org.tonle.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tonle.model.Names;
import org.tonle.model.Sanitation;
import org.tonle.model.Sanitation.Path;
import org.tonle.model.Scenario;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Scenario.Change.SetSanitation;
import org.tonle.model.Scenario.From;
import org.tonle.model.Source;
import org.tonle.problem.Problem;
import org.tonle.scenario.Applied;
import org.tonle.scenario.ScenarioCheck;

/// FEATURE UNDER TEST: shares of a town's people that a scenario sets. Nobody comes or goes, and
/// the order of changes says nothing. The town has 0.5 on sewers, 0.3 on septic tanks, 0.2 on none;
/// the village all on pits.
class SharesOfATownTest {
  private static Country country() {
    return new Country()
        .town("town", 1000)
        .path("town", Path.SEWER, 0.5)
        .path("town", Path.SEPTIC, 0.3)
        .path("town", Path.NONE, 0.2)
        .town("village", 1000)
        .path("village", Path.PIT, 1)
        .plant("works", 4320)
        .plant("closed", Source.Plant.Status.CLOSED, 4320);
  }

  private static Scenario scenario(Change... changes) {
    return new Scenario("s", Names.of("S"), Arrays.asList(changes));
  }

  private static Map<String, Double> shares(String town, Change... changes) {
    Map<String, Double> shares = new TreeMap<>();
    for (Sanitation row : Applied.of(country().study(), scenario(changes)).sanitation(town)) {
      shares.merge(row.path().id(), row.share(), Double::sum);
    }
    shares.replaceAll((path, share) -> StrictMath.rint(share * 1e12) / 1e12);
    return shares;
  }

  private static List<String> problems(Change... changes) {
    return ScenarioCheck.of(country().study()).check(scenario(changes)).stream()
        .map(Problem::code)
        .toList();
  }

  private static SetSanitation set(String town, Path path, double share, From from) {
    return new SetSanitation(town, path, share, path == Path.SEWER_PLANT ? "works" : "", from);
  }

  // 0.7 + 0.3 leave nobody for the others: 70 % + 30 % are 70 % + 30 %.
  @Test
  void twoPathsOfOneTownAreSetAtOnce() {
    Change plant = set("town", Path.SEWER_PLANT, 0.7, From.ALL);
    Change septic = set("town", Path.SEPTIC, 0.3, From.ALL);
    Map<String, Double> expected =
        Map.of("sewer_plant", 0.7, "septic", 0.3, "sewer", 0.0, "none", 0.0);
    assertEquals(expected, shares("town", plant, septic));
    assertEquals(expected, shares("town", septic, plant));
    assertEquals(List.of(), problems(plant, septic));
  }

  // 0.6 on the plant: the others shrink to 0.4 of what they were.
  @Test
  void allOthersGiveWayInProportion() {
    assertEquals(
        Map.of("sewer_plant", 0.6, "sewer", 0.2, "septic", 0.12, "none", 0.08),
        shares("town", set("town", Path.SEWER_PLANT, 0.6, From.ALL)));
  }

  // 0.4 of the people leave sewers: 0.5 - 0.4 = 0.1.
  @Test
  void thePathThatPeopleLeaveIsNamed() {
    assertEquals(
        Map.of("sewer_plant", 0.4, "sewer", 0.1, "septic", 0.3, "none", 0.2),
        shares("town", set("town", Path.SEWER_PLANT, 0.4, new From.OnePath(Path.SEWER))));
  }

  // Septic tanks shrink from 0.3 to 0.1: 0.2 come back to sewers.
  @Test
  void peopleComeBackToThePathThatIsNamed() {
    assertEquals(
        Map.of("sewer", 0.7, "septic", 0.1, "none", 0.2),
        shares("town", set("town", Path.SEPTIC, 0.1, new From.OnePath(Path.SEWER))));
  }

  // Of 0.3 on tanks 0.2 go to the plant, and tanks are to be 0.25: 0.15 come from none.
  @Test
  void peopleMoveAlongAChainOfPaths() {
    assertEquals(
        Map.of("sewer_plant", 0.2, "sewer", 0.5, "septic", 0.25, "none", 0.05),
        shares(
            "town",
            set("town", Path.SEWER_PLANT, 0.2, new From.OnePath(Path.SEPTIC)),
            set("town", Path.SEPTIC, 0.25, new From.OnePath(Path.NONE))));
  }

  @Test
  void allSharesGivenNeedNoFrom() {
    Change[] given = {
      set("town", Path.SEWER_PLANT, 0.75, From.UNSAID), set("town", Path.PIT, 0.25, From.UNSAID)
    };
    assertEquals(
        Map.of("sewer_plant", 0.75, "pit", 0.25, "sewer", 0.0, "septic", 0.0, "none", 0.0),
        shares("town", given));
    assertEquals(List.of(), problems(given));
  }

  // A town with one path: half its people would have none.
  @Test
  void nobodyIsLeftWithoutAPath() {
    assertEquals(List.of("people_without_path"), problems(set("village", Path.PIT, 0.5, From.ALL)));
    assertEquals(Map.of("pit", 1.0), shares("village", set("village", Path.PIT, 0.5, From.ALL)));
    assertEquals(
        List.of("people_without_path"), problems(set("town", Path.SEPTIC, 0.5, From.UNSAID)));
  }

  @Test
  void theRowToAddIsPrinted() {
    assertEquals(
        "from = \"all\"",
        ScenarioCheck.of(country().study())
            .check(scenario(set("town", Path.SEPTIC, 0.5, From.UNSAID)))
            .getFirst()
            .hint());
    assertEquals(
        "[[set_sanitation]] town = \"village\" path = \"…\" share = 0.5",
        ScenarioCheck.of(country().study())
            .check(scenario(set("village", Path.PIT, 0.5, From.UNSAID)))
            .getFirst()
            .hint());
  }

  @Test
  void sharesThatCannotBeAreRefused() {
    assertEquals(
        List.of("shares_above_one"),
        problems(
            set("town", Path.SEWER_PLANT, 0.7, From.ALL), set("town", Path.SEPTIC, 0.4, From.ALL)));
    assertEquals(
        List.of("too_few_people"),
        problems(set("town", Path.SEWER_PLANT, 0.6, new From.OnePath(Path.SEWER))));
    assertEquals(
        List.of("from_in_circle"),
        problems(
            set("town", Path.SEWER, 0.4, new From.OnePath(Path.SEPTIC)),
            set("town", Path.SEPTIC, 0.4, new From.OnePath(Path.SEWER))));
    assertEquals(List.of("out_of_range"), problems(set("town", Path.SEPTIC, Double.NaN, From.ALL)));
  }

  @Test
  void aSewerLeadsToAPlantThatOperates() {
    assertEquals(
        List.of("missing_value"),
        problems(new SetSanitation("town", Path.SEWER_PLANT, 0.5, "", From.ALL)));
    SetSanitation toClosed = new SetSanitation("town", Path.SEWER_PLANT, 0.5, "closed", From.ALL);
    assertEquals(List.of("plant_not_operating"), problems(toClosed));
    Change opened =
        new Change.SetPlant("closed", Source.Plant.Status.OPERATING, OptionalDouble.empty());
    assertEquals(List.of(), problems(toClosed, opened));
    Change late =
        new Change.SetPlant(
            "closed",
            Source.Plant.Status.OPERATING,
            OptionalDouble.empty(),
            "",
            OptionalInt.of(2030));
    assertEquals(List.of("plant_not_operating"), problems(toClosed, late));
  }

  @Test
  void theNarrowerHolds() {
    Change whole = set("town", Path.SEPTIC, 0.5, From.ALL);
    Change part =
        new SetSanitation("town", "town", Path.SEPTIC, 0.9, "", From.ALL, OptionalInt.empty());
    assertEquals(0.9, shares("town", whole, part).get("septic"));
    assertEquals(0.9, shares("town", part, whole).get("septic"));
  }

  @Test
  void theLatestYearReachedHolds() {
    Change now = set("town", Path.SEPTIC, 0.5, From.ALL);
    Change soon = later(2030, 0.6);
    Change late = later(2035, 0.7);
    List<Change> changes = new ArrayList<>(List.of(now, soon, late));
    for (int turn = 0; turn < 3; turn++) {
      Collections.rotate(changes, 1);
      Scenario all = new Scenario("s", Names.of("S"), changes);
      assertEquals(0.5, septic(all.in(2029)));
      assertEquals(0.6, septic(all.in(2034)));
      assertEquals(0.7, septic(all.in(2040)));
    }
    assertEquals(List.of(), problems(now, soon, late));
  }

  private static SetSanitation later(int year, double share) {
    return new SetSanitation("town", "", Path.SEPTIC, share, "", From.ALL, OptionalInt.of(year));
  }

  private static double septic(Scenario scenario) {
    return Applied.of(country().study(), scenario).sanitation("town").stream()
        .filter(r -> r.path() == Path.SEPTIC)
        .mapToDouble(Sanitation::share)
        .sum();
  }

  // 1000 people in 2025; at 2 % a year 1020 in 2026; the scenario's unit grows at 10 %: 1100.
  @Test
  void peopleGrowToTheScenariosYear() {
    Country country =
        new Country().unit("land", "").unit("north", "land").town("t", "north", 1000, 2025, 0.02);
    Source.Town town = (Source.Town) country.study().emissions().sources().getFirst();
    Scenario later = scenario().in(2026);
    assertEquals(1020, Applied.of(country.study(), later).people(town), 1e-9);
    Scenario faster =
        new Scenario(
            "s",
            Names.of("S"),
            List.of(),
            OptionalInt.of(2026),
            List.of(new Scenario.Growth("", 0.5), new Scenario.Growth("land", 0.1)),
            Scenario.Climate.NONE);
    assertEquals(1100, Applied.of(country.study(), faster).people(town), 1e-9);
  }
}
