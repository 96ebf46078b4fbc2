package org.tonle.simulate.draws;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/// Rate vectors: drawn over central rates where depth and velocity follow a drawn discharge, kept
/// for all threads and for later questions: a power for every draw costs more than what the rate is
/// used for.
final class RateVectors {
  /// Vectors are kept up to this size, the first ones asked for.
  private static final long KEPT_BYTES = 64L << 20;

  private final ConcurrentMap<Key, float[]> kept = new ConcurrentHashMap<>();
  private final int numbers;
  private final long most;

  /// @param numbers of multipliers that are the same for every question
  /// @param length of a vector
  RateVectors(int numbers, int length) {
    this.numbers = numbers;
    most = KEPT_BYTES / ((long) Float.BYTES * length);
  }

  /// @param number of the rate's multiplier; -1 = none
  /// @param exponent of the discharge
  record Key(int number, int season, int flowClass, double exponent) {
    boolean is(int otherNumber, int otherSeason, int otherClass, double otherExponent) {
      return number == otherNumber
          && season == otherSeason
          && flowClass == otherClass
          && exponent == otherExponent;
    }
  }

  /// The vector of a key, which is never written again.
  float[] find(Key key, Supplier<float[]> make) {
    float[] known = kept.get(key);
    if (known != null) {
      return known;
    }
    float[] made = make.get();
    if (key.number() < numbers && kept.size() < most) {
      kept.put(key, made);
    }
    return made;
  }
}
