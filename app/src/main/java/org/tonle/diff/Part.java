package org.tonle.diff;

import java.util.Comparator;
import java.util.Locale;

/// Part of the inputs that a result depends on. Parts are compared and changed in their order.
///
/// @param file file of a TABLE, "" otherwise
public record Part(Kind kind, String file) implements Comparable<Part> {
  static final Part SETTINGS = new Part(Kind.SETTINGS, "");
  static final Part SCENARIO = new Part(Kind.SCENARIO, "");
  static final Part DRAWS = new Part(Kind.DRAWS, "");
  static final Part SEED = new Part(Kind.SEED, "");
  static final Part VERSION = new Part(Kind.VERSION, "");

  /// Kinds of parts.
  public enum Kind {
    SETTINGS,
    TABLE,
    SCENARIO,
    DRAWS,
    SEED,
    VERSION;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Part table(String file) {
    return new Part(Kind.TABLE, file);
  }

  @Override
  public int compareTo(Part other) {
    return Comparator.comparing(Part::kind).thenComparing(Part::file).compare(this, other);
  }
}
