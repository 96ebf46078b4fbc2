package org.tonle.plan.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Ground of questions that ask for the same limits as surely: the choices without what those
/// limits rule out, and what answers taught of their pieces.
final class Ground {
  /// Sets of pieces that are remembered.
  private static final int MOST_KEPT = 16;

  private final PlanQuestion question;
  private final boolean[] isLeft;
  private final boolean isPossible;
  private final int[] settled;
  private final List<Pieces> known = new ArrayList<>();
  private @Nullable Dominance dominance;

  private final CutPool ofPiece;

  /// All that is open, or nothing.
  private final @Nullable Piece piece;

  /// Pieces that some columns of the ground's piece make.
  ///
  /// @param from columns before what the limits rule out
  /// @param isTied whether they are kept together
  /// @param settled columns of the sites in none of them, each once
  /// @param pools what is known of the limits of each
  record Pieces(
      boolean[] from,
      boolean[] isLeft,
      boolean isTied,
      boolean isPossible,
      int[] settled,
      List<Piece> pieces,
      List<CutPool> pools) {
    static Pieces of(
        ChoiceArrays arrays, CutPool pool, PlanQuestion of, boolean[] from, boolean isTied) {
      Reduction reduction = Reduction.of(arrays, of, from);
      List<Piece> pieces =
          reduction.isPossible()
              ? Piece.of(arrays, reduction.isLeft, reduction.isOpen, isTied)
              : List.of();
      return new Pieces(
          from,
          reduction.isLeft,
          isTied,
          reduction.isPossible(),
          settled(arrays, reduction.isLeft, pieces),
          pieces,
          pieces.stream().map(p -> new CutPool(p, pool)).toList());
    }

    private static int[] settled(ChoiceArrays arrays, boolean[] isLeft, List<Piece> pieces) {
      boolean[] isOpen = new boolean[arrays.siteCount()];
      pieces.forEach(p -> Arrays.stream(p.site()).forEach(s -> isOpen[s] = true));
      return IntStream.range(0, isLeft.length)
          .filter(c -> isLeft[c] && !isOpen[arrays.column(c).sites()[0]])
          .toArray();
    }
  }

  /// @param pool of what is known of the choices' limits
  Ground(ChoiceArrays arrays, PlanQuestion question, CutPool pool) {
    this.question = question;
    boolean[] all = new boolean[arrays.choices.columnCount()];
    Arrays.fill(all, true);
    Pieces whole = Pieces.of(arrays, pool, question, all, true);
    isLeft = whole.isLeft;
    isPossible = whole.isPossible;
    settled = whole.settled;
    piece = whole.pieces.isEmpty() ? null : whole.pieces.getFirst();
    ofPiece = whole.pools.isEmpty() ? pool : whole.pools.getFirst();
  }

  boolean isFor(PlanQuestion other) {
    return Arrays.equals(question.goalOf(), other.goalOf())
        && Arrays.equals(question.mayFail(), other.mayFail())
        && Arrays.equals(question.fixing(), other.fixing());
  }

  PlanQuestion question() {
    return question;
  }

  /// Columns that the limits do not rule out.
  boolean[] isLeft() {
    return isLeft.clone();
  }

  boolean isPossible() {
    return isPossible;
  }

  @Nullable Piece piece() {
    return piece;
  }

  /// Columns of the sites that have one left, each once.
  int[] settled() {
    return settled;
  }

  /// The column of the piece that takes the place of each.
  int[] instead(Piece piece, PlanQuestion of, Ledger ledger) {
    return dominance(piece).instead(of, ledger);
  }

  private Dominance dominance(Piece piece) {
    if (dominance == null) {
      dominance = new Dominance(piece.arrays());
    }
    return dominance;
  }

  /// The pieces that some columns of the ground's piece make, or of more columns. The first
  /// question gets its own. Further ones that need other columns, such as those at other prices,
  /// get the pieces of all columns that any may need, so that they share what is known.
  Pieces pieces(Piece piece, PlanQuestion of, boolean[] isLeft, boolean isTied) {
    boolean isFirst = true;
    for (Pieces one : known) {
      if (one.isTied == isTied) {
        if (Arrays.equals(one.from, isLeft)) {
          return one;
        }
        isFirst = false;
      }
    }
    boolean[] all = isFirst ? isLeft : dominance(piece).needed();
    return isFirst || !isWithin(isLeft, all)
        ? made(piece, of, isLeft, isTied)
        : ofAll(piece, of, all, isTied);
  }

  private Pieces ofAll(Piece piece, PlanQuestion of, boolean[] all, boolean isTied) {
    for (Pieces one : known) {
      if (one.isTied == isTied && Arrays.equals(one.from, all)) {
        return one;
      }
    }
    return made(piece, of, all, isTied);
  }

  private Pieces made(Piece piece, PlanQuestion of, boolean[] from, boolean isTied) {
    if (known.size() == MOST_KEPT) {
      known.removeFirst();
    }
    known.add(Pieces.of(piece.arrays(), ofPiece, of, from, isTied));
    return known.getLast();
  }

  private static boolean isWithin(boolean[] few, boolean[] all) {
    for (int c = 0; c < few.length; c++) {
      if (few[c] && !all[c]) {
        return false;
      }
    }
    return true;
  }

  List<Pieces> known() {
    return List.copyOf(known);
  }
}
