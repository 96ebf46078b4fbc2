package org.tonle.folder.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tonle.model.Shape;
import org.tonle.text.Cells;

/// WKT (well-known text) of lines and areas; points are longitude and latitude, a third coordinate
/// is dropped.
final class Wkt {
  private static final int LEAST_OF_RING = 4;

  /// Extended WKT names its coordinate system in front: that of longitude and latitude.
  private static final Pattern SRID =
      Pattern.compile("^SRID=4326\\s*;\\s*", Pattern.CASE_INSENSITIVE);

  private Wkt() {}

  /// Points of a LINESTRING, or of a MULTILINESTRING of one part; else empty.
  static Optional<List<double[]>> line(String cell) {
    Optional<String> one = bracketed(cell, "LINESTRING");
    Optional<String> part =
        one.isPresent()
            ? one
            : bracketed(cell, "MULTILINESTRING")
                .flatMap(Wkt::parts)
                .filter(p -> p.size() == 1)
                .map(List::getFirst);
    return part.flatMap(Wkt::points).filter(p -> p.size() > 1);
  }

  /// Polygons of a POLYGON or MULTIPOLYGON, or empty if a ring is open or has too few points.
  static Optional<List<Shape.Polygon>> area(String cell) {
    Optional<String> one = bracketed(cell, "POLYGON");
    Optional<List<String>> texts =
        one.isPresent() ? one.map(List::of) : bracketed(cell, "MULTIPOLYGON").flatMap(Wkt::parts);
    List<Shape.Polygon> polygons = new ArrayList<>();
    for (String text : texts.orElse(List.of())) {
      Optional<Shape.Polygon> polygon = parts(text).flatMap(Wkt::polygon);
      if (polygon.isEmpty()) {
        return Optional.empty();
      }
      polygons.add(polygon.get());
    }
    return polygons.isEmpty() ? Optional.empty() : Optional.of(polygons);
  }

  private static Optional<Shape.Polygon> polygon(List<String> texts) {
    List<List<double[]>> rings = new ArrayList<>();
    for (String text : texts) {
      Optional<List<double[]>> ring = points(text).filter(Wkt::isRing);
      if (ring.isEmpty()) {
        return Optional.empty();
      }
      rings.add(ring.get());
    }
    return rings.isEmpty() ? Optional.empty() : Optional.of(new Shape.Polygon(rings));
  }

  private static boolean isRing(List<double[]> points) {
    double[] first = points.getFirst();
    double[] last = points.getLast();
    return points.size() >= LEAST_OF_RING && first[0] == last[0] && first[1] == last[1];
  }

  /// Text in the brackets after a word.
  private static Optional<String> bracketed(String cell, String word) {
    String text = SRID.matcher(cell.strip()).replaceFirst("");
    int open = text.indexOf('(');
    boolean isIt = text.toUpperCase(Locale.ROOT).startsWith(word) && open > 0 && text.endsWith(")");
    return isIt ? Optional.of(text.substring(open + 1, text.length() - 1)) : Optional.empty();
  }

  /// Texts of the outermost brackets of a list "(…), (…)"; empty if they do not pair.
  private static Optional<List<String>> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' && depth++ == 0) {
        start = i + 1;
      } else if (c == ')' && --depth == 0) {
        parts.add(text.substring(start, i));
      }
      if (depth < 0) {
        return Optional.empty();
      }
    }
    return depth == 0 && !parts.isEmpty() ? Optional.of(parts) : Optional.empty();
  }

  private static Optional<List<double[]>> points(String text) {
    List<double[]> points = new ArrayList<>();
    for (String pair : text.split(",", -1)) {
      String[] figures = pair.strip().split(" +", -1);
      if (figures.length < 2 || !Cells.isPlain(figures[0]) || !Cells.isPlain(figures[1])) {
        return Optional.empty();
      }
      points.add(new double[] {Double.parseDouble(figures[0]), Double.parseDouble(figures[1])});
    }
    return Optional.of(points);
  }
}
