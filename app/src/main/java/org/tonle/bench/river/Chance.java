package org.tonle.bench.river;

/// Chance: random numbers of the benchmarks, simple enough for another program to grow the same
/// rivers: number `k` of a stream is the SplitMix64 finaliser (Steele, Lea and Flood 2014) of `seed
/// · 2^32 + stream`, mixed, plus `k + 1` golden steps.
public final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long key;

  public Chance(long seed, int stream) {
    key = mix((seed << 32) + stream);
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// A number in (0, 1).
  public double uniform(long k) {
    return ((mix(key + GOLDEN * (k + 1)) >>> 11) + 0.5) * 0x1p-53;
  }

  /// A whole number from 0 to `bound`, exclusive.
  public int below(long k, int bound) {
    return (int) (uniform(k) * bound);
  }

  /// Exponentially distributed with mean 1.
  public double exponential(long k) {
    return -StrictMath.log(uniform(k));
  }

  /// Standard normal (Box and Muller 1958), from the numbers `2 k` and `2 k + 1`.
  double normal(long k) {
    double radius = StrictMath.sqrt(2 * exponential(2 * k));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform(2 * k + 1));
  }

  /// Lognormal with mean 1.
  public double lognormal(long k, double cv) {
    double variance = StrictMath.log1p(cv * cv);
    return StrictMath.exp(StrictMath.sqrt(variance) * normal(k) - variance / 2);
  }
}
