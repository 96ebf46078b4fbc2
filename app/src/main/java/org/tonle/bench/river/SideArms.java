package org.tonle.bench.river;

/// Side arms: arcs of bifurcations beside their main arc.
///
/// @param from reach each arm leaves, ascending
/// @param to reach it joins
/// @param fraction share of the reach's load and water it takes; the main arc takes the rest
public record SideArms(int[] from, int[] to, float[] fraction) {
  public static final SideArms NONE = new SideArms(new int[0], new int[0], new float[0]);

  public int count() {
    return from.length;
  }

  /// First arm of each reach; those of reach r are `first[r] … first[r + 1] - 1`.
  int[] firstOf(int reaches) {
    int[] first = new int[reaches + 1];
    for (int reach : from) {
      first[reach + 1]++;
    }
    for (int r = 0; r < reaches; r++) {
      first[r + 1] += first[r];
    }
    return first;
  }
}
