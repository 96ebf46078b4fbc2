package org.tonle.serve.ogc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Hydraulics;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.model.Names;
import org.tonle.model.Reach;
import org.tonle.model.Shape;
import org.tonle.model.Source;
import org.tonle.run.Result;
import org.tonle.serve.held.BaselineWater;
import org.tonle.serve.held.PlaceList;
import org.tonle.serve.held.PreparedStudy;
import org.tonle.serve.held.ViewedWater;
import org.tonle.serve.held.WaterView;
import org.tonle.serve.route.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Features of the collections of a study, as GeoJSON; seasons are properties.
final class Features {
  private final PreparedStudy study;
  private final Result result;
  private final PlaceList places;

  Features(PreparedStudy study, Result result) {
    this.study = study;
    this.result = result;
    places = study.places();
  }

  /// Feature with the box that it lies in.
  ///
  /// @param box west, south, east, north
  record Feature(String id, double[] box, ObjectNode json) {
    boolean touches(double[] other) {
      return box[0] <= other[2] && box[2] >= other[0] && box[1] <= other[3] && box[3] >= other[1];
    }
  }

  List<Feature> of(FeatureCollection collection) {
    return leading(
        switch (collection) {
          case REACHES -> places(Place.Kind.REACH, false);
          case LAKES -> places(Place.Kind.LAKE, true);
          case SOURCES -> sources();
          case RESULTS -> places(Place.Kind.REACH, true);
        });
  }

  /// GeoJSON has no schema: QGIS and GDAL take the type of a column from the first features. So
  /// those come first that are the first with a value in some column.
  private static List<Feature> leading(List<Feature> all) {
    Set<String> known = new HashSet<>();
    List<Feature> first = new ArrayList<>();
    List<Feature> others = new ArrayList<>();
    for (Feature feature : all) {
      boolean isFirst = false;
      for (var property : feature.json().get("properties").properties()) {
        boolean hasValue =
            !property.getValue().isNull() && !property.getValue().asString("").equals("");
        isFirst |= hasValue && known.add(property.getKey());
      }
      (isFirst ? first : others).add(feature);
    }
    first.addAll(others);
    return first;
  }

  private List<Feature> places(Place.Kind kind, boolean hasResults) {
    Concentrations water = result.concentrations();
    Map<String, List<Hydraulics>> flows = new HashMap<>();
    result
        .hydraulics()
        .forEach(h -> flows.computeIfAbsent(h.reach(), k -> new ArrayList<>()).add(h));
    ViewedWater judged =
        BaselineWater.viewed(result, new WaterView(-1, study.standards().first(), Statistic.P50));
    List<Feature> all = new ArrayList<>();
    for (int p = 0; p < places.all().size(); p++) {
      Place place = places.all().get(p);
      if (place.kind() != kind) {
        continue;
      }
      ObjectNode properties = named(place.id(), place.names());
      properties.put("province", place.unit());
      if (hasResults) {
        properties.put("kind", kind.name().toLowerCase(java.util.Locale.ROOT));
        results(properties, water, judged, p);
      } else if (kind == Place.Kind.REACH) {
        reach(properties, places.reach(place.id()), flows.getOrDefault(place.id(), List.of()));
      }
      all.add(feature(place.id(), geometry(place), properties));
    }
    return all;
  }

  private static ObjectNode named(String id, Names names) {
    return Json.object()
        .put("id", id)
        .put("name", names.en())
        .put("name_zh", names.zh())
        .put("name_km", names.km());
  }

  private static void reach(ObjectNode to, Reach reach, List<Hydraulics> flows) {
    to.put("river", PlaceList.river(reach).en());
    to.put("length_km", reach.line().length_km());
    to.put("from_node", reach.line().fromNode()).put("to_node", reach.line().toNode());
    for (Hydraulics h : flows) {
      Json.put(to, "discharge_m3_per_s_" + h.season(), h.discharge_m3_per_s());
    }
  }

  private static void results(ObjectNode to, Concentrations water, ViewedWater judged, int place) {
    int seasons = water.seasons().size();
    for (int s = 0; s < seasons; s++) {
      String season = water.seasons().get(s).id();
      to.put("state_" + season, water.state(place, s).name().toLowerCase(java.util.Locale.ROOT));
      Json.put(to, "class_" + season, judged.classRank[place * seasons + s]);
      Json.put(to, "chance_over_" + season, judged.chanceOver[place * seasons + s]);
      for (int c = 0; c < water.constituents().size(); c++) {
        String name = water.constituents().get(c).id() + "_" + season;
        boolean isJudged = water.isJudged(place, s);
        Json.put(to, name, isJudged ? (float) water.value(Statistic.P50, place, s, c) : Float.NaN);
      }
    }
  }

  private List<Feature> sources() {
    List<Feature> all = new ArrayList<>();
    for (Source source : study.study().emissions().sources()) {
      switch (source) {
        case Source.Town town -> {
          ObjectNode one = source(town, "town").put("town", town.town());
          one.put("people", study.baseline().instance().applied().people(town));
          add(all, town.id(), town.lon_deg(), town.lat_deg(), one);
        }
        case Source.Plant plant -> {
          ObjectNode one = source(plant, "plant");
          one.put("status", plant.status().name().toLowerCase(java.util.Locale.ROOT));
          one.put("technology", plant.technology());
          Json.put(one, "capacity_m3_per_d", plant.capacity_m3_per_d());
          add(all, plant.id(), plant.lon_deg(), plant.lat_deg(), one);
        }
        case Source.Discharger factory -> {
          ObjectNode one = source(factory, factory instanceof Source.Park ? "park" : "factory");
          one.put("sector", factory.sector()).put("plant", factory.plant());
          add(all, factory.id(), factory.lon_deg(), factory.lat_deg(), one);
        }
        case Source.Livestock herd -> {}
        case Source.Land land -> {}
      }
    }
    return all;
  }

  private ObjectNode source(Source source, String kind) {
    ObjectNode one = named(source.id(), source.names()).put("kind", kind);
    int place = places.of(source.entry());
    one.put("province", source.unit());
    one.put("place", place < 0 ? "" : places.all().get(place).id());
    // Every kind has every column, so that a table of them has them all.
    one.put("town", "").putNull("people").put("sector", "").put("plant", "");
    return one.put("status", "").put("technology", "").putNull("capacity_m3_per_d");
  }

  /// Sources without a place of their own stand where their load enters.
  private void add(
      List<Feature> all, String id, double lon_deg, double lat_deg, ObjectNode properties) {
    boolean isKnown = lon_deg != 0 || lat_deg != 0;
    int place = places.find(properties.get("place").asString());
    double[] at =
        isKnown || place < 0
            ? new double[] {lon_deg, lat_deg}
            : places.point(places.all().get(place));
    ObjectNode point = Json.object().put("type", "Point");
    point.set("coordinates", Json.point(at));
    all.add(feature(id, point, properties));
  }

  private ObjectNode geometry(Place place) {
    if (place.kind() == Place.Kind.REACH) {
      ObjectNode line = Json.object().put("type", "LineString");
      line.set("coordinates", Json.line(places.line(places.reach(place.id()))));
      return line;
    }
    for (Shape shape : study.study().waterways().shapes()) {
      if (shape.place().equals(place.id())) {
        ObjectNode area = Json.object().put("type", "MultiPolygon");
        ArrayNode polygons = area.putArray("coordinates");
        for (Shape.Polygon polygon : shape.polygons()) {
          ArrayNode rings = polygons.addArray();
          polygon.rings().forEach(ring -> rings.add(Json.line(ring)));
        }
        return area;
      }
    }
    ObjectNode point = Json.object().put("type", "Point");
    point.set("coordinates", Json.point(places.point(place)));
    return point;
  }

  private static Feature feature(String id, ObjectNode geometry, ObjectNode properties) {
    ObjectNode json = Json.object().put("type", "Feature").put("id", id);
    json.set("geometry", geometry);
    json.set("properties", properties);
    double[] box = {180, 90, -180, -90};
    widen(box, (ArrayNode) geometry.get("coordinates"));
    return new Feature(id, box, json);
  }

  private static void widen(double[] box, ArrayNode of) {
    if (of.get(0).isNumber()) {
      double lon_deg = of.get(0).asDouble();
      double lat_deg = of.get(1).asDouble();
      box[0] = StrictMath.min(box[0], lon_deg);
      box[1] = StrictMath.min(box[1], lat_deg);
      box[2] = StrictMath.max(box[2], lon_deg);
      box[3] = StrictMath.max(box[3], lat_deg);
      return;
    }
    of.forEach(part -> widen(box, (ArrayNode) part));
  }
}
