package org.tonle.bench.input;

import java.util.Optional;

/// Mistake of one family, made anywhere in a study that has the place for it.
///
/// @param family family in the collections of faults: S1–S25, B2–B14, N01–N20
/// @param name what happens, in lower_snake
record Mistake(String family, String name, Maker maker) {
  /// Maker of one mistake; empty if the study or the lots offer no place.
  @FunctionalInterface
  interface Maker {
    Optional<Damage> make(StudyText study, Lots lots);
  }

  String id() {
    return family + " " + name;
  }
}
