package org.tonle.report.picture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.assess.Place;
import org.tonle.model.Reach;

/// Upstream part of the network above a place in any season; a reversing river is upstream of both
/// its ends.
final class Upstream {
  private final Set<String> reaches = new HashSet<>();
  private final Set<String> nodes = new HashSet<>();

  Upstream(List<Reach> all, Place place) {
    Map<String, Reach> byId = new HashMap<>();
    all.forEach(r -> byId.put(r.id(), r));
    Deque<String> open = new ArrayDeque<>();
    Reach own = place.kind() == Place.Kind.REACH ? byId.get(place.id()) : null;
    if (own == null) {
      open.add(place.id());
    } else {
      reaches.add(own.id());
      if (flows(own, true)) {
        open.add(own.line().fromNode());
      }
      if (flows(own, false)) {
        open.add(own.line().toNode());
      }
    }
    while (!open.isEmpty()) {
      String node = open.remove();
      if (nodes.add(node)) {
        all.forEach(r -> follow(r, node, open));
      }
    }
  }

  private void follow(Reach reach, String node, Deque<String> open) {
    if (reach.line().toNode().equals(node) && flows(reach, true)) {
      reaches.add(reach.id());
      open.add(reach.line().fromNode());
    }
    if (reach.line().fromNode().equals(node) && flows(reach, false)) {
      reaches.add(reach.id());
      open.add(reach.line().toNode());
    }
  }

  private static boolean flows(Reach reach, boolean isForward) {
    return reach.seasons().stream()
        .anyMatch(s -> isForward ? s.discharge_m3_per_s() > 0 : s.discharge_m3_per_s() < 0);
  }

  boolean hasReach(String id) {
    return reaches.contains(id);
  }

  boolean hasNode(String id) {
    return nodes.contains(id);
  }
}
