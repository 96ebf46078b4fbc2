package org.tonle.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.folder.StudyReader;
import org.tonle.load.LoadModel;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.model.Technology;
import org.tonle.plan.answer.Means;
import org.tonle.plan.answer.PlanAnswer;
import org.tonle.plan.answer.PlanOptions;
import org.tonle.plan.answer.PlanPeriods;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.answer.PlannedLimit;
import org.tonle.plan.answer.PlannedWork;
import org.tonle.plan.answer.Planner;
import org.tonle.plan.cost.PriceBook;
import org.tonle.plan.option.Option;
import org.tonle.plan.option.OptionCost;
import org.tonle.plan.option.Refusal;
import org.tonle.problem.Problem;
import org.tonle.run.Options;
import org.tonle.scenario.Applied;

/// FEATURE UNDER TEST: upgrades, moved outlets, plants over borders and uphill, sites without
/// people, and plans within land, hands and yearly budgets.
final class PlanWorksTest {
  private static Study twoTowns() {
    return StudyReader.read(
            Path.of(System.getProperty("tonle.home", "..")).resolve("studies/two-towns"))
        .study()
        .orElseThrow();
  }

  private static PlanOptions options(Study study) {
    List<Problem> errors = new ArrayList<>();
    return PlanRun.options(
            study,
            Scenario.BASELINE,
            new Options(50, 1, 2),
            StudyCopy.request(study, 0.9, List.of()),
            errors)
        .orElseThrow(() -> new AssertionError(errors.toString()));
  }

  private static int number(PlanOptions options, String id) {
    List<String> ids = options.list().options().stream().map(Option::id).toList();
    assertTrue(ids.contains(id), id + " in " + ids);
    return ids.indexOf(id);
  }

  private static double load(Study study, Scenario scenario, String path, String constituent) {
    return LoadModel.of(study, Applied.of(study, scenario)).terms().stream()
        .filter(t -> t.source().equals("T-UP") && t.path().equals(path))
        .filter(t -> t.constituent().equals(constituent))
        .mapToDouble(t -> t.delivered_g_per_s().getLast())
        .sum();
  }

  /// Disinfection after the plant that stands at Upper Town takes 99.9 % or so of what it leaves of
  /// coliforms, nothing of nitrogen, and costs what the step alone costs.
  @Test
  void disinfectionAfterAPlantByHand() {
    Study study = twoTowns();
    PlanOptions options = options(study);
    int o = number(options, "WP:conventional_activated_sludge+chlorination");
    Option option = options.list().options().get(o);
    assertEquals(List.of("T-UP"), option.sites());
    assertEquals(Option.Kind.UPGRADE, option.kind());
    Scenario with = Scenario.BASELINE.with(option.changes());
    double passing =
        1
            - study
                .catalogue()
                .technology("chlorination")
                .orElseThrow()
                .removal("FC")
                .orElseThrow()
                .typicalShare();
    assertTrue(passing < 0.1, "passing " + passing);
    double before = load(study, Scenario.BASELINE, "treated", "FC");
    assertEquals(before * passing, load(study, with, "treated", "FC"), 1e-9 * before);
    double nitrogen = load(study, Scenario.BASELINE, "treated", "TN");
    assertEquals(nitrogen, load(study, with, "treated", "TN"), 1e-9 * nitrogen);
    var step = PriceBook.of(study.catalogue()).technology("chlorination").orElseThrow();
    OptionCost cost = options.costs().get(o);
    assertEquals(step.capital_usd(5000), cost.plant().capital_usd(), 1);
  }

  /// A plant over its capacity spills in the dry season, too; a larger one of the same kind costs
  /// the difference.
  @Test
  void moreCapacityCostsTheDifference() {
    Study study = twoTowns();
    PlanOptions options = options(study);
    int o = number(options, "WP:conventional_activated_sludge@7155");
    var price =
        PriceBook.of(study.catalogue()).technology("conventional_activated_sludge").orElseThrow();
    assertEquals(
        price.capital_usd(7155) - price.capital_usd(5000),
        options.costs().get(o).plant().capital_usd(),
        1);
    Scenario with = Scenario.BASELINE.with(options.list().options().get(o).changes());
    assertTrue(load(study, Scenario.BASELINE, "overflow", "BOD") > 0);
    assertEquals(0, load(study, with, "overflow", "BOD"), 1e-12);
  }

  /// Lower Town on the small arm (10 m³/s in the dry season), 2.2 km from the fork (43 m³/s).
  @Test
  void outletsMoveToLargerWaterOnly(@TempDir Path folder) throws IOException {
    StudyCopy copy = StudyCopy.of("two-towns", folder);
    copy.replace("towns.csv", "TAIL,2,urban", "ARM,2,urban");
    copy.replace("towns.csv", "105.21,12.04", "105.12,12.2");
    PlanOptions near = options(copy.study());
    List<Option> moved =
        near.list().options().stream().filter(o -> o.kind() == Option.Kind.MOVED_OUTLET).toList();
    assertTrue(!moved.isEmpty());
    for (Option option : moved) {
      assertTrue(option.id().endsWith("@95>FORK"), option.id());
      assertEquals(1.3 * 2.17, option.works().trunk_km(), 0.05);
      assertEquals(option.works().trunk_km(), option.works().lift_m(), 1e-9, "flat: 1 m a km");
      double trunk_usd =
          near.costs().get(number(near, option.id())).collection().capital_usd()
              - near.costs()
                  .get(number(near, option.id().replace(">FORK", "")))
                  .collection()
                  .capital_usd();
      assertTrue(trunk_usd > 0, option + " costs " + trunk_usd + " more");
      Scenario with = Scenario.BASELINE.with(option.changes());
      assertTrue(
          LoadModel.of(copy.study(), Applied.of(copy.study(), with)).terms().stream()
              .anyMatch(t -> t.path().equals("treated") && t.entry().id().equals("FORK")));
    }
    assertTrue(
        near.list().refused().stream()
            .anyMatch(
                r -> r.site().equals("T-UP") && r.reason() == Refusal.Reason.NO_LARGER_WATER));
  }

  @Test
  void aSharedPlantOverABorderIsRefusedAndOneUphillCostsMore(@TempDir Path folder)
      throws IOException {
    StudyCopy copy = StudyCopy.of("two-towns", folder);
    copy.replace("towns.csv", "105.21,12.04", "105.07,12.32");
    PlanOptions flat = options(copy.study());
    Option shared =
        flat.list().options().stream()
            .filter(o -> o.id().startsWith("T-LOW+T-UP@T-UP:"))
            .findFirst()
            .orElseThrow();
    double before = flat.costs().get(number(flat, shared.id())).energy_kwh_per_a();
    copy.replace("nodes.csv", ",105.05,12.4,25,", ",105.05,12.4,525,");
    PlanOptions steep = options(copy.study());
    double after = steep.costs().get(number(steep, shared.id())).energy_kwh_per_a();
    assertTrue(after > before, before + " to " + after);
    copy.replace(
        "units.csv",
        "(?s)LOWER,Lower district,(.*),LAND,district",
        "LOWER,Lower district,$1,NEXT,district");
    copy.replace("units.csv", "\\z", "NEXT,Next land,,,,country,,estimate,\n");
    PlanOptions apart = options(copy.study());
    assertTrue(
        apart.list().refused().stream().anyMatch(r -> r.reason() == Refusal.Reason.OVER_A_BORDER));
    assertTrue(
        apart.list().options().stream().noneMatch(o -> o.kind() == Option.Kind.SHARED_PLANT));
  }

  @Test
  void aTownWithoutPeopleIsRefused(@TempDir Path folder) throws IOException {
    StudyCopy copy = StudyCopy.of("two-towns", folder);
    copy.replace("towns.csv", "urban,25000", "urban,0");
    assertTrue(
        options(copy.study())
            .list()
            .refused()
            .contains(new Refusal("T-LOW", "", Refusal.Reason.NO_WASTEWATER)));
  }

  /// A saved plan names a technology that the catalogue has no more.
  @Test
  void aSavedPlanWhoseTechnologyIsGoneIsAProblemAtItsPlace(@TempDir Path folder)
      throws IOException {
    StudyCopy copy = StudyCopy.of("two-towns", folder);
    PlanAnswer plan = plan(copy.study(), r -> r).answer();
    String text = ScenarioToml.of(plan.scenario(), List.of());
    String technology = plan.works().getFirst().option().works().technology();
    Files.writeString(
        copy.folder().resolve("scenarios/saved.toml"),
        text.replace("\"" + technology + "\"", "\"reeds_of_old\""));
    List<Problem> problems =
        StudyReader.read(copy.folder()).problems().stream().filter(Problem::isError).toList();
    assertEquals(1, problems.size(), problems.toString());
    assertEquals("unknown_reference", problems.getFirst().code());
    assertEquals("scenarios/saved.toml", problems.getFirst().file());
    assertTrue(problems.getFirst().row() > 0, problems.toString());
    assertEquals("reeds_of_old", problems.getFirst().found());
  }

  private static Planner.Planned plan(Study study, UnaryOperator<PlanRequest> means) {
    return StudyCopy.plan(study, Scenario.BASELINE, 0.7, means, List.of());
  }

  /// Works of every period cost at most its budget; what the later years' scenario holds is what
  /// the plan says; limits that wait are given up in the years before the money is there.
  @Test
  void budgetsOfPeriodsAreKeptAndStandardsWait() {
    Study study = twoTowns();
    List<Integer> years = List.of(2030, 2035);
    Planner.Planned planned =
        plan(study, r -> r.over(new PlanPeriods(years, List.of(0.0, 90e6), 0)));
    PlanAnswer answer = planned.answer();
    assertEquals(PlanAnswer.Status.BUDGET_TOO_SMALL, answer.status());
    double sum = 0;
    for (PlannedWork work : answer.works()) {
      assertEquals(2035, work.year());
      assertTrue(
          work.option().changes().stream().allMatch(c -> c.year().equals(OptionalInt.of(2035))));
      sum += work.cost().capital_usd();
    }
    assertTrue(sum > 0 && sum <= 90e6, "capital " + sum);
    assertEquals(OptionalInt.of(2035), answer.scenario().year());
    for (PlannedLimit limit : answer.limits()) {
      assertTrue(years.contains(limit.year()));
      assertTrue(
          limit.year() == 2035 || limit.reach() != PlannedLimit.Reach.PLANNED, limit.toString());
    }
    assertTrue(
        answer.limits().stream()
            .anyMatch(l -> l.year() == 2035 && l.reach() == PlannedLimit.Reach.PLANNED));
    assertEquals(
        load(study, Scenario.BASELINE.in(2030), "sewer", "BOD"),
        load(study, answer.scenario().in(2030), "sewer", "BOD"),
        1e-12);
  }

  @Test
  void worksAtATimeAndLandAreKept() {
    Study study = twoTowns();
    PlanPeriods periods = new PlanPeriods(List.of(2030, 2035), List.of(), 0);
    Means one = new Means(Map.of(), Technology.Skill.HIGH, OptionalInt.of(1));
    PlanAnswer answer = plan(study, r -> r.over(periods).with(one)).answer();
    for (int year : List.of(2030, 2035)) {
      assertTrue(answer.works().stream().filter(w -> w.year() == year).count() <= 1);
    }
    Means small = new Means(Map.of("LAND", 40_000.0), Technology.Skill.MIDDLE, OptionalInt.empty());
    PlanAnswer tight = plan(study, r -> r.with(small)).answer();
    double land = tight.works().stream().mapToDouble(w -> w.cost().land_m2()).sum();
    assertTrue(land <= 40_000 * 1.000001, "land " + land);
    for (PlannedWork work : tight.works()) {
      String technology = work.option().works().technology();
      if (!technology.isEmpty()) {
        assertTrue(
            study.catalogue().technology(technology).orElseThrow().skill() != Technology.Skill.HIGH,
            technology);
      }
    }
  }
}
