package org.tonle.scenario;

import java.util.List;

/// Lever that two scenarios of one study leave in different places.
///
/// @param objects ids that it acts on, "" = all, in the order of its selector
/// @param settings what of it differs, at least one
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

    /// As files and tables write it.
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// One figure or word of a lever; "" where a scenario says nothing of it.
  ///
  /// @param name of the quantity, as scenario files name it; of sanitation the path
  public record Setting(String name, String before, String after) {}
}
