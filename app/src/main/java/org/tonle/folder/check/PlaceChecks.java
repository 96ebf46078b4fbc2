package org.tonle.folder.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Projection;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.model.Shape;
import org.tonle.text.Cells;

/// Checks that places lie near the others, and that reaches connect to water.
public final class PlaceChecks {
  /// A study is some degrees wide; a point farther than this from its middle, and far beyond the
  /// usual distance to it, is suspect.
  private static final double NEAR_DEG = 2;

  private static final double TIMES_USUAL = 10;
  private static final List<String> ENTERING =
      List.of(
          Schema.TOWNS,
          Schema.SEWERSHEDS,
          Schema.PLANTS,
          Schema.INDUSTRY,
          Schema.LIVESTOCK,
          Schema.LAND);

  private final Sheets sheets;
  private final Problems problems;

  public PlaceChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  public void run() {
    outliers();
    if (!problems.hasErrors(Schema.REACHES)) {
      islands();
    }
  }

  private void outliers() {
    List<Row> nodes = points(Schema.NODES);
    guessZone(nodes.isEmpty() ? points(Schema.TOWNS) : nodes);
    if (nodes.size() < 3) {
      return;
    }
    double lon = median(nodes, "lon");
    double lat = median(nodes, "lat");
    double usual = median(nodes.stream().mapToDouble(r -> away(r, lon, lat)).toArray());
    double most = StrictMath.max(NEAR_DEG, TIMES_USUAL * usual);
    List<Row> all = new ArrayList<>(nodes);
    ENTERING.forEach(f -> all.addAll(points(f)));
    for (Row row : all) {
      if (away(row, lon, lat) > most) {
        problems.warn(
            "far_from_others",
            row.file(),
            row.number(),
            "lon",
            "≈ " + Cells.plain(lon) + " " + Cells.plain(lat),
            Cells.plain(row.number("lon")) + " " + Cells.plain(row.number("lat")),
            "");
      }
    }
    for (Row row : sheets.rows(Schema.SHAPES)) {
      shape(row, lon, lat, most);
    }
  }

  /// Reports an outline that neither contains the middle of the others nor comes near it.
  private void shape(Row row, double lon, double lat, double most) {
    double[] box = {180, 90, -180, -90};
    for (Shape.Polygon polygon : row.polygons("area")) {
      for (double[] p : polygon.rings().getFirst()) {
        box[0] = StrictMath.min(box[0], p[0]);
        box[1] = StrictMath.min(box[1], p[1]);
        box[2] = StrictMath.max(box[2], p[0]);
        box[3] = StrictMath.max(box[3], p[1]);
      }
    }
    double aside = StrictMath.max(box[0] - lon, lon - box[2]);
    double above = StrictMath.max(box[1] - lat, lat - box[3]);
    if (row.has("area") && StrictMath.max(aside, above) > most) {
      problems.warn(
          "far_from_others",
          row.file(),
          row.number(),
          "area",
          "≈ " + Cells.plain(lon) + " " + Cells.plain(lat),
          Cells.plain(box[0]) + " " + Cells.plain(box[1]),
          "");
    }
  }

  /// Metres without a map probably belong to the zone of the study's other points.
  private void guessZone(List<Row> points) {
    if (!points.isEmpty()) {
      String zone = Projection.nameAt(median(points, "lon"), median(points, "lat"));
      problems.hint("not_degrees", "crs = \"" + zone + "\"");
    }
  }

  private static double median(List<Row> rows, String column) {
    return median(rows.stream().mapToDouble(r -> r.number(column)).toArray());
  }

  private List<Row> points(String file) {
    boolean hasPoints = Schema.find(file).map(t -> t.find("lon").isPresent()).orElse(false);
    return hasPoints
        ? sheets.rows(file).stream().filter(r -> r.has("lon") && r.has("lat")).toList()
        : List.of();
  }

  private static double away(Row row, double lon, double lat) {
    return StrictMath.max(
        StrictMath.abs(row.number("lon") - lon), StrictMath.abs(row.number("lat") - lat));
  }

  private static double median(double[] values) {
    java.util.Arrays.sort(values);
    return values[values.length / 2];
  }

  /// Reaches that connect to no others and that no water enters: loads into them go nowhere.
  private void islands() {
    Map<String, String> river = new HashMap<>();
    for (Row row : sheets.rows(Schema.REACHES)) {
      river.put(
          ConnectedNodes.root(river, row.text("from_node")),
          ConnectedNodes.root(river, row.text("to_node")));
    }
    Set<String> watered = new java.util.HashSet<>();
    for (String file : List.of(Schema.BOUNDARIES, Schema.INFLOWS)) {
      sheets.rows(file).forEach(r -> watered.add(ConnectedNodes.root(river, r.text("node"))));
    }
    if (watered.isEmpty()) {
      return;
    }
    Map<String, List<Row>> dry = new TreeMap<>();
    Map<String, String> nodeOf = new HashMap<>();
    for (Row row : sheets.rows(Schema.REACHES)) {
      String root = ConnectedNodes.root(river, row.text("from_node"));
      nodeOf.put(row.text("reach"), root);
      if (!watered.contains(root)) {
        dry.computeIfAbsent(root, k -> new ArrayList<>()).add(row);
      }
    }
    dry.values().stream()
        .sorted(Comparator.comparing(rows -> rows.getFirst().text("reach")))
        .forEach(rows -> island(rows, river, nodeOf));
  }

  private void island(List<Row> rows, Map<String, String> river, Map<String, String> riverOfReach) {
    String root = ConnectedNodes.root(river, rows.getFirst().text("from_node"));
    List<String> sources = new ArrayList<>();
    for (String file : ENTERING) {
      String id = Schema.find(file).orElseThrow().columns().getFirst().name();
      for (Row row : sheets.rows(file)) {
        String at =
            row.has("reach")
                ? riverOfReach.getOrDefault(row.text("reach"), "")
                : ConnectedNodes.root(river, row.text("node"));
        if (at.equals(root)) {
          sources.add(row.text(id));
        }
      }
    }
    problems.warn(
        "unconnected_reaches",
        Schema.REACHES,
        rows.getFirst().number(),
        "from_node",
        sources.isEmpty() ? "0" : String.join(", ", sources),
        String.join(", ", rows.stream().map(r -> r.text("reach")).toList()),
        "");
  }
}
