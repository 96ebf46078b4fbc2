package org.tonle.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.tonle.model.Constituent;
import org.tonle.model.Entry;
import org.tonle.model.NodeFlow;
import org.tonle.model.Study;
import org.tonle.model.Water;

/// Model of a study, whole: loads, water, and the linked groups that travel with it.
final class PlainModel {
  final Study study;
  final PlainLoads loads;
  final PlainNetwork network;
  final List<PlainWater> waters = new ArrayList<>();
  final Map<String, PlainRivers> groups = new LinkedHashMap<>();

  private final ToDoubleFunction<PlainLoad> multiplier;

  PlainModel(Study study) {
    this(study, load -> 1);
  }

  /// @param multiplier of each load
  PlainModel(Study study, ToDoubleFunction<PlainLoad> multiplier) {
    this.study = study;
    this.multiplier = multiplier;
    loads = new PlainLoads(study);
    network = new PlainNetwork(study, loads.all());
    for (int s = 0; s < study.waterways().seasons().size(); s++) {
      waters.add(new PlainWater(network, s, loads.effluents()));
    }
    Map<String, List<Constituent>> members = new LinkedHashMap<>();
    for (Constituent c : study.chemistry().constituents()) {
      String group = c.group().isEmpty() ? "alone " + c.id() : c.group();
      members.computeIfAbsent(group, k -> new ArrayList<>()).add(c);
    }
    members.forEach((id, own) -> groups.put(id, new PlainRivers(network, waters, own)));
  }

  /// g/m³ (count/m³) of what a constituent's unit counts.
  static double unit(Constituent c) {
    return switch (c.unit().symbol()) {
      case "mg/L", "g/m³" -> 1;
      case "µg/L" -> 1e-3;
      case "MPN/100 mL", "CFU/100 mL" -> 1e4;
      case "MPN/L" -> 1e3;
      default -> throw new IllegalArgumentException(c.unit().symbol());
    };
  }

  /// Ultimate over 5-day BOD.
  static double ultimate(Constituent c) {
    double k = c.bottleRate_per_d();
    return k > 0 ? 1 / (1 - StrictMath.exp(-5 * k)) : 1;
  }

  /// Everything that enters the water of a group.
  PlainRivers.Inputs all(PlainRivers rivers) {
    PlainRivers.Inputs inputs = rivers.nothing(true);
    water(rivers, inputs, f -> true);
    sources(rivers, inputs, l -> true);
    return inputs;
  }

  /// Adds the loads of water that joins.
  void water(PlainRivers rivers, PlainRivers.Inputs into, Predicate<NodeFlow> which) {
    for (NodeFlow flow : study.waterways().flows()) {
      int n = network.node(flow.node());
      for (int s = 0; flow.kind().joins() && which.test(flow) && s < waters.size(); s++) {
        boolean isLocal = flow.kind() == NodeFlow.Kind.LOCAL_INFLOW;
        double q =
            flow.discharge_m3_per_s().get(s) * (isLocal ? 1 - waters.get(s).displaced[n] : 1);
        for (int i = 0; i < rivers.members.size(); i++) {
          Constituent c = rivers.members.get(i);
          double load = q * concentration(flow.water(), s, c.id()) * unit(c) * ultimate(c);
          into.point()[s][n][i] += waters.get(s).isWet(n) ? load : 0;
        }
      }
    }
  }

  private final Map<String, Double> brought = new HashMap<>();

  private double concentration(String water, int s, String constituent) {
    if (brought.isEmpty()) {
      for (Water row : study.waterways().waters()) {
        brought.put(
            row.water() + "|" + row.season() + "|" + row.constituent(), row.concentration());
      }
    }
    String season = study.waterways().seasons().get(s).id();
    double always = brought.getOrDefault(water + "||" + constituent, 0.0);
    return brought.getOrDefault(water + "|" + season + "|" + constituent, always);
  }

  /// Adds the loads of sources.
  void sources(PlainRivers rivers, PlainRivers.Inputs into, Predicate<PlainLoad> which) {
    sources(rivers, into, which, -1);
  }

  /// The same; of what is spread along a reach, that of one of its pieces.
  ///
  /// @param only piece, -1 = all
  void sources(PlainRivers rivers, PlainRivers.Inputs into, Predicate<PlainLoad> which, int only) {
    for (PlainLoad load : loads.all()) {
      int i = member(rivers, load.constituent());
      if (i >= 0 && which.test(load)) {
        double ultimate = ultimate(rivers.members.get(i)) * multiplier.applyAsDouble(load);
        for (int s = 0; s < waters.size(); s++) {
          enter(load.entry(), s, i, load.toWater()[s] * ultimate, into, only);
        }
      }
    }
  }

  /// Number of a season.
  int season(String id) {
    for (int s = 0; s < waters.size(); s++) {
      if (study.waterways().seasons().get(s).id().equals(id)) {
        return s;
      }
    }
    throw new IllegalArgumentException(id);
  }

  static int member(PlainRivers rivers, String id) {
    for (int i = 0; i < rivers.members.size(); i++) {
      if (rivers.members.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  private void enter(Entry entry, int s, int i, double load, PlainRivers.Inputs into, int only) {
    PlainWater water = waters.get(s);
    if (entry.how() != Entry.How.UNIFORM) {
      int n = network.nodeOf(entry);
      into.point()[s][n][i] += water.isWet(n) ? load : 0;
      return;
    }
    for (int p : piecesOf(entry)) {
      if (water.up[p] >= 0 && (only < 0 || p == only)) {
        into.along()[s][p][i] += load * network.pieces.get(p).share();
      }
    }
  }

  /// Pieces along which a load is spread; -1 alone of one that enters at a point.
  List<Integer> piecesOf(Entry entry) {
    if (entry.how() != Entry.How.UNIFORM) {
      return List.of(-1);
    }
    int reach = network.reachIndex(entry.id());
    List<Integer> found = new ArrayList<>();
    for (int p = 0; p < network.pieces.size(); p++) {
      if (network.pieces.get(p).reach() == reach) {
        found.add(p);
      }
    }
    return found;
  }
}
