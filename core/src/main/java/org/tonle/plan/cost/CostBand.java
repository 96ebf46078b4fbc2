package org.tonle.plan.cost;

/// Band that holds 90 % of the draws of a cost: its median divided by and times a factor.
public record CostBand(double median_usd, double factor) {
  /// Standard-normal number that 5 % of all are above.
  private static final double Z95 = 1.6448536269514722;

  /// @param sharedSpread ln-sd that the technologies share
  /// @param ownSpread ln-sd of the technology's own
  public static CostBand of(double median_usd, double sharedSpread, double ownSpread) {
    double spread = StrictMath.sqrt(sharedSpread * sharedSpread + ownSpread * ownSpread);
    return new CostBand(median_usd, StrictMath.exp(Z95 * spread));
  }

  public double low_usd() {
    return median_usd / factor;
  }

  public double high_usd() {
    return median_usd * factor;
  }
}
