package org.tonle.run;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Thresholds;

/// Group results of all linked groups: at places that a change touches the results of the change,
/// elsewhere those of the baseline.
final class GroupResults {
  private final List<One> base;
  private final List<@Nullable One> changed;

  /// Results of one group.
  ///
  /// @param central of the central run
  /// @param draws of the draws; of the central run if there are no draws
  /// @param limits limits that draws are counted against, at the places that have results
  /// @param without the draws with all listed sources at 0
  record One(GroupResult central, GroupResult draws, Thresholds limits, Without without) {
    /// The central run alone.
    static One central(GroupResult central, Thresholds limits) {
      return new One(central, central, limits, new Without(central, limits));
    }

    /// Number of draws that meet a limit at a place.
    int met(int season, int place, int member, int members, int limit) {
      return GroupResults.met(draws, limits, season, place, member, members, limit);
    }
  }

  /// Results without the listed sources.
  record Without(GroupResult draws, Thresholds limits) {
    int met(int season, int place, int member, int members, int limit) {
      return GroupResults.met(draws, limits, season, place, member, members, limit);
    }
  }

  private static int met(
      GroupResult draws,
      Thresholds limits,
      int season,
      int place,
      int member,
      int members,
      int limit) {
    int count = limits.size();
    int first = limits.start()[draws.slot(place) * members + member];
    return draws.met[season * count + first + limit];
  }

  GroupResults(List<One> base) {
    this(base, new java.util.ArrayList<>(java.util.Collections.nCopies(base.size(), null)));
  }

  /// @param changed results by group, null for a group that does not change
  GroupResults(List<One> base, List<@Nullable One> changed) {
    this.base = base;
    this.changed = changed;
  }

  /// The full run of a group.
  One of(int group) {
    return base.get(group);
  }

  One at(int group, int place) {
    One own = changed.get(group);
    return own == null || own.central.slot(place) < 0 ? base.get(group) : own;
  }

  /// Whether a change leaves every figure at a place as it is, bit for bit.
  boolean isSame(int place) {
    for (int g = 0; g < changed.size(); g++) {
      One own = changed.get(g);
      One old = base.get(g);
      if (own != null
          && own.central.slot(place) >= 0
          && !(own.central.isSame(place, old.central) && own.draws.isSame(place, old.draws))) {
        return false;
      }
    }
    return true;
  }

  /// Places that a change touches, ascending.
  int[] touched() {
    return changed.stream()
        .flatMapToInt(one -> one == null ? IntStream.empty() : IntStream.of(one.central.covered()))
        .sorted()
        .distinct()
        .toArray();
  }
}
