package org.tonle.assess;

import org.tonle.model.Constituent;

/// Between kernel concentrations (g/m³, count/m³, ultimate CBOD) and the user's.
public final class ConcentrationScale {
  private ConcentrationScale() {}

  /// g/m³ (count/m³, ultimate) from the constituent's unit (5-day BOD).
  public static double toKernel(Constituent constituent, double concentration) {
    return constituent.unit().toKernel(concentration)
        * Constituent.ultimateOverFiveDay(constituent.bottleRate_per_d());
  }

  /// The constituent's unit (5-day BOD) from g/m³ (count/m³, ultimate).
  public static double fromKernel(Constituent constituent, double concentration) {
    return constituent.unit().fromKernel(concentration)
        / Constituent.ultimateOverFiveDay(constituent.bottleRate_per_d());
  }
}
