package org.tonle.serve.held;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Place;
import org.tonle.model.Entry;
import org.tonle.model.Names;
import org.tonle.model.Node;
import org.tonle.model.Reach;
import org.tonle.model.Receptor;
import org.tonle.run.Result;

/// Place list of a result: its places by the number that every answer uses, where they lie, and the
/// rivers that they make.
public final class PlaceList {
  private final Concentrations water;
  private final Map<String, Node> nodes = new HashMap<>();
  private final Map<String, Reach> reaches = new HashMap<>();
  private final Map<String, Receptor> receptors = new HashMap<>();
  private final Map<String, List<Integer>> below = new HashMap<>();
  private final Map<String, List<Integer>> above = new HashMap<>();
  private final List<River> rivers = new ArrayList<>();

  /// River: the reaches of one name, in the order of the study.
  ///
  /// @param names without the ids of its reaches
  public record River(String id, Names names, List<Integer> places) {}

  PlaceList(Result result) {
    water = result.concentrations();
    result.study().waterways().nodes().forEach(n -> nodes.put(n.id(), n));
    result.study().rules().receptors().forEach(r -> receptors.put(r.id(), r));
    Map<String, River> found = new LinkedHashMap<>();
    for (Reach reach : result.study().waterways().reaches()) {
      reaches.put(reach.id(), reach);
      int place = water.indexOf(Place.Kind.REACH, reach.id());
      below.computeIfAbsent(reach.line().fromNode(), k -> new ArrayList<>()).add(place);
      above.computeIfAbsent(reach.line().toNode(), k -> new ArrayList<>()).add(place);
      Names river = river(reach);
      if (!river.en().isEmpty() && !river.en().equals(reach.id())) {
        found
            .computeIfAbsent(river.en(), k -> new River(reach.id(), river, new ArrayList<>()))
            .places()
            .add(place);
      }
    }
    rivers.addAll(found.values());
  }

  /// Names of a reach's river: its own without its id.
  public static Names river(Reach reach) {
    return new Names(
        bare(reach.names().en(), reach.id()),
        bare(reach.names().zh(), reach.id()),
        bare(reach.names().km(), reach.id()));
  }

  private static String bare(String name, String id) {
    return name.endsWith(" " + id) ? name.substring(0, name.length() - id.length() - 1) : name;
  }

  public List<Place> all() {
    return water.places();
  }

  public List<River> rivers() {
    return List.copyOf(rivers);
  }

  public Node node(String id) {
    Node found = nodes.get(id);
    if (found == null) {
      throw new IllegalArgumentException("No node " + id + ".");
    }
    return found;
  }

  public Reach reach(String id) {
    Reach found = reaches.get(id);
    if (found == null) {
      throw new IllegalArgumentException("No reach " + id + ".");
    }
    return found;
  }

  /// Number of the place with an id: a reach, then a lake, then a node; -1 if there is none.
  public int find(String id) {
    for (Place.Kind kind : Place.Kind.values()) {
      int found = water.indexOf(kind, id);
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  /// Number of the place where a load enters: the reach, the lake, or the reach that begins at the
  /// node, else the one that ends there; -1 if there is none.
  public int of(Entry entry) {
    if (entry.how() != Entry.How.NODE) {
      return water.indexOf(Place.Kind.REACH, entry.id());
    }
    int lake = water.indexOf(Place.Kind.LAKE, entry.id());
    return lake >= 0
        ? lake
        : Stream.of(below, above)
            .flatMap(side -> side.getOrDefault(entry.id(), List.of()).stream())
            .findFirst()
            .orElse(-1);
  }

  /// Line of a reach on the map, from its upper to its lower node: its own, or a straight one.
  public List<double[]> line(Reach reach) {
    if (!reach.line().points().isEmpty()) {
      return reach.line().points();
    }
    Node from = node(reach.line().fromNode());
    Node to = node(reach.line().toNode());
    return List.of(
        new double[] {from.lon_deg(), from.lat_deg()}, new double[] {to.lon_deg(), to.lat_deg()});
  }

  /// Longitude and latitude of a lake or node; of a receptor those of its water.
  public double[] point(Place place) {
    Receptor receptor = receptors.get(place.id());
    if (place.kind() == Place.Kind.NODE && receptor != null) {
      Entry at = receptor.place();
      return at.how() == Entry.How.NODE ? point(at.id()) : middle(line(reach(at.id())));
    }
    return place.kind() == Place.Kind.REACH ? middle(line(reach(place.id()))) : point(place.id());
  }

  /// Longitude and latitude of a node.
  public double[] point(String node) {
    Node found = node(node);
    return new double[] {found.lon_deg(), found.lat_deg()};
  }

  private static double[] middle(List<double[]> line) {
    return line.get(line.size() / 2);
  }

  /// Places that end where another begins, and lakes they pass; and the reverse.
  public List<Integer> neighbours(int place, boolean isUpstream) {
    Place of = water.places().get(place);
    String node =
        of.kind() == Place.Kind.REACH
            ? isUpstream ? reach(of.id()).line().fromNode() : reach(of.id()).line().toNode()
            : of.id();
    List<Integer> found = new ArrayList<>();
    int lake = water.indexOf(Place.Kind.LAKE, node);
    if (lake >= 0 && lake != place) {
      found.add(lake);
    } else {
      found.addAll((isUpstream ? above : below).getOrDefault(node, List.of()));
    }
    found.remove(Integer.valueOf(place));
    return found;
  }
}
