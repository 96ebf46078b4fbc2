package org.tonle.model;

import org.tonle.convert.ConcentrationUnit;

/// What is carried by the water. The id says the form: NH4-N, not NH4; COD and COD-Mn differ.
///
/// @param unit unit in which its concentration is written and shown
/// @param kinetics how it changes along a reach (MODEL of `docs/theory/kinetics.md`)
/// @param group members of one linked group turn into one another; "" outside a group
/// @param bottleRate_per_d k_b of 5-day BOD as it stands in the river [1/d]; 0 if not a BOD. Loads
///   are carried as ultimate CBOD and turned back with it
/// @param sample_cv coefficient of variation of samples inside a season
/// @param isOxygen judged on its low side, saturates, mixes as itself
public record Constituent(
    String id,
    Names names,
    ConcentrationUnit unit,
    Kinetics kinetics,
    String group,
    double bottleRate_per_d,
    double sample_cv,
    boolean isOxygen,
    Provenance provenance) {

  public enum Kinetics {
    CONSERVATIVE,
    FIRST_ORDER,
    LINKED,
    COLIFORM
  }

  /// Ultimate over 5-day BOD, 1 / (1 - e^{-5 k}), for a bottle rate k [1/d]; 1 where there is none.
  public static double ultimateOverFiveDay(double bottleRate_per_d) {
    return bottleRate_per_d > 0 ? 1 / (1 - StrictMath.exp(-5 * bottleRate_per_d)) : 1;
  }
}
