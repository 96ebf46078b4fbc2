package org.tonle.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tonle.model.Category;
import org.tonle.model.Node;
import org.tonle.model.NodeFlow;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario.Change;
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
  private final Map<String, List<String>> sewershedsOf = new TreeMap<>();

  private StudyIndex(Study study) {
    this.study = study;
    for (Unit unit : study.emissions().units()) {
      parentOf.put(unit.id(), unit.parent());
    }
    for (Source source : study.emissions().sources()) {
      sources.put(source.id(), source);
      if (source instanceof Source.Discharger one && !one.plant().isEmpty()) {
        senders(sendersOf, one.plant()).add(one.id());
      } else if (source instanceof Source.Town town) {
        sewershedsOf.computeIfAbsent(town.town(), t -> new ArrayList<>()).add(town.id());
      }
    }
    for (Sanitation row : study.emissions().sanitation()) {
      sanitation.computeIfAbsent(row.sewershed(), t -> new ArrayList<>()).add(row);
      if (row.path() == Sanitation.Path.SEWER_PLANT) {
        senders(sendersOf, row.plant()).add(row.sewershed());
      } else if (row.path().category() == Category.ON_SITE && !row.plant().isEmpty()) {
        senders(sludgeOf, row.plant()).add(row.sewershed());
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

  /// Sanitation of a sewershed as the study has it, in the order of its file.
  public List<Sanitation> sanitation(String sewershed) {
    return sanitation.getOrDefault(sewershed, List.of());
  }

  /// Ids of all towns, divided or not.
  Set<String> towns() {
    return sewershedsOf.keySet();
  }

  /// Whether a town is divided into sewersheds, so that no source has its id.
  boolean isDivided(String town) {
    return sewershedsOf.containsKey(town) && !sources.containsKey(town);
  }

  /// Sewersheds of a town in the order of their ids; a town that is not divided is its only one.
  public List<String> sewersheds(String town) {
    return sewershedsOf.getOrDefault(town, List.of());
  }

  /// Sources that an id means: all sewersheds of a divided town, else the source itself.
  public List<String> meant(String source) {
    return isDivided(source) ? sewersheds(source) : List.of(source);
  }

  /// Sewersheds whose shares a change sets; none for a sewershed that is not the town's.
  List<String> meant(Change.SetSanitation set) {
    List<String> all = sewersheds(set.town());
    if (set.sewershed().isEmpty()) {
      return all;
    }
    return all.contains(set.sewershed()) ? List.of(set.sewershed()) : List.of();
  }

  /// Sewersheds and factories whose sewers lead to a plant in the study.
  Set<String> senders(String plant) {
    return sendersOf.getOrDefault(plant, Set.of());
  }

  /// Sewersheds whose septic tanks are emptied for a plant in the study.
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
