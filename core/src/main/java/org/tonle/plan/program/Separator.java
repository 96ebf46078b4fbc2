package org.tonle.plan.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Separator of a choice that breaks limits: it finds what cuts the choice off and keeps it in the
/// pool, and rows that lead to a plan nearby (docs/theory/plan.md, Eqs. 6, 8 and 11).
final class Separator {
  /// Cores of one limit and choice, found in different orders.
  private static final int CORES = 4;

  /// Parts of the draws that count as near the quantile in the directions of cuts.
  private static final int[] PARTS = {20, 4};

  /// Rounds in which cuts may settle a limit before its draws become columns, and such columns at
  /// most.
  private static final int PATIENCE = 4;

  private static final int MOST_DRAWS = 4000;

  private final ChoiceArrays arrays;
  private final CutPool pool;
  private final PlanQuestion question;
  private final Master master;

  /// How often each limit was broken, −1 where its draws are columns.
  private final int[] broken;

  Separator(ChoiceArrays arrays, CutPool pool, PlanQuestion question, Master master) {
    this.arrays = arrays;
    this.pool = pool;
    this.question = question;
    this.master = master;
    broken = new int[arrays.rows.length];
    Arrays.setAll(broken, r -> pool.isHard(r) ? PATIENCE : 0);
  }

  /// Draws that count as near the quantile.
  private static int window(RowDraws row) {
    return StrictMath.max(1, row.draws / 20);
  }

  /// What each column leaves in all limits that are required, in the mean of their draws.
  double[] leaves() {
    double[] sum = new double[arrays.choices.columnCount()];
    for (int r : question.rows()) {
      RowDraws row = arrays.rows[r];
      if (question.goalOf()[r] == PlanQuestion.REQUIRED && question.mayFail()[r] < row.draws) {
        row.addMeans(sum);
      }
    }
    return sum;
  }

  /// Whether the choice keeps every limit that counts, and the sums.
  boolean holds(Selection selection, IntPredicate counts) {
    for (int r : question.rows()) {
      if (!selection.holds(r) && counts.test(r)) {
        return false;
      }
    }
    return selection.isWithin();
  }

  /// Adds cuts for every limit that the choice breaks and that counts. Answers whether any is new.
  boolean cut(Selection selection, IntPredicate counts) {
    boolean isNew = false;
    for (int r : question.rows()) {
      if (!selection.holds(r) && counts.test(r)) {
        isNew |= cut(pool.known(r, question.mayFail()[r]), selection);
      }
    }
    if (!selection.isWithin()) {
      master.add(whole(selection));
      isNew = true;
    }
    return isNew;
  }

  /// Makes the draws of limits columns that cuts alone do not settle. Answers whether any is new.
  boolean deepen(Selection selection, IntPredicate counts) {
    boolean isNew = false;
    for (int r : question.rows()) {
      boolean isHard = !selection.holds(r) && counts.test(r) && broken[r] >= 0;
      if (isHard && question.goalOf()[r] == PlanQuestion.REQUIRED && arrays.rows[r].draws > 1) {
        broken[r]++;
        if (broken[r] > PATIENCE && master.drawCount() < MOST_DRAWS) {
          int mayFail = question.mayFail()[r];
          RowMatrix matrix = pool.known(r, mayFail).matrix();
          master.add(matrix, new QuantileFinder(matrix, mayFail).ofDraws(), mayFail);
          broken[r] = -1;
          pool.learnHard(r);
          isNew = true;
        }
      }
    }
    return isNew;
  }

  private boolean cut(CutPool.Known known, Selection selection) {
    RowMatrix matrix = known.matrix();
    var finder = new CoreFinder(matrix, selection.ofSite(), known.mayFail);
    var cores = new ArrayList<CoreFinder.Core>();
    for (int order = 0; order < CORES; order++) {
      CoreFinder.Core core = finder.find(order);
      if (core != null && cores.stream().noneMatch(core::isSame)) {
        cores.add(core);
      }
    }
    if (cores.isEmpty()) {
      cores.add(finder.asItIs());
    }
    cores.removeIf(core -> known.cores.stream().anyMatch(core::isSame));
    for (CoreFinder.Core core : cores) {
      pool.learn(known, core);
      master.add(core);
    }
    if (known.row.draws > 1) {
      for (int part : PARTS) {
        int window = StrictMath.max(1, known.row.draws / part);
        QuantileFinder.Cut cut = direction(matrix, selection, known, window).cut();
        if (cut.taken(isChosen(selection)) > cut.most()) {
          pool.learn(known, cut);
          master.add(cut);
        }
      }
    }
    return !cores.isEmpty();
  }

  private QuantileFinder direction(
      RowMatrix matrix, Selection selection, CutPool.Known known, int window) {
    var finder = new QuantileFinder(matrix, known.mayFail);
    double[] total = selection.total(known.row.number);
    finder.direction(QuantileFinder.near(total, known.mayFail, window));
    return finder;
  }

  private boolean[] isChosen(Selection selection) {
    boolean[] isChosen = new boolean[arrays.choices.columnCount()];
    for (int c : selection.columns()) {
      isChosen[c] = true;
    }
    return isChosen;
  }

  /// A choice that breaks a sum by our arithmetic though not by the solver's: it alone is cut off.
  private CoreFinder.Core whole(Selection selection) {
    int[] ofSite = selection.ofSite();
    int[] site = IntStream.range(0, ofSite.length).toArray();
    int[][] group = Arrays.stream(site).mapToObj(s -> new int[] {ofSite[s]}).toArray(int[][]::new);
    return CoreFinder.Core.of(-1, site, group);
  }

  /// Adds, for every limit that the choice breaks and that counts, the row through its quantile.
  void lead(Selection selection, IntPredicate counts) {
    for (int r : question.rows()) {
      if (!selection.holds(r) && counts.test(r) && arrays.rows[r].draws > 1) {
        QuantileFinder.Cut row = leading(pool.known(r, question.mayFail()[r]), selection);
        if (row != null) {
          master.lead(row);
        }
      }
    }
  }

  /// The mean of the draws near the quantile, moved so that it is exact at the choice (Eq. 11).
  private QuantileFinder.@Nullable Cut leading(CutPool.Known known, Selection selection) {
    RowDraws row = known.row;
    QuantileFinder finder = direction(known.matrix(), selection, known, window(row));
    QuantileFinder.Cut direction = finder.sum(Double.POSITIVE_INFINITY);
    double[] total = selection.total(row.number).clone();
    Arrays.sort(total);
    double excess = total[row.draws - 1 - known.mayFail] - row.limit;
    if (!(excess > 0)) {
      return null;
    }
    double most = direction.taken(isChosen(selection)) - excess;
    return new QuantileFinder.Cut(
        row.number, direction.column(), direction.coefficient(), most, direction.all());
  }

  /// Cuts of the limits that are known already, as rows of the master.
  void addKnown(List<CutPool.Known> all) {
    for (CutPool.Known known : all) {
      if (known.row.draws == 1) {
        master.add(known.row, known.matrix());
      }
      master.rule(known);
      known.cores.forEach(master::add);
      known.cuts.forEach(master::add);
    }
  }
}
