package org.tonle.network.rates;

/// What a vector of draws stands for. Kernels see only its index.
public sealed interface Multiplier {
  /// Load of a source, all constituents: the three tiers of `category`, `unit` and `source`.
  record OfLoad(String category, String unit, String source) implements Multiplier {}

  /// What passes a sanitation path or technology, over its central value `passing`.
  record OfPassing(String key, double passing) implements Multiplier {}

  /// Concentrations of a water that joins.
  record OfWater(String water) implements Multiplier {}

  /// A reaction rate, in a unit.
  record OfRate(String reaction, String unit) implements Multiplier {}
}
