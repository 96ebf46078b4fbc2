package org.tonle.network.entry;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Patch of the entries of one linked group: it replaces all entries at the places that a change
/// touches, whether or not each entry changes, in the order of a full build.
///
/// @param node nodes whose entries are replaced, ascending
/// @param segment segments whose entries are replaced, ascending
/// @param entries their entries; its `node` and `segment` are indices into these two lists
public record EntryPatch(int[] node, int[] segment, LoadEntries entries) {
  /// Whether the patch changes nothing.
  public boolean isEmpty() {
    return node.length == 0 && segment.length == 0;
  }

  /// The same patch with the loads of all listed sources at 0 ([LoadEntries#withoutSources]).
  public EntryPatch withoutSources(int oxygen) {
    return new EntryPatch(node, segment, entries.withoutSources(oxygen));
  }

  /// The places that change, for comparing patches: segments after nodes, as their complements.
  public List<Integer> places() {
    return IntStream.concat(Arrays.stream(node), Arrays.stream(segment).map(s -> ~s))
        .boxed()
        .toList();
  }
}
