package org.tonle.network.rates;

/// Multiplier that a vector of draws holds. Kernels see only its index.
public sealed interface Multiplier {
  /// Multiplier of the load of a source, all constituents: the three tiers of `category`, `unit`
  /// and `individual`.
  ///
  /// @param individual the source; of a sewershed the town, so that dividing a town does not make
  ///   its load surer
  record OfLoad(String category, String unit, String source, String individual)
      implements Multiplier {}

  /// Multiplier of the share that passes a sanitation path or technology, over its central value
  /// `passing`.
  ///
  /// @param counts whether the constituent counts bacteria, whose reduction varies on logs
  record OfPassing(String key, String constituent, double passing, boolean counts)
      implements Multiplier {}

  /// Multiplier of the share that is left of a load on its way to the water, over its central value
  /// `leftShare`.
  ///
  /// @param object loads whose retention has the same rank in every draw
  /// @param sd_log10 standard deviation of the log10 of what is left
  record OfRetention(String object, double sd_log10, double leftShare) implements Multiplier {}

  /// Multiplier of a share that passes and of the share of it that is left: their product.
  record OfBoth(OfPassing passing, OfRetention retention) implements Multiplier {}

  /// Multiplier of the concentrations of a water that joins.
  record OfWater(String water) implements Multiplier {}

  /// Multiplier of a reaction rate in a unit.
  record OfRate(String reaction, String unit) implements Multiplier {}
}
