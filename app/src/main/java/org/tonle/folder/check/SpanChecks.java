package org.tonle.folder.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.convert.Convert;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.model.Shape;
import org.tonle.problem.Figure;

/// Checks of lengths, sections and areas against the map: a reach against the straight and the
/// drawn line, depth against width, land and lakes against outlines, a source against its node.
public final class SpanChecks {
  /// Points and lengths are rounded, and a node stands for a place; no reach is shorter than the
  /// straight line beyond that.
  private static final double ROUNDING = 0.75;

  private static final double ROUNDING_KM = 1;

  /// The most winding rivers are about four times as long as the straight line.
  private static final double MOST_WINDING = 6;

  /// A coarse line cuts bends, but not two thirds of a river.
  private static final double MOST_COARSE = 3;

  /// Outlines of lakes are drawn coarsely, and floods go far beyond them.
  private static final double FLOODED = 10;

  /// Sewers and drains lead no farther.
  private static final double FARTHEST_KM = 50;

  /// A point that is farther away is far from all others, too, which is told once.
  private static final double ELSEWHERE_KM = 250;

  /// Velocities of a section [m/s]; slower is a lake, faster no river.
  private static final double SLOWEST = 0.005;

  private static final double FASTEST = 8;

  /// Herds on a km² of a district, poultry among them.
  private static final double MOST_HEADS = 3000;

  /// A reach is longer than this many widths of it; else its length is in another unit.
  private static final double LEAST_WIDTHS = 2;

  /// Mean depths of lakes; Baikal has 740 m.
  private static final double DEEPEST_LAKE_M = 800;

  private static final double SHALLOWEST_LAKE_M = 0.05;

  private static final double EARTH_KM = 6371;
  private static final List<String> WITH_POINT =
      List.of(Schema.TOWNS, Schema.PLANTS, Schema.INDUSTRY);

  private final Sheets sheets;
  private final Problems problems;
  private final Map<String, double[]> pointOf = new HashMap<>();
  private final Map<String, Double> areaOf = new HashMap<>();

  public SpanChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
    // A lake is no point: its shore may be far from its node.
    for (Row row : sheets.rows(Schema.NODES)) {
      boolean isLake = sheets.ids(Schema.LAKES).contains(row.text("node"));
      if (row.has("lon") && row.has("lat") && !isLake) {
        pointOf.put(row.text("node"), new double[] {row.number("lon"), row.number("lat")});
      }
    }
    for (Row row : sheets.rows(Schema.SHAPES)) {
      if (row.has("area")) {
        areaOf.put(row.text("place"), area_km2(row.polygons("area")));
      }
    }
  }

  public void run() {
    Map<String, Double> drawn = new HashMap<>();
    sheets.rows(Schema.GEOMETRY).forEach(r -> drawn.put(r.text("reach"), line(r.points("line"))));
    for (Row row : sheets.rows(Schema.REACHES)) {
      length(row, drawn.getOrDefault(row.text("reach"), Double.NaN));
      section(row);
    }
    sheets.rows(Schema.REACH_SEASONS).forEach(this::section);
    WITH_POINT.forEach(f -> sheets.rows(f).forEach(this::place));
    sheets.rows(Schema.LAKE_SEASONS).forEach(r -> outline(r, r.text("lake"), FLOODED));
    sheets.rows(Schema.LAKE_SEASONS).forEach(this::depth);
    sheets.rows(Schema.LAND).forEach(r -> outline(r, r.text("unit"), 1.2));
    sheets.rows(Schema.LIVESTOCK).forEach(this::herd);
  }

  private void length(Row row, double drawn_km) {
    double[] from = pointOf.get(row.text("from_node"));
    double[] to = pointOf.get(row.text("to_node"));
    double length = row.number("length_km");
    if (length > 0 && 1000 * length < LEAST_WIDTHS * row.number("width_m")) {
      String least = "> " + Figure.of(LEAST_WIDTHS * row.number("width_m") / 1000) + " km";
      warn("unusual_value", row, "length_km", least, Figure.of(length));
    }
    if (from != null && to != null) {
      double straight = distance(from, to);
      boolean isShort = length < ROUNDING * straight - ROUNDING_KM;
      boolean isLong = length > MOST_WINDING * straight + 5 * ROUNDING_KM && straight > 0;
      if (isShort || isLong) {
        warn(
            "length_off_the_map", row, "length_km", Figure.of(straight) + " km", row.text("reach"));
        return;
      }
    }
    if (length > MOST_COARSE * drawn_km + ROUNDING_KM
        || length < drawn_km / MOST_COARSE - ROUNDING_KM) {
      warn("length_off_the_map", row, "length_km", Figure.of(drawn_km) + " km", row.text("reach"));
    }
  }

  private void section(Row row) {
    if (row.number("depth_m") > row.number("width_m")) {
      problems.warn(
          "depth_above_width",
          row.file(),
          row.number(),
          "depth_m",
          Figure.of(row.number("width_m")) + " m",
          Figure.of(row.number("depth_m")) + " m",
          row.text("reach"));
    }
    velocity(row, "section_discharge_m3_per_s");
    velocity(row, "discharge_m3_per_s");
  }

  /// Water that hardly moves, or faster than any river, shows that two figures of a section have
  /// changed places or one is in another unit.
  private void velocity(Row row, String column) {
    boolean isWhole =
        Schema.find(row.file()).flatMap(t -> t.find(column)).isPresent()
            && row.has("width_m")
            && row.has("depth_m");
    if (isWhole) {
      double area = row.number("width_m") * row.number("depth_m");
      double velocity = StrictMath.abs(row.number(column)) / area;
      if (velocity > FASTEST || (velocity < SLOWEST && velocity > 0)) {
        warn("odd_velocity", row, column, SLOWEST + " … " + FASTEST, Figure.of(velocity));
      }
    }
  }

  private void place(Row row) {
    double[] node = pointOf.get(row.text("node"));
    if (node != null && row.has("lon") && row.has("lat")) {
      double away = distance(node, new double[] {row.number("lon"), row.number("lat")});
      if (away > FARTHEST_KM && away < ELSEWHERE_KM) {
        warn(
            "far_from_its_water",
            row,
            "node",
            Figure.of(away) + " km",
            row.text(row.firstColumn()) + " → " + row.text("node"));
      }
    }
  }

  /// @param times how often the outline an area may be
  private void outline(Row row, String place, double times) {
    double outline = areaOf.getOrDefault(place, Double.NaN);
    double area = row.number("area_km2");
    if (area > times * outline + 1) {
      warn(
          "area_above_outline",
          row,
          "area_km2",
          place + ": " + Figure.of(outline) + " km²",
          Figure.of(area) + " km²");
    }
  }

  /// The volume over the surface is the mean depth: another is a unit gone wrong in one of them.
  private void depth(Row row) {
    double area = row.number("area_km2", 0);
    double volume =
        StrictMath.max(row.number("volume_start_km3", 0), row.number("volume_end_km3", 0));
    double depth_m = 1000 * volume / area;
    if (area > 0 && volume > 0 && (depth_m > DEEPEST_LAKE_M || depth_m < SHALLOWEST_LAKE_M)) {
      String usual =
          Figure.of(1000 * volume / DEEPEST_LAKE_M)
              + " … "
              + Figure.of(1000 * volume / SHALLOWEST_LAKE_M)
              + " km²";
      warn("unusual_value", row, "area_km2", usual, Figure.of(area));
    }
  }

  private void herd(Row row) {
    double outline = areaOf.getOrDefault(row.text("unit"), Double.NaN);
    if (row.number("heads") > MOST_HEADS * outline) {
      String most = "≤ " + Figure.of(MOST_HEADS * outline);
      warn("unusual_value", row, "heads", most, Figure.of(row.number("heads")));
    }
  }

  private void warn(String code, Row row, String column, String expected, String found) {
    problems.warn(code, row.file(), row.number(), column, expected, found, "");
  }

  private static double line(List<double[]> points) {
    double sum = 0;
    for (int i = 1; i < points.size(); i++) {
      sum += distance(points.get(i - 1), points.get(i));
    }
    return points.size() > 1 ? sum : Double.NaN;
  }

  private static double distance(double[] one, double[] other) {
    return Convert.distance_km(one[0], one[1], other[0], other[1]);
  }

  private static double area_km2(List<Shape.Polygon> polygons) {
    double sum = 0;
    for (Shape.Polygon polygon : polygons) {
      for (int r = 0; r < polygon.rings().size(); r++) {
        double ring = StrictMath.abs(ring_km2(polygon.rings().get(r)));
        sum += r == 0 ? ring : -ring;
      }
    }
    return sum;
  }

  private static double ring_km2(List<double[]> ring) {
    double degree_km = StrictMath.toRadians(1) * EARTH_KM;
    double sum = 0;
    for (int i = 1; i < ring.size(); i++) {
      double[] a = ring.get(i - 1);
      double[] b = ring.get(i);
      double lat = StrictMath.toRadians((a[1] + b[1]) / 2);
      sum += (b[0] - a[0]) * StrictMath.cos(lat) * (a[1] + b[1]) / 2;
    }
    return sum * degree_km * degree_km;
  }
}
