package org.tonle.plan.program;

import java.util.List;
import org.tonle.solve.Solver;

/// Program of a plan: answers questions to the same choices, and keeps what each answer taught of
/// the limits for the next (docs/theory/plan.md).
public final class PlanProgram {
  private final ChoiceArrays arrays;
  private final CutPool pool;
  private final Solver solver;

  public PlanProgram(Choices choices, Solver solver) {
    this.solver = solver;
    arrays = new ChoiceArrays(choices);
    pool = new CutPool(arrays);
  }

  public Choices choices() {
    return arrays.choices;
  }

  /// The best plan for a question, or the best found and what is proven of it.
  ///
  /// @param starts columns by site of plans to start from, such as those of earlier answers
  public Plan solve(PlanQuestion question, Effort effort, List<int[]> starts) {
    return new Search(arrays, pool, solver, question, effort).run(starts);
  }

  public Plan solve(PlanQuestion question, Effort effort) {
    return solve(question, effort, List.of());
  }

  /// A choice judged by our own arithmetic as an answer to a question, with nothing proven of it.
  public Plan judge(PlanQuestion question, int[] ofSite) {
    var ledger = new Ledger(arrays.choices, question.ceilings());
    var selection = new Selection(arrays, question, ledger, ofSite);
    boolean isPlan = selection.isPlan();
    return new Plan(
        isPlan ? Plan.Status.FOUND : Plan.Status.UNKNOWN,
        isPlan ? selection.measure() : Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        ofSite,
        selection.held(),
        selection.missed(),
        0,
        0);
  }

  /// Cores and quantile cuts known so far.
  public int cutCount() {
    return pool.count();
  }

  ChoiceArrays arrays() {
    return arrays;
  }

  CutPool pool() {
    return pool;
  }
}
