package org.tonle.plan.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.tonle.plan.program.Plan.Status;
import org.tonle.solve.Solver;

/// Division of a question into questions to pieces that do not touch each other, and the answer put
/// together from theirs (docs/theory/plan.md, Eq. 12). Sums over all and goals keep the pieces in
/// one.
final class Division {
  private final Piece outer;
  private final PlanQuestion question;
  private final Solver solver;
  private final Effort effort;
  private final Ground.Pieces of;
  private final int[] instead;
  private final double settled;
  private final long began;

  /// Of each piece: its best measure and its bound so far.
  private final double[] best;

  private final double[] bound;

  /// Answer put together.
  ///
  /// @param ofSite columns by site of the outer piece; empty without a plan
  record Found(Status status, double bound, int[] ofSite, int rounds) {
    static final Found IMPOSSIBLE =
        new Found(Status.IMPOSSIBLE, Double.POSITIVE_INFINITY, new int[0], 0);

    /// Where no piece is left to decide on.
    static final Found SETTLED = new Found(Status.PROVEN, Double.POSITIVE_INFINITY, new int[0], 0);
  }

  /// @param outer all that the ground leaves open
  Division(
      ChoiceArrays whole,
      Ground ground,
      Piece outer,
      PlanQuestion asked,
      Solver solver,
      Effort effort) {
    this.outer = outer;
    this.solver = solver;
    this.effort = effort;
    began = effort.clock().getAsLong();
    question = outer.question(asked, new Ledger(whole.choices, asked.ceilings()), ground.settled());
    ChoiceArrays arrays = outer.arrays();
    instead = ground.instead(outer, question, new Ledger(arrays.choices, question.ceilings()));
    boolean[] isLeft = new boolean[instead.length];
    for (int c = 0; c < isLeft.length; c++) {
      isLeft[c] = instead[c] == c;
    }
    boolean isTied = question.hasGoals() || !question.ceilings().isEmpty();
    of = ground.pieces(outer, question, isLeft, isTied);
    settled =
        Plan.sum(ground.settled(), asked.measure()) + Plan.sum(of.settled(), question.measure());
    best = new double[of.pieces().size()];
    bound = new double[best.length];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    Arrays.fill(bound, Double.NEGATIVE_INFINITY);
  }

  /// Answers all pieces, small ones first.
  ///
  /// @param starts columns by site of the outer piece
  Found run(List<int[]> starts) {
    if (!of.isPossible()) {
      return Found.IMPOSSIBLE;
    }
    Plan[] plans = answers(starts);
    int[] ofSite = new int[outer.site().length];
    for (int c : of.settled()) {
      put(c, ofSite);
    }
    int rounds = 0;
    boolean isProven = true;
    for (int k = 0; k < plans.length; k++) {
      Plan plan = plans[k];
      rounds += plan.rounds();
      best[k] = plan.measure();
      bound[k] = plan.bound();
      isProven &= plan.status() == Status.PROVEN;
      if (plan.status() == Status.IMPOSSIBLE) {
        return Found.IMPOSSIBLE;
      }
      for (int c : plan.columns()) {
        put(of.pieces().get(k).column()[c], ofSite);
      }
    }
    boolean isFound = Arrays.stream(best).allMatch(Double::isFinite);
    Status status = isFound ? isProven ? Status.PROVEN : Status.FOUND : Status.UNKNOWN;
    double known = best.length == 0 ? Double.POSITIVE_INFINITY : sum(bound);
    return new Found(status, known, isFound ? ofSite : new int[0], rounds);
  }

  /// Answers of all pieces, several at once where there are threads: the answers do not depend on
  /// it, as none touches another.
  private Plan[] answers(List<int[]> starts) {
    int[] order = order();
    Plan[] plans = new Plan[order.length];
    if (order.length < 2 || effort.threads() < 2) {
      for (int i = 0; i < order.length; i++) {
        plans[order[i]] = answer(order, i, starts);
      }
      return plans;
    }
    List<Callable<Plan>> tasks = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      int place = i;
      tasks.add(() -> answer(order, place, starts));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(effort.threads())) {
      List<Future<Plan>> found = threads.invokeAll(tasks);
      for (int i = 0; i < order.length; i++) {
        plans[order[i]] = found.get(i).get();
      }
      return plans;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while planning.", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default ->
            throw new IllegalStateException("A piece of a plan failed.", e.getCause());
      }
    }
  }

  /// Answer of the piece at a place of the order, with a share of the time that is left.
  private Plan answer(int[] order, int place, List<int[]> starts) {
    int k = order[place];
    double toCome = 0;
    for (int i = place; i < order.length; i++) {
      toCome += size(order[i]);
    }
    double left = effort.seconds() - (effort.clock().getAsLong() - began) * 1e-9;
    double share = StrictMath.max(size(k) / toCome, 1.0 / (order.length - place));
    share = StrictMath.min(1, share * effort.threads());
    return answer(k, starts, StrictMath.max(0, left) * share);
  }

  private Plan answer(int k, List<int[]> starts, double seconds) {
    Piece piece = of.pieces().get(k);
    Ledger ledger = new Ledger(outer.arrays().choices, question.ceilings());
    PlanQuestion own = piece.question(question, ledger, of.settled());
    for (int c = 0; c < piece.column().length; c++) {
      boolean isReplaced = instead[piece.column()[c]] != piece.column()[c];
      own.fixing()[c] = isReplaced ? PlanQuestion.FORBIDDEN : PlanQuestion.FREE;
    }
    Solver.Watch watch =
        (b, known) -> {
          synchronized (this) {
            best[k] = b;
            bound[k] = known;
            return effort.watch().goesOn(sum(best), sum(bound));
          }
        };
    // Several pieces at once have a thread each: the solver keeps one set of threads for all.
    int threads = best.length > 1 ? 1 : effort.threads();
    Effort share = new Effort(effort.gap(), seconds, threads, effort.seed(), effort.clock(), watch);
    return new Search(piece.arrays(), of.pools().get(k), solver, own, share)
        .run(starts.stream().map(s -> start(piece, s)).filter(s -> s.length > 0).toList());
  }

  private double sum(double[] ofPiece) {
    double sum = settled;
    for (double one : ofPiece) {
      sum += one;
    }
    return sum;
  }

  /// Work that a piece is likely to be.
  private double size(int k) {
    Piece piece = of.pieces().get(k);
    return (double) piece.column().length * (1 + piece.row().length);
  }

  private int[] order() {
    return IntStream.range(0, best.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer k) -> size(k)).thenComparing(k -> k))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private void put(int column, int[] ofSite) {
    for (int site : outer.arrays().column(column).sites()) {
      ofSite[site] = column;
    }
  }

  /// A start as one of a piece, or nothing where a column of it is not left.
  private int[] start(Piece piece, int[] ofSite) {
    int[] found = new int[piece.site().length];
    for (int s = 0; s < found.length; s++) {
      int column = ofSite[piece.site()[s]];
      found[s] = column < 0 ? -1 : Arrays.binarySearch(piece.column(), instead[column]);
      if (found[s] < 0) {
        return new int[0];
      }
    }
    return found;
  }
}
