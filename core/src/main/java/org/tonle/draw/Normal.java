package org.tonle.draw;

/// Normal distribution with mean 0 and standard deviation 1.
@SuppressWarnings("FloatingPointLiteralPrecision") // digits as printed
public final class Normal {
  private static final double CENTRE = 0.425;

  private static final double[] A = {
    3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
    45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727
  };
  private static final double[] B = {
    1,
    42.313330701600911252,
    687.18700749205790830,
    5394.1960214247511077,
    21213.794301586595867,
    39307.895800092710610,
    28729.085735721942674,
    5226.4952788528545610
  };
  private static final double[] C = {
    1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
    1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833,
        7.74545014278341407640e-4
  };
  private static final double[] D = {
    1,
    2.05319162663775882187,
    1.67638483018380384940,
    0.689767334985100004550,
    0.148103976427480074590,
    0.0151986665636164571966,
    5.47593808499534494600e-4,
    1.05075007164441684324e-9
  };
  private static final double[] E = {
    6.65790464350110377720,
    5.46378491116411436990,
    1.78482653991729133580,
    0.296560571828504891230,
    0.0265321895265761230930,
    1.24266094738807843860e-3,
    2.71155556874348757815e-5,
    2.01033439929228813265e-7
  };
  private static final double[] F = {
    1,
    0.599832206555887937690,
    0.136929880922735805310,
    0.0148753612908506148525,
    7.86869131145613259100e-4,
    1.84631831751005468180e-5,
    1.42151175831644588870e-7,
    2.04426310338993978564e-15
  };

  /// Beyond it the tail is a continued fraction, and further out it is 0.
  private static final double FAR = 7.07106781186547;

  private static final double FARTHEST = 37;
  private static final double ROOT_OF_TWO_PI = 2.506628274631;

  private static final double[] TAIL_TOP = {
    220.206867912376,
    221.213596169931,
    112.079291497871,
    33.912866078383,
    6.37396220353165,
    0.700383064443688,
    3.52624965998911e-2
  };
  private static final double[] TAIL_BOTTOM = {
    440.413735824752,
    793.826512519948,
    637.333633378831,
    296.564248779674,
    86.7807322029461,
    16.064177579207,
    1.75566716318264,
    8.83883476483184e-2
  };

  private Normal() {}

  /// z with Φ(z) = p, for 0 < p < 1; relative error below 1e-15 (Wichura 1988, AS 241).
  public static double quantile(double p) {
    double q = p - 0.5;
    if (StrictMath.abs(q) <= CENTRE) {
      double r = 0.180625 - q * q;
      return q * ratio(A, B, r);
    }
    double r = StrictMath.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
    double z = r <= 5 ? ratio(C, D, r - 1.6) : ratio(E, F, r - 5);
    return q < 0 ? -z : z;
  }

  /// Φ(z), the share below z; absolute error below 1e-14 (Hart 1968, as in West 2005).
  public static double probability(double z) {
    double x = StrictMath.abs(z);
    if (x > FARTHEST) {
      return z < 0 ? 0 : 1;
    }
    double tail = StrictMath.exp(-x * x / 2);
    if (x < FAR) {
      tail *= ratio(TAIL_TOP, TAIL_BOTTOM, x);
    } else {
      tail /= (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) * ROOT_OF_TWO_PI;
    }
    return z > 0 ? 1 - tail : tail;
  }

  private static double ratio(double[] top, double[] bottom, double x) {
    return polynomial(top, x) / polynomial(bottom, x);
  }

  private static double polynomial(double[] of, double x) {
    double sum = 0;
    for (int i = of.length - 1; i >= 0; i--) {
      sum = sum * x + of[i];
    }
    return sum;
  }
}
