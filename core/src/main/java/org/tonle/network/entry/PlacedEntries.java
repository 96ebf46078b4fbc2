package org.tonle.network.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.tonle.network.Network;

/// Placed entries of one linked group, indexed by place and by source.
public final class PlacedEntries {
  private static final int[] NONE = {};

  private final LoadEntries entries;
  private final int seasons;
  private final int[][] atNode;
  private final int[][] alongSegment;
  private final int[][] ofSource;

  PlacedEntries(LoadEntries entries, int nodes, int segments, int sources) {
    this.entries = entries;
    seasons = entries.count() == 0 ? 0 : entries.load_g_per_s().length / entries.count();
    atNode = byPlace(entries.node(), nodes);
    alongSegment = byPlace(entries.segment(), segments);
    int[] source = new int[entries.count()];
    for (int i = 0; i < source.length; i++) {
      source[i] =
          sources == 0 || entries.origin()[i] < 0 ? -1 : VectorRank.sourceNumber(entries.rank()[i]);
    }
    ofSource = byPlace(source, sources);
  }

  /// For each place its entries, in their order.
  static int[][] byPlace(int[] place, int count) {
    int[] size = new int[count];
    for (int at : place) {
      if (at >= 0) {
        size[at]++;
      }
    }
    int[][] found = new int[count][];
    for (int p = 0; p < count; p++) {
      found[p] = size[p] == 0 ? NONE : new int[size[p]];
    }
    for (int i = place.length - 1; i >= 0; i--) {
      if (place[i] >= 0) {
        found[place[i]][--size[place[i]]] = i;
      }
    }
    return found;
  }

  public LoadEntries entries() {
    return entries;
  }

  /// Entries that belong to no sources: only their loads can change.
  public static PlacedEntries of(LoadEntries entries, Network network) {
    return new PlacedEntries(entries, network.nodeCount(), network.segmentCount(), 0);
  }

  /// The same entries with other loads.
  public EntryPatch patch(LoadEntries other) {
    TreeSet<Integer> nodes = new TreeSet<>();
    TreeSet<Integer> segments = new TreeSet<>();
    for (int i = 0; i < entries.count(); i++) {
      boolean isChanged = false;
      for (int s = 0; s < seasons; s++) {
        int at = s * entries.count() + i;
        isChanged |= entries.load_g_per_s()[at] != other.load_g_per_s()[at];
      }
      if (isChanged) {
        (entries.node()[i] >= 0 ? nodes : segments)
            .add(StrictMath.max(entries.node()[i], entries.segment()[i]));
      }
    }
    List<Row> rows = new ArrayList<>();
    int[] atNodes = nodes.stream().mapToInt(Integer::intValue).toArray();
    int[] alongSegments = segments.stream().mapToInt(Integer::intValue).toArray();
    same(atNodes, true, other, rows);
    same(alongSegments, false, other, rows);
    return new EntryPatch(atNodes, alongSegments, pack(rows));
  }

  private void same(int[] places, boolean isNode, LoadEntries other, List<Row> rows) {
    for (int slot = 0; slot < places.length; slot++) {
      for (int i : isNode ? atNode[places[slot]] : alongSegment[places[slot]]) {
        rows.add(new Row(other, i, slot, isNode));
      }
    }
  }

  /// Rank of a member's entry at a node.
  long rankOf(int node, int origin, int member) {
    for (int i : atNode[node]) {
      if (entries.origin()[i] == origin && entries.member()[i] == member) {
        return entries.rank()[i];
      }
    }
    throw new IllegalArgumentException("No entry of this origin at node " + node + ".");
  }

  /// Replaces all entries of some sources and flows.
  ///
  /// @param sources their numbers
  /// @param now all their entries, in the order of a full build
  EntryPatch patch(int[] sources, LoadEntries now) {
    BitSet isReplaced = new BitSet();
    for (int source : sources) {
      for (int i : ofSource[source]) {
        isReplaced.set(i);
      }
    }
    for (int i = 0; i < now.count(); i++) {
      boolean isFlow = now.origin()[i] < 0;
      for (int j : isFlow ? atNode[now.node()[i]] : NONE) {
        if (entries.origin()[j] == now.origin()[i]) {
          isReplaced.set(j);
        }
      }
    }
    int[] nodes = changed(isReplaced, now, entries.node(), now.node());
    int[] segments = changed(isReplaced, now, entries.segment(), now.segment());
    List<Row> rows = new ArrayList<>();
    collect(nodes, true, isReplaced, now, rows);
    collect(segments, false, isReplaced, now, rows);
    return new EntryPatch(nodes, segments, pack(rows));
  }

  /// Places where the replaced entries change, ascending.
  private int[] changed(BitSet isReplaced, LoadEntries now, int[] before, int[] after) {
    TreeSet<Integer> places = new TreeSet<>();
    List<Integer> old = new ArrayList<>();
    for (int i = isReplaced.nextSetBit(0); i >= 0; i = isReplaced.nextSetBit(i + 1)) {
      if (before[i] >= 0) {
        old.add(i);
      }
    }
    // Both lists in one order: by place, then as a full build puts them.
    old.sort(
        Comparator.<Integer>comparingInt(i -> before[i])
            .thenComparingInt(i -> entries.member()[i])
            .thenComparingInt(i -> ownerNumber(entries, i))
            .thenComparingInt(i -> i));
    List<Integer> next = new ArrayList<>();
    for (int i = 0; i < after.length; i++) {
      if (after[i] >= 0) {
        next.add(i);
      }
    }
    next.sort(
        Comparator.<Integer>comparingInt(i -> after[i])
            .thenComparingInt(i -> now.member()[i])
            .thenComparingInt(i -> ownerNumber(now, i))
            .thenComparingInt(i -> i));
    int a = 0;
    int b = 0;
    while (a < old.size() || b < next.size()) {
      int placeA = a < old.size() ? before[old.get(a)] : Integer.MAX_VALUE;
      int placeB = b < next.size() ? after[next.get(b)] : Integer.MAX_VALUE;
      int place = StrictMath.min(placeA, placeB);
      boolean isSame = true;
      while ((a < old.size() && before[old.get(a)] == place)
          || (b < next.size() && after[next.get(b)] == place)) {
        boolean hasA = a < old.size() && before[old.get(a)] == place;
        boolean hasB = b < next.size() && after[next.get(b)] == place;
        isSame &= hasA && hasB && isSame(old.get(a), now, next.get(b));
        a += hasA ? 1 : 0;
        b += hasB ? 1 : 0;
      }
      if (!isSame) {
        places.add(place);
      }
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  /// Number of an entry's source, or of its flow below all of them.
  private static int ownerNumber(LoadEntries of, int entry) {
    int origin = of.origin()[entry];
    return origin >= 0 ? VectorRank.sourceNumber(of.rank()[entry]) : Integer.MIN_VALUE - 1 - origin;
  }

  private boolean isSame(int before, LoadEntries now, int after) {
    boolean isSame =
        entries.member()[before] == now.member()[after]
            && entries.source()[before] == now.source()[after]
            && entries.passing()[before] == now.passing()[after]
            && entries.rank()[before] == now.rank()[after];
    for (int s = 0; isSame && s < seasons; s++) {
      isSame =
          entries.load_g_per_s()[s * entries.count() + before]
              == now.load_g_per_s()[s * now.count() + after];
    }
    return isSame;
  }

  /// Row of one entry, from before the change (`from` is these entries) or after it.
  private record Row(LoadEntries from, int number, int slot, boolean isNode) {
    private int member() {
      return from.member()[number];
    }

    private boolean isTerm() {
      return from.origin()[number] >= 0;
    }

    private int owner() {
      return ownerNumber(from, number);
    }
  }

  private static final Comparator<Row> ORDER =
      Comparator.comparingInt(Row::member)
          .thenComparing(Row::isTerm)
          .thenComparingInt(Row::owner)
          .thenComparingInt(Row::number);

  /// All entries at the places, those of each place in the order of a full build.
  private void collect(
      int[] places, boolean isNode, BitSet isReplaced, LoadEntries now, List<Row> rows) {
    int[] placeNow = isNode ? now.node() : now.segment();
    List<List<Row>> byPlace = new ArrayList<>();
    for (int slot = 0; slot < places.length; slot++) {
      List<Row> own = new ArrayList<>();
      for (int i : isNode ? atNode[places[slot]] : alongSegment[places[slot]]) {
        if (!isReplaced.get(i)) {
          own.add(new Row(entries, i, slot, isNode));
        }
      }
      byPlace.add(own);
    }
    for (int i = 0; i < placeNow.length; i++) {
      int slot = placeNow[i] < 0 ? -1 : Arrays.binarySearch(places, placeNow[i]);
      if (slot >= 0) {
        byPlace.get(slot).add(new Row(now, i, slot, isNode));
      }
    }
    for (List<Row> own : byPlace) {
      own.sort(ORDER);
      rows.addAll(own);
    }
  }

  private LoadEntries pack(List<Row> rows) {
    int n = rows.size();
    LoadEntries packed =
        new LoadEntries(
            new int[n],
            new int[n],
            new int[n],
            new LoadEntries.Line[n],
            new double[n * seasons],
            new int[n],
            new int[n],
            new int[n],
            new int[n],
            new long[n]);
    for (int i = 0; i < n; i++) {
      Row row = rows.get(i);
      LoadEntries from = row.from;
      packed.node()[i] = row.isNode ? row.slot : -1;
      packed.segment()[i] = row.isNode ? -1 : row.slot;
      packed.member()[i] = row.member();
      packed.line()[i] = from.line()[row.number];
      packed.source()[i] = from.source()[row.number];
      packed.passing()[i] = from.passing()[row.number];
      packed.flowGroup()[i] = from.flowGroup()[row.number];
      packed.origin()[i] = from.origin()[row.number];
      packed.rank()[i] = from.rank()[row.number];
      for (int s = 0; s < seasons; s++) {
        packed.load_g_per_s()[s * n + i] = from.load_g_per_s()[s * from.count() + row.number];
      }
    }
    return packed;
  }
}
