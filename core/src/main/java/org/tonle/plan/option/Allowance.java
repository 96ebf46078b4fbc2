package org.tonle.plan.option;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tonle.assess.ConcentrationScale;
import org.tonle.assess.Verdict;
import org.tonle.convert.Tie;
import org.tonle.draw.ReadingError;
import org.tonle.model.Constituent;

/// Allowance of a limit in every draw, as the kernels count (docs/theory/plan.md, Eq. 20).
///
/// @param allowed_g_per_m3 concentration that is allowed, tie included; of oxygen the shortfall
/// @param scale_g_per_m3 what counts as 1: what is allowed; of oxygen what is allowed on average,
///   because a model error may leave no shortfall at all
/// @param saturation_g_per_m3 of oxygen, NaN of other constituents
record Allowance(double[] allowed_g_per_m3, double[] scale_g_per_m3, double saturation_g_per_m3) {

  static Allowance of(
      Constituent constituent,
      double saturation_g_per_m3,
      Verdict verdict,
      @Nullable ReadingError reading,
      int draws) {
    boolean isShortfall = !Double.isNaN(saturation_g_per_m3);
    double limit = verdict.limitOfMean() / ConcentrationScale.fromKernel(constituent, 1);
    double last = Tie.last(limit, isShortfall, draws == 0 ? Tie.EXACT : Tie.DRAWN);
    double most = isShortfall ? saturation_g_per_m3 - last : last;
    double[] allowed = new double[StrictMath.max(1, draws)];
    Arrays.fill(allowed, most);
    for (int d = 0; reading != null && d < draws; d++) {
      allowed[d] = isShortfall ? reading.simulatedShortfall(most, d) : reading.simulated(most, d);
    }
    double[] scale = allowed;
    if (isShortfall) {
      scale = new double[allowed.length];
      double mean = Arrays.stream(allowed).sum() / allowed.length;
      Arrays.fill(scale, mean > 0 ? mean : 1);
    }
    return new Allowance(allowed, scale, saturation_g_per_m3);
  }

  boolean isShortfall() {
    return !Double.isNaN(saturation_g_per_m3);
  }

  int draws() {
    return allowed_g_per_m3.length;
  }

  /// A concentration that loads make, over what counts as 1; more oxygen is less of a shortfall.
  double over(double added_g_per_m3, int draw) {
    return (isShortfall() ? -added_g_per_m3 : added_g_per_m3) / scale_g_per_m3[draw];
  }

  /// What is there without any load, over what counts as 1, so that 1 is allowed.
  double rest(double natural_g_per_m3, int draw) {
    double there = isShortfall() ? saturation_g_per_m3 - natural_g_per_m3 : natural_g_per_m3;
    return 1 + (there - allowed_g_per_m3[draw]) / scale_g_per_m3[draw];
  }
}
