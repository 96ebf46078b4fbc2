package org.tonle.plan.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pool of what is known of each limit alone: options that it rules out, infeasible cores, quantile
/// cuts. All follow from the limit and the number of its draws that may fail, and from nothing
/// else: they stay valid for other costs, budgets and goals, and for a higher confidence
/// (docs/theory/plan.md, Eq. 10).
///
/// What is learnt in a piece is told to the whole that it is part of. Other pieces, and the same
/// limit held more or less surely, begin with what of it they can prove anew.
final class CutPool {
  /// Lessons of one limit that are remembered, the latest.
  private static final int MOST_CORES = 300;

  private static final int MOST_CUTS = 6;

  private final ChoiceArrays arrays;
  private final @Nullable Known[] known;
  private final @Nullable Piece piece;
  private final @Nullable CutPool whole;
  private final List<Lessons> lessons = new ArrayList<>();

  /// What searches taught of one limit, in columns of the whole. A limit lies in one piece, so that
  /// no two searches teach of it at once.
  private static final class Lessons {
    private final Deque<CoreFinder.Core> cores = new ArrayDeque<>();
    private final Deque<QuantileFinder.Cut> cuts = new ArrayDeque<>();
    private boolean isHard;
  }

  /// What is known of one limit.
  static final class Known {
    final RowDraws row;
    final int mayFail;
    final boolean[][] isAllowed;
    final boolean isPossible;
    final List<CoreFinder.Core> cores = new ArrayList<>();
    final List<QuantileFinder.Cut> cuts = new ArrayList<>();

    private Known(RowDraws row, int mayFail) {
      this.row = row;
      this.mayFail = mayFail;
      isAllowed = new boolean[row.site.length][];
      for (int i = 0; i < isAllowed.length; i++) {
        isAllowed[i] = new boolean[row.column[i].length];
        Arrays.fill(isAllowed[i], true);
      }
      isPossible = matrix().ruleOut(mayFail);
    }

    private void begin(List<CoreFinder.Core> cores, List<QuantileFinder.Cut> cuts) {
      RowMatrix matrix = matrix();
      for (CoreFinder.Core core : cores) {
        CoreFinder.Core again = CoreFinder.again(matrix, core, mayFail);
        if (again != null && this.cores.stream().noneMatch(again::isSame)) {
          this.cores.add(again);
        }
      }
      if (row.draws > 1) {
        var finder = new QuantileFinder(matrix, mayFail);
        int[] all = new int[row.draws];
        Arrays.setAll(all, d -> d);
        finder.direction(all);
        this.cuts.add(finder.cut());
        cuts.forEach(cut -> this.cuts.add(finder.again(cut)));
      }
    }

    RowMatrix matrix() {
      return new RowMatrix(row, isAllowed);
    }
  }

  CutPool(ChoiceArrays arrays) {
    this.arrays = arrays;
    known = new Known[arrays.rows.length];
    piece = null;
    whole = null;
    for (int r = 0; r < known.length; r++) {
      lessons.add(new Lessons());
    }
  }

  /// Pool of a piece of the choices of another pool.
  CutPool(Piece piece, CutPool whole) {
    this.arrays = piece.arrays();
    known = new Known[arrays.rows.length];
    this.piece = piece;
    this.whole = whole;
  }

  /// Begins with what was learnt of the same choices with fewer limits: those come first.
  void takeLessons(CutPool before) {
    for (int r = 0; r < before.lessons.size(); r++) {
      lessons.set(r, before.lessons.get(r));
    }
  }

  /// What is known of a limit in which `mayFail` draws may fail.
  Known known(int row, int mayFail) {
    Known now = known[row];
    if (now == null || now.mayFail != mayFail) {
      now = new Known(arrays.rows[row], mayFail);
      if (now.isPossible) {
        now.begin(cores(row), cuts(row));
      }
      known[row] = now;
    }
    return now;
  }

  /// Keeps a core of a limit, and tells it to the whole.
  void learn(Known of, CoreFinder.Core core) {
    of.cores.add(core);
    teach(core);
  }

  void learn(Known of, QuantileFinder.Cut cut) {
    of.cuts.add(cut);
    teach(cut);
  }

  /// Remembers that cuts alone do not settle a limit.
  void learnHard(int row) {
    if (piece != null && whole != null) {
      whole.learnHard(piece.row()[row]);
    } else {
      lessons.get(row).isHard = true;
    }
  }

  boolean isHard(int row) {
    if (piece == null || whole == null) {
      return lessons.get(row).isHard;
    }
    return whole.isHard(piece.row()[row]);
  }

  private void teach(CoreFinder.Core core) {
    if (piece != null && whole != null) {
      whole.teach(piece.inWhole(core));
    } else {
      Deque<CoreFinder.Core> all = lessons.get(core.row()).cores;
      all.addLast(core);
      if (all.size() > MOST_CORES) {
        all.removeFirst();
      }
    }
  }

  private void teach(QuantileFinder.Cut cut) {
    if (piece != null && whole != null) {
      whole.teach(piece.inWhole(cut));
    } else {
      Deque<QuantileFinder.Cut> all = lessons.get(cut.row()).cuts;
      all.addLast(cut);
      if (all.size() > MOST_CUTS) {
        all.removeFirst();
      }
    }
  }

  private List<CoreFinder.Core> cores(int row) {
    Piece own = piece;
    if (own == null || whole == null) {
      return List.copyOf(lessons.get(row).cores);
    }
    List<CoreFinder.Core> found = new ArrayList<>();
    for (CoreFinder.Core core : whole.cores(own.row()[row])) {
      CoreFinder.Core here = own.inPiece(core, row);
      if (here != null) {
        found.add(here);
      }
    }
    return found;
  }

  private List<QuantileFinder.Cut> cuts(int row) {
    Piece own = piece;
    if (own == null || whole == null) {
      return List.copyOf(lessons.get(row).cuts);
    }
    List<QuantileFinder.Cut> found = new ArrayList<>();
    for (QuantileFinder.Cut cut : whole.cuts(own.row()[row])) {
      found.add(own.inPiece(cut, row));
    }
    return found;
  }

  int count() {
    int sum = 0;
    for (Known one : known) {
      sum += one == null ? 0 : one.cores.size() + one.cuts.size();
    }
    return sum;
  }
}
