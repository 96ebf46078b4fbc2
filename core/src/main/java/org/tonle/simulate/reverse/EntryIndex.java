package org.tonle.simulate.reverse;

import org.tonle.network.LoadEntries;
import org.tonle.network.Network;

/// Loads by the node where they enter, or above the segment along which they do.
///
/// Those of node i are `entry[start[i] … start[i + 1] - 1]`.
final class EntryIndex {
  final int[] start;
  final int[] entry;

  EntryIndex(Network network, LoadEntries entries) {
    int nodes = network.nodeCount();
    start = new int[nodes + 1];
    entry = new int[entries.count()];
    for (int i = 0; i < entries.count(); i++) {
      start[node(network, entries, i) + 1]++;
    }
    for (int node = 0; node < nodes; node++) {
      start[node + 1] += start[node];
    }
    int[] next = start.clone();
    for (int i = 0; i < entries.count(); i++) {
      entry[next[node(network, entries, i)]++] = i;
    }
  }

  private static int node(Network network, LoadEntries entries, int i) {
    int node = entries.node()[i];
    return node >= 0 ? node : network.segmentFrom()[entries.segment()[i]];
  }
}
