package org.tonle.law;

/// Random numbers of the tests' own, the same on every machine (SplitMix64; Steele, Lea and Flood
/// 2014).
final class Dice {
  private long state;

  Dice(long seed) {
    state = seed;
  }

  private long bits() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  double between(double low, double high) {
    return low + (high - low) * (bits() >>> 11) * 0x1p-53;
  }

  /// From `low` up to and without `high`.
  int from(int low, int high) {
    return low + (int) ((bits() >>> 33) % (high - low));
  }

  boolean happens(double probability) {
    return between(0, 1) < probability;
  }
}
