package org.tonle.draw;

/// Hash that gives counter-based random numbers: a number depends only on (seed, variable, object,
/// draw).
///
/// Ids are hashed by FNV-1a (Fowler, Noll, Vo), then mixed by the finaliser of SplitMix64 (Steele,
/// Lea, Flood 2014).
final class Hash {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private Hash() {}

  /// Key of an object, e.g. "load/unit" of "Kandal/livestock".
  static long key(long seed, String variable, String object) {
    long h = FNV_OFFSET;
    h = add(h, variable);
    h = (h ^ 0xff) * FNV_PRIME;
    h = add(h, object);
    return mix(h ^ mix(seed + GOLDEN));
  }

  private static long add(long hash, String text) {
    long h = hash;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * FNV_PRIME;
    }
    return h;
  }

  /// A number in the open interval (0, 1).
  static double uniform(long key, int draw) {
    long bits = mix(key + GOLDEN * (draw + 1L)) >>> 11;
    return (bits + 0.5) * 0x1p-53;
  }

  private static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
    return x ^ (x >>> 31);
  }
}
