package org.tonle.sample;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonle.model.Constituent;

/// Ambient group: the five groups of parameters that level 1 of SDG indicator 6.3.2 asks for in
/// rivers and lakes.
public enum AmbientGroup {
  OXYGEN(""),
  SALINITY("ec salinity tds conductivity"),
  NITROGEN("tn no3 no2 nh4 nh3 ton din"),
  PHOSPHORUS("tp po4 op drp srp"),
  ACIDIFICATION("ph");

  private final String stems;

  /// @param stems beginnings of the ids of its constituents, parted by spaces
  AmbientGroup(String stems) {
    this.stems = stems;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The group of a constituent, by its id without its form: NO3-N is nitrogen.
  public static Optional<AmbientGroup> of(Constituent constituent) {
    if (constituent.isOxygen()) {
      return Optional.of(OXYGEN);
    }
    String id = constituent.id().toLowerCase(Locale.ROOT);
    String stem = id.indexOf('-') > 0 ? id.substring(0, id.indexOf('-')) : id;
    for (AmbientGroup group : values()) {
      if (List.of(group.stems.split(" ", -1)).contains(stem)) {
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }
}
