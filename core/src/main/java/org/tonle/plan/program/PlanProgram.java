package org.tonle.plan.program;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.tonle.solve.Program;
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

  /// Choices of falling cost on the way from one to no works, each without the work that loses
  /// least for what it saves.
  ///
  /// @param question with goals
  public List<int[]> thinned(
      PlanQuestion question, int[] from, double[] cost, BooleanSupplier hasTime) {
    return new Thinning(arrays, question, from, cost).run(hasTime);
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

  /// The program of a question with all that is known of its limits, to be read, or solved by
  /// another solver: its least is a bound, and a choice that it allows may still break a limit.
  ///
  /// @param column name of each column
  /// @param site name of each site
  /// @param row name of each limit
  public Program written(
      PlanQuestion question,
      IntFunction<String> column,
      IntFunction<String> site,
      IntFunction<String> row) {
    var master = new Master(arrays, question, new Ledger(arrays.choices, question.ceilings()));
    Program program = master.program;
    master.aim(question.measure(), false);
    for (int c = 0; c < arrays.choices.columnCount(); c++) {
      program.nameColumn(c, column.apply(c));
    }
    for (int g = 0; g < question.worth().length; g++) {
      program.nameColumn(arrays.choices.columnCount() + g, "goal_" + g);
      program.cost(arrays.choices.columnCount() + g, -question.worth()[g]);
    }
    for (int s = 0; s < arrays.siteCount(); s++) {
      program.nameRow(s, "site_" + site.apply(s));
    }
    for (int r = arrays.siteCount(); r < program.rowCount(); r++) {
      program.nameRow(r, "most_" + (r - arrays.siteCount() + 1));
    }
    var separator = new Separator(arrays, pool, question, master);
    for (int r : question.rows()) {
      if (question.mayFail()[r] < arrays.rows[r].draws) {
        int from = program.rowCount();
        separator.addKnown(List.of(pool.known(r, question.mayFail()[r])));
        for (int k = from; k < program.rowCount(); k++) {
          program.nameRow(k, "limit_" + row.apply(r) + "_" + (k - from + 1));
        }
      }
    }
    return program;
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
