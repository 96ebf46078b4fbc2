package org.tonle.cause;

import java.util.Locale;

/// Grouping of contributions.
public enum Grouping {
  CATEGORY,
  UNIT,
  SOURCE,
  COUNTRY;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The group of a cause; "" where the study names no unit or country for it.
  public String key(Cause cause, UnitTree units) {
    if (cause.kind() == Cause.Kind.NATURAL) {
      return cause.category();
    }
    return switch (this) {
      case CATEGORY -> cause.category();
      case UNIT -> cause.unit();
      case SOURCE -> cause.id();
      case COUNTRY -> units.country(cause.unit());
    };
  }
}
