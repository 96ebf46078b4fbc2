package org.tonle.network.order;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tonle.model.Reach;
import org.tonle.model.Study.Waterways;

/// Upstream area at the end of each reach: the areas of all distinct reaches from which water can
/// come, its own included, each counted once however many ways its water takes. The area above does
/// not pass down a minor path, which starts with its own (as the divergence-routed area of
/// NHDPlus).
public final class UpstreamArea {
  private UpstreamArea() {}

  /// Area [km²] by reach, along the drawn directions. Reaches on a drawn circle have 0.
  public static double[] of(Waterways waterways) {
    List<Reach> reaches = waterways.reaches();
    Map<String, Integer> index = new HashMap<>();
    int[] from = new int[reaches.size()];
    int[] to = new int[reaches.size()];
    for (int r = 0; r < reaches.size(); r++) {
      from[r] = indexOf(index, reaches.get(r).line().fromNode());
      to[r] = indexOf(index, reaches.get(r).line().toNode());
    }
    int[] order = Topology.order(index.size(), from, to);
    int[] start = new int[index.size() + 1];
    for (int f : from) {
      start[f + 1]++;
    }
    int[] out = Topology.byNode(index.size(), start, from);
    double[] area = new double[reaches.size()];
    @Nullable BitSet[] above = new BitSet[index.size()];
    for (int n : order) {
      BitSet here = above[n] == null ? new BitSet() : above[n];
      above[n] = null;
      for (int i = start[n]; i < start[n + 1]; i++) {
        int r = out[i];
        BitSet own = reaches.get(r).drainage().isMinorPath() ? new BitSet() : (BitSet) here.clone();
        own.set(r);
        area[r] = own.stream().mapToDouble(u -> reaches.get(u).drainage().area_km2()).sum();
        BitSet there = above[to[r]];
        if (there == null) {
          above[to[r]] = own;
        } else {
          there.or(own);
        }
      }
    }
    return area;
  }

  private static int indexOf(Map<String, Integer> index, String node) {
    Integer known = index.get(node);
    if (known != null) {
      return known;
    }
    index.put(node, index.size());
    return index.size() - 1;
  }
}
