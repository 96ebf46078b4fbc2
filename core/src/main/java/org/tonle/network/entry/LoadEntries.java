package org.tonle.network.entry;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Loads of one linked group, where they enter the network. Entry i is one load of one member.
///
/// Index of `load_g_per_s`: `season * count + i`.
///
/// @param node node it enters, or -1 where it is spread along `segment`
/// @param segment segment it is spread along, or -1
/// @param member member of the group
/// @param line line of the mass balance it belongs to
/// @param load_g_per_s at its central value
/// @param source vector that multiplies it (three tiers, or the water's), or -1
/// @param passing vector of what passes, or -1
/// @param flowGroup hydrological group whose discharge it scales with, or -1
/// @param origin what brings it: number of a load term, or -1 less the number of a water's flow
/// @param rank where its vectors of draws stand in the order of summing at a place; equal for
///   entries with the same vectors ([VectorRank])
public record LoadEntries(
    int[] node,
    int[] segment,
    int[] member,
    Line[] line,
    double[] load_g_per_s,
    int[] source,
    int[] passing,
    int[] flowGroup,
    int[] origin,
    long[] rank) {

  /// Lines of what comes in.
  public enum Line {
    BOUNDARY,
    SOURCES,
    LOCAL_INFLOW,
    RAIN
  }

  public int count() {
    return node.length;
  }

  /// Ranks of entries whose vectors nobody else names: in the order in which entries name them.
  public static long[] ranks(int[] segment, int[] source, int[] passing, int[] flowGroup) {
    Map<List<Integer>, Long> known = new HashMap<>();
    long[] rank = new long[segment.length];
    for (int i = 0; i < rank.length; i++) {
      int isAlong = segment[i] < 0 ? 0 : 1;
      List<Integer> key = List.of(isAlong, source[i], passing[i], flowGroup[i]);
      rank[i] = known.computeIfAbsent(key, k -> (long) known.size());
    }
    return rank;
  }

  /// Whether other entries bring the same loads by the same vectors.
  public boolean isSame(LoadEntries other) {
    return Arrays.equals(node, other.node)
        && Arrays.equals(segment, other.segment)
        && Arrays.equals(member, other.member)
        && Arrays.equals(load_g_per_s, other.load_g_per_s)
        && Arrays.equals(source, other.source)
        && Arrays.equals(passing, other.passing)
        && Arrays.equals(flowGroup, other.flowGroup)
        && Arrays.equals(rank, other.rank);
  }

  /// The same entries with other loads.
  public LoadEntries withLoads(double[] other_g_per_s) {
    return new LoadEntries(
        node, segment, member, line, other_g_per_s, source, passing, flowGroup, origin, rank);
  }
}
