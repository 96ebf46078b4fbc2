package org.tonle.scenario;

import java.util.List;

/// Lever that two scenarios of one study set differently.
///
/// @param objects ids that the lever acts on, "" = all, in the order of its selector
/// @param settings figures or words that differ, at least one
public record Lever(Kind kind, List<String> objects, List<Setting> settings) {
  public Lever {
    objects = List.copyOf(objects);
    settings = List.copyOf(settings);
  }

  /// Kinds of change, and the frame of a scenario: its year, growth and climate.
  public enum Kind {
    SCALE_LOAD,
    SET_PLANT,
    SET_SANITATION,
    SCALE_RATE,
    SET_DISCHARGE,
    BUILD,
    YEAR,
    GROWTH,
    TEMPERATURE,
    CLIMATE_DISCHARGE;

    /// Id in files and tables.
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Setting of a lever: one figure or word; "" where a scenario does not set it.
  ///
  /// @param name name of the quantity in scenario files; for sanitation the path
  public record Setting(String name, String before, String after) {}
}
