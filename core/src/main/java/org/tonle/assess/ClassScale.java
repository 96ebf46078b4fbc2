package org.tonle.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tonle.model.Limit;

/// Scale of classes that one standard has for one constituent: its ranks from best to worst, each
/// with the limits that it must meet.
///
/// @param limits of each rank, as indices of the constituent's limits
/// @param worse rank of water that is worse than the standard's last class
record ClassScale(String standard, int[] ranks, String[] names, int[][] limits, int worse) {

  /// The scales of a constituent, by standard.
  ///
  /// @param limits the constituent's, by standard and rank
  /// @param last the last rank of each standard
  static List<ClassScale> of(List<Limit> limits, Map<String, Integer> last) {
    Map<String, TreeMap<Integer, List<Integer>>> byStandard = new TreeMap<>();
    for (int i = 0; i < limits.size(); i++) {
      byStandard
          .computeIfAbsent(limits.get(i).standard(), s -> new TreeMap<>())
          .computeIfAbsent(limits.get(i).rank(), r -> new ArrayList<>())
          .add(i);
    }
    List<ClassScale> scales = new ArrayList<>();
    byStandard.forEach(
        (standard, byRank) ->
            scales.add(
                new ClassScale(
                    standard,
                    byRank.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    byRank.values().stream()
                        .map(own -> limits.get(own.getLast()).className())
                        .toArray(String[]::new),
                    byRank.values().stream()
                        .map(own -> own.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new),
                    1 + last.getOrDefault(standard, 0))));
    return scales;
  }

  /// Share of draws that meet a limit, by its index; NaN if it does not bind.
  interface Share {
    double of(int limit);
  }

  /// A class with the share of draws in it.
  record Likely(int rank, String name, double agreement) {}

  /// The most frequent class; none if no limit binds. A class with several limits is met when the
  /// strictest of them is.
  Optional<Likely> mostLikely(Share share) {
    int best = -1;
    double most = -1;
    double below = 0;
    for (int k = 0; k < ranks.length; k++) {
      double met = met(k, share);
      if (Double.isInfinite(met)) {
        continue;
      }
      if (met - below > most) {
        most = met - below;
        best = k;
      }
      below = StrictMath.max(below, met);
    }
    if (best < 0) {
      return Optional.empty();
    }
    return Optional.of(
        1 - below > most
            ? new Likely(worse, "", 1 - below)
            : new Likely(ranks[best], names[best], most));
  }

  /// Share of draws that meet the strictest limit of a class; infinite if none binds.
  private double met(int of, Share share) {
    double met = Double.POSITIVE_INFINITY;
    for (int limit : limits[of]) {
      double one = share.of(limit);
      met = Double.isNaN(one) ? met : StrictMath.min(met, one);
    }
    return met;
  }
}
