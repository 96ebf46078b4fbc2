package org.tonle.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.model.Names;
import org.tonle.model.Scenario;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.scenario.Applied;

/// FEATURE UNDER TEST: the load chain, worked by hand on the tutorial study (docs/theory/loads.md).
class LoadModelTest {
  private static final double PEOPLE_UP = 60_000 * StrictMath.pow(1.02, 5);
  private static final double PEOPLE_LOW = 25_000 * StrictMath.pow(1.015, 5);

  private static Study study(String name) {
    return StudyReader.read(Folders.study(name)).study().orElseThrow();
  }

  private static Loads loads(Change... changes) {
    Study study = study("two-towns");
    Scenario scenario = new Scenario("s", Names.of("s"), List.of(changes));
    return LoadModel.of(study, Applied.of(study, scenario));
  }

  /// Delivered in kg/d, of one season.
  private static double delivered(
      Loads loads, String source, String path, String constituent, int season) {
    return loads.terms().stream()
        .filter(t -> t.source().equals(source) && t.path().equals(path))
        .filter(t -> t.constituent().equals(constituent))
        .mapToDouble(t -> t.delivered_g_per_s().get(season) * 86.4)
        .sum();
  }

  // 66 245 people: 60 % to the works, 5 962 m³/d on 5 000; 10.3 g TN a day, 0.6 passes the works
  // 66 245 * 0.6 * 10.3 / 1000 = 409.4 kg/d; 5 000 / 5 962 = 0.8386 treated
  @Test
  void aWorksTreatsWhatItCanTake() {
    double all = PEOPLE_UP * 0.6 * 10.3 / 1000;
    double treated = 5000 / (PEOPLE_UP * 0.6 * 0.150);
    assertEquals(409.4, all, 0.05);
    assertEquals(0.8386, treated, 5e-5);
    assertEquals(all * treated * 0.6, delivered(loads(), "T-UP", "treated", "TN", 0), 1e-9);
    assertEquals(all * (1 - treated), delivered(loads(), "T-UP", "overflow", "TN", 0), 1e-9);
  }

  // a works of 50 000 m³/d still loses the tenth that its sewers spill in the wet season
  @Test
  void combinedSewersSpillInTheirSeason() {
    Loads loads =
        loads(new Change.SetPlant("WP", Source.Plant.Status.OPERATING, OptionalDouble.of(50_000)));
    double all = PEOPLE_UP * 0.6 * 10.3 / 1000;
    assertEquals(0.1 * all, delivered(loads, "T-UP", "overflow", "TN", 0), 1e-9);
    assertEquals(0, delivered(loads, "T-UP", "overflow", "TN", 2), 0);
    assertEquals(all * 0.6, delivered(loads, "T-UP", "treated", "TN", 2), 1e-9);
  }

  // closed: all of it passes as sewage
  @Test
  void aClosedWorksTreatsNothing() {
    Loads loads =
        loads(new Change.SetPlant("WP", Source.Plant.Status.CLOSED, OptionalDouble.empty()));
    double all = PEOPLE_UP * 0.6 * 10.3 / 1000;
    assertEquals(all, delivered(loads, "T-UP", "sewer_plant", "TN", 1), 1e-9);
    assertEquals(0, delivered(loads, "T-UP", "treated", "TN", 1), 0);
  }

  // 40 g BOD5; works let 0.15 of it pass: 6 g
  @Test
  void bodIsReadAsBod5() {
    double treated = 5000 / (PEOPLE_UP * 0.6 * 0.150);
    double people = PEOPLE_UP * 0.6;
    assertEquals(
        people * treated * 6 / 1000, delivered(loads(), "T-UP", "treated", "BOD", 0), 1e-9);
    assertEquals(PEOPLE_UP * 0.1 * 40 / 1000, delivered(loads(), "T-UP", "sewer", "BOD", 0), 1e-9);
  }

  // path, people's share, passes, kept in the ground: TN 10.3 g/d
  @ParameterizedTest
  @CsvSource({
    "sewer, 0.1, 1, 0",
    "septic, 0.5, 0.85, 0.4",
    "pit, 0.3, 0.88, 0.4",
    "none, 0.1, 1, 0.4"
  })
  void everyPathPassesItsShare(String path, double share, double passing, double kept) {
    double expected = PEOPLE_LOW * share * 10.3 / 1000 * passing * (1 - kept);
    assertEquals(expected, delivered(loads(), "T-LOW", path, "TN", 1), 1e-9);
  }

  // 800 m³/d at 20 mg/L = 16 kg/d; 8 000 pigs * 35.35 g/d * 0.09 = 25.45 kg/d;
  // 150 km² * 4 kg/ha/a = 60 000 kg/a = 164.3 kg/d, in the wet season twice that
  @Test
  void measuredEffluentsAnimalsAndLand() {
    assertEquals(16, delivered(loads(), "BREW", "direct", "TN", 0), 1e-9);
    assertEquals(8 * 35.35 * 0.09, delivered(loads(), "PIGS", "", "TN", 0), 1e-9);
    assertEquals(2 * 60_000 / 365.25, delivered(loads(), "RICE", "", "TN", 0), 1e-9);
  }

  @Test
  void leversScaleAndShift() {
    double before = delivered(loads(), "T-LOW", "septic", "TN", 0);
    Loads half = loads(new Change.ScaleLoad("on_site", "LAND", "", "TN", 0.5));
    assertEquals(before / 2, delivered(half, "T-LOW", "septic", "TN", 0), 1e-9);
    assertEquals(
        delivered(loads(), "T-LOW", "septic", "TP", 0),
        delivered(half, "T-LOW", "septic", "TP", 0),
        0);
    Loads works =
        loads(
            new Change.SetPlant("WP2", Source.Plant.Status.OPERATING, OptionalDouble.of(3000)),
            new Change.SetSanitation(
                "T-LOW",
                org.tonle.model.Sanitation.Path.SEWER_PLANT,
                0.7,
                "WP2",
                Scenario.From.ALL));
    assertEquals(0.3 * before, delivered(works, "T-LOW", "septic", "TN", 0), 1e-9);
    assertTrue(works.wastewaterSafelyTreatedShare() > loads().wastewaterSafelyTreatedShare());
  }

  // BREW: 300 mg/L BOD against 80; the works' TN is not limited
  @Test
  void outfallsStandBesideTheirStandard() {
    Outfall brewery =
        loads().outfalls().stream()
            .filter(o -> o.source().equals("BREW") && o.constituent().equals("BOD"))
            .findFirst()
            .orElseThrow();
    assertEquals(300, brewery.concentration(), 1e-9);
  }

  /// LAW: made = removed + retained + delivered, for every term of every study.
  @ParameterizedTest
  @ValueSource(strings = {"two-towns", "cambodia"})
  void nothingIsLost(String name) {
    Study study = study(name);
    double[] days = study.waterways().seasons().stream().mapToDouble(s -> s.duration_d()).toArray();
    for (LoadTerm term : LoadModel.of(study, Applied.of(study, Scenario.BASELINE)).terms()) {
      double delivered = 0;
      for (int s = 0; s < days.length; s++) {
        delivered += term.delivered_g_per_s().get(s) * days[s] / 365.25;
      }
      double sum = term.removed_g_per_s() + term.retained_g_per_s() + delivered;
      assertEquals(term.generated_g_per_s(), sum, 1e-9 * term.generated_g_per_s(), term.toString());
    }
  }

  // safely managed: 5 000 of 5 962 m³/d of the sewered, pits; not the tanks emptied to no plant
  @Test
  void whoIsSafelyServed() {
    double treated = 5000 / (PEOPLE_UP * 0.6 * 0.150);
    double safe = PEOPLE_UP * 0.6 * treated + PEOPLE_LOW * 0.3;
    assertEquals(safe / (PEOPLE_UP + PEOPLE_LOW), loads().safelyManagedShare(), 1e-12);
  }
}
