package org.tonle.assess;

import java.util.List;

/// The year's mass of one constituent, by line [t/a; 10^12 counts/a for bacteria].
///
/// @param error |in - out| / in of the central run
/// @param drawError the same, worst over the draws
public record MassBalance(
    String constituent, List<Double> tonnes_per_a, double error, double drawError) {
  public MassBalance {
    tonnes_per_a = List.copyOf(tonnes_per_a);
  }

  /// In order: what comes in, then what goes out. Storage change is 0 over a periodic year.
  public enum Line {
    BOUNDARY,
    SOURCES,
    LOCAL_INFLOW,
    RAIN,
    CREATED,
    OUT,
    ABSTRACTION,
    LOSS,
    REMOVED,
    NOT_DELIVERED,
    STORAGE_CHANGE;

    public boolean comesIn() {
      return ordinal() <= CREATED.ordinal();
    }
  }

  public double value(Line line) {
    return tonnes_per_a.get(line.ordinal());
  }
}
