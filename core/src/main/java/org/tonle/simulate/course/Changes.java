package org.tonle.simulate.course;

import java.util.Arrays;
import org.tonle.convert.Text;
import org.tonle.network.Kinetics;
import org.tonle.network.LoadEntries;
import org.tonle.network.Network;

/// Where two runs of one network differ: the loads that are not the same, and the nodes that a
/// change of loads or rates starts from.
public final class Changes {
  private final Network network;
  private final boolean[] entries;
  private final boolean[] nodes;
  private boolean isEmpty = true;

  public Changes(Network network, Kinetics a, Kinetics b, LoadEntries before, LoadEntries after) {
    this.network = network;
    if (before.count() != after.count() || a.reactionCount() != b.reactionCount()) {
      throw new IllegalArgumentException(
          Text.format(
              "A change keeps the entries (%d, %d) and reactions (%d, %d); else run anew.",
              before.count(), after.count(), a.reactionCount(), b.reactionCount()));
    }
    entries = new boolean[before.count()];
    nodes = new boolean[network.nodeCount()];
    for (int i = 0; i < entries.length; i++) {
      for (int s = 0; s < network.seasonCount(); s++) {
        int at = s * entries.length + i;
        entries[i] |= before.load_g_per_s()[at] != after.load_g_per_s()[at];
      }
      if (entries[i] && before.node()[i] >= 0) {
        node(before.node()[i]);
      } else if (entries[i]) {
        segment(before.segment()[i]);
      }
    }
    rates(a, b);
    wholeReaches();
  }

  private void node(int node) {
    nodes[node] = true;
    isEmpty = false;
  }

  /// Whichever way a segment runs, one of its ends is where it begins.
  private void segment(int segment) {
    node(network.segmentFrom()[segment]);
    node(network.segmentTo()[segment]);
  }

  private void rates(Kinetics a, Kinetics b) {
    boolean[] reach = new boolean[network.reachCount()];
    boolean[] lake = new boolean[network.lakeCount()];
    for (int r = 0; r < a.reactionCount(); r++) {
      mark(a.rate_per_s()[r], b.rate_per_s()[r], reach);
      mark(a.lakeRate_per_s()[r], b.lakeRate_per_s()[r], lake);
      mark(a.lakeVelocity_m_per_s()[r], b.lakeVelocity_m_per_s()[r], lake);
    }
    mark(a.saturation_g_per_m3(), b.saturation_g_per_m3(), reach);
    mark(a.source_g_per_m3_s(), b.source_g_per_m3_s(), reach);
    mark(a.lakeSaturation_g_per_m3(), b.lakeSaturation_g_per_m3(), lake);
    mark(a.lakeSource_g_per_m2_s(), b.lakeSource_g_per_m2_s(), lake);
    mark(a.lakeSource_g_per_m3_s(), b.lakeSource_g_per_m3_s(), lake);
    for (int g = 0; g < network.segmentCount(); g++) {
      if (reach[network.segmentReach()[g]]) {
        segment(g);
      }
    }
    for (int l = 0; l < lake.length; l++) {
      if (lake[l]) {
        node(network.lakeNode()[l]);
      }
    }
  }

  private static void mark(double[] a, double[] b, boolean[] of) {
    for (int i = 0; i < a.length; i++) {
      of[i % of.length] |= a[i] != b[i];
    }
  }

  /// A reach is judged as a whole: a change inside it starts at its ends.
  private void wholeReaches() {
    int[] reach = network.segmentReach();
    int first = 0;
    for (int g = 0; g < reach.length; g++) {
      if (g > 0 && reach[g] != reach[g - 1]) {
        first = g;
      }
      boolean isInner = g + 1 < reach.length && reach[g + 1] == reach[g];
      if (isInner && nodes[network.segmentTo()[g]]) {
        for (int i = first; i < reach.length && reach[i] == reach[g]; i++) {
          segment(i);
        }
      }
    }
  }

  public boolean isEmpty() {
    return isEmpty;
  }

  /// Which entries have another load.
  public boolean[] entries() {
    return Arrays.copyOf(entries, entries.length);
  }

  /// Which nodes a change starts from.
  public boolean[] isChanged() {
    return Arrays.copyOf(nodes, nodes.length);
  }
}
