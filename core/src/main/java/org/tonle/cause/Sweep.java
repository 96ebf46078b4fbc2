package org.tonle.cause;

/// Way from a concentration of one linked group back to every load, one draw after the other. It
/// belongs to one thread.
interface Sweep {
  /// Turns to a draw.
  void turn(int draw);

  /// Adds what each cause contributes to a concentration of this draw [g/m³] to `sums`, and to
  /// `shares` the share of the water that it brings; returns what is natural.
  double contributions(ResponsePart part, double[] sums, double[] shares);

  /// Ways of a linked group, a new one for each thread.
  interface Maker {
    /// The way in the central run, which has one draw.
    Sweep central();

    Sweep drawn();
  }
}
