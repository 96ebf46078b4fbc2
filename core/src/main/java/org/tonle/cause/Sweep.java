package org.tonle.cause;

/// Sweep from a concentration of one linked group back to every load, one draw after the other. It
/// belongs to one thread.
interface Sweep {
  /// Sets the current draw.
  void turn(int draw);

  /// Adds the contribution of each cause to a concentration in this draw [g/m³] to `sums`, and the
  /// share of the water that the cause brings to `shares`; returns the natural part.
  double contributions(ResponsePart part, double[] sums, double[] shares);

  /// Maker of sweeps of a linked group, a new one for each thread.
  interface Maker {
    /// The sweep of the central run, which has one draw.
    Sweep central();

    Sweep drawn();
  }
}
