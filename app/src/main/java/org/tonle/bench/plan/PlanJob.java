package org.tonle.bench.plan;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.tonle.plan.program.Choices;
import org.tonle.plan.program.Effort;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.PlanProgram;
import org.tonle.plan.program.PlanQuestion;
import org.tonle.plan.siting.Siting;
import org.tonle.plan.siting.TrunkNetwork;
import org.tonle.plan.trade.Alternatives;
import org.tonle.plan.trade.BudgetCurve;
import org.tonle.plan.trade.Regret;
import org.tonle.solve.Solver;
import org.tonle.solve.Solvers;

/// Job of the planner's benchmark: made choices, and a question to them.
public enum PlanJob {
  /// Curve of ten budgets, forty sets of costs and six alternatives on a country like Cambodia.
  P2(0.001, 60),
  /// Two hundred sites, six technologies, five periods with budgets, three hundred shared plants.
  P3(0.002, 20),
  /// The same with twice the sites.
  P3_400(0.005, 60),
  /// Fifty limits at 0.9 over 200 draws.
  P4(0.01, 300),
  /// The same over 1,000 draws.
  P4_1000(0.03, 300),
  /// Periods, budgets, shared plants and draws at once.
  P5(0.01, 300),
  /// Plants and trunk sewers for sixty towns, at concave costs.
  P6(0.02, 60),
  /// Oxygen along 600 reaches with 200 sites, of which 290 break their limit.
  P8(0.02, 20);

  private static final OperatingSystemMXBean OS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /// Pieces of a plan are answered on two cores, as the goals suppose.
  private static final int THREAD_COUNT = 2;

  private static final int BUDGETS = 10;
  private static final int COSTS = 40;
  private static final int ALTERNATIVES = 6;
  private static final int TOWNS = 60;
  private static final int REACHES = 600;
  private static final int OXYGEN_SITES = 200;
  private static final int OXYGEN_OPTIONS = 6;
  private static final int BROKEN = 290;

  private final double gap;
  private final double limit_s;

  PlanJob(double gap, double limit_s) {
    this.gap = gap;
    this.limit_s = limit_s;
  }

  /// Gap at which the job ends.
  public double gap() {
    return gap;
  }

  /// Time at which the job ends.
  public double limit_s() {
    return limit_s;
  }

  /// Figures of a job.
  ///
  /// @param gap (cost − bound) / cost
  /// @param seconds of the clock
  /// @param processor_s of the process
  /// @param more further figures by name, such as seconds of the parts of a job that has several
  public record Figures(
      double cost,
      double bound,
      double gap,
      double seconds,
      double processor_s,
      Map<String, Double> more) {}

  /// Runs the job until a gap or a time is reached.
  public Figures run(long seed, double gap, double seconds, Solver.Watch watch) {
    var effort = new Effort(gap, seconds, THREAD_COUNT, 0, System::nanoTime, watch);
    return switch (this) {
      case P2 -> chosen(PlanRecipe.cambodia(), seed, effort);
      case P3 -> chosen(PlanRecipe.phased(200), seed, effort);
      case P3_400 -> chosen(PlanRecipe.phased(400), seed, effort);
      case P4 -> chosen(PlanRecipe.uncertain(200), seed, effort);
      case P4_1000 -> chosen(PlanRecipe.uncertain(1000), seed, effort);
      case P5 -> chosen(PlanRecipe.whole(200), seed, effort);
      case P6 -> sited(seed, effort);
      case P8 -> aired(seed, effort);
    };
  }

  private Figures chosen(PlanRecipe recipe, long seed, Effort effort) {
    Choices choices = PlanChoices.of(recipe, seed);
    Stopwatch watch = Stopwatch.start();
    var program = new PlanProgram(choices, Solvers.highs());
    PlanQuestion question = PlanQuestion.leastCost(choices);
    Plan plan = program.solve(question, effort);
    double solved_s = watch.seconds();
    Map<String, Double> more =
        this == P2 && plan.isFound() ? trades(program, question, plan, effort) : Map.of();
    return new Figures(
        plan.measure(), plan.bound(), plan.gap(), solved_s, watch.processor_s(), more);
  }

  private static Figures sited(long seed, Effort effort) {
    TrunkNetwork network = SitingTowns.of(TOWNS, seed);
    Stopwatch watch = Stopwatch.start();
    Siting found =
        Siting.of(
            network,
            Solvers.highs(),
            new Siting.Effort(effort.gap(), effort.seconds(), effort.threads(), effort.clock()),
            effort.watch());
    int[] plantOf = found.trees().plantOf(network);
    long plants = Arrays.stream(plantOf).distinct().count();
    int largest = 0;
    for (int town : plantOf) {
      largest =
          StrictMath.max(largest, (int) Arrays.stream(plantOf).filter(p -> p == town).count());
    }
    Map<String, Double> more = new LinkedHashMap<>();
    more.put("plants", (double) plants);
    more.put("largest_towns", (double) largest);
    more.put("rounds", (double) found.rounds());
    return new Figures(
        found.cost_usd(),
        found.bound_usd(),
        found.gap(),
        watch.seconds(),
        watch.processor_s(),
        more);
  }

  private static Figures aired(long seed, Effort effort) {
    OxygenRiver river = new OxygenRiver(REACHES, OXYGEN_SITES, seed);
    OxygenJob job = new OxygenJob(river, OXYGEN_OPTIONS, BROKEN, seed);
    Stopwatch watch = Stopwatch.start();
    OxygenJob.Found found = job.run(effort);
    Plan plan = found.plan();
    Map<String, Double> more = new LinkedHashMap<>();
    more.put("broken", (double) found.broken());
    more.put("inside", (double) found.inside());
    more.put("rounds", (double) found.rounds());
    more.put("rows", (double) found.rows());
    return new Figures(
        plan.measure(), plan.bound(), plan.gap(), watch.seconds(), watch.processor_s(), more);
  }

  /// Seconds of the clock and of the processor since a start.
  private record Stopwatch(long start_ns, long processor_ns) {
    static Stopwatch start() {
      return new Stopwatch(System.nanoTime(), OS.getProcessCpuTime());
    }

    double seconds() {
      return (System.nanoTime() - start_ns) * 1e-9;
    }

    double processor_s() {
      return (OS.getProcessCpuTime() - processor_ns) * 1e-9;
    }
  }

  /// Seconds of a curve, of other costs, and of alternatives.
  private static Map<String, Double> trades(
      PlanProgram program, PlanQuestion question, Plan plan, Effort effort) {
    double[] budgets = new double[BUDGETS];
    Arrays.setAll(budgets, k -> plan.measure() * (k + 1) / BUDGETS);
    double[] cost = question.measure();
    PlanQuestion seeking = PlanQuestion.seeking(program.choices());
    var each = effort.withGap(0.002).withSeconds(10);
    double curve_s = time(() -> BudgetCurve.of(program, seeking, cost, budgets, each));
    var random = new SplittableRandom(1);
    double[][] costs = new double[COSTS][];
    for (int k = 0; k < COSTS; k++) {
      costs[k] =
          Arrays.stream(cost)
              .map(c -> c * StrictMath.exp(0.5 * PlanRivers.normal(random)))
              .toArray();
    }
    double regret_s = time(() -> Regret.of(program, question, plan, costs, each));
    double apart_s =
        time(() -> new Alternatives(program, question, plan).apart(1.03, ALTERNATIVES, each));
    Map<String, Double> more = new LinkedHashMap<>();
    more.put("curve_seconds", curve_s);
    more.put("costs_seconds", regret_s);
    more.put("alternatives_seconds", apart_s);
    return more;
  }

  private static double time(Runnable part) {
    long start = System.nanoTime();
    part.run();
    return (System.nanoTime() - start) * 1e-9;
  }
}
