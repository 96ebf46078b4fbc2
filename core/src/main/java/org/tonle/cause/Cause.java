package org.tonle.cause;

import java.util.Locale;

/// Cause of a concentration: a source on one path, water that joins, or natural processes.
///
/// @param id of the source or boundary; the name of the water for background and rain; "" for
///   nature
/// @param category category of a source, as [org.tonle.model.Category] names it, else that of
///   `kind`
/// @param unit unit that the cause belongs to, or ""
/// @param constituent constituent of the load; ammonium, for instance, may have come as organic N
public record Cause(Kind kind, String id, String category, String unit, String constituent) {
  public enum Kind {
    /// A source that the study lists: people, factories, livestock, land.
    SOURCE,
    /// A river from outside the study.
    BOUNDARY,
    /// Water that joins along the rivers, with the loads of nature and unlisted land.
    BACKGROUND,
    RAIN,
    /// For oxygen: saturation, reaeration, bed, light.
    NATURAL;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final Cause NATURE = new Cause(Kind.NATURAL, "", Kind.NATURAL.id(), "", "");
}
