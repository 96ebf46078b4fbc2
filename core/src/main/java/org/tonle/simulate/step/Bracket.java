package org.tonle.simulate.step;

/// Bracket of a root: two points between which a rising function passes 0, brought together by
/// false position, kept safe by halving: Illinois rule, and every third step the midpoint, since a
/// function that is steep at one end only would stall.
public final class Bracket {
  private double low;
  private double high;
  private double fLow;
  private double fHigh;
  private int steps;

  /// @param fLow below 0
  /// @param fHigh above 0
  public void set(double low, double fLow, double high, double fHigh) {
    this.low = low;
    this.fLow = fLow;
    this.high = high;
    this.fHigh = fHigh;
    steps = 0;
  }

  public double high() {
    return high;
  }

  public double width() {
    return high - low;
  }

  /// Next point to evaluate.
  public double next() {
    boolean isHalved = steps++ % 3 == 2;
    return isHalved ? 0.5 * (low + high) : (low * fHigh - high * fLow) / (fHigh - fLow);
  }

  /// Takes the value found there, which is not 0.
  public void take(double t, double f) {
    if (f < 0) {
      low = t;
      fLow = f;
      fHigh *= 0.5;
    } else {
      high = t;
      fHigh = f;
      fLow *= 0.5;
    }
  }
}
