package org.tonle.spec;

import java.util.Map;
import org.tonle.model.Reaction;

/// Chemistry of the oxygen cases, by the names of the case files: reactions at one rate, whatever
/// the temperature. Rates [1/d]; SOD [g/m²/d]; P, R [g/m³/d].
final class SagChemistry {
  private SagChemistry() {}

  static River add(River river, Map<String, Double> rates, double depth_m) {
    double kn = rates.getOrDefault("kn", 0.0);
    return river
        .decay("oxidation", "BOD", rates.getOrDefault("kd", 0.0), "DO", -1)
        .reaction(
            "settling", "BOD", Reaction.Kind.SETTLING, rates.getOrDefault("ks", 0.0) * depth_m)
        .decay("hydrolysis", "orgN", rates.getOrDefault("khn", 0.0), "NH4", 1)
        .decay("nitrification", "NH4", kn, "NO3", 1)
        .decay("nitrification", "NH4", kn, "DO", -4.57)
        .reaction("reaeration", "DO", Reaction.Kind.REAERATION, rates.getOrDefault("ka", 0.0))
        .reaction("sediment", "DO", Reaction.Kind.SEDIMENT_DEMAND, rates.getOrDefault("SOD", 0.0))
        .reaction(
            "photosynthesis", "DO", Reaction.Kind.PHOTOSYNTHESIS, rates.getOrDefault("P", 0.0))
        .reaction("respiration", "DO", Reaction.Kind.RESPIRATION, rates.getOrDefault("R", 0.0));
  }
}
