package org.tonle.network.entry;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Entries of one linked group at the places that a change touches, in place of those that stood
/// there: all entries of these places, changed or not, in the order of a full build.
///
/// @param node nodes whose entries are replaced, ascending
/// @param segment segments whose entries are replaced, ascending
/// @param entries their entries; its `node` and `segment` are places in these two lists
public record EntryPatch(int[] node, int[] segment, LoadEntries entries) {
  /// Whether nothing changes.
  public boolean isEmpty() {
    return node.length == 0 && segment.length == 0;
  }

  /// The places that change, to compare patches by: segments after nodes, as their complements.
  public List<Integer> places() {
    return IntStream.concat(Arrays.stream(node), Arrays.stream(segment).map(s -> ~s))
        .boxed()
        .toList();
  }
}
