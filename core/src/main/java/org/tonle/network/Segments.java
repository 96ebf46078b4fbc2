package org.tonle.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tonle.convert.Text;
import org.tonle.load.LoadTerm;
import org.tonle.model.Entry;
import org.tonle.model.Node;
import org.tonle.model.Reach;
import org.tonle.model.Receptor;
import org.tonle.model.Study;

/// Segments of the reaches, cut where a load or a receptor lies inside them.
///
/// @param stop extra node at which the load of a reach that does not deliver leaves the study, at
///   its lower end whichever way it flows; -1 for all others
/// @param firstSegment segments of reach r are `firstSegment[r] … firstSegment[r + 1] - 1`, from
///   its drawn start
/// @param cuts km at which each reach is cut
public record Segments(
    Map<String, Integer> nodeIndex,
    Map<String, Integer> reachIndex,
    int nodeCount,
    int[] firstSegment,
    int[] reach,
    int[] from,
    int[] to,
    int[] stop,
    double[] lengthShare,
    List<List<Double>> cuts) {

  /// A point nearer to an end than this share of the length counts as that end.
  private static final double NEAR = 1e-9;

  static Segments of(Study study, List<LoadTerm> terms) {
    List<Node> nodes = study.waterways().nodes();
    List<Reach> reaches = study.waterways().reaches();
    Map<String, Integer> nodeIndex = new java.util.HashMap<>();
    for (int n = 0; n < nodes.size(); n++) {
      nodeIndex.put(nodes.get(n).id(), n);
    }
    Map<String, Integer> reachIndex = new java.util.HashMap<>();
    for (int r = 0; r < reaches.size(); r++) {
      reachIndex.put(reaches.get(r).id(), r);
    }
    List<TreeSet<Double>> positions = new ArrayList<>();
    for (int r = 0; r < reaches.size(); r++) {
      positions.add(new TreeSet<>());
    }
    for (LoadTerm term : terms) {
      cut(term.entry(), reaches, reachIndex, positions);
    }
    for (Receptor receptor : study.rules().receptors()) {
      cut(receptor.place(), reaches, reachIndex, positions);
    }
    return build(reaches, nodeIndex, reachIndex, positions);
  }

  private static void cut(
      Entry entry,
      List<Reach> reaches,
      Map<String, Integer> reachIndex,
      List<TreeSet<Double>> positions) {
    boolean isPoint = entry.how() == Entry.How.POINT || entry.how() == Entry.How.MIDDLE;
    Integer r = reachIndex.get(entry.id());
    if (!isPoint || r == null) {
      return;
    }
    double length = reaches.get(r).line().length_km();
    double km = position(entry, length);
    if (km > NEAR * length && km < (1 - NEAR) * length) {
      positions.get(r).add(km);
    }
  }

  private static double position(Entry entry, double length_km) {
    return entry.how() == Entry.How.MIDDLE ? length_km / 2 : entry.position_km();
  }

  private static Segments build(
      List<Reach> reaches,
      Map<String, Integer> nodeIndex,
      Map<String, Integer> reachIndex,
      List<TreeSet<Double>> positions) {
    int count = reaches.size();
    for (TreeSet<Double> cuts : positions) {
      count += cuts.size();
    }
    int[] first = new int[reaches.size() + 1];
    int[] reach = new int[count];
    int[] from = new int[count];
    int[] to = new int[count];
    int[] stop = new int[reaches.size()];
    double[] share = new double[count];
    int node = nodeIndex.size();
    int s = 0;
    for (int r = 0; r < reaches.size(); r++) {
      first[r] = s;
      Reach drawn = reaches.get(r);
      int last = requireNode(nodeIndex, drawn.line().fromNode());
      double at = 0;
      for (double km : positions.get(r)) {
        reach[s] = r;
        from[s] = last;
        to[s] = node;
        share[s++] = (km - at) / drawn.line().length_km();
        last = node++;
        at = km;
      }
      reach[s] = r;
      from[s] = last;
      to[s] = requireNode(nodeIndex, drawn.line().toNode());
      stop[r] = drawn.delivers() ? -1 : node++;
      share[s++] =
          drawn.line().length_km() > 0
              ? (drawn.line().length_km() - at) / drawn.line().length_km()
              : 1;
    }
    first[reaches.size()] = s;
    List<List<Double>> cuts = positions.stream().map(List::copyOf).toList();
    return new Segments(nodeIndex, reachIndex, node, first, reach, from, to, stop, share, cuts);
  }

  private static int requireNode(Map<String, Integer> nodeIndex, String id) {
    Integer node = nodeIndex.get(id);
    if (node == null) {
      throw new IllegalArgumentException(Text.format("No node %s.", id));
    }
    return node;
  }

  /// Node at which a point entry lies.
  public int nodeOf(Entry entry, List<Reach> reaches) {
    if (entry.how() == Entry.How.NODE) {
      return requireNode(nodeIndex, entry.id());
    }
    int r = reachOf(entry);
    double km = position(entry, reaches.get(r).line().length_km());
    int i = cuts.get(r).indexOf(km);
    if (i >= 0) {
      return to[firstSegment[r] + i];
    }
    if (km <= reaches.get(r).line().length_km() / 2) {
      return from[firstSegment[r]];
    }
    return stop[r] >= 0 ? stop[r] : to[firstSegment[r + 1] - 1];
  }

  public int reachOf(Entry entry) {
    Integer r = reachIndex.get(entry.id());
    if (r == null) {
      throw new IllegalArgumentException(Text.format("No reach %s.", entry.id()));
    }
    return r;
  }
}
