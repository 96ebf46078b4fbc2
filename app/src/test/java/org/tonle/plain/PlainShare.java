package org.tonle.plain;

/// Share between 0 and 1 whose logit is normal, with a given mean and standard deviation
/// (docs/theory/uncertainty.md, Eq. 4).
///
/// @param centre of the logit
/// @param spread of the logit, at most 3
record PlainShare(double centre, double spread) {
  private static final int STEPS = 80;

  static PlainShare of(double mean, double deviation) {
    double low = 0;
    double high = 3;
    for (int i = 0; i < 48; i++) {
      double middle = (low + high) / 2;
      if (centred(mean, middle).deviation() < deviation) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return centred(mean, low);
  }

  double at(double z) {
    return 1 / (1 + StrictMath.exp(-centre - spread * z));
  }

  private static PlainShare centred(double mean, double spread) {
    double low = -40;
    double high = 40;
    for (int i = 0; i < 48; i++) {
      double middle = (low + high) / 2;
      if (new PlainShare(middle, spread).moment(1) < mean) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return new PlainShare(low, spread);
  }

  private double deviation() {
    double mean = moment(1);
    return StrictMath.sqrt(StrictMath.max(0, moment(2) - mean * mean));
  }

  private double moment(int power) {
    double sum = 0;
    double weights = 0;
    for (int i = -STEPS; i <= STEPS; i++) {
      double z = 8.0 * i / STEPS;
      double weight = StrictMath.exp(-z * z / 2);
      weights += weight;
      sum += weight * StrictMath.pow(at(z), power);
    }
    return sum / weights;
  }
}
