package org.tonle.export.map;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.convert.Convert;
import org.tonle.export.map.GeoPackage.Layer;
import org.tonle.load.LoadTerm;
import org.tonle.model.Constituent;
import org.tonle.model.Entry;
import org.tonle.model.Lake;
import org.tonle.model.Names;
import org.tonle.model.Node;
import org.tonle.model.Reach;
import org.tonle.model.Season;
import org.tonle.model.Source;
import org.tonle.run.Result;

/// Map layers of a result: reaches, nodes, lakes, sources and outlines, with one column for each
/// season and figure.
public final class MapLayers {
  static final List<String> HEAD = List.of("id", "name", "name_zh", "name_km");

  private final MapFindings findings;
  private final Result result;
  private final GeometryFactory geometry = new GeometryFactory(new PrecisionModel(), 4326);
  private final Map<String, Node> nodes = new HashMap<>();
  private final Map<String, Reach> reaches = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final PlaceClasses classes;

  public MapLayers(MapFindings findings) {
    this.findings = findings;
    result = findings.result();
    List<Place> found = result.concentrations().places();
    for (int p = 0; p < found.size(); p++) {
      places.put(found.get(p).kind() + " " + found.get(p).id(), p);
    }
    result.study().waterways().nodes().forEach(n -> nodes.put(n.id(), n));
    result.study().waterways().reaches().forEach(r -> reaches.put(r.id(), r));
    classes = new PlaceClasses(result);
  }

  public List<Layer> layers() {
    List<Layer> layers = new ArrayList<>(List.of(reaches(), nodes(), lakes(), sources()));
    ShapeLayers shapes = new ShapeLayers(result, this, geometry);
    layers.addAll(shapes.layers());
    layers.addAll(new BreachLayers(findings, this).layers());
    layers.addAll(new ChanceLayers(result, this).layers());
    layers.addAll(new CutLayers(findings, this, shapes).layers());
    return layers;
  }

  /// The line of a reach, or the point of a lake or node; empty if it has no coordinates.
  Geometry shape(Place place) {
    Reach reach = place.kind() == Place.Kind.REACH ? reaches.get(place.id()) : null;
    return reach == null ? point(at(place.id())) : line(reach);
  }

  Geometry shape(Source source) {
    return point(place(source));
  }

  /// Coordinate of a node; empty if it has none.
  private Optional<Coordinate> at(String node) {
    return Optional.ofNullable(nodes.get(node)).flatMap(n -> placed(n.lon_deg(), n.lat_deg()));
  }

  private static Optional<Coordinate> placed(double lon_deg, double lat_deg) {
    return lon_deg == 0 && lat_deg == 0
        ? Optional.empty()
        : Optional.of(new Coordinate(lon_deg, lat_deg));
  }

  private Geometry point(Optional<Coordinate> at) {
    return at.map(geometry::createPoint).orElseGet(geometry::createPoint);
  }

  private Geometry line(Reach reach) {
    if (reach.line().points().isEmpty()) {
      Optional<Coordinate> from = at(reach.line().fromNode());
      Optional<Coordinate> to = at(reach.line().toNode());
      return from.isPresent() && to.isPresent()
          ? geometry.createLineString(new Coordinate[] {from.get(), to.get()})
          : geometry.createLineString();
    }
    return geometry.createLineString(
        reach.line().points().stream()
            .map(p -> new Coordinate(p[0], p[1]))
            .toArray(Coordinate[]::new));
  }

  private Layer reaches() {
    List<Geometry> shapes = new ArrayList<>();
    result.study().waterways().reaches().forEach(r -> shapes.add(line(r)));
    List<String> columns = new ArrayList<>(HEAD);
    columns.addAll(List.of("from_node", "to_node", "length_km"));
    List<Boolean> isNumber =
        new ArrayList<>(List.of(false, false, false, false, false, false, true));
    for (Season season : seasons()) {
      columns.add("discharge_m3_per_s_" + season.id());
      isNumber.add(true);
    }
    figureColumns(columns, isNumber);
    return new Layer(
        "reaches",
        "rivers: discharge, class by the main standard and central concentrations per season",
        "LINESTRING",
        columns,
        isNumber,
        shapes,
        new ReachRows());
  }

  /// Reach rows, made on each request: with figures of 12 seasons, the rows of 60,000 reaches are
  /// large.
  private final class ReachRows extends AbstractList<Object[]> {
    @Override
    public int size() {
      return result.study().waterways().reaches().size();
    }

    @Override
    public Object[] get(int index) {
      Reach reach = result.study().waterways().reaches().get(index);
      List<Object> row = new ArrayList<>(head(reach.id(), reach.names()));
      row.addAll(List.of(reach.line().fromNode(), reach.line().toNode(), reach.line().length_km()));
      reach.seasons().forEach(s -> row.add(s.discharge_m3_per_s()));
      row.addAll(figures(Place.Kind.REACH, reach.id()));
      return row.toArray();
    }
  }

  private Layer nodes() {
    List<Geometry> shapes = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    for (Node node : result.study().waterways().nodes()) {
      shapes.add(point(at(node.id())));
      List<Object> row = new ArrayList<>(head(node.id(), node.names()));
      row.addAll(List.of(node.unit(), node.altitude_m()));
      rows.add(row.toArray());
    }
    List<String> columns = new ArrayList<>(HEAD);
    columns.addAll(List.of("unit", "altitude_m"));
    return new Layer(
        "nodes",
        "confluences, gauges, outfalls and outlets",
        "POINT",
        columns,
        List.of(false, false, false, false, false, true),
        shapes,
        rows);
  }

  private Layer lakes() {
    List<Geometry> shapes = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    for (Lake lake : result.study().waterways().lakes()) {
      shapes.add(point(at(lake.id())));
      List<Object> row = new ArrayList<>(head(lake.id(), lake.names()));
      row.addAll(figures(Place.Kind.LAKE, lake.id()));
      rows.add(row.toArray());
    }
    List<String> columns = new ArrayList<>(HEAD);
    List<Boolean> isNumber = new ArrayList<>(List.of(false, false, false, false));
    figureColumns(columns, isNumber);
    return new Layer(
        "lakes",
        "lakes: class by the main standard and central concentrations per season",
        "POINT",
        columns,
        isNumber,
        shapes,
        rows);
  }

  static List<Object> head(String id, Names names) {
    return List.of(id, names.en(), names.zh(), names.km());
  }

  private List<Season> seasons() {
    return result.study().waterways().seasons();
  }

  void figureColumns(List<String> columns, List<Boolean> isNumber) {
    for (Season season : seasons()) {
      columns.add("class_" + season.id());
      isNumber.add(false);
      columns.add("class_rank_" + season.id());
      isNumber.add(true);
      columns.add("verdict_" + season.id());
      isNumber.add(false);
      for (Constituent c : result.concentrations().constituents()) {
        columns.add(c.id() + "_" + season.id());
        isNumber.add(true);
      }
    }
  }

  List<Object> figures(Place.Kind kind, String id) {
    Concentrations found = result.concentrations();
    int place = places.getOrDefault(kind + " " + id, -1);
    List<Object> row = new ArrayList<>();
    for (int s = 0; s < seasons().size(); s++) {
      row.add(classes.name(place, s));
      row.add(classes.rank(place, s));
      row.add(classes.verdict(place, s));
      for (int c = 0; c < found.constituents().size(); c++) {
        boolean isKnown = place >= 0 && found.isJudged(place, s);
        row.add(isKnown ? found.value(Statistic.CENTRAL, place, s, c) : Double.NaN);
      }
    }
    return row;
  }

  private Layer sources() {
    List<Constituent> constituents = result.study().chemistry().constituents();
    Map<String, double[]> loads = new HashMap<>();
    for (LoadTerm term : result.loads().terms()) {
      double mean = 0;
      double days = 0;
      for (int s = 0; s < seasons().size(); s++) {
        mean += seasons().get(s).duration_d() * term.delivered_g_per_s().get(s);
        days += seasons().get(s).duration_d();
      }
      double[] sum = loads.computeIfAbsent(term.source(), k -> new double[constituents.size()]);
      for (int c = 0; c < constituents.size(); c++) {
        if (constituents.get(c).id().equals(term.constituent())) {
          double scale = constituents.get(c).unit().counts() ? 1e-6 : 1;
          sum[c] += Convert.tonnesPerYearFromGramsPerSecond(mean / days) * scale;
        }
      }
    }
    List<Geometry> shapes = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    for (Source source : result.study().emissions().sources()) {
      shapes.add(point(place(source)));
      List<Object> row = new ArrayList<>(head(source.id(), source.names()));
      row.add(source.unit());
      for (double load : loads.getOrDefault(source.id(), new double[constituents.size()])) {
        row.add(load);
      }
      rows.add(row.toArray());
    }
    List<String> columns = new ArrayList<>(List.of("id", "name", "name_zh", "name_km", "unit"));
    List<Boolean> isNumber = new ArrayList<>(List.of(false, false, false, false, false));
    for (Constituent c : constituents) {
      columns.add(c.id() + "_t_per_a");
      isNumber.add(true);
    }
    return new Layer(
        "sources",
        "sources and their loads to the water [t/a; bacteria 10^12 counts]",
        "POINT",
        columns,
        isNumber,
        shapes,
        rows);
  }

  /// The source's own place, else, as of a sewershed, the node where it enters, else the middle of
  /// its reach.
  private Optional<Coordinate> place(Source source) {
    Optional<Coordinate> own =
        switch (source) {
          case Source.Town t when t.sewershed().isPresent() -> Optional.empty();
          case Source.Town t -> placed(t.lon_deg(), t.lat_deg());
          case Source.Plant p -> placed(p.lon_deg(), p.lat_deg());
          case Source.Discharger d -> placed(d.lon_deg(), d.lat_deg());
          case Source.Livestock l -> Optional.empty();
          case Source.Land l -> Optional.empty();
        };
    if (own.isPresent() || source.entry().how() == Entry.How.NODE) {
      return own.or(() -> at(source.entry().id()));
    }
    return Optional.ofNullable(reaches.get(source.entry().id()))
        .map(r -> line(r).getInteriorPoint())
        .filter(p -> !p.isEmpty())
        .map(Geometry::getCoordinate);
  }
}
