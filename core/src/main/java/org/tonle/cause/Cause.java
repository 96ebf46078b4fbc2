package org.tonle.cause;

import java.util.Locale;

/// What adds to a concentration: a source on one way, water that joins, or nature.
///
/// @param id of the source or boundary; the name of the water for background and rain; "" for
///   nature
/// @param category of a source, as [org.tonle.model.Category] names it, else that of `kind`
/// @param unit it is counted in, or ""
/// @param constituent that its load is of: what becomes ammonium, say, may have come as organic N
public record Cause(Kind kind, String id, String category, String unit, String constituent) {
  public enum Kind {
    /// A source that the study lists: people, works, animals, land.
    SOURCE,
    /// A river from outside the study.
    BOUNDARY,
    /// Water that joins along the rivers, with what nature and unlisted land put into it.
    BACKGROUND,
    RAIN,
    /// Of oxygen: saturation, reaeration, bed, light.
    NATURAL;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final Cause NATURE = new Cause(Kind.NATURAL, "", Kind.NATURAL.id(), "", "");
}
