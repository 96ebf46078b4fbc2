package org.tonle.serve.route;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.assess.Concentrations;
import org.tonle.assess.FlowState;
import org.tonle.assess.Hydraulics;
import org.tonle.assess.Place;
import org.tonle.model.Entry;
import org.tonle.model.Reach;
import org.tonle.model.Shape;
import org.tonle.model.Source;
import org.tonle.model.Unit;
import org.tonle.report.picture.Outlines;
import org.tonle.serve.held.PlaceList;
import org.tonle.serve.held.PreparedStudy;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Map route: everything of the map that levers do not move.
public final class MapRoute {
  private static final double MARGIN_DEG = 1.5;

  private final Served served;

  public MapRoute(Served served) {
    this.served = served;
  }

  public void get(Context asked) {
    Query.of(asked);
    PreparedStudy study = served.study();
    String tag = '"' + study.version() + '"';
    asked.header("ETag", tag).header("Cache-Control", "private, no-cache");
    if (tag.equals(asked.header("If-None-Match"))) {
      asked.status(304);
      return;
    }
    Json.write(asked, study.kept("map", () -> Json.bytes(new Drawn(study).all())));
  }

  /// One map while it is written.
  private static final class Drawn {
    private final PreparedStudy study;
    private final PlaceList places;
    private final ObjectNode root = Json.object();
    private final double[] box = {180, 90, -180, -90};

    Drawn(PreparedStudy study) {
      this.study = study;
      places = study.places();
    }

    ObjectNode all() {
      ArrayNode list = root.putArray("places");
      for (Place place : places.all()) {
        list.add(place(place));
      }
      flows();
      rivers();
      sources();
      shapes();
      root.set("bounds", Json.of(box));
      neighbours();
      return root;
    }

    private ObjectNode place(Place place) {
      ObjectNode one = Json.object().put("id", place.id());
      one.put("kind", place.kind().name().toLowerCase(java.util.Locale.ROOT));
      one.set("name", Json.names(place.names()));
      one.put("province", place.unit());
      if (place.kind() == Place.Kind.REACH) {
        Reach reach = places.reach(place.id());
        one.set("river", Json.names(PlaceList.river(reach)));
        one.put("length_km", reach.line().length_km());
        one.put("from", reach.line().fromNode()).put("to", reach.line().toNode());
        one.put("reverses", reach.reverses());
        one.set("line", Json.line(seen(places.line(reach))));
      } else {
        double[] at = places.point(place);
        seen(List.of(at));
        one.set("at", Json.point(at));
        if (place.kind() == Place.Kind.LAKE) {
          one.set("rings", rings(place.id()));
        }
      }
      return one;
    }

    private List<double[]> seen(List<double[]> points) {
      for (double[] p : points) {
        if (p[0] != 0 || p[1] != 0) {
          box[0] = StrictMath.min(box[0], p[0]);
          box[1] = StrictMath.min(box[1], p[1]);
          box[2] = StrictMath.max(box[2], p[0]);
          box[3] = StrictMath.max(box[3], p[1]);
        }
      }
      return points;
    }

    private ArrayNode rings(String place) {
      ArrayNode all = Json.array();
      for (Shape shape : study.study().waterways().shapes()) {
        if (shape.place().equals(place)) {
          shape.polygons().forEach(p -> p.rings().forEach(ring -> all.add(Json.line(ring))));
        }
      }
      return all;
    }

    private void flows() {
      Concentrations water = study.result().concentrations();
      int seasons = water.seasons().size();
      float[] discharge = new float[places.all().size() * seasons];
      Arrays.fill(discharge, Float.NaN);
      Map<String, Integer> numbers = new HashMap<>();
      for (int s = 0; s < seasons; s++) {
        numbers.put(water.seasons().get(s).id(), s);
      }
      for (Hydraulics h : study.result().hydraulics()) {
        int p = water.indexOf(Place.Kind.REACH, h.reach());
        discharge[p * seasons + numbers.getOrDefault(h.season(), 0)] =
            (float) h.discharge_m3_per_s();
      }
      root.set("discharge_m3_per_s", Json.numbers(discharge));
      ArrayNode states = root.putArray("state");
      ArrayNode back = root.putArray("runsBack");
      for (int p = 0; p < places.all().size(); p++) {
        for (int s = 0; s < seasons; s++) {
          states.add(water.state(p, s).ordinal());
          back.add(water.state(p, s) == FlowState.BACKWARD ? 1 : 0);
        }
      }
      root.set(
          "states",
          Json.of(
              Arrays.stream(FlowState.values())
                  .map(f -> f.name().toLowerCase(java.util.Locale.ROOT))
                  .toList()));
    }

    private void rivers() {
      ArrayNode list = root.putArray("rivers");
      for (PlaceList.River river : places.rivers()) {
        ObjectNode one = list.addObject().put("id", river.id());
        one.set("names", Json.names(river.names()));
        one.set("places", Json.of(downstream(river.places())));
      }
    }

    /// Places of a river from its source to its end, as far as they follow one another.
    private List<Integer> downstream(List<Integer> of) {
      Set<Integer> left = new HashSet<>(of);
      List<Integer> order = new ArrayList<>();
      for (int place : of) {
        int first = place;
        Set<Integer> gone = new HashSet<>();
        while (left.contains(first) && gone.add(first)) {
          int from = first;
          first =
              places.neighbours(first, true).stream()
                  .filter(p -> left.contains(p) && !gone.contains(p))
                  .findFirst()
                  .orElse(from);
        }
        for (int at = first; at >= 0 && left.remove(at); ) {
          order.add(at);
          at = places.neighbours(at, false).stream().filter(left::contains).findFirst().orElse(-1);
        }
      }
      return order;
    }

    private void sources() {
      Map<String, ObjectNode> towns = new LinkedHashMap<>();
      ArrayNode plants = root.putArray("plants");
      ArrayNode factories = root.putArray("factories");
      for (Source source : study.study().emissions().sources()) {
        switch (source) {
          case Source.Town town -> town(towns, town);
          case Source.Plant plant -> {
            ObjectNode one = source(plant, plant.lon_deg(), plant.lat_deg());
            one.put("status", plant.status().name().toLowerCase(java.util.Locale.ROOT));
            one.put("technology", plant.technology());
            Json.put(one, "capacity_m3_per_d", plant.capacity_m3_per_d());
            plants.add(one);
          }
          case Source.Discharger factory -> {
            ObjectNode one = source(factory, factory.lon_deg(), factory.lat_deg());
            one.put("sector", factory.sector()).put("plant", factory.plant());
            one.put("isPark", factory instanceof Source.Park);
            factories.add(one);
          }
          case Source.Livestock herd -> {}
          case Source.Land land -> {}
        }
      }
      ArrayNode list = root.putArray("towns");
      towns.values().forEach(list::add);
    }

    private void town(Map<String, ObjectNode> towns, Source.Town town) {
      ObjectNode one =
          towns.computeIfAbsent(
              town.town(),
              id -> {
                ObjectNode made = Json.object().put("id", id);
                made.set("names", Json.names(town.townNames()));
                made.put("unit", town.unit());
                made.put("kind", town.kind());
                made.put("lon", town.lon_deg()).put("lat", town.lat_deg());
                made.put("people", 0.0);
                made.putArray("places");
                made.putArray("sewersheds");
                seen(List.of(new double[] {town.lon_deg(), town.lat_deg()}));
                return made;
              });
      double people = study.baseline().instance().applied().people(town);
      one.put("people", one.get("people").asDouble() + people);
      int place = place(town.entry());
      ((ArrayNode) one.get("places")).add(place);
      ObjectNode shed = ((ArrayNode) one.get("sewersheds")).addObject().put("id", town.id());
      shed.set("names", Json.names(town.names()));
      shed.put("people", people).put("place", place);
    }

    private ObjectNode source(Source source, double lon_deg, double lat_deg) {
      ObjectNode one = Json.object().put("id", source.id());
      one.set("names", Json.names(source.names()));
      one.put("unit", source.unit()).put("lon", lon_deg).put("lat", lat_deg);
      return one.put("place", place(source.entry()));
    }

    private int place(Entry entry) {
      return places.of(entry);
    }

    private void shapes() {
      Map<String, Unit> units = new HashMap<>();
      study.study().emissions().units().forEach(u -> units.put(u.id(), u));
      ArrayNode land = root.putArray("land");
      ArrayNode provinces = root.putArray("provinces");
      for (Shape shape : study.study().waterways().shapes()) {
        Unit unit = units.get(shape.place());
        if (unit == null) {
          continue;
        }
        if (unit.parent().isEmpty()) {
          shape.polygons().forEach(p -> p.rings().forEach(r -> land.add(Json.line(r))));
        }
        provinces.add(unit(unit, rings(shape.place())));
        units.remove(shape.place());
      }
      study.study().emissions().units().stream()
          .filter(u -> units.containsKey(u.id()))
          .forEach(u -> provinces.add(unit(u, Json.array())));
    }

    private static ObjectNode unit(Unit unit, ArrayNode rings) {
      ObjectNode one = Json.object().put("id", unit.id());
      one.set("names", Json.names(unit.names()));
      one.put("kind", unit.kind()).put("parent", unit.parent());
      one.set("rings", rings);
      return one;
    }

    private void neighbours() {
      ArrayNode all = root.putArray("neighbours");
      double west = box[0] - MARGIN_DEG;
      double south = box[1] - MARGIN_DEG;
      double east = box[2] + MARGIN_DEG;
      double north = box[3] + MARGIN_DEG;
      root.put("hasSea", Outlines.cover(box[0], box[2], box[1], box[3]));
      Outlines.within(west, east, south, north).forEach(ring -> all.add(Json.line(ring)));
    }
  }
}
