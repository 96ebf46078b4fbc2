package org.tonle.plan.siting;

import java.util.Arrays;

/// Trunk network: towns whose wastewater must be treated, in a plant of their own or further on,
/// and the trunk sewers that may be laid between them (docs/theory/plan.md, Eq. 30).
///
/// Each town passes all that arrives with its own on to one place, as costs are concave: towns form
/// trees, with a plant at each root.
///
/// @param own_m3_per_d wastewater of each town, above 0
/// @param from town at which each sewer begins
/// @param to town at which it ends
/// @param length_km of each sewer
/// @param plant_usd cost of a plant by its flow, concave
/// @param trunk_usd_per_km cost of a sewer by its flow, concave
public record TrunkNetwork(
    double[] own_m3_per_d,
    int[] from,
    int[] to,
    double[] length_km,
    FlowCost plant_usd,
    FlowCost trunk_usd_per_km) {

  /// Cost of what carries or treats a flow: concave, so that its chords lie under it.
  @FunctionalInterface
  public interface FlowCost {
    double of(double flow_m3_per_d);
  }

  public TrunkNetwork {
    if (from.length != to.length || from.length != length_km.length) {
      throw new IllegalArgumentException(
          "Sewers need " + from.length + " ends and lengths, but have " + to.length + ".");
    }
    for (double own : own_m3_per_d) {
      if (!(own > 0)) {
        throw new IllegalArgumentException("A town's wastewater must be above 0, not " + own + ".");
      }
    }
  }

  public int townCount() {
    return own_m3_per_d.length;
  }

  /// Cost of passing a flow on by a sewer, or of treating it where the sewer is −1.
  double cost_usd(int sewer, double flow_m3_per_d) {
    return sewer < 0
        ? plant_usd.of(flow_m3_per_d)
        : length_km[sewer] * trunk_usd_per_km.of(flow_m3_per_d);
  }

  /// Sewers that begin at each town.
  int[][] sewersOut() {
    return grouped(from);
  }

  /// Sewers that end at each town.
  int[][] sewersIn() {
    return grouped(to);
  }

  private int[][] grouped(int[] by) {
    int[] count = new int[townCount()];
    for (int town : by) {
      count[town]++;
    }
    int[][] found = new int[townCount()][];
    Arrays.setAll(found, i -> new int[count[i]]);
    Arrays.fill(count, 0);
    for (int a = 0; a < by.length; a++) {
      found[by[a]][count[by[a]]++] = a;
    }
    return found;
  }

  /// Wastewater that may meet at each town: its own and of all that sewers join it with.
  double[] most_m3_per_d() {
    int[] group = new int[townCount()];
    Arrays.setAll(group, i -> i);
    boolean changes = true;
    while (changes) {
      changes = false;
      for (int a = 0; a < from.length; a++) {
        int least = StrictMath.min(group[from[a]], group[to[a]]);
        changes |= group[from[a]] != least || group[to[a]] != least;
        group[from[a]] = least;
        group[to[a]] = least;
      }
    }
    double[] sum = new double[townCount()];
    for (int i = 0; i < sum.length; i++) {
      sum[group[i]] += own_m3_per_d[i];
    }
    double[] most = new double[townCount()];
    Arrays.setAll(most, i -> sum[group[i]]);
    return most;
  }
}
