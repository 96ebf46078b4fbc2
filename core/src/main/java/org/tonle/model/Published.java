package org.tonle.model;

import java.util.Locale;

/// Published figure on services, which a run shows beside its own.
///
/// @param share of all people of the study
/// @param year of the survey or estimate
public record Published(Figure figure, double share, int year, Provenance provenance) {
  /// Figure on services that is both computed and published.
  public enum Figure {
    SAFELY_MANAGED,
    SAFELY_MANAGED_IN_PLACE,
    SAFELY_MANAGED_EMPTIED,
    SAFELY_MANAGED_SEWERED,
    SEWERED,
    SEPTIC,
    PIT,
    NONE;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
