package org.tonle.demand;

import java.util.Locale;

/// How a cut is divided among the sources that cause a breach (docs/theory/demand.md, Eqs. 5–7).
public enum Rule {
  /// Every source keeps the same share of its load.
  EQUAL_PERCENTAGE,
  /// Every effluent comes down to the same concentration; a source without wastewater is not cut.
  EQUAL_CONCENTRATION,
  /// The percentage cut grows in proportion to what the source contributes.
  BY_CONTRIBUTION;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Share of its load that a source keeps at a strictness; 1 at strictness 1, falling with it.
  ///
  /// @param strictness in 0..1: 1 asks nothing, 0 all that the rule can ask
  /// @param contribution of the source over the largest of the sources at the place
  /// @param concentration of its effluent over the largest of them; NaN without wastewater
  double kept(double strictness, double contribution, double concentration) {
    return switch (this) {
      case EQUAL_PERCENTAGE -> strictness;
      case EQUAL_CONCENTRATION -> concentration > strictness ? strictness / concentration : 1;
      case BY_CONTRIBUTION ->
          strictness > 0 ? StrictMath.max(0, 1 - (1 - strictness) / strictness * contribution) : 0;
    };
  }
}
