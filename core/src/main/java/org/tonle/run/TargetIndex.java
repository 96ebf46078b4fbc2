package org.tonle.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.assess.Place;
import org.tonle.convert.Text;
import org.tonle.model.Entry;
import org.tonle.model.Receptor;
import org.tonle.model.Season;
import org.tonle.model.Study;
import org.tonle.network.Network;
import org.tonle.network.NetworkBuilder;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.rates.Kinetics;
import org.tonle.network.rates.OxygenSaturation;
import org.tonle.simulate.reverse.Target;

/// Index of targets: finds the place of a question in the network.
public final class TargetIndex {
  private final Study study;
  private final NetworkBuilder builder;
  private final Map<String, Integer> reaches = new HashMap<>();
  private final Map<String, Integer> lakes = new HashMap<>();

  public TargetIndex(Study study, NetworkBuilder builder) {
    this.study = study;
    this.builder = builder;
    study.waterways().reaches().forEach(r -> reaches.putIfAbsent(r.id(), reaches.size()));
    study.waterways().lakes().forEach(l -> lakes.putIfAbsent(l.id(), lakes.size()));
  }

  /// @param member number of the constituent in its linked group
  public Target target(Question wanted, int member) {
    List<String> seasons = study.waterways().seasons().stream().map(Season::id).toList();
    int season = require(seasons.indexOf(wanted.season()), "season", wanted.season());
    Place place = wanted.place();
    return switch (place.kind()) {
      case REACH -> at(Target.Kind.REACH, reach(place.id()), season, member);
      case LAKE -> at(Target.Kind.LAKE, lake(place.id()), season, member);
      case NODE -> node(place.id(), season, member);
    };
  }

  private static Target at(Target.Kind kind, int place, int season, int member) {
    return new Target(kind, place, Target.Point.WORST, season, member);
  }

  private static int require(int index, String what, String id) {
    if (index < 0) {
      throw new IllegalArgumentException(Text.format("The study has no %s %s.", what, id));
    }
    return index;
  }

  private int reach(String id) {
    return require(reaches.getOrDefault(id, -1), "reach", id);
  }

  private int lake(String id) {
    return require(lakes.getOrDefault(id, -1), "lake", id);
  }

  /// Target at a receptor, or at a node by its own id; on a lake it has the lake's concentration.
  private Target node(String id, int season, int member) {
    Entry entry =
        study.rules().receptors().stream()
            .filter(r -> r.id().equals(id))
            .findFirst()
            .map(Receptor::place)
            .orElse(Entry.atNode(id));
    int node = builder.nodeOf(entry);
    int lake = builder.network().nodeLake()[node];
    return lake >= 0
        ? at(Target.Kind.LAKE, lake, season, member)
        : at(Target.Kind.NODE, node, season, member);
  }

  /// Whether a target has the water of a lake.
  public boolean isLake(Target target) {
    boolean isNode = target.kind() == Target.Kind.NODE;
    return target.kind() == Target.Kind.LAKE
        || (isNode && builder.network().nodeLake()[target.place()] >= 0);
  }

  /// Saturation of oxygen at the target.
  public double saturation_g_per_m3(Target target, Kinetics kinetics) {
    Network network = builder.network();
    int season = target.season();
    return switch (target.kind()) {
      case REACH ->
          kinetics.reaches().saturation_g_per_m3()[season * network.reachCount() + target.place()];
      case SEGMENT -> {
        int reach = network.segmentReach()[target.place()];
        yield kinetics.reaches().saturation_g_per_m3()[season * network.reachCount() + reach];
      }
      case LAKE ->
          kinetics.lakes().saturation_g_per_m3()[season * network.lakeCount() + target.place()];
      case NODE -> nodeSaturation(target.place(), season, kinetics);
    };
  }

  private double nodeSaturation(int node, int season, Kinetics kinetics) {
    Network network = builder.network();
    int lake = network.nodeLake()[node];
    if (lake >= 0) {
      return kinetics.lakes().saturation_g_per_m3()[season * network.lakeCount() + lake];
    }
    SeasonNetwork.Flow flow = network.seasons().get(season).flow();
    for (int i = 0; i < network.segmentCount(); i++) {
      if (flow.up()[i] == node || flow.down()[i] == node) {
        return kinetics.reaches()
            .saturation_g_per_m3()[season * network.reachCount() + network.segmentReach()[i]];
      }
    }
    return OxygenSaturation.mg_per_l(
        study.settings().ambient().temperature_c(),
        0,
        study.settings().ambient().salinity_g_per_kg());
  }
}
