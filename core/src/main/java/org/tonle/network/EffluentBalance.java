package org.tonle.network;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import org.tonle.convert.Tie;
import org.tonle.load.EffluentWater;
import org.tonle.model.Entry;
import org.tonle.model.NodeFlow;
import org.tonle.model.Study;
import org.tonle.network.order.Topology;

/// Balance of one season's stated effluents with the stated discharges (docs/theory/transport.md,
/// Eq. 5): what of them is in the discharges already, and what joins.
///
/// At each node, downstream: effluents first fill what the stated rivers lack; then, unless they
/// join by the study's word, they are part of the local inflow; what is left joins where it is more
/// than an open balance may be, and makes every river below larger. What is less lies in the stated
/// discharge, and goes on until it is more or finds room.
final class EffluentBalance {
  private final Study study;
  private final Segments segments;
  private final SeasonBuilder stated;
  private final int season;
  private final boolean joins;
  private final double tolerance;
  private final int[] start;
  private final int[] out;
  private final int[] order;
  private final double[] leaving;
  private final double[] lacking;
  private final double[] local;
  private final double[] discharge;
  private final Map<Entry, Integer> nodeOfEntry = new ConcurrentHashMap<>();

  /// Of a season as the study states it, before any effluent joined.
  EffluentBalance(Study study, Segments segments, SeasonBuilder stated, int season) {
    this.study = study;
    this.segments = segments;
    this.stated = stated;
    this.season = season;
    joins = study.settings().routing().effluentsJoin();
    tolerance = study.settings().routing().closureShare();
    int nodes = segments.nodeCount();
    start = new int[nodes + 1];
    for (int u : stated.up) {
      if (u >= 0) {
        start[u + 1]++;
      }
    }
    out = Topology.byNode(nodes, start, stated.up);
    order = stated.waterOrder();
    discharge = stated.discharge.clone();
    leaving = new double[nodes];
    lacking = new double[nodes];
    local = new double[nodes];
    for (int n = 0; n < nodes; n++) {
      leaving[n] = stated.leaving(n);
      double missing = -stated.closure(n);
      lacking[n] = missing > (joins ? Tie.EXACT : tolerance) * leaving[n] ? missing : 0;
    }
    for (NodeFlow flow : study.waterways().flows()) {
      Integer node = segments.nodeIndex().get(flow.node());
      if (node != null && flow.kind() == NodeFlow.Kind.LOCAL_INFLOW) {
        local[node] += flow.discharge_m3_per_s().get(season);
      }
    }
  }

  /// What effluents change of the stated water.
  ///
  /// @param raised_m3_per_s by which each reach is larger than stated
  /// @param joined_m3_per_s at each node, beyond the stated inflows
  /// @param displacedShare share of each node's local inflow that is effluent
  /// @param fresh_m3_per_s of `joined`, at each node where it finds no room in what is stated
  record Effect(
      double[] raised_m3_per_s,
      double[] joined_m3_per_s,
      double[] displacedShare,
      double[] fresh_m3_per_s) {
    /// Whether the rivers are the same; the local inflows' loads may differ.
    ///
    /// @param matters whether what joins at a node can be seen anywhere
    boolean hasSameRivers(Effect other, IntPredicate matters) {
      for (int n = 0; n < joined_m3_per_s.length; n++) {
        if (joined_m3_per_s[n] != other.joined_m3_per_s[n] && matters.test(n)) {
          return false;
        }
      }
      return Arrays.equals(raised_m3_per_s, other.raised_m3_per_s);
    }
  }

  Effect of(List<EffluentWater> waters) {
    return new Descent(waters).found();
  }

  /// Node at which an effluent counts: inside a reach, whose discharge is one, at its upper end; -1
  /// where no water flows.
  private int nodeOf(Entry entry) {
    if (entry.how() == Entry.How.NODE) {
      return segments.nodeOf(entry, study.waterways().reaches());
    }
    int reach = segments.reachOf(entry);
    int first = segments.firstSegment()[reach];
    int last = segments.firstSegment()[reach + 1] - 1;
    boolean isBackward = stated.up[last] == segments.to()[last];
    return stated.up[isBackward ? last : first];
  }

  /// One way down the rivers.
  private final class Descent {
    private final double[] effluent;
    private final double[] joined;
    private final double[] unnoticed;
    private final Effect found;

    Descent(List<EffluentWater> waters) {
      int nodes = segments.nodeCount();
      effluent = new double[nodes];
      joined = new double[nodes];
      unnoticed = new double[nodes];
      found =
          new Effect(
              new double[discharge.length],
              new double[nodes],
              new double[nodes],
              new double[nodes]);
      for (EffluentWater water : waters) {
        int node = nodeOfEntry.computeIfAbsent(water.entry(), EffluentBalance.this::nodeOf);
        if (node >= 0) {
          effluent[node] += water.discharge_m3_per_s().get(season);
        }
      }
    }

    Effect found() {
      for (int n : order) {
        // a lake takes what comes, as its volume is stated; a dry place passes nothing on
        if (leaving[n] > 0 && !stated.isLake(n) && effluent[n] + joined[n] + unnoticed[n] > 0) {
          descend(n);
        }
      }
      return found;
    }

    private void descend(int n) {
      double own = effluent[n];
      double fills = StrictMath.min(lacking[n], own);
      own -= fills;
      double taken = StrictMath.min(lacking[n] - fills, unnoticed[n] + joined[n]);
      double grown = joined[n] - StrictMath.min(taken, joined[n]);
      double within = joins ? 0 : StrictMath.min(local[n], own);
      own -= within;
      if (within > tolerance * leaving[n]) {
        found.displacedShare[n] = within / local[n];
      }
      found.joined_m3_per_s[n] += fills;
      double rest = unnoticed[n] - StrictMath.max(0, taken - joined[n]) + own;
      if (rest > (joins ? 0 : tolerance * leaving[n])) {
        found.joined_m3_per_s[n] += rest;
        found.fresh_m3_per_s[n] = own;
        grown += rest;
        rest = 0;
      }
      pass(n, grown, rest);
    }

    /// Passes on what joined, and what is too little to be told from the stated discharge.
    private void pass(int n, double grown, double rest) {
      double rivers = 0;
      for (int i = start[n]; i < start[n + 1]; i++) {
        rivers += discharge[segments.reach()[out[i]]];
      }
      for (int i = start[n]; i < start[n + 1] && grown + rest > 0; i++) {
        int s = out[i];
        int reach = segments.reach()[s];
        double share = discharge[reach] / rivers;
        int below = stated.waterDown[s];
        joined[below] += grown * share;
        unnoticed[below] += rest * share;
        if (grown > 0) {
          found.raised_m3_per_s[reach] = grown * share;
        }
      }
    }
  }
}
