package org.tonle.export.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Breaches;
import org.tonle.cause.Contribution;
import org.tonle.cause.Grouping;
import org.tonle.export.map.GeoPackage.Layer;
import org.tonle.model.Constituent;
import org.tonle.run.Question;
import org.tonle.run.Result;

/// Breach layers: one row for every required limit that is broken, on the river or at the lake or
/// node where it is.
final class BreachLayers {
  static final String RIVERS = "breaches";
  static final String POINTS = "breaches_at";

  private static final List<String> COLUMNS =
      List.of(
          "season",
          "what",
          "outcome",
          "unit",
          "law",
          "cause",
          "value",
          "p5",
          "p95",
          "limit",
          "times",
          "chance",
          "cause_pct");

  /// Number of the first columns above that hold text.
  private static final int TEXTS = 6;

  private static final Contribution NOBODY = new Contribution("", 0, 0, 0, 0, 0, 0);

  private final Result result;
  private final MapLayers map;
  private final Breaches breaches;
  private final Map<Question, Apportionment> causes = new HashMap<>();
  private final Map<String, String> units = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  BreachLayers(MapFindings findings, MapLayers map) {
    this.map = map;
    result = findings.result();
    breaches = new Breaches(result);
    for (Apportionment one : findings.causes()) {
      causes.put(new Question(one.place(), one.season(), one.constituent().id()), one);
    }
    for (Constituent c : result.study().chemistry().constituents()) {
      units.put(c.id(), c.unit().symbol());
    }
    result.study().emissions().names().forEach((id, n) -> names.put(id, n.en()));
  }

  List<Layer> layers() {
    double confidence = result.study().settings().judging().confidence();
    List<Verdict> broken =
        result.judged().verdicts().stream()
            .filter(v -> v.required() && v.isBroken(confidence))
            .sorted(Comparator.comparingInt(BreachLayers::drawn))
            .toList();
    List<Verdict> points =
        broken.stream().filter(v -> v.place().kind() != Place.Kind.REACH).toList();
    List<Verdict> rivers =
        broken.stream().filter(v -> v.place().kind() == Place.Kind.REACH).toList();
    List<Layer> layers = new ArrayList<>();
    layers.add(layer(RIVERS, "LINESTRING", rivers));
    if (!points.isEmpty()) {
      layers.add(layer(POINTS, "POINT", points));
    }
    return layers;
  }

  /// What is drawn last lies on top: a breach that can be mended.
  private static int drawn(Verdict v) {
    return switch (v.outcome()) {
      case BREACHED -> 2;
      case BEYOND_SOURCES -> 1;
      default -> 0;
    };
  }

  private Layer layer(String name, String type, List<Verdict> broken) {
    Map<Place, Geometry> shapes = new HashMap<>();
    List<Geometry> geometries = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    for (Verdict v : broken) {
      geometries.add(shapes.computeIfAbsent(v.place(), map::shape));
      rows.add(row(v));
    }
    List<String> columns = new ArrayList<>(MapLayers.HEAD);
    columns.addAll(COLUMNS);
    List<Boolean> isNumber = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      isNumber.add(c >= MapLayers.HEAD.size() + TEXTS);
    }
    return new Layer(
        name,
        "required limits that are broken, one row each: median with its band, limit as it binds"
            + " the mean, times over it, chance of meeting it [%], first cause with its share [%]",
        type,
        columns,
        isNumber,
        geometries,
        rows);
  }

  private Object[] row(Verdict v) {
    List<Object> row = new ArrayList<>(MapLayers.head(v.place().id(), v.place().names()));
    Contribution first = first(v);
    row.addAll(List.of(v.season(), v.constituent(), v.outcome().id()));
    row.add(units.getOrDefault(v.constituent(), ""));
    row.add(v.limit().standard());
    String name = names.getOrDefault(first.key(), "");
    row.add(name.isEmpty() ? first.key() : name);
    row.add(breaches.value(Statistic.P50, v));
    row.add(breaches.value(Statistic.P5, v));
    row.add(breaches.value(Statistic.P95, v));
    row.add(v.limitOfMean());
    row.add(breaches.excess(v));
    row.add(100 * v.probabilityOfMeeting());
    row.add(first.key().isEmpty() ? Double.NaN : 100 * first.share());
    return row.toArray();
  }

  private Contribution first(Verdict v) {
    Apportionment found = causes.get(new Question(v.place(), v.season(), v.constituent()));
    return found == null
        ? NOBODY
        : found.by(Grouping.SOURCE).stream()
            .filter(c -> !c.key().isEmpty())
            .max(Comparator.comparingDouble(Contribution::share))
            .orElse(NOBODY);
  }
}
