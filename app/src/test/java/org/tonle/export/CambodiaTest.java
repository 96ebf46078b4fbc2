package org.tonle.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Hydraulics;
import org.tonle.assess.MassBalance;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.folder.Folders;
import org.tonle.folder.Reading;
import org.tonle.folder.StudyReader;
import org.tonle.model.Lake;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// The worked study of Cambodia: water as its README's tables say, mass closed.
class CambodiaTest {
  private static Result result;

  @BeforeAll
  static void run() {
    Reading reading = StudyReader.read(Folders.study("cambodia"));
    assertTrue(
        reading.problems().stream().noneMatch(Problem::isError), reading.problems()::toString);
    Study study = reading.study().orElseThrow();
    result = Runner.run(study, Scenario.BASELINE, new Options(100, 1, 2)).result().orElseThrow();
  }

  @Test
  void massCloses() {
    assertTrue(result.massBalanceError() < 1e-9);
    for (MassBalance balance : result.balances().mass()) {
      assertTrue(balance.drawError() < 1e-5, balance.constituent());
    }
  }

  // studies/cambodia/README.md, section 1: season's means of gauges [m³/s]
  @ParameterizedTest
  @CsvSource({
    "reverse, 22178, -3105, 4063, 15011",
    "outflow, 15956, 5763, 4626, 17093",
    "falling, 3951, 2915, 1153, 5712",
    "low, 2644, 363, 505, 2502"
  })
  void gaugesCarryWhatTheTableSays(
      String season, double chrouyChangvar, double prekKdam, double bassac, double below) {
    assertEquals(chrouyChangvar, discharge("MEK15", season), 0.01 * chrouyChangvar);
    assertEquals(prekKdam, -discharge("TSR02", season) * sign(), 0.01 * StrictMath.abs(prekKdam));
    assertEquals(bassac, discharge("BAS01", season), 0.01 * bassac);
    assertEquals(below, discharge("MEK16", season), 0.01 * below);
  }

  /// Prek Kdam counts positive towards Phnom Penh, as its reach is drawn.
  private static double sign() {
    return -1;
  }

  private static double discharge(String reach, String season) {
    return result.hydraulics().stream()
        .filter(h -> h.reach().equals(reach) && h.season().equals(season))
        .mapToDouble(Hydraulics::discharge_m3_per_s)
        .findFirst()
        .orElseThrow();
  }

  // section 2: volumes at the ends of the seasons [km³]
  @Test
  void theLakeFillsAndEmpties() {
    Lake lake =
        result.study().waterways().lakes().stream()
            .filter(l -> l.id().equals("TSL"))
            .findFirst()
            .orElseThrow();
    double[] expected = {52.0, 29.5, 5.7, 3.8};
    for (int s = 0; s < expected.length; s++) {
      assertEquals(expected[s], lake.seasons().get(s).volumeEnd_km3(), 0.01 * expected[s]);
    }
  }

  @Test
  void waterCloses() {
    result
        .balances()
        .water()
        .forEach(
            w -> {
              double through = w.riversIn_m3_per_s() + w.joins_m3_per_s();
              assertEquals(
                  0, w.closure_m3_per_s(), 1e-4 * through + 1e-3, w.node() + " " + w.season());
            });
  }

  // The works treat the sewage of the Cheung Aek sewershed, whose outfall is at B02, the head of
  // BAS03: not a bit of the Bassac above it moves, nor of the Tonle Sap River.
  @Test
  void theWorksOfCheungAekMoveNothingAboveTheirOutfall() {
    Scenario works =
        result.study().scenarios().stream()
            .filter(s -> s.id().equals("phnom-penh-works-2035"))
            .findFirst()
            .orElseThrow();
    Result after = Runner.run(result.study(), works, new Options(100, 1, 2)).result().orElseThrow();
    Set<String> moved = new TreeSet<>();
    for (Place place : result.concentrations().places()) {
      for (int s = 0; s < 4; s++) {
        for (int c = 0; c < result.concentrations().constituents().size(); c++) {
          for (Statistic statistic : Statistic.values()) {
            if (at(result, place, statistic, s, c) != at(after, place, statistic, s, c)) {
              moved.add(place.id());
            }
          }
        }
      }
    }
    assertEquals(Set.of("B02", "BAS03", "BAS04", "BAS05", "BAS06"), moved);
  }

  private static double at(Result of, Place place, Statistic statistic, int season, int c) {
    Concentrations found = of.concentrations();
    return found.value(statistic, found.indexOf(place.kind(), place.id()), season, c);
  }

  @Test
  void everyConstituentOfTheIssueIsCarried() {
    for (String id :
        java.util.List.of(
            "BOD", "COD", "DO", "NH4-N", "NO3-N", "TN", "TP", "TSS", "FC", "COD-Mn")) {
      assertTrue(result.balances().mass().stream().anyMatch(b -> b.constituent().equals(id)), id);
    }
  }
}
