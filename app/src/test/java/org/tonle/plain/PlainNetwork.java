package org.tonle.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tonle.model.Entry;
import org.tonle.model.Lake;
import org.tonle.model.Node;
import org.tonle.model.Reach;
import org.tonle.model.Receptor;
import org.tonle.model.Study;

/// Nodes and the pieces between them: a reach is cut where a load enters or a receptor lies.
final class PlainNetwork {
  private static final double NEAR = 1e-9;

  final Study study;
  final List<Reach> reaches;
  final Map<String, Integer> nodes = new HashMap<>();
  final List<Piece> pieces = new ArrayList<>();
  final Map<String, Integer> lakes = new HashMap<>();
  private final Map<String, Map<Double, Integer>> cuts = new HashMap<>();
  private int count;

  /// Piece of a reach as it is drawn.
  ///
  /// @param share of the reach's length
  record Piece(int reach, int from, int to, double share) {}

  PlainNetwork(Study study, List<PlainLoad> loads) {
    this.study = study;
    reaches = study.waterways().reaches();
    for (Node node : study.waterways().nodes()) {
      nodes.put(node.id(), count++);
    }
    for (Lake lake : study.waterways().lakes()) {
      lakes.put(lake.id(), lakes.size());
    }
    Map<String, SortedSet<Double>> points = new HashMap<>();
    loads.forEach(l -> point(l.entry(), points));
    for (Receptor receptor : study.rules().receptors()) {
      point(receptor.place(), points);
    }
    for (int r = 0; r < reaches.size(); r++) {
      cut(r, points.getOrDefault(reaches.get(r).id(), new TreeSet<>()));
    }
  }

  private void point(Entry entry, Map<String, SortedSet<Double>> points) {
    if (entry.how() == Entry.How.POINT || entry.how() == Entry.How.MIDDLE) {
      points.computeIfAbsent(entry.id(), k -> new TreeSet<>()).add(km(entry));
    }
  }

  private double km(Entry entry) {
    double length = reach(entry.id()).line().length_km();
    return entry.how() == Entry.How.MIDDLE ? length / 2 : entry.position_km();
  }

  private Reach reach(String id) {
    return reaches.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
  }

  int reachIndex(String id) {
    return reaches.indexOf(reach(id));
  }

  private void cut(int r, SortedSet<Double> points) {
    Reach reach = reaches.get(r);
    double length = reach.line().length_km();
    Map<Double, Integer> own = cuts.computeIfAbsent(reach.id(), k -> new HashMap<>());
    int last = node(reach.line().fromNode());
    double at = 0;
    for (double km : points) {
      if (km > NEAR * length && km < (1 - NEAR) * length) {
        pieces.add(new Piece(r, last, count, (km - at) / length));
        own.put(km, count);
        last = count++;
        at = km;
      }
    }
    double rest = length > 0 ? (length - at) / length : 1;
    pieces.add(new Piece(r, last, node(reach.line().toNode()), rest));
  }

  int node(String id) {
    Integer found = nodes.get(id);
    if (found == null) {
      throw new IllegalArgumentException(id);
    }
    return found;
  }

  /// Number of all nodes, points at which reaches are cut included.
  int count() {
    return count;
  }

  /// Node at which a load enters that is not spread along a reach.
  int nodeOf(Entry entry) {
    if (entry.how() == Entry.How.NODE) {
      return node(entry.id());
    }
    double km = km(entry);
    Reach reach = reach(entry.id());
    Integer cut = cuts.getOrDefault(entry.id(), Map.of()).get(km);
    boolean isUpper = km <= reach.line().length_km() / 2;
    return cut != null ? cut : node(isUpper ? reach.line().fromNode() : reach.line().toNode());
  }

  /// Node of a receptor, or of a node's own id.
  int placeOf(String id) {
    for (Receptor receptor : study.rules().receptors()) {
      if (receptor.id().equals(id)) {
        return nodeOf(receptor.place());
      }
    }
    return node(id);
  }

  /// Lake at a node, or -1.
  int lakeAt(int node) {
    for (Map.Entry<String, Integer> lake : lakes.entrySet()) {
      if (node(lake.getKey()) == node) {
        return lake.getValue();
      }
    }
    return -1;
  }
}
