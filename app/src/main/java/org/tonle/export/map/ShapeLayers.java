package org.tonle.export.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.tonle.assess.Place;
import org.tonle.convert.Convert;
import org.tonle.export.map.GeoPackage.Layer;
import org.tonle.load.LoadTerm;
import org.tonle.model.Constituent;
import org.tonle.model.Lake;
import org.tonle.model.Season;
import org.tonle.model.Shape;
import org.tonle.model.Unit;
import org.tonle.run.Result;

/// Shape layers: units and lakes with an outline, as layers of areas.
final class ShapeLayers {
  static final String AREAS = "MULTIPOLYGON";

  private final Result result;
  private final MapLayers map;
  private final GeometryFactory geometry;
  private final Map<String, Shape> shapes = new HashMap<>();

  ShapeLayers(Result result, MapLayers map, GeometryFactory geometry) {
    this.result = result;
    this.map = map;
    this.geometry = geometry;
    result.study().waterways().shapes().forEach(s -> shapes.put(s.place(), s));
  }

  /// Layers for which the study has any outline.
  List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    for (Layer layer : List.of(units(), lakes())) {
      if (!layer.rows().isEmpty()) {
        layers.add(layer);
      }
    }
    return layers;
  }

  Optional<Geometry> area(String place) {
    return Optional.ofNullable(shapes.get(place))
        .map(
            s ->
                geometry.createMultiPolygon(
                    s.polygons().stream().map(this::polygon).toArray(Polygon[]::new)));
  }

  private Polygon polygon(Shape.Polygon polygon) {
    List<LinearRing> rings = polygon.rings().stream().map(this::ring).toList();
    LinearRing[] holes = rings.subList(1, rings.size()).toArray(LinearRing[]::new);
    return geometry.createPolygon(rings.getFirst(), holes);
  }

  private LinearRing ring(List<double[]> points) {
    return geometry.createLinearRing(
        points.stream().map(p -> new Coordinate(p[0], p[1])).toArray(Coordinate[]::new));
  }

  private Layer units() {
    List<Constituent> constituents = result.study().chemistry().constituents();
    Map<String, Double> loads = loads_t_per_a();
    List<Geometry> areas = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    for (Unit unit : result.study().emissions().units()) {
      area(unit.id())
          .ifPresent(
              a -> {
                areas.add(a);
                List<Object> row = new ArrayList<>(MapLayers.head(unit.id(), unit.names()));
                row.add(unit.parent());
                row.add(unit.kind());
                for (Constituent c : constituents) {
                  row.add(loads.getOrDefault(unit.id() + "\t" + c.id(), 0.0));
                }
                rows.add(row.toArray());
              });
    }
    List<String> columns = new ArrayList<>(MapLayers.HEAD);
    columns.addAll(List.of("parent", "kind"));
    List<Boolean> isNumber = new ArrayList<>(List.of(false, false, false, false, false, false));
    for (Constituent c : constituents) {
      columns.add(c.id() + "_t_per_a");
      isNumber.add(true);
    }
    return new Layer(
        "units",
        "units with an outline and the loads of their own sources to the water [t/a; bacteria 10^12"
            + " counts]",
        AREAS,
        columns,
        isNumber,
        areas,
        rows);
  }

  /// Loads by unit and constituent, mean of the year; for bacteria in 10^12 counts/a.
  private Map<String, Double> loads_t_per_a() {
    List<Season> seasons = result.study().waterways().seasons();
    double year_d = seasons.stream().mapToDouble(Season::duration_d).sum();
    Map<String, Double> scale = new HashMap<>();
    result
        .study()
        .chemistry()
        .constituents()
        .forEach(c -> scale.put(c.id(), c.unit().counts() ? 1e-6 : 1));
    Map<String, Double> loads = new HashMap<>();
    for (LoadTerm term : result.loads().terms()) {
      double mean = 0;
      for (int s = 0; s < seasons.size(); s++) {
        mean += term.delivered_g_per_s().get(s) * seasons.get(s).duration_d() / year_d;
      }
      loads.merge(
          term.unit() + "\t" + term.constituent(),
          Convert.tonnesPerYearFromGramsPerSecond(mean)
              * scale.getOrDefault(term.constituent(), 1.0),
          Double::sum);
    }
    return loads;
  }

  private Layer lakes() {
    List<Geometry> areas = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    for (Lake lake : result.study().waterways().lakes()) {
      area(lake.id())
          .ifPresent(
              a -> {
                areas.add(a);
                List<Object> row = new ArrayList<>(MapLayers.head(lake.id(), lake.names()));
                row.addAll(map.figures(Place.Kind.LAKE, lake.id()));
                rows.add(row.toArray());
              });
    }
    List<String> columns = new ArrayList<>(MapLayers.HEAD);
    List<Boolean> isNumber = new ArrayList<>(List.of(false, false, false, false));
    map.figureColumns(columns, isNumber);
    return new Layer(
        "lake_shapes",
        "lakes with an outline: the same columns as `lakes`",
        AREAS,
        columns,
        isNumber,
        areas,
        rows);
  }
}
