package org.tonle.report.picture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.assess.Place;
import org.tonle.cause.Cause;
import org.tonle.model.Entry;
import org.tonle.model.Node;
import org.tonle.model.NodeFlow;
import org.tonle.model.Reach;
import org.tonle.model.Source;
import org.tonle.report.page.Page;

/// Whereabouts in the picture of a place, a source or a river from outside; empty if the study has
/// no coordinates.
public final class Whereabouts {
  private final Page page;
  private final MapPicture map;
  private final Map<String, Source> sources = new HashMap<>();
  private final Map<String, String> boundaryNodes = new HashMap<>();
  private final Map<String, Entry> receptors = new HashMap<>();

  public Whereabouts(Page page, MapPicture map) {
    this.page = page;
    this.map = map;
    page.result.study().emissions().sources().forEach(s -> sources.put(s.id(), s));
    page.result.study().rules().receptors().forEach(r -> receptors.put(r.id(), r.place()));
    for (NodeFlow flow : page.result.study().waterways().flows()) {
      if (flow.kind() == NodeFlow.Kind.BOUNDARY) {
        boundaryNodes.put(flow.id(), flow.node());
      }
    }
  }

  /// The water in which a place is judged: the reach or node of a receptor, else the place itself.
  Place water(Place place) {
    Entry entry = place.kind() == Place.Kind.NODE ? receptors.get(place.id()) : null;
    if (entry == null) {
      return place;
    }
    Place.Kind kind = entry.how() == Entry.How.NODE ? Place.Kind.NODE : Place.Kind.REACH;
    return new Place(kind, entry.id(), place.names(), place.unit());
  }

  Optional<double[]> of(Place judged) {
    Place place = water(judged);
    return switch (place.kind()) {
      case REACH -> reach(place.id());
      case LAKE -> map.land().middle(place.id()).or(() -> node(place.id()));
      case NODE -> node(place.id());
    };
  }

  /// Position of a source, else of the place where its load enters; for a boundary, where its river
  /// enters.
  Optional<double[]> of(Cause cause) {
    return switch (cause.kind()) {
      case SOURCE -> Optional.ofNullable(sources.get(cause.id())).flatMap(this::source);
      case BOUNDARY -> node(boundaryNodes.getOrDefault(cause.id(), ""));
      case BACKGROUND, RAIN, NATURAL -> Optional.empty();
    };
  }

  /// Position of a source by its id.
  Optional<double[]> ofSource(String id) {
    return Optional.ofNullable(sources.get(id)).flatMap(this::source);
  }

  private Optional<double[]> source(Source source) {
    Optional<double[]> own =
        switch (source) {
          case Source.Town t when t.sewershed().isPresent() -> Optional.empty();
          case Source.Town t -> placed(t.lon_deg(), t.lat_deg());
          case Source.Plant p -> placed(p.lon_deg(), p.lat_deg());
          case Source.Discharger d -> placed(d.lon_deg(), d.lat_deg());
          case Source.Livestock l -> Optional.empty();
          case Source.Land l -> Optional.empty();
        };
    Entry entry = source.entry();
    return own.or(() -> entry.how() == Entry.How.NODE ? node(entry.id()) : reach(entry.id()));
  }

  private Optional<double[]> node(String id) {
    Node node = page.nodes.get(id);
    return node == null ? Optional.empty() : placed(node.lon_deg(), node.lat_deg());
  }

  /// The middle of a reach's line.
  private Optional<double[]> reach(String id) {
    Reach reach = page.reaches.get(id);
    List<double[]> line = reach == null ? List.of() : map.line(reach);
    return line.isEmpty() ? Optional.empty() : Optional.of(line.get(line.size() / 2));
  }

  private Optional<double[]> placed(double lon_deg, double lat_deg) {
    return lon_deg == 0 && lat_deg == 0
        ? Optional.empty()
        : Optional.of(map.frame().at(lon_deg, lat_deg));
  }
}
