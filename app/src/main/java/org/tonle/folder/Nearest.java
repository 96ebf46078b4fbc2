package org.tonle.folder;

import java.util.Collection;

/// The word most like a mistyped one.
final class Nearest {
  private Nearest() {}

  /// The nearest of `known` within a third of the word's letters, or "".
  static String of(String word, Collection<String> known) {
    return org.tonle.problem.Nearest.of(word, known);
  }
}
