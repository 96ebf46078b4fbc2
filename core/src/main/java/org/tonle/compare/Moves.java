package org.tonle.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.run.PlaceDraws;

/// Moves: concentrations that differ between two runs of one study.
final class Moves {
  /// Share of the highest concentration below which a place counts as free of a constituent.
  private static final double TRACE = 1e-6;

  private static final Comparator<Move> LARGEST_FIRST =
      Comparator.<Move>comparingDouble(m -> -StrictMath.abs(m.share()))
          .thenComparing(m -> m.place().kind())
          .thenComparing(m -> m.place().id())
          .thenComparing(m -> m.season().id())
          .thenComparing(m -> m.constituent().id());

  private final Concentrations before;
  private final Concentrations after;
  private final List<PlaceDraws.Series> series = new ArrayList<>();

  private Moves(Concentrations before, Concentrations after) {
    this.before = before;
    this.after = after;
    for (int p = 0; p < before.places().size(); p++) {
      for (int s = 0; s < before.seasons().size(); s++) {
        for (int c = 0; c < before.constituents().size(); c++) {
          if (isMoved(p, s, c)) {
            series.add(new PlaceDraws.Series(p, s, c));
          }
        }
      }
    }
  }

  static Moves between(Concentrations before, Concentrations after) {
    return new Moves(before, after);
  }

  private boolean isMoved(int p, int s, int c) {
    return before.isJudged(p, s)
        && after.isJudged(p, s)
        && (difference(Statistic.MEAN, p, s, c) != 0
            || difference(Statistic.CENTRAL, p, s, c) != 0);
  }

  private double difference(Statistic statistic, int p, int s, int c) {
    return after.value(statistic, p, s, c) - before.value(statistic, p, s, c);
  }

  /// Series of the moves, those of one place together.
  List<PlaceDraws.Series> series() {
    return List.copyOf(series);
  }

  /// All moves, the largest first.
  ///
  /// @param bands one for each series
  List<Move> all(List<Move.Band> bands) {
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      PlaceDraws.Series at = series.get(i);
      int p = at.place();
      int s = at.season();
      int c = at.constituent();
      moves.add(
          new Move(
              before.places().get(p),
              before.seasons().get(s),
              before.constituents().get(c),
              before.value(Statistic.MEAN, p, s, c),
              after.value(Statistic.MEAN, p, s, c),
              difference(Statistic.CENTRAL, p, s, c),
              bands.get(i)));
    }
    moves.sort(LARGEST_FIRST);
    return moves;
  }

  /// All moves without bands.
  List<Move> all() {
    return all(series.stream().map(s -> Move.Band.NONE).toList());
  }

  /// Number of places of a kind where something moves visibly.
  static int places(List<Move> moves, Place.Kind kind) {
    return (int)
        moves.stream()
            .filter(Move::isVisible)
            .map(Move::place)
            .filter(p -> p.kind() == kind)
            .map(Place::id)
            .distinct()
            .count();
  }

  /// The largest of some moves. Where a constituent is less than a millionth of what it is
  /// elsewhere, its water has none worth a sentence, however much of that moves.
  static Optional<Move> largest(List<Move> moves, Predicate<Move> which) {
    Map<String, Double> most = new HashMap<>();
    moves.forEach(m -> most.merge(m.constituent().id(), level(m), StrictMath::max));
    return moves.stream()
        .filter(Move::isVisible)
        .filter(m -> level(m) >= TRACE * most.getOrDefault(m.constituent().id(), 0.0))
        .filter(which)
        .findFirst();
  }

  private static double level(Move move) {
    return StrictMath.max(move.before(), move.after());
  }
}
