package org.tonle.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.assess.FlowState;
import org.tonle.assess.Hydraulics;
import org.tonle.load.LoadTerm;
import org.tonle.model.Entry;
import org.tonle.model.Reach;
import org.tonle.run.Result;

/// Downstream part of the network: nodes and reaches that water reaches from any change, in any
/// season.
final class Downstream {
  private final Map<String, Reach> reaches = new HashMap<>();
  private final Map<String, Set<FlowState>> states = new HashMap<>();
  private final Map<String, List<String>> outOf = new HashMap<>();
  private final Set<String> nodes = new HashSet<>();
  private final Set<String> entered = new HashSet<>();

  /// @param moved loads that differ
  static Downstream of(Result result, Collection<LoadTerm> moved) {
    Downstream downstream = new Downstream(result);
    downstream.follow(moved);
    return downstream;
  }

  private Downstream(Result result) {
    for (Hydraulics h : result.hydraulics()) {
      states.computeIfAbsent(h.reach(), r -> new HashSet<>()).add(h.state());
    }
    for (Reach reach : result.study().waterways().reaches()) {
      reaches.put(reach.id(), reach);
      for (String end : heads(reach)) {
        outOf.computeIfAbsent(end, n -> new ArrayList<>()).add(reach.id());
      }
    }
  }

  /// Ends from which water enters a reach; a turning reach has both.
  private List<String> heads(Reach reach) {
    List<String> heads = new ArrayList<>();
    Set<FlowState> own = states.getOrDefault(reach.id(), Set.of());
    boolean isTurning = own.contains(FlowState.TURNING);
    if (own.contains(FlowState.FORWARD) || isTurning) {
      heads.add(reach.line().fromNode());
    }
    if (own.contains(FlowState.BACKWARD) || isTurning) {
      heads.add(reach.line().toNode());
    }
    return heads;
  }

  private void follow(Collection<LoadTerm> moved) {
    Deque<String> open = new ArrayDeque<>();
    for (LoadTerm term : moved) {
      Entry entry = term.entry();
      if (entry.how() == Entry.How.NODE) {
        open.add(entry.id());
      } else {
        entered.add(entry.id());
        leave(entry.id(), open);
      }
    }
    while (!open.isEmpty()) {
      String node = open.remove();
      if (nodes.add(node)) {
        outOf.getOrDefault(node, List.of()).forEach(reach -> pass(node, reach, open));
      }
    }
  }

  private void pass(String node, String id, Deque<String> open) {
    Reach reach = reaches.get(id);
    if (reach != null) {
      entered.add(id);
      String other =
          node.equals(reach.line().fromNode()) ? reach.line().toNode() : reach.line().fromNode();
      open.add(other);
    }
  }

  /// Water inside a reach leaves by every end that is not a head in all seasons.
  private void leave(String id, Deque<String> open) {
    Reach reach = reaches.get(id);
    if (reach == null) {
      return;
    }
    for (String head : heads(reach)) {
      pass(head, id, open);
    }
  }

  boolean hasReach(String id) {
    return entered.contains(id);
  }

  boolean hasNode(String id) {
    return nodes.contains(id);
  }
}
