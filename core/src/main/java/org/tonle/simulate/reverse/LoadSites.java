package org.tonle.simulate.reverse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.entry.LoadEntries;

/// Sites where loads upstream of a point enter, in the order in which the reverse sweep visits
/// them.
final class LoadSites {
  /// Filter of the sites to keep.
  interface Filter {
    boolean isNode(int node, int member);

    boolean isSegment(int segment, int member);
  }

  /// @param segment that the load is spread along, or -1
  private record Site(int season, int node, int segment, int member) {}

  private final Network network;
  private final int[] visited;
  private final List<Site> sites = new ArrayList<>();
  private final Map<Site, Integer> number = new HashMap<>();

  /// @param visited season and node of every step of the sweep
  LoadSites(Network network, int[] visited, int members, Filter filter) {
    this.network = network;
    this.visited = visited;
    for (int at : visited) {
      int season = at / network.nodeCount();
      int node = at % network.nodeCount();
      SeasonNetwork.Flow flow = network.seasons().get(season).flow();
      for (int m = 0; m < members; m++) {
        if (filter.isNode(node, m)) {
          add(new Site(season, node, -1, m));
        }
        for (int i = flow.outStart()[node]; i < flow.outStart()[node + 1]; i++) {
          if (filter.isSegment(flow.outSegment()[i], m)) {
            add(new Site(season, -1, flow.outSegment()[i], m));
          }
        }
      }
    }
  }

  private void add(Site site) {
    number.put(site, sites.size());
    sites.add(site);
  }

  int count() {
    return sites.size();
  }

  int season(int i) {
    return sites.get(i).season;
  }

  int node(int i) {
    return sites.get(i).node;
  }

  int segment(int i) {
    return sites.get(i).segment;
  }

  int member(int i) {
    return sites.get(i).member;
  }

  /// Whether a sweep visited the same places.
  boolean isVisited(int[] other, int count) {
    return count == visited.length && Arrays.equals(visited, 0, count, other, 0, count);
  }

  /// Loads that enter at these sites, in the order in which the sweep adds them.
  ///
  /// @param at load of each, `season * entries + entry`
  /// @param site of each
  /// @param isWhole whether every load that the sweep visits has a site
  record Way(int[] at, int[] site, boolean isWhole) {}

  /// The loads of some entries on the way.
  Way way(LoadEntries entries, EntryIndex atNode, EntryIndex alongSegment) {
    List<Integer> at = new ArrayList<>();
    List<Integer> site = new ArrayList<>();
    for (int v : visited) {
      int season = v / network.nodeCount();
      int node = v % network.nodeCount();
      add(season, entries, atNode, node, at, site);
      SeasonNetwork.Flow flow = network.seasons().get(season).flow();
      for (int i = flow.outStart()[node]; i < flow.outStart()[node + 1]; i++) {
        add(season, entries, alongSegment, flow.outSegment()[i], at, site);
      }
    }
    boolean isWhole = true;
    for (int i = 0; i < site.size(); i++) {
      isWhole &= site.get(i) >= 0 || entries.load_g_per_s()[at.get(i)] == 0;
    }
    return new Way(
        at.stream().mapToInt(Integer::intValue).toArray(),
        site.stream().mapToInt(Integer::intValue).toArray(),
        isWhole);
  }

  private void add(
      int season,
      LoadEntries entries,
      EntryIndex index,
      int place,
      List<Integer> at,
      List<Integer> site) {
    for (int k = index.start[place]; k < index.start[place + 1]; k++) {
      int entry = index.entry[k];
      int node = entries.node()[entry];
      Site own = new Site(season, node, entries.segment()[entry], entries.member()[entry]);
      at.add(season * entries.count() + entry);
      site.add(number.getOrDefault(own, -1));
    }
  }
}
