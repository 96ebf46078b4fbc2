package org.tonle.network.entry;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Load entries of one linked group: where its loads enter the network. Entry i is one load of one
/// member.
///
/// Index of `load_g_per_s`: `season * count + i`.
///
/// @param node node at which it enters, or -1 if it is spread along `segment`
/// @param segment segment along which it is spread, or -1
/// @param member member of the group
/// @param line line of the mass balance to which it belongs
/// @param load_g_per_s its central value
/// @param source vector that multiplies it (three tiers, or the water's), or -1
/// @param passing vector of its passing share, or -1
/// @param flowGroup hydrological group whose discharge it scales with, or -1
/// @param origin source of the load: number of a load term, or -1 less the number of a water's flow
/// @param rank position of its vectors of draws in the order of summing at a place; equal for
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

  /// Lines of the mass balance for incoming mass.
  public enum Line {
    BOUNDARY,
    SOURCES,
    LOCAL_INFLOW,
    RAIN
  }

  public int count() {
    return node.length;
  }

  /// Ranks for entries that no [VectorRank] ranks: vectors in the order in which entries name them.
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

  /// The same entries with the loads of all listed sources at 0: what water brings that joins
  /// stays.
  ///
  /// @param oxygen number of an oxygen that the sources' water keeps, or -1
  public LoadEntries withoutSources(int oxygen) {
    double[] left_g_per_s = load_g_per_s.clone();
    for (int i = 0; i < left_g_per_s.length; i++) {
      int entry = i % count();
      if (origin[entry] >= 0 && member[entry] != oxygen) {
        left_g_per_s[i] = 0;
      }
    }
    return withLoads(left_g_per_s);
  }

  /// The same entries with other loads.
  public LoadEntries withLoads(double[] other_g_per_s) {
    return new LoadEntries(
        node, segment, member, line, other_g_per_s, source, passing, flowGroup, origin, rank);
  }
}
