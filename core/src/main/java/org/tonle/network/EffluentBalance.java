package org.tonle.network;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
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
  private final Arcs arcs;
  private final double[] leaving;
  private final double[] lacking;
  private final double[] local;
  private final Map<Entry, Integer> nodeOfEntry = new ConcurrentHashMap<>();
  private final List<EffluentWater> waters;
  private final int[] nodeOfWater;
  private final double[] effluent;
  private final Passing[] passing;
  private final Effect effect;

  /// Of a season as the study states it, before any effluent joined.
  EffluentBalance(
      Study study,
      Segments segments,
      SeasonBuilder stated,
      int season,
      List<EffluentWater> waters) {
    this.study = study;
    this.segments = segments;
    this.stated = stated;
    this.season = season;
    this.waters = waters;
    joins = study.settings().routing().effluentsJoin();
    tolerance = study.settings().routing().closureShare();
    arcs = new Arcs(segments, stated);
    int nodes = segments.nodeCount();
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
    nodeOfWater = waters.stream().mapToInt(this::nodeOf).toArray();
    effluent = new double[nodes];
    for (int i = 0; i < nodeOfWater.length; i++) {
      if (nodeOfWater[i] >= 0) {
        effluent[nodeOfWater[i]] += waters.get(i).discharge_m3_per_s().get(season);
      }
    }
    passing = new Passing[nodes];
    Arrays.fill(passing, Passing.NOTHING);
    for (int n : arcs.order) {
      passing[n] = passing(n, effluent[n], u -> passing[u]);
    }
    effect = effect();
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
      boolean isSame = Arrays.equals(joined_m3_per_s, other.joined_m3_per_s);
      for (int n = 0; n < joined_m3_per_s.length && !isSame; n++) {
        if (joined_m3_per_s[n] != other.joined_m3_per_s[n] && matters.test(n)) {
          return false;
        }
      }
      return Arrays.equals(raised_m3_per_s, other.raised_m3_per_s);
    }

    Effect copy() {
      return new Effect(
          raised_m3_per_s.clone(),
          joined_m3_per_s.clone(),
          displacedShare.clone(),
          fresh_m3_per_s.clone());
    }
  }

  /// What passes a node on its way down.
  ///
  /// @param grown_m3_per_s that joined, here or above
  /// @param rest_m3_per_s too little to be told from the stated discharge
  private record Passing(
      double grown_m3_per_s,
      double rest_m3_per_s,
      double joined_m3_per_s,
      double displacedShare,
      double fresh_m3_per_s) {
    static final Passing NOTHING = new Passing(0, 0, 0, 0, 0);
  }

  /// Effect of the study's effluents.
  private Effect effect() {
    Effect found =
        new Effect(
            new double[stated.discharge.length],
            new double[passing.length],
            new double[passing.length],
            new double[passing.length]);
    for (int n = 0; n < passing.length; n++) {
      put(found, n, passing[n]);
    }
    for (int r = 0; r < stated.discharge.length; r++) {
      found.raised_m3_per_s[r] = raised_m3_per_s(r, u -> passing[u]);
    }
    return found;
  }

  private static void put(Effect into, int node, Passing passes) {
    into.joined_m3_per_s[node] = passes.joined_m3_per_s;
    into.displacedShare[node] = passes.displacedShare;
    into.fresh_m3_per_s[node] = passes.fresh_m3_per_s;
  }

  /// Effect of the study's effluents.
  Effect found() {
    return effect;
  }

  /// Effect of other effluents; only what they change is computed.
  ///
  /// @param others in the order of the study's
  Effect of(List<EffluentWater> others) {
    Map<Integer, Double> changed = changed(others);
    return changed.isEmpty() ? effect : new Change(changed).effect();
  }

  /// Effluents of all nodes where some effluent differs.
  private Map<Integer, Double> changed(List<EffluentWater> others) {
    int[] nodeOfOther = new int[others.size()];
    BitSet differs = new BitSet();
    int i = 0;
    for (int j = 0; j < nodeOfOther.length; j++) {
      EffluentWater other = others.get(j);
      while (i < nodeOfWater.length && EffluentWater.ORDER.compare(waters.get(i), other) < 0) {
        mark(differs, nodeOfWater[i++]);
      }
      if (i < nodeOfWater.length && waters.get(i).equals(other)) {
        nodeOfOther[j] = nodeOfWater[i++];
      } else {
        nodeOfOther[j] = nodeOf(other);
        mark(differs, nodeOfOther[j]);
      }
    }
    while (i < nodeOfWater.length) {
      mark(differs, nodeOfWater[i++]);
    }
    Map<Integer, Double> found = new HashMap<>();
    differs.stream().forEach(n -> found.put(n, 0.0));
    for (int j = 0; j < nodeOfOther.length; j++) {
      if (nodeOfOther[j] >= 0 && differs.get(nodeOfOther[j])) {
        found.merge(nodeOfOther[j], others.get(j).discharge_m3_per_s().get(season), Double::sum);
      }
    }
    return found;
  }

  private static void mark(BitSet nodes, int node) {
    if (node >= 0) {
      nodes.set(node);
    }
  }

  private int nodeOf(EffluentWater water) {
    return nodeOfEntry.computeIfAbsent(water.entry(), this::nodeOf);
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

  /// What passes a node, by what passes the nodes above.
  private Passing passing(int n, double own_m3_per_s, IntFunction<Passing> above) {
    double joined = 0;
    double unnoticed = 0;
    for (int i = arcs.firstIn[n]; i < arcs.firstIn[n + 1]; i++) {
      int s = arcs.in[i];
      Passing from = above.apply(stated.up[s]);
      joined += from.grown_m3_per_s * arcs.share[s];
      unnoticed += from.rest_m3_per_s * arcs.share[s];
    }
    // a lake takes what comes, as its volume is stated; a dry place passes nothing on
    boolean passes = leaving[n] > 0 && !stated.isLake(n) && own_m3_per_s + joined + unnoticed > 0;
    return passes ? passing(n, own_m3_per_s, joined, unnoticed) : Passing.NOTHING;
  }

  private Passing passing(int n, double effluent_m3_per_s, double joined, double unnoticed) {
    double own = effluent_m3_per_s;
    double fills = StrictMath.min(lacking[n], own);
    own -= fills;
    double taken = StrictMath.min(lacking[n] - fills, unnoticed + joined);
    double grown = joined - StrictMath.min(taken, joined);
    double within = joins ? 0 : StrictMath.min(local[n], own);
    own -= within;
    double displaced = within > tolerance * leaving[n] ? within / local[n] : 0;
    double rest = unnoticed - StrictMath.max(0, taken - joined) + own;
    if (rest > (joins ? 0 : tolerance * leaving[n])) {
      return new Passing(grown + rest, 0, fills + rest, displaced, own);
    }
    return new Passing(grown, rest, fills, displaced, 0);
  }

  /// By which a reach is larger than stated; if points cut it, at its lowest part that is larger.
  private double raised_m3_per_s(int reach, IntFunction<Passing> at) {
    double raised = 0;
    int last = -1;
    for (int s = segments.firstSegment()[reach]; s < segments.firstSegment()[reach + 1]; s++) {
      int from = stated.up[s];
      double grown = from < 0 ? 0 : at.apply(from).grown_m3_per_s;
      if (grown > 0 && arcs.position[from] > last) {
        raised = grown * arcs.share[s];
        last = arcs.position[from];
      }
    }
    return raised;
  }

  /// Change of some effluents: what passes the nodes below them.
  private final class Change {
    private final Map<Integer, Double> own;
    private final Map<Integer, Passing> found = new HashMap<>();
    private final PriorityQueue<Integer> open = new PriorityQueue<>();

    Change(Map<Integer, Double> own) {
      this.own = own;
      own.keySet().forEach(n -> open.add(arcs.position[n]));
      while (!open.isEmpty()) {
        visit(arcs.order[open.remove()]);
      }
    }

    private void visit(int n) {
      if (found.containsKey(n)) {
        return;
      }
      Passing now = passing(n, own.getOrDefault(n, effluent[n]), this::at);
      found.put(n, now);
      boolean isSame =
          now.grown_m3_per_s == passing[n].grown_m3_per_s
              && now.rest_m3_per_s == passing[n].rest_m3_per_s;
      for (int i = arcs.firstOut[n]; i < arcs.firstOut[n + 1] && !isSame; i++) {
        int below = stated.waterDown[arcs.out[i]];
        if (arcs.position[below] > arcs.position[n]) {
          open.add(arcs.position[below]);
        }
      }
    }

    private Passing at(int node) {
      Passing own = found.get(node);
      return own == null ? passing[node] : own;
    }

    Effect effect() {
      Effect other = EffluentBalance.this.effect;
      boolean isCopy = false;
      for (Map.Entry<Integer, Passing> one : found.entrySet()) {
        int n = one.getKey();
        if (!one.getValue().equals(passing[n])) {
          other = isCopy ? other : other.copy();
          isCopy = true;
          put(other, n, one.getValue());
          for (int i = arcs.firstOut[n]; i < arcs.firstOut[n + 1]; i++) {
            int reach = segments.reach()[arcs.out[i]];
            other.raised_m3_per_s[reach] = raised_m3_per_s(reach, this::at);
          }
        }
      }
      return other;
    }
  }

  /// Arcs by which water goes down, and the order of the nodes in which it is summed.
  private static final class Arcs {
    final int[] order;
    final int[] position;
    final int[] firstOut;
    final int[] out;
    final int[] firstIn;
    final int[] in;

    /// Part of its upper node's water that each segment takes.
    final double[] share;

    Arcs(Segments segments, SeasonBuilder stated) {
      int nodes = segments.nodeCount();
      order = stated.waterOrder();
      position = new int[nodes];
      for (int i = 0; i < order.length; i++) {
        position[order[i]] = i;
      }
      firstOut = new int[nodes + 1];
      for (int u : stated.up) {
        if (u >= 0) {
          firstOut[u + 1]++;
        }
      }
      out = Topology.byNode(nodes, firstOut, stated.up);
      share = new double[stated.up.length];
      for (int n = 0; n < nodes; n++) {
        double rivers = 0;
        for (int i = firstOut[n]; i < firstOut[n + 1]; i++) {
          rivers += stated.discharge[segments.reach()[out[i]]];
        }
        for (int i = firstOut[n]; i < firstOut[n + 1]; i++) {
          share[out[i]] = stated.discharge[segments.reach()[out[i]]] / rivers;
        }
      }
      firstIn = new int[nodes + 1];
      in = new int[out.length];
      arriving(stated);
    }

    /// Arcs into each node, in the order of the nodes they come from. Where water runs in a cycle,
    /// an arc against the order carries nothing.
    private void arriving(SeasonBuilder stated) {
      for (int n : order) {
        for (int i = firstOut[n]; i < firstOut[n + 1]; i++) {
          int below = stated.waterDown[out[i]];
          firstIn[below + 1] += position[below] > position[n] ? 1 : 0;
        }
      }
      for (int n = 0; n < position.length; n++) {
        firstIn[n + 1] += firstIn[n];
      }
      int[] next = firstIn.clone();
      for (int n : order) {
        for (int i = firstOut[n]; i < firstOut[n + 1]; i++) {
          int below = stated.waterDown[out[i]];
          if (position[below] > position[n]) {
            in[next[below]++] = out[i];
          }
        }
      }
    }
  }
}
