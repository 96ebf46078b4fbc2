package org.tonle.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.cause.Contribution;
import org.tonle.cause.Grouping;
import org.tonle.compare.ContrastBuilder;
import org.tonle.compare.ServiceChange;
import org.tonle.demand.Demand;
import org.tonle.demand.Rule;
import org.tonle.model.Entry;
import org.tonle.model.Factor;
import org.tonle.model.Keeping;
import org.tonle.model.Limit;
import org.tonle.model.Names;
import org.tonle.model.NodeFlow;
import org.tonle.model.Provenance;
import org.tonle.model.Sanitation;
import org.tonle.model.Sanitation.Path;
import org.tonle.model.Scenario;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Sewershed;
import org.tonle.model.Source;
import org.tonle.model.Spread;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.run.Baseline;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.Runner;
import org.tonle.run.Session;
import org.tonle.scenario.Applied;
import org.tonle.scenario.Lever;
import org.tonle.scenario.Levers;
import org.tonle.scenario.ScenarioCheck;

/// FEATURE UNDER TEST: the outfall is the unit of source. A town of 86 400 people with 40 g/d makes
/// 40 g/s. Its sewershed *up*, 64 800 people, lets 30 g/s into the river at A, 3 mg/L in 10 m³/s;
/// its sewershed *low*, 21 600 people, 10 g/s at B, where the river carries 40 m³/s: 1 mg/L.
class B06_SewershedsOfATown {
  private static Source.Town part(String id, String node, double people, String retention) {
    Sewershed of = new Sewershed("town", Names.of("Town"), true, retention);
    return new Source.Town(
        id,
        Names.of(id),
        "",
        Entry.atNode(node),
        "urban",
        people,
        2025,
        0,
        100,
        Source.Site.UNKNOWN,
        Provenance.NONE,
        Optional.of(of));
  }

  private static Sanitation sewer(Source.Town of) {
    return new Sanitation(
        of.id(), Path.SEWER, 1, "", of.entry(), of.retention(), Provenance.NONE, Keeping.UNSAID);
  }

  private static River river(Source.Town... towns) {
    River river =
        River.of(
                """
                R: A -> B  1 km  0 d  10 m3/s
                S: B -> C  1 km  0 d  40 m3/s
                """)
            .conservative("TN")
            .boundary("A", 10, "TN", 0)
            .flow(NodeFlow.Kind.LOCAL_INFLOW, "B", new double[] {30}, "TN", 0)
            .factor(Factor.Kind.PER_PERSON, "urban", "TN", 40)
            .factor(Factor.Kind.PASSING, "plant", "TN", 0.2)
            .factor(Factor.Kind.RETENTION, "lake", "TN", 0.5)
            .spread(Spread.Variable.LOAD, "sewered", Spread.Tier.INDIVIDUAL, 0.4)
            .limit("TN", Limit.Statistic.MEAN, 2.4);
    for (Source.Town town : towns) {
      river.source(town).path(sewer(town));
    }
    return river;
  }

  private static Study divided() {
    return river(part("up", "A", 64_800, ""), part("low", "B", 21_600, "")).study();
  }

  private static Answer under(Study study, Change... changes) {
    Scenario scenario = new Scenario("plant", Names.of("Plant"), List.of(changes));
    assertEquals(
        List.of(),
        ScenarioCheck.of(study).check(scenario).stream().filter(Problem::isError).toList());
    return new Answer(Runner.run(study, scenario, Options.of(50, 1)));
  }

  private static Change plantFor(String... serves) {
    return new Change.Build(
        "works", "plant", OptionalDouble.empty(), "B", List.of(serves), never());
  }

  private static java.util.OptionalInt never() {
    return java.util.OptionalInt.empty();
  }

  // 10 g/s pass by 0.2: 2 g/s at B. (30 + 2) / 40 = 0.8; above B nothing moves, not by a bit.
  @Test
  void aPlantMovesNothingAboveTheOutfallThatItServes() {
    Answer before = under(divided());
    Answer after = under(divided(), plantFor("low"));
    assertEquals(3, before.head("R", "TN"), 1e-12);
    assertEquals(1, before.head("S", "TN"), 1e-12);
    assertEquals(0.8, after.head("S", "TN"), 1e-12);
    for (Statistic statistic : Statistic.values()) {
      assertEquals(before.of(statistic, "R", "TN"), after.of(statistic, "R", "TN"));
    }
  }

  // Of *low* alone half the people, on its path: (30 + 5 + 0.2 · 5) / 40 = 0.9.
  @Test
  void aChangeOfOneSewershedLeavesTheOther() {
    Answer after =
        under(
            divided(),
            plantFor(),
            new Change.SetSanitation(
                "town",
                "low",
                Path.SEWER_PLANT,
                0.5,
                "works",
                new Scenario.From.OnePath(Path.SEWER),
                never()));
    assertEquals(3, after.head("R", "TN"), 1e-12);
    assertEquals(0.9, after.head("S", "TN"), 1e-12);
  }

  // Of the town: the works at B takes all 40 g/s, 8 remain; nothing is left at A.
  // Half of each sewershed, but a quarter of *up*: 22.5 g/s at A, and 5 + 0.2 · (5 + 7.5) at B.
  @Test
  void aChangeOfTheTownIsOneOfEachSewershed() {
    Answer whole = under(divided(), plantFor("town"));
    assertEquals(0, whole.head("R", "TN"), 1e-12);
    assertEquals(0.2, whole.head("S", "TN"), 1e-12);
    Answer half =
        under(
            divided(),
            plantFor(),
            new Change.SetSanitation("town", Path.SEWER_PLANT, 0.5, "works", Scenario.From.ALL),
            new Change.SetSanitation(
                "town", "up", Path.SEWER_PLANT, 0.25, "works", Scenario.From.ALL, never()));
    assertEquals(2.25, half.head("R", "TN"), 1e-12);
    assertEquals((22.5 + 5 + 0.2 * 12.5) / 40, half.head("S", "TN"), 1e-12);
    Answer scaled = under(divided(), new Change.ScaleLoad("", "", "town", "", 0.5));
    assertEquals(1.5, scaled.head("R", "TN"), 1e-12);
    assertEquals(0.5, scaled.head("S", "TN"), 1e-12);
  }

  // S has 1 mg/L, 0.75 of it from *up*. R breaks 2.4 mg/L: *up* may keep 0.8, *low* keeps all.
  @Test
  void twoOutfallsHaveTheirOwnCausesAndCuts() {
    List<Contribution> parts =
        H01_ShareOfADischarge.at(divided(), Place.Kind.REACH, "S", "TN").by(Grouping.SOURCE);
    assertEquals(List.of("up", "low"), parts.stream().map(Contribution::key).toList());
    assertEquals(0.75, parts.get(0).share(), 1e-12);
    Demand demand =
        I01_CapacityOfALake.demand(I01_CapacityOfALake.run(divided(), 0), Rule.EQUAL_PERCENTAGE);
    List<String> cuts = new ArrayList<>();
    for (Demand.Cut cut : demand.cuts()) {
      cuts.add(
          "%s keeps %.3f of the load of %.0f m3/d"
              .formatted(cut.cause().id(), cut.kept(), cut.wastewater_m3_per_d()));
    }
    assertEquals(
        List.of(
            "low keeps 1.000 of the load of 2160 m3/d", "up keeps 0.800 of the load of 6480 m3/d"),
        cuts);
  }

  // All at A, in one sewershed or in two: the same river, in every draw.
  @Test
  void dividingATownDoesNotMakeItsLoadSurer() {
    Answer one = under(river(part("all", "A", 86_400, "")).study());
    Answer two = under(river(part("up", "A", 64_800, ""), part("low", "A", 21_600, "")).study());
    for (Statistic statistic : Statistic.values()) {
      double expected = one.of(statistic, "R", "TN");
      assertEquals(expected, two.of(statistic, "R", "TN"), 1e-5 * expected, statistic.toString());
    }
    assertTrue(one.of(Statistic.P95, "R", "TN") > 1.5 * one.of(Statistic.P5, "R", "TN"));
  }

  // A path that *low* gets by a change takes the retention of its outfall: half of 10 g/s.
  @Test
  void aNewPathTakesTheRetentionOfItsOutfall() {
    Study study = river(part("up", "A", 64_800, ""), part("low", "B", 21_600, "lake")).study();
    assertEquals((30 + 5) / 40.0, under(study).head("S", "TN"), 1e-12);
    Change pits =
        new Change.SetSanitation("town", "low", Path.PIT, 1, "", Scenario.From.ALL, never());
    assertEquals((30 + 5) / 40.0, under(study, pits).head("S", "TN"), 1e-12);
  }

  // A change of the town shows as a lever of each sewershed; the one alone moves that one alone.
  @Test
  void eachSewershedIsALever() {
    Study study = divided();
    Scenario scenario =
        new Scenario(
            "pits",
            Names.of("Pits"),
            List.of(new Change.SetSanitation("town", Path.PIT, 0.5, "", Scenario.From.ALL)));
    Applied one = Applied.of(study, Scenario.BASELINE);
    Applied other = Applied.of(one.index(), scenario);
    List<Lever> levers = Levers.between(one, other);
    assertEquals(
        List.of(List.of("low"), List.of("up")), levers.stream().map(Lever::objects).toList());
    Applied alone = Applied.of(one.index(), Levers.only(one, other, List.of(levers.getFirst())));
    assertEquals(one.sanitation("up"), alone.sanitation("up"));
    assertEquals(other.sanitation("low"), alone.sanitation("low"));
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      Session session = Session.on(Baseline.of(Instance.of(one), Options.of(20, 1), pool), pool);
      List<ServiceChange> changes =
          new ContrastBuilder(session, true).contrast(scenario).contrast().orElseThrow().services();
      assertEquals(List.of("low", "up"), changes.stream().map(ServiceChange::sewershed).toList());
    }
  }

  private static String faults(Change... changes) {
    Scenario scenario = new Scenario("faulty", Names.of("Faulty"), List.of(changes));
    List<String> found = new ArrayList<>();
    for (Problem p : ScenarioCheck.of(divided()).check(scenario)) {
      found.add(p.code() + " " + p.column() + " " + p.found());
    }
    return String.join("; ", found);
  }

  private static Change pits(String town, String sewershed, double share, Scenario.From from) {
    return new Change.SetSanitation(town, sewershed, Path.PIT, share, "", from, never());
  }

  @Test
  void aFaultNamesItsSewershed() {
    Scenario.From tanks = new Scenario.From.OnePath(Path.SEPTIC);
    assertEquals(
        "unknown_reference sewershed mid", faults(pits("town", "mid", 0.1, Scenario.From.ALL)));
    assertEquals("unknown_reference town low", faults(pits("low", "", 0.1, Scenario.From.ALL)));
    assertEquals("too_few_people from low septic: 0.1", faults(pits("town", "low", 0.1, tanks)));
    assertEquals(
        "too_few_people from low septic: 0.1",
        faults(pits("town", "", 0.1, tanks)),
        "once, of the first sewershed");
    assertEquals(
        "people_without_path from low: 0.1",
        faults(pits("town", "low", 0.1, Scenario.From.UNSAID)));
    assertEquals(
        "changes_disagree  build town",
        faults(
            plantFor("low"),
            new Change.Build("town", "plant", OptionalDouble.empty(), "B", List.of(), never())));
    assertEquals(
        "missing_value node ",
        faults(new Change.Build("town", "plant", OptionalDouble.empty(), "", List.of(), never())));
  }

  // A plant of the site *low* stands at its outfall B and takes its sewers alone.
  @Test
  void aSewershedIsTheSiteOfItsPlant() {
    Answer after =
        under(
            divided(),
            new Change.Build("low", "plant", OptionalDouble.empty(), "", List.of(), never()));
    assertEquals(3, after.head("R", "TN"), 1e-12);
    assertEquals(0.8, after.head("S", "TN"), 1e-12);
  }
}
