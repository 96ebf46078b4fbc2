package org.tonle.assess.agreement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.model.NodeFlow;
import org.tonle.model.Observation;
import org.tonle.model.Reach;
import org.tonle.model.Study;
import org.tonle.model.Water;

/// Circular observations: those that the model cannot miss, because the water of the one boundary
/// above them has its concentration from the same publication. They say nothing about the model.
///
/// Rivers are followed from their boundary down to where the water of another boundary joins, or to
/// a lake.
public final class CircularObservations {
  private final Map<String, Set<String>> boundariesAbove = new HashMap<>();
  private final Map<Carried, Set<String>> references = new HashMap<>();
  private final Map<String, List<String>> waters = new HashMap<>();
  private final Map<String, List<String>> ends = new HashMap<>();

  public CircularObservations(Study study) {
    Map<String, List<String>> down = new HashMap<>();
    for (Reach reach : study.waterways().reaches()) {
      down.computeIfAbsent(reach.line().fromNode(), n -> new ArrayList<>())
          .add(reach.line().toNode());
      ends.put(reach.id(), List.of(reach.line().fromNode()));
    }
    Set<String> lakes = new HashSet<>();
    study.waterways().lakes().forEach(l -> lakes.add(l.id()));
    for (NodeFlow flow : study.waterways().flows()) {
      if (flow.kind() == NodeFlow.Kind.BOUNDARY) {
        waters.computeIfAbsent(flow.node(), n -> new ArrayList<>()).add(flow.water());
        follow(flow.node(), down, lakes);
      }
    }
    for (Water water : study.waterways().waters()) {
      references
          .computeIfAbsent(new Carried(water.water(), water.constituent()), k -> new HashSet<>())
          .addAll(keys(water.provenance().reference()));
    }
  }

  private void follow(String boundary, Map<String, List<String>> down, Set<String> lakes) {
    Deque<String> open = new ArrayDeque<>(List.of(boundary));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String node = open.pop();
      if (!lakes.contains(node) && seen.add(node)) {
        boundariesAbove.computeIfAbsent(node, n -> new HashSet<>()).add(boundary);
        open.addAll(down.getOrDefault(node, List.of()));
      }
    }
  }

  private record Carried(String water, String constituent) {}

  private static Set<String> keys(String reference) {
    Set<String> keys = new HashSet<>(List.of(reference.split(";", -1)));
    keys.remove("");
    return keys;
  }

  /// Whether an observation is circular.
  public boolean has(Observation observation) {
    Set<String> own = keys(observation.provenance().reference());
    List<String> nodes = ends.getOrDefault(observation.place(), List.of(observation.place()));
    for (String node : nodes) {
      Set<String> above = boundariesAbove.getOrDefault(node, Set.of());
      if (above.size() != 1) {
        return false;
      }
      for (String water : waters.getOrDefault(above.iterator().next(), List.of())) {
        Set<String> behind =
            references.getOrDefault(new Carried(water, observation.constituent()), Set.of());
        if (behind.stream().anyMatch(own::contains)) {
          return true;
        }
      }
    }
    return false;
  }
}
