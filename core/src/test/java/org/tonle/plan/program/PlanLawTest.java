package org.tonle.plan.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tonle.plan.program.Choices.ChanceRow;
import org.tonle.plan.program.Choices.Column;
import org.tonle.plan.program.Choices.Resource;
import org.tonle.solve.Solver;
import org.tonle.solve.Solvers;

/// FEATURE UNDER TEST: what must hold of the cheapest plan whatever the choices.
class PlanLawTest {
  private static final int COUNT = 60;
  private static final Effort EXACT = Effort.unlimited(0);

  private static double least(Choices choices) {
    return least(choices, Solvers.highs());
  }

  private static double least(Choices choices, Solver solver) {
    Plan plan = new PlanProgram(choices, solver).solve(PlanQuestion.leastCost(choices), EXACT);
    return plan.isFound() ? plan.measure() : Double.POSITIVE_INFINITY;
  }

  private static void requireAtMost(double less, double more) {
    assertTrue(less <= more + 1e-6 * (1 + StrictMath.abs(less)), less + " <= " + more);
  }

  private static void requireSame(double one, double other) {
    if (one != other) {
      assertEquals(one, other, 1e-6 * (1 + StrictMath.abs(one)));
    }
  }

  private static Choices with(Choices choices, List<Column> columns) {
    return new Choices(choices.siteCount(), columns, choices.rows(), choices.resources());
  }

  private static Choices with(Choices choices, java.util.function.UnaryOperator<ChanceRow> change) {
    return new Choices(
        choices.siteCount(),
        choices.columns(),
        choices.rows().stream().map(change).toList(),
        choices.resources());
  }

  @Test
  void aDearerColumnNeverLowersTheCost() {
    for (int seed = 0; seed < COUNT; seed++) {
      Choices choices = SmallChoices.of(seed);
      var columns = new ArrayList<>(choices.columns());
      int k = seed % columns.size();
      Column c = columns.get(k);
      columns.set(k, new Column(c.sites(), c.cost() + 1.5, c.resources(), c.uses()));
      requireAtMost(least(choices), least(with(choices, columns)));
    }
  }

  @Test
  void aRemovedOptionNeverHelps() {
    for (int seed = 0; seed < COUNT; seed++) {
      Choices choices = SmallChoices.of(seed);
      var program = new PlanProgram(choices, Solvers.highs());
      PlanQuestion question = PlanQuestion.leastCost(choices);
      Plan free = program.solve(question, EXACT);
      int column = seed % choices.columnCount();
      Plan without =
          program.solve(question.fixing(column, PlanQuestion.FORBIDDEN), EXACT, List.of());
      requireAtMost(free.measure(), without.measure());
      assertTrue(!without.has(column));
      Plan forced = program.solve(question.fixing(column, PlanQuestion.FORCED), EXACT);
      requireAtMost(free.measure(), forced.measure());
      assertTrue(!forced.isFound() || forced.has(column));
      requireSame(free.measure(), StrictMath.min(without.measure(), forced.measure()));
    }
  }

  @Test
  void aHigherConfidenceNeverCostsLessAndKeptCutsGiveTheSameAnswer() {
    for (int seed = 0; seed < COUNT; seed++) {
      Choices choices = SmallChoices.of(seed);
      var kept = new PlanProgram(choices, Solvers.highs());
      double before = 0;
      for (double confidence : new double[] {0.5, 0.7, 0.8, 0.9, 1}) {
        PlanQuestion question = at(choices, confidence);
        double now = kept.solve(question, EXACT).measure();
        requireAtMost(before, now);
        requireSame(
            new PlanProgram(choices, Solvers.highs()).solve(question, EXACT).measure(), now);
        before = now;
      }
      double lower = kept.solve(at(choices, 0.5), EXACT).measure();
      requireSame(new Enumeration(choices).least(at(choices, 0.5)), lower);
    }
  }

  private static PlanQuestion at(Choices choices, double confidence) {
    PlanQuestion question = PlanQuestion.leastCost(choices);
    for (int r = 0; r < choices.rows().size(); r++) {
      question = question.failing(r, choices.rows().get(r).mayFail(confidence));
    }
    return question;
  }

  @Test
  void unitsOfMoneyAndOfLoadScaleThrough() {
    for (int seed = 0; seed < COUNT; seed++) {
      Choices choices = SmallChoices.of(seed);
      double cost = least(choices);
      double money = 1e7;
      requireSame(
          cost,
          least(
                  with(
                      choices,
                      choices.columns().stream()
                          .map(
                              c -> new Column(c.sites(), c.cost() * money, c.resources(), c.uses()))
                          .toList()))
              / money);
      requireSame(cost, least(with(choices, PlanLawTest::inOtherLoads)));
    }
  }

  /// Amounts in a unit 1,024 times as small, effects of one unit so much the less.
  private static ChanceRow inOtherLoads(ChanceRow row) {
    float[][] effect = new float[row.effect().length][];
    for (int w = 0; w < effect.length; w++) {
      effect[w] = row.effect()[w].clone();
      for (int d = 0; d < effect[w].length; d++) {
        effect[w][d] /= 1024;
      }
    }
    double[] amount = Arrays.stream(row.amount()).map(a -> a * 1024).toArray();
    return new ChanceRow(
        effect, row.rest(), row.column(), row.way(), amount, row.confidence(), row.weight());
  }

  @Test
  void theOrderOfColumnsAndRowsDoesNotMatter() {
    for (int seed = 0; seed < COUNT; seed++) {
      Choices choices = SmallChoices.of(seed);
      requireSame(least(choices), least(turned(choices, new SplittableRandom(seed))));
    }
  }

  private static Choices turned(Choices choices, SplittableRandom random) {
    int[] order = IntStream.range(0, choices.columnCount()).toArray();
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
    int[] place = new int[order.length];
    var columns = new ArrayList<Column>();
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
      columns.add(choices.columns().get(order[i]));
    }
    List<ChanceRow> rows = choices.rows().stream().map(row -> turned(row, place)).toList();
    return new Choices(choices.siteCount(), columns, rows.reversed(), choices.resources());
  }

  private static ChanceRow turned(ChanceRow row, int[] place) {
    int[] order =
        IntStream.range(0, row.column().length)
            .boxed()
            .sorted((a, b) -> Integer.compare(place[row.column()[a]], place[row.column()[b]]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new ChanceRow(
        row.effect(),
        row.rest(),
        Arrays.stream(order).map(i -> place[row.column()[i]]).toArray(),
        Arrays.stream(order).map(i -> row.way()[i]).toArray(),
        Arrays.stream(order).mapToDouble(i -> row.amount()[i]).toArray(),
        row.confidence(),
        row.weight());
  }

  @Test
  void aSecondSolverAgrees() {
    for (int seed = 0; seed < COUNT; seed++) {
      Choices choices = SmallChoices.of(seed);
      requireSame(least(choices), least(choices, Solvers.scip()));
    }
  }

  @Test
  void theSolverWithoutItsPresolveAgrees() {
    for (int seed = 0; seed < COUNT; seed++) {
      Choices choices = SmallChoices.of(seed);
      requireSame(least(choices), least(choices, Solvers.highsWithoutPresolve()));
    }
  }

  @Test
  void anyNumberOfThreadsGivesTheSamePlan() {
    for (int seed = 0; seed < COUNT; seed++) {
      Choices choices = SmallChoices.of(seed);
      PlanQuestion question = PlanQuestion.leastCost(choices);
      int[][] found = new int[2][];
      for (int threads = 1; threads <= 2; threads++) {
        var effort =
            new Effort(0, Double.POSITIVE_INFINITY, threads, 0, () -> 0, Solver.Watch.NONE);
        found[threads - 1] =
            new PlanProgram(choices, Solvers.highs()).solve(question, effort).ofSite();
      }
      assertArrayEquals(found[0], found[1]);
    }
  }

  @Test
  void aStoppedSearchKeepsItsPlanAndBound() {
    int stopped = 0;
    for (int seed = 0; seed < COUNT; seed++) {
      Choices choices = SmallChoices.of(seed);
      PlanQuestion question = PlanQuestion.leastCost(choices);
      double least = new Enumeration(choices).least(question);
      var effort = new Effort(0, 1e9, 1, 0, () -> 0, (best, _) -> best > 1e300);
      Plan plan = new PlanProgram(choices, Solvers.highs()).solve(question, effort);
      requireAtMost(plan.bound(), least);
      if (plan.isFound()) {
        requireAtMost(least, plan.measure());
        stopped += plan.status() == Plan.Status.FOUND ? 1 : 0;
      }
    }
    assertTrue(stopped > 0, "No search was stopped.");
  }

  @Test
  void aResourceOfNothingForbidsItsUsers() {
    var columns =
        List.of(
            new Column(new int[] {0}, 0, new int[0], new double[0]),
            new Column(new int[] {0}, 1, new int[] {0}, new double[] {1e-3}));
    float[][] effect = {{2}};
    var row =
        new ChanceRow(
            effect, new float[1], new int[] {0, 1}, new int[2], new double[] {1, 0.1}, 1, 1);
    var none = new Choices(1, columns, List.of(row), List.of(new Resource(0)));
    assertEquals(Double.POSITIVE_INFINITY, least(none));
    var some = new Choices(1, columns, List.of(row), List.of(new Resource(1e-3)));
    assertEquals(1, least(some));
  }
}
