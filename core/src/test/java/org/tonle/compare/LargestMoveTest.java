package org.tonle.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonle.assess.Place;
import org.tonle.model.Constituent;
import org.tonle.model.Names;
import org.tonle.model.Season;
import org.tonle.spec.River;

class LargestMoveTest {
  private static Move move(String place, double before, double after) {
    return new Move(
        new Place(Place.Kind.REACH, place, Names.of(place), ""),
        new Season("dry", Names.of("dry"), List.of(), 90),
        River.constituent("FC", Constituent.Kinetics.FIRST_ORDER, "", false),
        before,
        after,
        after - before,
        Move.Band.NONE);
  }

  /// A channel that no bacteria reach: "largest improvement: 7.07e-27 to 5.47e-28 MPN/100 mL".
  @Test
  void waterWithoutAConstituentHasNoLargestMove() {
    List<Move> moves =
        List.of(move("CHANNEL", 7e-27, 5e-28), move("TAIL", 2240, 300), move("MID", 10_400, 9000));
    assertEquals("TAIL", Moves.largest(moves, Move::isBetter).orElseThrow().place().id());
    List<Move> back =
        List.of(move("LAKE", 7e-27, 1.5e-26), move("MID", 100, 120), move("LOW", 1, 1.01));
    assertEquals("MID", Moves.largest(back, m -> !m.isBetter()).orElseThrow().place().id());
  }

  @Test
  void waterThatGetsAConstituentHasOne() {
    List<Move> moves = List.of(move("NEW", 0, 5), move("MID", 100, 120));
    assertEquals("NEW", Moves.largest(moves, m -> !m.isBetter()).orElseThrow().place().id());
  }
}
