package org.tonle.assess;

import org.tonle.model.Constituent;

/// Scale between kernel concentrations (g/m³, count/m³, ultimate CBOD) and the user's.
public final class ConcentrationScale {
  private ConcentrationScale() {}

  /// Converts the constituent's unit (5-day BOD) to g/m³ (count/m³, ultimate).
  public static double toKernel(Constituent constituent, double concentration) {
    return constituent.unit().toKernel(concentration) * constituent.ultimateOverFiveDay();
  }

  /// Converts g/m³ (count/m³, ultimate) to the constituent's unit (5-day BOD).
  public static double fromKernel(Constituent constituent, double concentration) {
    return constituent.unit().fromKernel(concentration) / constituent.ultimateOverFiveDay();
  }
}
