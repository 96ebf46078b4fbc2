package org.tonle.draw;

/// Standard-normal numbers that depend on their names alone.
public final class StandardNormals {
  private StandardNormals() {}

  public static double[] of(long seed, String variable, String object, int count) {
    double[] z = new double[count];
    long key = Hash.key(seed, variable, object);
    for (int d = 0; d < count; d++) {
      z[d] = Normal.quantile(Hash.uniform(key, d));
    }
    return z;
  }
}
