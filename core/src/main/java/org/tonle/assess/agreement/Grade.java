package org.tonle.assess.agreement;

/// Grade of agreement after Moriasi et al. (2015), Trans. ASABE 58(6), for monthly values at the
/// scale of a river basin.
public enum Grade {
  SATISFACTORY,
  NOT_SATISFACTORY,
  /// The publication has no limits for the constituent, or there are too few pairs.
  NONE;

  /// Measure on which a grade rests.
  public enum Measure {
    R2,
    NSE,
    PBIAS
  }

  /// Subject of a grade, with the limits of *satisfactory*.
  public enum Subject {
    NITROGEN(0.30, 0.35, 30),
    PHOSPHORUS(0.40, 0.35, 30),
    FLOW(0.60, 0.50, 15),
    OTHER(Double.NaN, Double.NaN, Double.NaN);

    private final double leastR2;
    private final double leastNse;
    private final double mostPercentBias;

    Subject(double leastR2, double leastNse, double mostPercentBias) {
      this.leastR2 = leastR2;
      this.leastNse = leastNse;
      this.mostPercentBias = mostPercentBias;
    }

    public double leastR2() {
      return leastR2;
    }

    public double leastNse() {
      return leastNse;
    }

    public double mostPercentBias() {
      return mostPercentBias;
    }

    /// Subject of a constituent, by its id: forms of nitrogen and phosphorus have limits.
    public static Subject of(String constituent) {
      return switch (constituent) {
        case "TN", "NO3-N", "NH4-N", "Org-N", "DIN" -> NITROGEN;
        case "TP", "PO4-P", "Org-P", "DIP" -> PHOSPHORUS;
        default -> OTHER;
      };
    }
  }
}
