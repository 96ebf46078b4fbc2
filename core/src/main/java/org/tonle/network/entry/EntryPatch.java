package org.tonle.network.entry;

import org.tonle.network.entry.LoadEntries;

/// Entries of one linked group at the places that a change touches, in place of those that stood
/// there: all entries of these places, changed or not, in the order of a full build.
///
/// @param node nodes whose entries are replaced, ascending
/// @param segment segments whose entries are replaced, ascending
/// @param entries their entries; its `node` and `segment` are places in these two lists
public record EntryPatch(int[] node, int[] segment, LoadEntries entries) {}
