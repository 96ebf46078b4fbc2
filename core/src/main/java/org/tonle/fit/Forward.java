package org.tonle.fit;

/// Forward model of a fit: simulated values at all observations, for any values of the parameters.
public interface Forward {
  /// Simulated values in the order of the observations, > 0 where there is any load.
  ///
  /// @param value of each parameter, in its own unit
  /// @param simulated filled here, kernel units
  /// @param derivative filled here, `[observation][parameter]`
  void evaluate(double[] value, double[] simulated, double[][] derivative);
}
