package org.tonle.simulate.reverse;

/// Index of loads by the place where they enter: a node, or a segment.
///
/// Those of place i are `entry[start[i] … start[i + 1] - 1]`.
final class EntryIndex {
  final int[] start;
  final int[] entry;

  /// @param placeOf place of each entry, or -1
  EntryIndex(int places, int[] placeOf) {
    start = new int[places + 1];
    for (int place : placeOf) {
      if (place >= 0) {
        start[place + 1]++;
      }
    }
    for (int place = 0; place < places; place++) {
      start[place + 1] += start[place];
    }
    entry = new int[start[places]];
    int[] next = start.clone();
    for (int i = 0; i < placeOf.length; i++) {
      if (placeOf[i] >= 0) {
        entry[next[placeOf[i]]++] = i;
      }
    }
  }
}
