package org.tonle.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tonle.model.Node;
import org.tonle.model.NodeFlow;
import org.tonle.model.Sanitation;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.model.Unit;

/// Index of a study by ids, built once and shared by all scenarios applied to the study.
public final class StudyIndex {
  private final Study study;
  private final Map<String, Source> sources = new HashMap<>();
  private final Map<String, List<Sanitation>> sanitation = new HashMap<>();
  private final Map<String, String> parentOf = new HashMap<>();
  private final Map<String, Set<String>> sendersOf = new HashMap<>();
  private final Map<String, Set<String>> sludgeOf = new HashMap<>();
  private final Map<String, Set<String>> nodesOfGroup = new HashMap<>();
  private final Map<String, Node> nodes = new HashMap<>();

  private StudyIndex(Study study) {
    this.study = study;
    for (Unit unit : study.emissions().units()) {
      parentOf.put(unit.id(), unit.parent());
    }
    for (Source source : study.emissions().sources()) {
      sources.put(source.id(), source);
      if (source instanceof Source.Discharger one && !one.plant().isEmpty()) {
        senders(sendersOf, one.plant()).add(one.id());
      }
    }
    for (Sanitation row : study.emissions().sanitation()) {
      sanitation.computeIfAbsent(row.town(), t -> new ArrayList<>()).add(row);
      if (row.path() == Sanitation.Path.SEWER_PLANT) {
        senders(sendersOf, row.plant()).add(row.town());
      } else if (row.path() == Sanitation.Path.SEPTIC_EMPTIED) {
        senders(sludgeOf, row.plant()).add(row.town());
      }
    }
    sanitation.replaceAll((town, rows) -> List.copyOf(rows));
    study.waterways().nodes().forEach(n -> nodes.put(n.id(), n));
    for (NodeFlow flow : study.waterways().flows()) {
      nodesOfGroup.computeIfAbsent(flow.group(), g -> new TreeSet<>()).add(flow.node());
    }
  }

  public static StudyIndex of(Study study) {
    return new StudyIndex(study);
  }

  private static Set<String> senders(Map<String, Set<String>> map, String plant) {
    return map.computeIfAbsent(plant, p -> new LinkedHashSet<>());
  }

  public Study study() {
    return study;
  }

  /// A source as the study has it.
  public Optional<Source> source(String id) {
    return Optional.ofNullable(sources.get(id));
  }

  /// Sanitation of a town as the study has it, in the order of its file.
  public List<Sanitation> sanitation(String town) {
    return sanitation.getOrDefault(town, List.of());
  }

  /// Towns and factories whose sewers lead to a plant in the study.
  Set<String> senders(String plant) {
    return sendersOf.getOrDefault(plant, Set.of());
  }

  /// Towns whose septic tanks are emptied for a plant in the study.
  Set<String> sludgeSenders(String plant) {
    return sludgeOf.getOrDefault(plant, Set.of());
  }

  /// Nodes where water of a hydrological group joins.
  Set<String> nodesOfGroup(String group) {
    return nodesOfGroup.getOrDefault(group, Set.of());
  }

  Optional<Node> node(String id) {
    return Optional.ofNullable(nodes.get(id));
  }

  Set<String> nodes() {
    return nodes.keySet();
  }

  Set<String> groups() {
    return nodesOfGroup.keySet();
  }

  /// Whether a unit is another one or lies within it.
  boolean isWithin(String unit, String whole) {
    String at = unit;
    for (int depth = 0; !at.isEmpty() && depth <= parentOf.size(); depth++) {
      if (at.equals(whole)) {
        return true;
      }
      at = parentOf.getOrDefault(at, "");
    }
    return false;
  }

  String parent(String unit) {
    return parentOf.getOrDefault(unit, "");
  }

  boolean isUnit(String id) {
    return parentOf.containsKey(id);
  }

  Set<String> units() {
    return parentOf.keySet();
  }
}
