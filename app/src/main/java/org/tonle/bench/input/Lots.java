package org.tonle.bench.input;

import java.util.List;
import org.tonle.bench.river.Chance;

/// Lots of one mistake: random choices, one after another, from the mutation's own stream.
final class Lots {
  private final Chance chance;
  private long next;

  Lots(Chance chance) {
    this.chance = chance;
  }

  /// A whole number from 0 to `bound`, exclusive.
  int below(int bound) {
    return chance.below(next++, bound);
  }

  <T> T pick(List<T> some) {
    return some.get(below(some.size()));
  }

  @SafeVarargs
  final <T> T pick(T first, T... more) {
    int at = below(more.length + 1);
    return at == 0 ? first : more[at - 1];
  }
}
