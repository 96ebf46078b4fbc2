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

  /// All that is open, or nothing.
  private final @Nullable Piece piece;

  /// Pieces that some columns of the ground's piece make.
  ///
  /// @param isTied whether they are kept together
  /// @param settled columns of the sites in none of them, each once
  /// @param pools what is known of the limits of each
  record Pieces(
      boolean[] isLeft,
      boolean isTied,
      boolean isPossible,
      int[] settled,
      List<Piece> pieces,
      List<CutPool> pools) {
    static Pieces of(ChoiceArrays arrays, Reduction reduction, boolean isTied) {
      List<Piece> pieces =
          reduction.isPossible()
              ? Piece.of(arrays, reduction.isLeft, reduction.isOpen, isTied)
              : List.of();
      return new Pieces(
          reduction.isLeft,
          isTied,
          reduction.isPossible(),
          settled(arrays, reduction.isLeft, pieces),
          pieces,
          pieces.stream().map(p -> new CutPool(p.arrays())).toList());
    }

    private static int[] settled(ChoiceArrays arrays, boolean[] isLeft, List<Piece> pieces) {
      boolean[] isOpen = new boolean[arrays.siteCount()];
      pieces.forEach(p -> Arrays.stream(p.site()).forEach(s -> isOpen[s] = true));
      return IntStream.range(0, isLeft.length)
          .filter(c -> isLeft[c] && !isOpen[arrays.column(c).sites()[0]])
          .toArray();
    }
  }

  Ground(ChoiceArrays arrays, PlanQuestion question) {
    this.question = question;
    boolean[] all = new boolean[arrays.choices.columnCount()];
    Arrays.fill(all, true);
    Pieces whole = Pieces.of(arrays, Reduction.of(arrays, question, all), true);
    isLeft = whole.isLeft;
    isPossible = whole.isPossible;
    settled = whole.settled;
    piece = whole.pieces.isEmpty() ? null : whole.pieces.getFirst();
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
    if (dominance == null) {
      dominance = new Dominance(piece.arrays());
    }
    return dominance.instead(of, ledger);
  }

  /// The pieces that are left of the ground's piece, made once.
  Pieces pieces(Piece piece, Reduction reduction, boolean isTied) {
    for (Pieces one : known) {
      if (one.isTied == isTied && Arrays.equals(one.isLeft, reduction.isLeft)) {
        return one;
      }
    }
    if (known.size() == MOST_KEPT) {
      known.removeFirst();
    }
    known.add(Pieces.of(piece.arrays(), reduction, isTied));
    return known.getLast();
  }

  List<Pieces> known() {
    return List.copyOf(known);
  }
}
