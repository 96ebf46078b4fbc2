package org.tonle.fit;

/// What the model says at every observation of a fit, for any value of the parameters.
public interface Forward {
  /// Simulated values in the order of the observations, > 0 where there is any load.
  ///
  /// @param value of each parameter, in its own unit
  /// @param simulated filled here, kernel units
  /// @param derivative filled here, `[observation][parameter]`
  void evaluate(double[] value, double[] simulated, double[][] derivative);
}
