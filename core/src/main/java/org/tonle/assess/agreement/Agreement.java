package org.tonle.assess.agreement;

import java.util.ArrayList;
import java.util.List;

/// Agreement of simulated with observed values: all measures, always together (docs/theory/fit.md,
/// Eqs. 8–14).
///
/// @param count pairs of two values; bounds count only for the coverage
/// @param bias mean of simulated less observed, in the unit of the values
/// @param rmse root mean square difference, same unit
/// @param r2 square of Pearson's correlation
/// @param nse efficiency of Nash and Sutcliffe (1970)
/// @param kge efficiency of Gupta et al. (2009)
/// @param percentBias Σ(observed - simulated) / Σ observed, %: above 0 the model is low
/// @param logRmse root mean square of log residuals
/// @param covered share of observations inside the simulated 90 % band; NaN without draws
public record Agreement(
    int count,
    double bias,
    double rmse,
    double r2,
    double nse,
    double kge,
    double percentBias,
    double logRmse,
    double covered) {

  /// Measures of pairs; NaN if there are too few pairs, or if all are equal, so that a measure has
  /// no meaning.
  ///
  /// @param covered share of observations covered, bounds included
  public static Agreement of(double[] observed, double[] simulated, double covered) {
    int n = observed.length;
    double meanO = mean(observed);
    double meanS = mean(simulated);
    double oo = 0;
    double ss = 0;
    double os = 0;
    double dd = 0;
    double logs = 0;
    for (int i = 0; i < n; i++) {
      double o = observed[i] - meanO;
      double s = simulated[i] - meanS;
      oo += o * o;
      ss += s * s;
      os += o * s;
      double d = simulated[i] - observed[i];
      dd += d * d;
      double log = StrictMath.log(observed[i] / simulated[i]);
      logs += log * log;
    }
    boolean isAny = n > 0;
    boolean varies = n > 1 && oo > 0;
    double r = varies && ss > 0 ? os / StrictMath.sqrt(oo * ss) : Double.NaN;
    double spread = StrictMath.sqrt(ss / oo) - 1;
    double offset = meanS / meanO - 1;
    double far = (r - 1) * (r - 1) + spread * spread + offset * offset;
    return new Agreement(
        n,
        isAny ? meanS - meanO : Double.NaN,
        isAny ? StrictMath.sqrt(dd / n) : Double.NaN,
        r * r,
        varies ? 1 - dd / oo : Double.NaN,
        varies ? 1 - StrictMath.sqrt(far) : Double.NaN,
        isAny ? 100 * (meanO - meanS) / meanO : Double.NaN,
        isAny ? StrictMath.sqrt(logs / n) : Double.NaN,
        covered);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    return sum / values.length;
  }

  /// Grade after Moriasi et al. (2015): satisfactory where R², NSE and |PBIAS| all hold.
  public Grade grade(Grade.Subject subject) {
    if (subject == Grade.Subject.OTHER || Double.isNaN(r2) || Double.isNaN(nse)) {
      return Grade.NONE;
    }
    return missed(subject).isEmpty() ? Grade.SATISFACTORY : Grade.NOT_SATISFACTORY;
  }

  /// Measures that keep the agreement from *satisfactory*; none where there is no grade.
  public List<Grade.Measure> missed(Grade.Subject subject) {
    if (subject == Grade.Subject.OTHER || Double.isNaN(r2) || Double.isNaN(nse)) {
      return List.of();
    }
    List<Grade.Measure> found = new ArrayList<>();
    if (!(r2 > subject.leastR2())) {
      found.add(Grade.Measure.R2);
    }
    if (!(nse > subject.leastNse())) {
      found.add(Grade.Measure.NSE);
    }
    if (!(StrictMath.abs(percentBias) <= subject.mostPercentBias())) {
      found.add(Grade.Measure.PBIAS);
    }
    return found;
  }
}
