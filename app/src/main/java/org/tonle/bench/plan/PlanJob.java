package org.tonle.bench.plan;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.tonle.plan.program.Choices;
import org.tonle.plan.program.Effort;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.PlanProgram;
import org.tonle.plan.program.PlanQuestion;
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
  P5(0.01, 300);

  private static final OperatingSystemMXBean OS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /// Pieces of a plan are answered on two cores, as the goals suppose.
  private static final int THREAD_COUNT = 2;

  private static final int BUDGETS = 10;
  private static final int COSTS = 40;
  private static final int ALTERNATIVES = 6;

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
  /// @param more seconds of the parts of a job that has several
  public record Figures(
      double cost,
      double bound,
      double gap,
      double seconds,
      double processor_s,
      List<Double> more) {}

  private PlanRecipe recipe() {
    return switch (this) {
      case P2 -> PlanRecipe.cambodia();
      case P3 -> PlanRecipe.phased(200);
      case P3_400 -> PlanRecipe.phased(400);
      case P4 -> PlanRecipe.uncertain(200);
      case P4_1000 -> PlanRecipe.uncertain(1000);
      case P5 -> PlanRecipe.whole(200);
    };
  }

  /// Runs the job until a gap or a time is reached.
  public Figures run(long seed, double gap, double seconds, Solver.Watch watch) {
    Choices choices = PlanChoices.of(recipe(), seed);
    var effort = new Effort(gap, seconds, THREAD_COUNT, 0, System::nanoTime, watch);
    long start = System.nanoTime();
    long processor = OS.getProcessCpuTime();
    var program = new PlanProgram(choices, Solvers.highs());
    PlanQuestion question = PlanQuestion.leastCost(choices);
    Plan plan = program.solve(question, effort);
    double solved_s = (System.nanoTime() - start) * 1e-9;
    List<Double> more = this == P2 ? trades(program, question, plan, effort) : List.of();
    return new Figures(
        plan.measure(),
        plan.bound(),
        plan.gap(),
        solved_s,
        (OS.getProcessCpuTime() - processor) * 1e-9,
        more);
  }

  /// Seconds of a curve, of other costs, and of alternatives.
  private static List<Double> trades(
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
    return List.of(curve_s, regret_s, apart_s);
  }

  private static double time(Runnable part) {
    long start = System.nanoTime();
    part.run();
    return (System.nanoTime() - start) * 1e-9;
  }
}
