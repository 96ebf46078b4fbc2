package org.tonle.plan.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.tonle.solve.Program;
import org.tonle.solve.Solver;

/// Program of a plan: answers questions to the same choices, and keeps what each answer taught of
/// the limits for the next (docs/theory/plan.md).
public final class PlanProgram {
  /// Sets of limits whose ground is remembered.
  private static final int MOST_KEPT = 8;

  private final ChoiceArrays arrays;
  private final CutPool pool;
  private final Solver solver;
  private final List<Ground> grounds = new ArrayList<>();

  public PlanProgram(Choices choices, Solver solver) {
    this.solver = solver;
    arrays = new ChoiceArrays(choices);
    pool = new CutPool(arrays);
  }

  /// The program of the same columns with more limits, which begins with what answers taught of
  /// these.
  ///
  /// @param more choices of which these are the first limits
  public PlanProgram extended(Choices more) {
    if (more.columnCount() != choices().columnCount()
        || more.rows().size() < choices().rows().size()) {
      throw new IllegalArgumentException("Only limits may be added to a program.");
    }
    PlanProgram next = new PlanProgram(more, solver);
    next.pool.takeLessons(pool);
    return next;
  }

  public Choices choices() {
    return arrays.choices;
  }

  /// The best plan for a question, or the best found and what is proven of it.
  ///
  /// @param starts columns by site of plans to start from, such as those of earlier answers
  public Plan solve(PlanQuestion question, Effort effort, List<int[]> starts) {
    long began = effort.clock().getAsLong();
    Ground ground = ground(question);
    Division.Found found = Division.Found.IMPOSSIBLE;
    int[] ofSite = new int[arrays.siteCount()];
    if (ground.isPossible()) {
      Piece piece = ground.piece();
      found = Division.Found.SETTLED;
      if (piece != null) {
        List<int[]> own = starts.stream().filter(s -> s.length > 0).map(piece::start).toList();
        found = new Division(arrays, ground, piece, question, solver, effort).run(own);
      }
      put(ground, found.ofSite(), ofSite);
    }
    double seconds = (effort.clock().getAsLong() - began) * 1e-9;
    if (found.status() == Plan.Status.UNKNOWN) {
      Plan start = best(question, starts);
      if (start.isFound() && start.status() == Plan.Status.FOUND) {
        return new Plan(
            Plan.Status.FOUND,
            start.measure(),
            StrictMath.min(found.bound(), start.measure()),
            start.ofSite(),
            start.held(),
            start.missed(),
            found.rounds(),
            seconds);
      }
    }
    if (found.status() == Plan.Status.IMPOSSIBLE || found.status() == Plan.Status.UNKNOWN) {
      double none = Double.POSITIVE_INFINITY;
      int[] empty = {};
      return new Plan(
          found.status(), none, found.bound(), empty, empty, 0, found.rounds(), seconds);
    }
    Plan plan = judge(question, ofSite);
    if (plan.status() == Plan.Status.UNKNOWN) {
      // Sums in another order differ in the last figures.
      return new Search(arrays, pool, solver, question, effort).run(starts);
    }
    return new Plan(
        found.status(),
        plan.measure(),
        StrictMath.min(found.bound(), plan.measure()),
        plan.ofSite(),
        plan.held(),
        plan.missed(),
        found.rounds(),
        seconds);
  }

  /// The best of the plans to start from, where the time did not suffice for another.
  private Plan best(PlanQuestion question, List<int[]> starts) {
    Plan best =
        new Plan(
            Plan.Status.UNKNOWN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            new int[0],
            new int[0],
            0,
            0,
            0);
    for (int[] start : starts) {
      Plan plan = start.length > 0 ? judge(question, start) : best;
      best = plan.status() == Plan.Status.FOUND && plan.measure() < best.measure() ? plan : best;
    }
    return best;
  }

  private Ground ground(PlanQuestion question) {
    for (Ground known : grounds) {
      if (known.isFor(question)) {
        return known;
      }
    }
    if (grounds.size() == MOST_KEPT) {
      grounds.removeFirst();
    }
    grounds.add(new Ground(arrays, question, pool));
    return grounds.getLast();
  }

  /// Fills in the column of every site: those that are settled, and those of the piece.
  private void put(Ground ground, int[] ofPiece, int[] ofSite) {
    for (int column : ground.settled()) {
      for (int site : arrays.column(column).sites()) {
        ofSite[site] = column;
      }
    }
    Piece piece = ground.piece();
    for (int s = 0; piece != null && s < ofPiece.length; s++) {
      ofSite[piece.site()[s]] = piece.column()[ofPiece[s]];
    }
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
    int count = pool.count();
    for (Ground ground : grounds) {
      for (Ground.Pieces pieces : ground.known()) {
        count += pieces.pools().stream().mapToInt(CutPool::count).sum();
      }
    }
    return count;
  }

  List<Ground> grounds() {
    return List.copyOf(grounds);
  }

  ChoiceArrays arrays() {
    return arrays;
  }

  CutPool pool() {
    return pool;
  }
}
