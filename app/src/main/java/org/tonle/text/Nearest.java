package org.tonle.text;

import java.util.Collection;

/// Nearest known word to a mistyped one.
public final class Nearest {
  private Nearest() {}

  /// The nearest of `known` within an edit distance of a third of the word's letters, or "".
  public static String of(String word, Collection<String> known) {
    return org.tonle.problem.Nearest.of(word, known);
  }
}
