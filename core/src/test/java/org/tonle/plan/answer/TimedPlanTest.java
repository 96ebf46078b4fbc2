package org.tonle.plan.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.model.Limit;
import org.tonle.model.LimitScope;
import org.tonle.model.Names;
import org.tonle.model.Provenance;
import org.tonle.model.Technology;
import org.tonle.plan.cost.Horizon;
import org.tonle.plan.option.Option;
import org.tonle.plan.option.OptionCost;
import org.tonle.plan.option.OptionCost.Part;
import org.tonle.plan.option.OptionList;
import org.tonle.plan.option.OptionRow;
import org.tonle.plan.option.Works;
import org.tonle.plan.program.Choices;
import org.tonle.plan.program.Effort;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.PlanProgram;
import org.tonle.plan.program.PlanQuestion;
import org.tonle.run.Question;
import org.tonle.solve.Solvers;

/// FEATURE UNDER TEST: plans over periods with a budget each equal the enumeration of all ways to
/// build the options in some period.
class TimedPlanTest {
  private static final Limit LIMIT =
      new Limit(
          "law",
          "XX",
          "I",
          1,
          Limit.Waterbody.ALL,
          "BOD",
          Limit.Statistic.MAX,
          1,
          LimitScope.EVERY_SEASON,
          Optional.empty(),
          Optional.empty(),
          Provenance.NONE);

  private static final int COUNT = 500;
  private static final int BASE = 2024;
  private static final List<Integer> YEARS = List.of(2025, 2030, 2040);
  private static final Technology.Life LASTING =
      new Technology.Life(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1);

  /// Small study without names: its options, rows of each period, and budgets.
  private record Small(
      PlanOptions options, PlanRequest request, List<OptionRow> rows, List<Integer> periodOf) {}

  private static OptionCost cost(double capital_usd) {
    Part none = new Part(0, 0, LASTING);
    return new OptionCost(new Part(capital_usd, 0, LASTING), none, none, none, 0, 0, 0);
  }

  private static PlanRequest request(int periods, List<Double> budgets_usd) {
    return new PlanRequest(
            0.9,
            PlanRequest.Goal.LEAST_COST,
            OptionalDouble.empty(),
            BASE,
            new Horizon(30, 0.05),
            List.of(),
            List.of(),
            2000)
        .over(new PlanPeriods(YEARS.subList(0, periods), budgets_usd, Integer.MIN_VALUE));
  }

  private static Small small(long seed) {
    var random = new SplittableRandom(seed);
    int periods = random.nextInt(2, 4);
    int sites = random.nextInt(2, 4);
    List<Option> options = new ArrayList<>();
    List<OptionCost> costs = new ArrayList<>();
    for (int s = 0; s < sites; s++) {
      options.add(Option.nothing("s" + s));
      costs.add(cost(0));
      for (int o = 0; o < random.nextInt(1, 3); o++) {
        options.add(option("s" + s + ":o" + o, List.of("s" + s)));
        costs.add(cost(random.nextDouble(1, 10)));
      }
    }
    if (random.nextBoolean()) {
      options.add(option("both", List.of("s0", "s1")));
      costs.add(cost(random.nextDouble(2, 12)));
    }
    double[][] running = new double[options.size()][periods];
    for (int o = 0; o < running.length; o++) {
      for (int t = 0; t < periods && !options.get(o).isNothing(); t++) {
        running[o][t] = random.nextDouble(0, 0.3) * (t + 1);
      }
    }
    List<Double> budgets =
        random.nextInt(4) == 0
            ? List.of()
            : IntStream.range(0, periods).mapToObj(t -> random.nextDouble(0, 16)).toList();
    List<OptionRow> rows = new ArrayList<>();
    List<Integer> periodOf = new ArrayList<>();
    for (int t = 0; t < periods; t++) {
      for (int r = 0; r < random.nextInt(0, 3); r++) {
        rows.add(row(random, options, 1 + 0.3 * t));
        periodOf.add(t);
      }
    }
    var of = new PlanOptions(List.of(), new OptionList(options, List.of()), costs, running);
    return new Small(of, request(periods, budgets), rows, periodOf);
  }

  private static Option option(String id, List<String> sites) {
    return new Option(id, Option.Kind.OWN_PLANT, sites, List.of(), Works.NONE);
  }

  private static OptionRow row(SplittableRandom random, List<Option> options, double growth) {
    int draws = random.nextInt(2) == 0 ? 1 : random.nextInt(2, 20);
    int sites = 3;
    float[][] effect = new float[sites][draws];
    float[] rest = new float[draws];
    for (int s = 0; s < sites; s++) {
      double size = random.nextDouble(0.1, 0.6) * growth;
      for (int d = 0; d < draws; d++) {
        effect[s][d] = (float) (size * random.nextDouble(0.6, 1.5));
        rest[d] = 0.1f;
      }
    }
    List<int[]> parts = new ArrayList<>();
    List<Double> amounts = new ArrayList<>();
    for (int o = 0; o < options.size(); o++) {
      for (String site : options.get(o).sites()) {
        int s = Integer.parseInt(site.substring(1));
        parts.add(new int[] {o, s});
        boolean isWorse = random.nextInt(5) == 0;
        amounts.add(
            options.get(o).isNothing() ? 1 : random.nextDouble(0, 0.8) + (isWorse ? 0.8 : 0));
      }
    }
    Names names = Names.of("r");
    Place place = new Place(Place.Kind.REACH, "r", names, "");
    Verdict none = new Verdict(place, "wet", "BOD", LIMIT, true, 1, 0, 1, Verdict.Outcome.BREACHED);
    return new OptionRow(
        new Question(place, "wet", "BOD"),
        none,
        random.nextInt(2) == 0 ? 0.8 : 1,
        effect,
        rest,
        parts.stream().mapToInt(p -> p[0]).toArray(),
        parts.stream().mapToInt(p -> p[1]).toArray(),
        parts.stream().mapToInt(p -> p[1]).toArray(),
        amounts.stream().mapToDouble(a -> a).toArray());
  }

  /// Work and the period it is built in.
  private record Timed(int option, int period) {}

  /// All ways to give every site one option in one period.
  private static void each(Small small, Consumer<List<Timed>> action) {
    int sites = (int) small.options.list().options().stream().filter(Option::isNothing).count();
    each(small, new boolean[sites], new ArrayList<>(), action);
  }

  private static void each(
      Small small, boolean[] isTaken, List<Timed> chosen, Consumer<List<Timed>> action) {
    int open = 0;
    while (open < isTaken.length && isTaken[open]) {
      open++;
    }
    if (open == isTaken.length) {
      action.accept(chosen);
      return;
    }
    List<Option> options = small.options.list().options();
    for (int o = 0; o < options.size(); o++) {
      List<Integer> sites =
          options.get(o).sites().stream().map(s -> Integer.parseInt(s.substring(1))).toList();
      if (!sites.contains(open) || sites.stream().anyMatch(s -> isTaken[s])) {
        continue;
      }
      sites.forEach(s -> isTaken[s] = true);
      int periods = options.get(o).isNothing() ? 1 : small.request.periods().count();
      for (int t = 0; t < periods; t++) {
        chosen.add(new Timed(o, t));
        each(small, isTaken, chosen, action);
        chosen.removeLast();
      }
      sites.forEach(s -> isTaken[s] = false);
    }
  }

  /// Present cost of a choice by the plain sums; infinite if it breaks a budget or a limit.
  private static double cost(Small small, List<Timed> chosen) {
    double sum = 0;
    double[] spent = new double[small.request.periods().count()];
    for (Timed one : chosen) {
      if (small.options.list().options().get(one.option).isNothing()) {
        continue;
      }
      double capital = small.options.costs().get(one.option).capital_usd();
      spent[one.period] += capital;
      int start = YEARS.get(one.period) - BASE;
      // Works last: what stands at the end is worth what it cost.
      sum += capital * (StrictMath.pow(1.05, -start) - StrictMath.pow(1.05, -30));
      for (int year = start; year < 30; year++) {
        int period = 0;
        for (int t = 0; t < spent.length; t++) {
          period = YEARS.get(t) <= BASE + year ? t : period;
        }
        sum +=
            small.options.running_usd_per_a()[one.option][period]
                * StrictMath.pow(1.05, -(year + 1));
      }
    }
    for (int t = 0; t < spent.length; t++) {
      if (spent[t] > small.request.periods().budget_usd(t) * (1 + 1e-6)) {
        return Double.POSITIVE_INFINITY;
      }
    }
    for (int r = 0; r < small.rows.size(); r++) {
      OptionRow row = small.rows.get(r);
      int held = 0;
      for (int d = 0; d < row.drawCount(); d++) {
        held += sum(small, chosen, row, small.periodOf.get(r), d) <= 1 + 1e-5 ? 1 : 0;
      }
      if (held < StrictMath.ceil(row.aim() * row.drawCount() - 1e-6)) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return sum;
  }

  private static double sum(Small small, List<Timed> chosen, OptionRow row, int period, int draw) {
    double sum = row.rest()[draw];
    List<Option> options = small.options.list().options();
    for (Timed one : chosen) {
      for (String site : options.get(one.option).sites()) {
        String standing = one.period <= period ? options.get(one.option).id() : site + ":nothing";
        for (int i = 0; i < row.option().length; i++) {
          boolean isOf =
              options.get(row.option()[i]).id().equals(standing)
                  && site.equals("s" + row.site()[i]);
          sum += isOf ? row.amount()[i] * row.effect()[row.way()[i]][draw] : 0;
        }
      }
    }
    return sum;
  }

  private static Choices choices(Small small, TimedOptions timed) {
    List<Choices.Column> columns = new ArrayList<>();
    int sites = 0;
    for (int c = 0; c < timed.options().size(); c++) {
      Option option = timed.options().get(c);
      sites += option.isNothing() ? 1 : 0;
      int[] of = option.sites().stream().mapToInt(s -> Integer.parseInt(s.substring(1))).toArray();
      columns.add(new Choices.Column(of, timed.cost_usd()[c], new int[0], new double[0]));
    }
    List<Choices.ChanceRow> rows = new ArrayList<>();
    for (int r = 0; r < small.rows.size(); r++) {
      OptionRow row = timed.row(small.rows.get(r), small.periodOf.get(r));
      rows.add(
          new Choices.ChanceRow(
              row.effect(), row.rest(), row.option(), row.way(), row.amount(), row.aim(), 1));
    }
    return new Choices(sites, columns, rows, List.of());
  }

  @Test
  void theLeastCostOverPeriodsIsThatOfEnumeration() {
    int impossible = 0;
    int late = 0;
    for (int seed = 0; seed < COUNT; seed++) {
      Small small = small(seed);
      TimedOptions timed = TimedOptions.of(small.options, small.request, BASE);
      Choices choices = choices(small, timed);
      PlanQuestion question = PlanQuestion.leastCost(choices);
      for (int t = 0; t < small.request.periods().count(); t++) {
        double[] capital = new double[timed.options().size()];
        int period = t;
        Arrays.setAll(
            capital, c -> timed.period()[c] == period ? timed.costs().get(c).capital_usd() : 0);
        double budget = small.request.periods().budget_usd(t);
        question = budget < 1e300 ? question.within(capital, budget) : question;
      }
      Plan plan = new PlanProgram(choices, Solvers.highs()).solve(question, Effort.unlimited(0));
      double[] least = {Double.POSITIVE_INFINITY};
      each(small, chosen -> least[0] = StrictMath.min(least[0], cost(small, chosen)));
      if (least[0] == Double.POSITIVE_INFINITY) {
        assertEquals(Plan.Status.IMPOSSIBLE, plan.status(), "seed " + seed);
        impossible++;
        continue;
      }
      assertEquals(least[0], plan.measure(), 1e-6 * (1 + least[0]), "seed " + seed);
      for (int c : plan.columns()) {
        late += timed.period()[c] > 0 ? 1 : 0;
      }
    }
    assertTrue(impossible > 20 && impossible < COUNT / 2, impossible + " without a plan");
    assertTrue(late > 50, late + " works built later than at once");
  }

  /// A plant for 100 that lasts 10 years, built in 2030 and used by half of its people until 2035:
  /// 100 at the start of 2030, again after 10 and 20 years, six tenths left at the end of year 30;
  /// running 1 a year to 2034 and 2 afterwards, at 5 %.
  @Test
  void presentCostOfAWorkOfAPeriodByHand() {
    var life = new Technology.Life(10, 10, 1);
    Part none = new Part(0, 0, LASTING);
    var cost = new OptionCost(new Part(100, 2, life), none, none, none, 0, 0, 0);
    var of =
        new PlanOptions(
            List.of(),
            new OptionList(
                List.of(Option.nothing("s0"), option("s0:plant", List.of("s0"))), List.of()),
            List.of(cost(0), cost),
            new double[][] {{0, 0}, {1, 2}});
    PlanRequest request =
        new PlanRequest(
                0.9,
                PlanRequest.Goal.LEAST_COST,
                OptionalDouble.empty(),
                BASE,
                new Horizon(30, 0.05),
                List.of(),
                List.of(),
                2000)
            .over(new PlanPeriods(List.of(2030, 2035), List.of(), 0));
    TimedOptions timed = TimedOptions.of(of, request, BASE);
    assertEquals(
        List.of("s0:nothing", "s0:plant:2030", "s0:plant:2035"),
        timed.options().stream().map(Option::id).toList());
    assertArrayEquals(new int[] {0, 0, 1}, timed.period());
    double expected = 100 * (p(6) + p(16) + p(26)) - 100 * 0.6 * p(30);
    for (int year = 2030; year < 2054; year++) {
      expected += (year < 2035 ? 1 : 2) * p(year - BASE + 1);
    }
    assertEquals(expected, timed.present().get(1).total_usd(), 1e-9);
    assertEquals(2035, request.year(), "plants are built for the last period");
  }

  private static double p(int year) {
    return StrictMath.pow(1.05, -year);
  }
}
