package org.tonle.planning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tonle.folder.StudyReader;
import org.tonle.model.Study;
import org.tonle.plan.answer.PlanAnswer;
import org.tonle.plan.answer.PlanModel;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.answer.PlannedLimit;
import org.tonle.plan.answer.Planner;
import org.tonle.plan.program.Plan;
import org.tonle.plan.weighing.ConfidenceCosts;
import org.tonle.plan.weighing.Curve;
import org.tonle.plan.weighing.NearPlans;
import org.tonle.plan.weighing.PriceRobustness;
import org.tonle.plan.weighing.StandardPrices;
import org.tonle.plan.weighing.TradeRequest;
import tools.jackson.databind.node.ObjectNode;

/// FEATURE UNDER TEST: the trades of a plan of two-towns, each recomputed from its options.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlanTradesTest {
  private static final List<String> KEYS =
      List.of(
          "status",
          "cost",
          "bound",
          "gap",
          "works",
          "receptors",
          "beyond",
          "curve",
          "robust",
          "alternatives",
          "prices",
          "confidences",
          "conflicts",
          "seconds");

  private static final Duration LONG = Duration.ofMinutes(2);

  private final Study study =
      StudyReader.read(Path.of(System.getProperty("tonle.home", "..")).resolve("studies/two-towns"))
          .study()
          .orElseThrow();

  private final PlanDoor door = new PlanDoor(study, 0.9, 300, 1000, 2);
  private PlanRun.Outcome outcome;
  private Planner.Planned planned;

  @BeforeAll
  void plan() {
    outcome = door.plan(door.least(), PlanDoor.ALL, LONG, new PlanDoor.Silent(() -> false));
    planned = outcome.planned().orElseThrow();
  }

  private double cost(int[] columns) {
    double[] cost = planned.model().cost_usd();
    return Arrays.stream(columns).mapToDouble(c -> cost[c]).sum();
  }

  @Test
  void theCurveRisesToThePlan() {
    Curve curve = outcome.trades().curve().orElseThrow();
    assertEquals(6, curve.points().size());
    double river = 0;
    int limits = 0;
    for (Curve.Point one : curve.points()) {
      assertTrue(one.reached().river_km() >= river - 1e-9, curve.toString());
      assertTrue(one.cost_usd() <= one.budget_usd() * (1 + 1e-9), one.toString());
      assertEquals(one.cost_usd(), cost(one.columns()), 1e-6 * (1 + one.cost_usd()));
      assertTrue(one.gap() >= 0 && one.gap() <= 1, one.toString());
      river = one.reached().river_km();
      limits = one.limits();
    }
    Curve.Point last = curve.points().getLast();
    assertEquals(planned.answer().cost_usd(), last.cost_usd(), 1);
    assertEquals(curve.all().river_km(), river, 1e-9);
    long kept =
        planned.answer().limits().stream()
            .filter(l -> l.reach() == PlannedLimit.Reach.PLANNED)
            .count();
    assertEquals(kept, limits);
    assertTrue(curve.bend() < curve.points().size() - 1, "no bend");
    assertTrue(curve.dearerBeyondBend() > 1, "cheaper beyond the bend");
  }

  @Test
  void moreConfidenceNeverCostsLess() {
    List<ConfidenceCosts.Point> points = outcome.trades().confidences().orElseThrow().points();
    assertEquals(4, points.size());
    for (int k = 1; k < points.size(); k++) {
      assertTrue(points.get(k).cost_usd() >= points.get(k - 1).cost_usd(), points.toString());
    }
    assertTrue(points.getFirst().cost_usd() < points.getLast().cost_usd(), points.toString());
    assertEquals(planned.answer().cost_usd(), points.getLast().cost_usd(), 1);
  }

  @Test
  void pricesLieBetweenNothingAndTheCost() {
    StandardPrices prices = outcome.trades().prices().orElseThrow();
    assertTrue(prices.isComplete());
    double all = planned.answer().cost_usd();
    double[] most = new double[StandardPrices.By.values().length];
    for (StandardPrices.Price one : prices.prices()) {
      assertTrue(one.saving().saved_usd() >= 0 && one.saving().saved_usd() <= all, one.toString());
      assertTrue(one.saving().most_usd() >= one.saving().saved_usd(), one.toString());
      int by = one.by().ordinal();
      most[by] = Math.max(most[by], one.saving().saved_usd());
    }
    assertTrue(
        most[StandardPrices.By.UNIT.ordinal()]
            >= most[StandardPrices.By.PLACE.ordinal()] - PlanDoor.GAP * all,
        "a place saves more than its unit");
    assertTrue(most[StandardPrices.By.CONSTITUENT.ordinal()] > 0.1 * all, prices.toString());
    assertTrue(prices.unverifiedCosts_usd() > 0 && prices.unverifiedCosts_usd() <= all);
  }

  @Test
  void robustnessIsAShareOfThePlans() {
    PriceRobustness robust = outcome.trades().robust().orElseThrow();
    assertEquals(12, robust.plans());
    assertTrue(robust.excess().mean() >= 0 && robust.excess().p90() >= 0);
    for (PriceRobustness.Site site : robust.sites()) {
      double sum = site.options().stream().mapToDouble(PriceRobustness.Share::share).sum();
      assertEquals(site.acts(), sum, 1e-9, site.toString());
    }
    assertTrue(robust.sites().stream().anyMatch(PriceRobustness.Site::isAlways), robust.toString());
    assertTrue(robust.options().stream().anyMatch(o -> !o.isAlways()), robust.toString());
  }

  @Test
  void alternativesCostLittleMoreAndDiffer() {
    NearPlans near = outcome.trades().alternatives().orElseThrow();
    assertFalse(near.plans().isEmpty());
    int[] own = planned.plan().columns();
    PlanModel model = planned.model();
    for (NearPlans.NearPlan one : near.plans()) {
      assertTrue(
          one.cost_usd() <= (1 + one.within()) * planned.answer().cost_usd() * (1 + 1e-9),
          one.toString());
      assertFalse(one.swaps().isEmpty(), one.toString());
      double cost = cost(own);
      for (NearPlans.Swap swap : one.swaps()) {
        cost -= swap.from().stream().mapToDouble(c -> model.cost_usd()[c]).sum();
        cost += swap.to().stream().mapToDouble(c -> model.cost_usd()[c]).sum();
      }
      assertEquals(one.cost_usd(), cost, 1e-6 * cost, one.toString());
      if (one.kind() == NearPlans.Kind.LEAST_LAND) {
        double land = Arrays.stream(own).mapToDouble(c -> model.cost(c).land_m2()).sum();
        assertTrue(one.amounts().land_m2() < land, one.toString());
      }
    }
  }

  @Test
  void theJsonHasAllThatTheIssueNames() {
    ObjectNode json = PlanJson.of(study, outcome, door.least());
    PlanJson.addSeconds(json, outcome);
    for (String key : KEYS) {
      assertTrue(json.has(key), key);
    }
    ObjectNode plain = PlanJson.of(study, door.plan(door.least(), TradeRequest.NONE), door.least());
    PlanJson.addSeconds(plain, outcome);
    for (String key : KEYS) {
      assertTrue(plain.has(key), key);
    }
    assertEquals(0, plain.path("curve").size());
  }

  @Test
  void theProgramAsTextNamesItsOptionsAndLimits() {
    assertTrue(outcome.lp().contains("site_T-LOW") || outcome.lp().contains("site_T_LOW"));
    assertTrue(outcome.lp().contains("Minimize"));
    assertTrue(outcome.lp().contains("limit_FC_"), outcome.lp().substring(0, 2000));
  }

  @Test
  void threadsChangeNoBit() {
    PlanRun.Outcome one =
        door.threads(1).plan(door.least(), PlanDoor.ALL, LONG, new PlanDoor.Silent(() -> false));
    assertEquals(
        PlanJson.of(study, outcome, door.least()).toPrettyString(),
        PlanJson.of(study, one, door.least()).toPrettyString());
    assertEquals(outcome.lp(), one.lp());
  }

  /// The plan of a search that is stopped at its first plan, or when the plan is to be weighed, and
  /// what is proven of it.
  @Test
  void whoStopsGetsTheBestPlanSoFar() {
    AtomicBoolean isStopped = new AtomicBoolean();
    PlanRun.Listener listener =
        new PlanRun.Listener() {
          @Override
          public void begins(PlanRun.Step step) {
            isStopped.set(step == PlanRun.Step.TRADES);
          }

          @Override
          public boolean goesOn(double best_usd, double bound_usd) {
            isStopped.set(true);
            return true;
          }

          @Override
          public boolean isCancelled() {
            return isStopped.get();
          }
        };
    PlanRun.Outcome early = door.plan(door.least(), PlanDoor.ALL, Duration.ofSeconds(60), listener);
    PlanAnswer answer = early.planned().orElseThrow().answer();
    assertEquals(PlanRun.Stop.INTERRUPTED, early.stop());
    assertFalse(answer.works().isEmpty());
    assertTrue(answer.bound_usd() <= answer.cost_usd());
    assertTrue(answer.cost_usd() >= planned.answer().cost_usd() * (1 - PlanDoor.GAP));
    assertFalse(early.trades().cutShort().isEmpty());
  }

  @Test
  void whoStopsBeforeThereIsAPlanIsToldSo() {
    assertThrows(
        CancellationException.class,
        () ->
            door.plan(
                door.least(),
                TradeRequest.NONE,
                Duration.ofSeconds(60),
                new PlanDoor.Silent(() -> true)));
  }

  /// The largest budget buys all that the plan keeps, and no budget buys nothing.
  @Test
  void theMostForABudgetIsThatOfTheCurve() {
    PlanRequest all =
        door.request(
            PlanRequest.Goal.MOST_PEOPLE,
            OptionalDouble.of(planned.answer().cost_usd() * 1.001),
            List.of());
    PlanRun.Outcome most = door.plan(all, new TradeRequest(4, List.of(), 0, 0, false, 1));
    Curve curve = most.trades().curve().orElseThrow();
    double people = 0;
    for (Curve.Point one : curve.points()) {
      assertTrue(one.reached().people() >= people - 1e-9, curve.toString());
      people = one.reached().people();
    }
    assertEquals(curve.all().people(), people, 1e-9);
    assertEquals(85_000, people, 1, "people of both towns");
    PlanRun.Outcome none =
        door.plan(
            door.request(PlanRequest.Goal.MOST_RIVER, OptionalDouble.of(0), List.of()),
            TradeRequest.NONE);
    Plan plan = none.planned().orElseThrow().plan();
    assertArrayEquals(new double[] {0}, new double[] {cost(plan.columns())});
  }
}
