package org.tonle.bench.input;

import java.util.List;
import java.util.stream.Stream;

/// Mistakes of all families.
final class Mistakes {
  static final List<Mistake> ALL =
      Stream.of(
              KeyMistakes.ALL,
              NumberMistakes.ALL,
              RowMistakes.ALL,
              ColumnMistakes.ALL,
              UnitMistakes.ALL,
              FileMistakes.ALL,
              TomlMistakes.ALL)
          .flatMap(List::stream)
          .toList();

  private Mistakes() {}
}
