package org.tonle.model;

import org.tonle.convert.ConcentrationUnit;

/// Constituent that the water carries. The id states the chemical form: NH4-N, not NH4; COD and
/// COD-Mn differ.
///
/// @param unit unit in which its concentration is written and shown
/// @param kinetics how it changes along a reach (MODEL of `docs/theory/kinetics.md`)
/// @param group members of one linked group turn into one another; "" outside a group
/// @param bottleRate_per_d k_b of 5-day BOD [1/d]; 0 if not a BOD. One for all water of a study:
///   what goes in as 5-day is carried as ultimate CBOD and comes out as 5-day again
/// @param sample_cv coefficient of variation of samples within a season
/// @param isOxygen whether it is dissolved oxygen: judged on its low side, with a saturation value,
///   and mixed without conversion
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

  /// The same as a member of a linked group.
  public Constituent in(String other) {
    return new Constituent(
        id, names, unit, kinetics, other, bottleRate_per_d, sample_cv, isOxygen, provenance);
  }

  /// Ratio of its ultimate to its 5-day BOD; 1 if it is not a BOD.
  public double ultimateOverFiveDay() {
    return ultimateOverFiveDay(bottleRate_per_d);
  }

  /// Ratio of ultimate to 5-day BOD, 1 / (1 - e^{-5 k}), for a bottle rate k [1/d]; 1 if k is 0.
  public static double ultimateOverFiveDay(double bottleRate_per_d) {
    return bottleRate_per_d > 0 ? 1 / (1 - StrictMath.exp(-5 * bottleRate_per_d)) : 1;
  }
}
