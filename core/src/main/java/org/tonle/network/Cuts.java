package org.tonle.network;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.tonle.load.LoadTerm;
import org.tonle.model.Entry;
import org.tonle.model.Receptor;
import org.tonle.model.Study;

/// Cuts of reaches by the loads and receptors inside them, with the number of loads at each cut:
/// loads may come and go on the same network as long as no cut appears or disappears.
public final class Cuts {
  private final Map<Entry, Integer> count = new HashMap<>();

  private Cuts() {}

  /// The cuts of a study's loads and receptors.
  public static Cuts of(Study study, Collection<LoadTerm> terms) {
    Cuts cuts = new Cuts();
    for (Receptor receptor : study.rules().receptors()) {
      add(cuts.count, receptor.place(), 1);
    }
    terms.forEach(t -> add(cuts.count, t.entry(), 1));
    return cuts;
  }

  private static void add(Map<Entry, Integer> to, Entry entry, int by) {
    if (entry.how() == Entry.How.POINT || entry.how() == Entry.How.MIDDLE) {
      to.merge(entry, by, Integer::sum);
    }
  }

  /// Whether the cuts stay the same when some loads go and others come. Two entries that name one
  /// point in two ways count as two, so the answer may be no where yes would be right.
  public boolean stay(Collection<LoadTerm> gone, Collection<LoadTerm> come) {
    Map<Entry, Integer> change = new HashMap<>();
    gone.forEach(t -> add(change, t.entry(), -1));
    come.forEach(t -> add(change, t.entry(), 1));
    for (Map.Entry<Entry, Integer> one : change.entrySet()) {
      int before = count.getOrDefault(one.getKey(), 0);
      if ((before > 0) != (before + one.getValue() > 0)) {
        return false;
      }
    }
    return true;
  }

  /// Whether an entry is at a node or at a cut that is there.
  public boolean has(Entry entry) {
    Map<Entry, Integer> needed = new HashMap<>();
    add(needed, entry, 1);
    return count.keySet().containsAll(needed.keySet());
  }

  /// Whether every load enters at a node or at a cut that is there.
  public boolean hold(Collection<LoadTerm> terms) {
    return terms.stream().allMatch(t -> has(t.entry()));
  }
}
