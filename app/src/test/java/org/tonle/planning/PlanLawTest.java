package org.tonle.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tonle.folder.StudyReader;
import org.tonle.law.RandomCountry;
import org.tonle.model.Catalogue;
import org.tonle.model.CostCurve;
import org.tonle.model.CostItem;
import org.tonle.model.Study;
import org.tonle.model.TechnologyCost;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.answer.PlannedLimit;
import org.tonle.plan.answer.Planner;
import org.tonle.plan.option.Option;
import org.tonle.plan.option.OptionRow;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.PlanQuestion;
import org.tonle.plan.weighing.Curve;
import org.tonle.plan.weighing.TradeRequest;

/// LAW: what holds of plans of any study, on random ones, through the door that the command opens.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlanLawTest {
  private static final int SEEDS = Integer.getInteger("tonle.rounds", 14);
  private static final double CONFIDENCE = 0.8;
  private static final TradeRequest CURVE = new TradeRequest(5, List.of(), 0, 0, false, 1);

  private final Catalogue catalogue =
      StudyReader.read(Path.of(System.getProperty("tonle.home", "..")).resolve("studies/two-towns"))
          .study()
          .orElseThrow()
          .catalogue();

  private final List<Found> found = new ArrayList<>();

  /// Study with its plan.
  private record Found(PlanDoor door, PlanRun.Outcome outcome) {
    Planner.Planned planned() {
      return outcome.planned().orElseThrow();
    }

    double cost_usd() {
      return planned().answer().cost_usd();
    }

    double bound_usd() {
      return planned().answer().bound_usd();
    }
  }

  @BeforeAll
  void plan() {
    for (long seed = 0; seed < SEEDS; seed++) {
      PlanDoor door =
          new PlanDoor(with(new RandomCountry(seed).study(), catalogue), CONFIDENCE, 60, 100, 2);
      PlanRun.Outcome outcome = door.plan(door.least(), CURVE);
      boolean isPlan =
          outcome.planned().isPresent()
              && outcome.planned().get().plan().isFound()
              && outcome.planned().get().answer().cost_usd() > 0;
      if (isPlan) {
        found.add(new Found(door, outcome));
      }
    }
    assertTrue(found.size() >= SEEDS / 3, found.size() + " plans");
  }

  static Study with(Study study, Catalogue catalogue) {
    return new Study(
        study.id(),
        study.title(),
        study.settings(),
        study.waterways(),
        study.chemistry(),
        study.emissions(),
        study.rules(),
        study.evidence(),
        catalogue,
        study.scenarios());
  }

  /// Cost of the plan of another door; none where its limits are not held as surely as those of the
  /// first: the check may ask for more, and margins are as wide as works allow.
  private static OptionalDouble least(Found one, PlanDoor door, PlanRequest request) {
    Planner.Planned planned = door.plan(request, TradeRequest.NONE).planned().orElseThrow();
    PlanQuestion asked = planned.question();
    PlanQuestion first = one.planned().question();
    boolean isSame =
        Arrays.equals(asked.mayFail(), first.mayFail())
            && Arrays.equals(asked.goalOf(), first.goalOf());
    return isSame && planned.plan().isFound()
        ? OptionalDouble.of(planned.answer().cost_usd())
        : OptionalDouble.empty();
  }

  private static void requireAtMost(double less, double more, String what) {
    assertTrue(less <= more * (1 + 1e-6) + 1e-6, what + ": " + less + " > " + more);
  }

  @Test
  void theBoundIsNotAboveTheCost() {
    found.forEach(f -> requireAtMost(f.bound_usd(), f.cost_usd(), "bound"));
  }

  @Test
  void theCurveIsMonotoneAndEndsAtThePlan() {
    int bent = 0;
    for (Found one : found) {
      Curve curve = one.outcome.trades().curve().orElseThrow();
      double reached = 0;
      double gap = 0;
      for (Curve.Point point : curve.points()) {
        requireAtMost(reached, point.reached().river_km(), "curve falls");
        requireAtMost(point.cost_usd(), point.budget_usd(), "over the budget");
        reached = point.reached().river_km();
        gap = Math.max(gap, point.gap());
      }
      assertEquals(one.cost_usd(), curve.points().getLast().cost_usd(), 1e-6 * one.cost_usd());
      long planned =
          one.planned().answer().limits().stream()
              .filter(l -> l.reach() == PlannedLimit.Reach.PLANNED)
              .count();
      assertEquals(planned, curve.points().getLast().limits(), "limits of the last point");
      bent += curve.bend() < curve.points().size() - 1 ? 1 : 0;
    }
    assertTrue(bent > 0, "no curve bends");
  }

  @Test
  void aRemovedOptionNeverHelps() {
    int changed = 0;
    for (Found one : found) {
      String work = one.planned().answer().works().getFirst().option().id();
      PlanRequest without =
          one.door.request(PlanRequest.Goal.LEAST_COST, OptionalDouble.empty(), List.of(work));
      OptionalDouble cost = least(one, one.door, without);
      if (cost.isPresent()) {
        requireAtMost(one.bound_usd(), cost.getAsDouble(), "without " + work);
        changed += cost.getAsDouble() > one.cost_usd() ? 1 : 0;
      }
    }
    assertTrue(changed > 0, "no option was missed");
  }

  @Test
  void dearerTechnologyNeverLowersTheCost() {
    int dearer = 0;
    for (Found one : found) {
      String id = technology(one);
      Catalogue other = priced(t -> t.equals(id) ? 1.7 : 1, 1);
      OptionalDouble cost =
          least(one, one.door.with(with(one.door.study(), other)), one.door.least());
      if (!id.isEmpty() && cost.isPresent()) {
        requireAtMost(one.bound_usd(), cost.getAsDouble(), "dearer " + id);
        dearer += cost.getAsDouble() > one.cost_usd() * (1 + 1e-6) ? 1 : 0;
      }
    }
    assertTrue(dearer > 0, "no plan became dearer");
  }

  private static String technology(Found one) {
    return one.planned().answer().works().stream()
        .map(w -> w.option().works().technology())
        .filter(t -> !t.isEmpty())
        .map(t -> t.contains("+") ? t.substring(0, t.indexOf('+')) : t)
        .findFirst()
        .orElse("");
  }

  @Test
  void higherConfidenceNeverCostsLess() {
    int dearer = 0;
    for (Found one : found) {
      PlanDoor lower = one.door.at(0.6);
      PlanRun.Outcome outcome = lower.plan(lower.least(), TradeRequest.NONE);
      Planner.Planned less = outcome.planned().orElseThrow();
      if (less.plan().isFound() && isKept(less, one.planned())) {
        requireAtMost(less.answer().bound_usd(), one.cost_usd(), "confidence");
        dearer += one.cost_usd() > less.answer().cost_usd() ? 1 : 0;
      }
    }
    assertTrue(dearer > 0, "no confidence costs more");
  }

  /// Whether a plan keeps the limits of another question on the same options.
  private static boolean isKept(Planner.Planned asked, Planner.Planned by) {
    if (!optionIds(asked).equals(optionIds(by))) {
      return false;
    }
    int[] held = asked.program().judge(asked.question(), by.plan().ofSite()).held();
    return Arrays.stream(asked.question().rows())
        .allMatch(
            r -> {
              OptionRow row = asked.model().rows().get(r);
              return held[r] >= row.drawCount() - asked.question().mayFail()[r];
            });
  }

  private static List<String> optionIds(Planner.Planned planned) {
    return planned.model().options().stream().map(Option::id).toList();
  }

  /// A currency of which a dollar is worth 4,000: what is stated in it costs the same.
  @Test
  void unitsOfMoneyScaleThrough() {
    int compared = 0;
    for (Found one : found.subList(0, Math.min(6, found.size()))) {
      Catalogue dear = priced(t -> 4000, 4000);
      OptionalDouble cost =
          least(one, one.door.with(with(one.door.study(), dear)), one.door.least());
      if (cost.isPresent() && isWhole(one.outcome)) {
        double tolerance = 2 * PlanDoor.GAP * one.cost_usd();
        assertEquals(one.cost_usd(), cost.getAsDouble() / 4000, tolerance);
        compared++;
      }
    }
    assertTrue(compared > 0, "nothing compared");
  }

  /// Where the time suffices: a limit of time changes the gap and the plan, and is said.
  @Test
  void threadsChangeNoBit() {
    int compared = 0;
    for (Found one : found.subList(0, Math.min(8, found.size()))) {
      PlanDoor single = one.door.threads(1);
      PlanRun.Outcome outcome = single.plan(single.least(), CURVE);
      if (isWhole(one.outcome) && isWhole(outcome)) {
        assertEquals(
            PlanJson.of(one.door.study(), one.outcome, one.door.least()).toPrettyString(),
            PlanJson.of(one.door.study(), outcome, single.least()).toPrettyString());
        compared++;
      }
    }
    assertTrue(compared > 0, compared + " compared");
  }

  private static boolean isWhole(PlanRun.Outcome outcome) {
    return outcome.stop() == PlanRun.Stop.NONE;
  }

  /// What a budget of the plan's cost buys is all that the plan keeps.
  @Test
  void theCostOfThePlanBuysAllThatItKeeps() {
    int compared = 0;
    for (Found one : found.subList(0, Math.min(6, found.size()))) {
      PlanRequest most =
          one.door.request(
              PlanRequest.Goal.MOST_RIVER,
              OptionalDouble.of(one.cost_usd() * (1 + 1e-9)),
              List.of());
      Planner.Planned other = one.door.plan(most, TradeRequest.NONE).planned().orElseThrow();
      boolean isSame =
          Arrays.equals(other.question().mayFail(), one.planned().question().mayFail());
      if (isSame && other.plan().status() == Plan.Status.PROVEN) {
        assertEquals(0, other.plan().missed(), 1e-9);
        compared++;
      }
    }
    assertTrue(compared > 0, "nothing compared");
  }

  /// The catalogue with prices times factors.
  private Catalogue priced(Factor ofTechnology, double ofItems) {
    return new Catalogue(
        catalogue.money(),
        catalogue.technologies(),
        catalogue.costs().stream().map(c -> times(c, ofTechnology.of(c.technology()))).toList(),
        catalogue.defaultCurve(),
        catalogue.items().stream().map(i -> times(i, ofItems)).toList(),
        catalogue.exchangeRates(),
        catalogue.sizes(),
        catalogue.projects(),
        catalogue.references());
  }

  /// Factor on the price of a technology.
  private interface Factor {
    double of(String technology);
  }

  /// A running cost that is a share of the capital rises with it.
  private static TechnologyCost times(TechnologyCost cost, double factor) {
    return new TechnologyCost(
        cost.technology(),
        cost.capital(),
        cost.factor() * factor,
        running(cost.running(), factor),
        cost.fixedShare(),
        cost.ownSpread(),
        cost.scope(),
        cost.isDefault());
  }

  private static CostCurve running(CostCurve curve, double factor) {
    return switch (curve) {
      case CostCurve.ShareOfCapital share -> share;
      case CostCurve.Power p ->
          new CostCurve.Power(
              p.factor() * factor,
              p.exponent(),
              p.range(),
              p.ceilingCost() * factor,
              p.floorCost() * factor,
              p.price());
      case CostCurve.Points points ->
          new CostCurve.Points(
              points.points().stream()
                  .map(
                      p -> new CostCurve.Point(p.capacity_m3_per_d(), p.cost() * factor, p.price()))
                  .toList());
    };
  }

  private static CostItem times(CostItem i, double factor) {
    return new CostItem(
        i.kind(),
        i.unit(),
        i.capital() * factor,
        i.running_per_a() * factor,
        i.exponent(),
        i.ownSpread(),
        i.life_a(),
        i.price());
  }
}
