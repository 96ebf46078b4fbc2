package org.tonle.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.cause.Trace;
import org.tonle.folder.Folders;
import org.tonle.model.Constituent;
import org.tonle.run.Question;
import org.tonle.run.Result;
import org.tonle.service.RunOrder;
import org.tonle.service.Simulation;
import org.tonle.service.Watcher;

/// Chains against figures worked out by hand, and sums against the concentrations of a run.
class ExplanationTest {
  private static Simulation.Done done;

  private static Simulation.Done run(String study) {
    RunOrder central =
        new RunOrder("baseline", "", OptionalInt.of(0), OptionalLong.empty(), OptionalInt.empty());
    return Simulation.run(Folders.study(study), central, Watcher.SILENT);
  }

  @BeforeAll
  static void runs() {
    done = run("two-towns");
  }

  private static Explanation tail(String constituent) {
    Result result = done.result().orElseThrow();
    Place place =
        result.concentrations().places().stream()
            .filter(p -> p.id().equals("TAIL"))
            .findFirst()
            .orElseThrow();
    return Explanation.of(
        result.instance(),
        new InputRows(done.inputs()),
        new Question(place, "wet", constituent),
        100);
  }

  private static Explanation.OfLoad load(Explanation of, String source, String path) {
    return of.parts().stream()
        .map(Explanation.Part::what)
        .filter(Explanation.OfLoad.class::isInstance)
        .map(Explanation.OfLoad.class::cast)
        .filter(l -> l.load().term().source().equals(source))
        .filter(l -> l.load().term().path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static Step step(Explanation.OfLoad of, Step.Kind kind) {
    return of.steps().stream().filter(s -> s.kind() == kind).findFirst().orElseThrow();
  }

  /// 25,000 people · 1.015⁵ · 0.1 · 40 g = 107.728 kg/d, which enter right where the water is worst
  /// and are diluted in 119 m³/s: 0.010478 mg/L.
  @Test
  void peopleTimesGramsOverFlow() {
    Explanation.OfLoad sewer = load(tail("BOD"), "T-LOW", "sewer");
    assertEquals(25_000, step(sewer, Step.Kind.PEOPLE).value());
    assertEquals(new InputRows.At("towns.csv", 3), step(sewer, Step.Kind.PEOPLE).at());
    assertEquals(new InputRows.At("sanitation.csv", 6), step(sewer, Step.Kind.SHARE).at());
    assertEquals(new InputRows.At("factors.csv", 2), step(sewer, Step.Kind.PER_PERSON).at());
    assertEquals(107.728, step(sewer, Step.Kind.ENTERING).value(), 1e-3);
    assertEquals(1, sewer.load().way().arriving(), 1e-12);
    assertEquals(0.010478, sewer.load().added(), 1e-6);
  }

  /// The plant takes 5,000 m³/d of 60,000 · 1.02⁵ · 0.6 · 0.15 = 5,962 m³/d, and 15 % pass: 5,000 /
  /// 0.15 · 40 g · 0.15 = 200 kg/d.
  @Test
  void thePlantTakesWhatItsCapacityAllows() {
    Explanation.OfLoad treated = load(tail("BOD"), "T-UP", "treated");
    assertEquals(0.83864, step(treated, Step.Kind.TREATED).value(), 1e-5);
    assertEquals(new InputRows.At("plants.csv", 2), step(treated, Step.Kind.TREATED).at());
    assertEquals(0.15, step(treated, Step.Kind.PASSING).value(), 1e-12);
    assertEquals(new InputRows.At("factors.csv", 21), step(treated, Step.Kind.PASSING).at());
    assertEquals(200, step(treated, Step.Kind.ENTERING).value(), 1e-6);
  }

  /// A conservative load loses only what the fork and the lake's channel take; the shares of every
  /// load add up to 1.
  @Test
  void theWayOfALoadAddsUp() {
    for (String constituent : List.of("BOD", "TP", "FC", "TN", "NH4-N")) {
      for (Trace.Load load : tail(constituent).trace().loads()) {
        Trace.Way way = load.way();
        double sum =
            way.arriving() + way.elsewhere() + way.inLakes() + way.settled() + way.decayed();
        assertEquals(1, sum, 1e-9);
        assertTrue(way.decayed() >= -1e-9 && way.settled() >= -1e-9, constituent + way);
      }
    }
  }

  /// Of 100 g/s at Upper Town 120 of 220 m³/s go on by the main arm in the wet season, which the
  /// brewery's 1 of 120 m³/s of intake below lessens: 54.1 % arrive if nothing is lost.
  @Test
  void theForkTakesItsShare() {
    Trace.Way way = load(tail("BOD"), "T-UP", "sewer").load().way();
    assertEquals(120.0 / 220 * 119 / 120, 1 - way.elsewhere(), 1e-9);
  }

  @Test
  void partsAddUpAsShown() {
    assertAddsUp(tail("BOD"));
    assertAddsUp(tail("DO"));
    // Rounded alone they would be 0.440, 0.440 and 0.115, one too many: the last digit of the part
    // that was rounded up most goes.
    List<BigDecimal> shown = ExactSum.parts(List.of(0.4396, 0.4398, 0.1146), 0.994);
    assertEquals(
        List.of(new BigDecimal("0.439"), new BigDecimal("0.440"), new BigDecimal("0.115")), shown);
  }

  private static void assertAddsUp(Explanation explained) {
    BigDecimal sum =
        explained.parts().stream()
            .map(Explanation.Part::shown)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, sum.compareTo(explained.shown()), explained.trace().question().toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void sumsAreTheConcentrationsOfCambodia(int seed) {
    Result result = Cambodia.DONE.result().orElseThrow();
    Concentrations found = result.concentrations();
    Random dice = new Random(seed);
    int p = dice.nextInt(found.places().size());
    int s = dice.nextInt(found.seasons().size());
    for (int c = 0; c < found.constituents().size(); c++) {
      Constituent of = found.constituents().get(c);
      Question asked = new Question(found.places().get(p), found.seasons().get(s).id(), of.id());
      Explanation explained =
          Explanation.of(result.instance(), new InputRows(Cambodia.DONE.inputs()), asked, 5);
      double central = found.value(Statistic.CENTRAL, p, s, c);
      if (of.isOxygen()) {
        double left = explained.trace().saturation() - explained.trace().total();
        assertEquals(central, StrictMath.max(0, left), 1e-9 * explained.trace().saturation());
      } else {
        assertEquals(central, explained.trace().total(), 1e-9 * central, asked.toString());
        for (Trace.Load load : explained.trace().loads()) {
          assertIsWhatArrives(explained.trace(), load);
        }
      }
      assertAddsUp(explained);
    }
  }

  /// What arrives, in the water of the place, is what the load adds.
  private static void assertIsWhatArrives(Trace trace, Trace.Load load) {
    boolean isSame = load.term().constituent().equals(trace.constituent().id());
    if (isSame
        && Double.isFinite(trace.dilution_m3_per_s())
        && !trace.constituent().unit().counts()) {
      double added = load.arriving_kg_per_d() * 1e3 / 86_400 / trace.dilution_m3_per_s();
      double shown = trace.constituent().unit().fromKernel(added);
      assertEquals(load.added(), shown, 1e-9 * StrictMath.abs(load.added()), load.toString());
    }
  }

  private static final class Cambodia {
    static final Simulation.Done DONE = run("cambodia");
  }

  /// What a town adds, from two runs forward, is what its loads add, from one sweep back.
  @Test
  void aTownAddsWhatItsLoadsAdd() {
    Result result = done.result().orElseThrow();
    AskedSource town = AskedSource.named(result.instance(), "上镇").getFirst();
    Concentrations found = result.concentrations();
    List<AddedPlaces.Row> rows = new AddedPlaces(result, town).rows(0, 0);
    List<String> ids = new ArrayList<>();
    for (AddedPlaces.Row row : rows) {
      ids.add(row.place().id());
      Question asked =
          new Question(
              row.place(), found.seasons().getFirst().id(), found.constituents().getFirst().id());
      Explanation explained =
          Explanation.of(result.instance(), new InputRows(done.inputs()), asked, 100);
      double sum =
          explained.trace().loads().stream()
              .filter(l -> town.holds(result.instance(), l.term()))
              .mapToDouble(Trace.Load::added)
              .sum();
      assertEquals(sum, row.added(), 1e-9 * row.concentration(), row.place().id());
    }
    assertTrue(
        ids.containsAll(List.of("MID", "MAIN", "TAIL", "ARM", "LAKE", "CHANNEL")), ids.toString());
    assertEquals(
        25,
        rows.stream()
            .filter(r -> r.place().id().equals("MAIN"))
            .findFirst()
            .orElseThrow()
            .distance_km());
  }

  /// A reader types a river as page one writes it, without the id that the table adds.
  @Test
  void aNameIsFoundAsReportsSayIt() {
    Result cambodia = Cambodia.DONE.result().orElseThrow();
    String[] rivers = {"Stung Siem Reap", "stung siem reap (Siem Reap)", "ស្ទឹងសៀមរាប"};
    for (String river : rivers) {
      assertEquals(
          List.of("SIR01", "SIR02", "SIR03"),
          AskedPlace.said(cambodia, river).stream().map(Place::id).toList(),
          river);
    }
    assertEquals(List.of(), AskedPlace.said(cambodia, "Stung"));
    assertEquals(List.of(), AskedPlace.said(cambodia, ""));
    assertEquals(
        List.of("IN16"),
        AskedSource.said(cambodia.instance(), "Hunan Er-Kang cassava starch factory").stream()
            .map(AskedSource::id)
            .toList());
  }

  @Test
  void anOutfallHasItsOwnLoad() {
    Result result = done.result().orElseThrow();
    AskedSource plant = AskedSource.named(result.instance(), "WP").getFirst();
    Constituent bod = result.concentrations().constituents().getFirst();
    OutfallLoads loads =
        OutfallLoads.of(result.instance(), new InputRows(done.inputs()), plant, bod, 0);
    assertEquals(200, loads.sum_kg_per_d(), 1e-6);
    assertEquals(40, loads.effluent().orElseThrow().concentration(), 1e-9);
  }
}
