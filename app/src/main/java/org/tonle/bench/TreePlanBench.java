package org.tonle.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.tonle.bench.river.RiverForest;
import org.tonle.plan.tree.RiverTree;
import org.tonle.plan.tree.TreePlan;
import org.tonle.plan.tree.TreeProgram;
import org.tonle.plan.tree.TreeSearch;
import org.tonle.solve.Limits;
import org.tonle.solve.Solver;
import org.tonle.solve.Solvers;

/// Bench of plans on a river tree (P7; G15 and G16).
///
/// The search on the tree answers first, with larger and larger fronts; where its gap stays above
/// the goal, or there are several constituents, the program goes on from its plan.
public final class TreePlanBench {
  private static final int[] FRONTS = {100, 400, 1600};
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private TreePlanBench() {}

  /// @param gap share of the cost within which the least cost is to be proven
  /// @param limit_s seconds after which the program stops
  public static Measurements run(PlanSize size, double gap, double limit_s, Watch watch) {
    watch.doing("bench.preparing");
    RiverTree tree =
        new TreeRecipe(size.sources(), size.options(), size.constituents(), size.seed())
            .on(RiverForest.grow(size.reaches(), 0, size.seed()));
    Measurements.startHeap();
    watch.doing("bench.planning");
    long begin = System.nanoTime();
    long processor = THREADS.getCurrentThreadCpuTime();
    Measurements figures =
        new Measurements()
            .put("job", "plan")
            .put("reaches", size.reaches())
            .put("sources", size.sources())
            .put("options", size.options())
            .put("constituents", size.constituents());
    TreePlan plan = new TreePlan(new int[0], Double.POSITIVE_INFINITY, 0);
    if (size.constituents() == 1) {
      for (int i = 0; i < FRONTS.length && plan.gap() > gap; i++) {
        plan = better(plan, TreeSearch.plan(tree, FRONTS[i]));
        if (i == 0) {
          figures.put("first_gap", plan.gap()).put("first_seconds", seconds(begin));
        }
      }
      figures.put("tree_gap", plan.gap()).put("tree_seconds", seconds(begin));
    }
    boolean needsProgram = !(plan.gap() <= gap);
    if (needsProgram) {
      TreeProgram program = new TreeProgram(tree);
      TreePlan found =
          program.plan(Solvers.highs(), Limits.of(gap, limit_s), plan.option(), Solver.Watch.NONE);
      plan = better(plan, found);
      figures
          .put("columns", program.program().columnCount())
          .put("rows", program.program().rowCount())
          .put("coefficients", program.program().nonZeroCount());
    }
    figures
        .put("method", needsProgram ? "program" : "tree")
        .put("cost", plan.cost())
        .put("bound", plan.bound())
        .put("gap", plan.gap())
        .put("seconds", seconds(begin))
        .put("seconds_processor", (THREADS.getCurrentThreadCpuTime() - processor) / 1e9);
    ResidentMemory.put(figures);
    boolean isFailed = !plan.isFeasible() || tree.excess(plan.option()) > 1e-6;
    return figures.put("failures", isFailed ? 1L : 0L);
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  /// The cheaper plan with the higher bound of two.
  private static TreePlan better(TreePlan a, TreePlan b) {
    TreePlan cheaper = b.cost() < a.cost() ? b : a;
    double bound = StrictMath.max(a.bound(), b.bound());
    return new TreePlan(cheaper.option(), cheaper.cost(), StrictMath.min(bound, cheaper.cost()));
  }
}
