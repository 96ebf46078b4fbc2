package org.tonle.report.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonle.model.Shape;
import org.tonle.model.Unit;
import org.tonle.report.page.Figures;
import org.tonle.report.page.Page;

/// Map land under the rivers: the outlines of a study, each once per page; maps refer to them. A
/// study without shapes shows rivers on an empty ground.
final class MapLand {
  /// Points closer than this to the one before are not drawn.
  private static final double LEAST_STEP = 0.4;

  private final MapFrame frame;
  private final List<Shape> shapes;
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Set<String> lakes = new HashSet<>();

  MapLand(Page page, MapFrame frame) {
    this.frame = frame;
    shapes = page.result.study().waterways().shapes();
    for (int i = 0; i < shapes.size(); i++) {
      index.put(shapes.get(i).place(), i);
    }
    for (Unit unit : page.result.study().emissions().units()) {
      parents.put(unit.id(), unit.parent());
    }
    page.result.study().waterways().lakes().forEach(l -> lakes.add(l.id()));
  }

  /// Outlines as `<path>`s with the ids that [#use] names.
  String definitions() {
    StringBuilder svg = new StringBuilder();
    for (int i = 0; i < shapes.size(); i++) {
      svg.append("<path id='a").append(i).append("' fill-rule='evenodd' d='");
      svg.append(path(shapes.get(i))).append("'/>\n");
    }
    if (hasUnits() && hasSea()) {
      svg.append("<path id='neighbours' d='");
      double[] box = frame.box_deg();
      for (List<double[]> ring : Outlines.within(box[0], box[1], box[2], box[3])) {
        svg.append(MapFrame.path(thinned(cropped(placed(ring))))).append('Z');
      }
      svg.append("'/>\n");
    }
    if (hasUnits()) {
      svg.append("<clipPath id='inland'>");
      outer().forEach(place -> svg.append(use(place, "clip-rule='evenodd'")));
      svg.append("</clipPath>\n");
    }
    return svg.toString();
  }

  /// Whether the map can tell land from sea.
  private boolean hasSea() {
    double[] box = frame.box_deg();
    return frame.isDrawable() && Outlines.cover(box[0], box[1], box[2], box[3]);
  }

  /// A ring with the points far outside the picture moved to its rim, where they are not seen.
  private List<double[]> cropped(List<double[]> ring) {
    double rim = 20;
    return ring.stream()
        .map(
            p ->
                new double[] {
                  StrictMath.clamp(p[0], -rim, MapFrame.WIDTH + rim),
                  StrictMath.clamp(p[1], -rim, frame.height() + rim)
                })
        .toList();
  }

  /// Whether any unit has an outline.
  boolean hasUnits() {
    return shapes.stream().anyMatch(s -> !lakes.contains(s.place()));
  }

  /// The ground of a map: the outside, the land, and the borders within it.
  String ground() {
    if (!hasUnits()) {
      return "";
    }
    StringBuilder svg = new StringBuilder();
    svg.append("<rect class='").append(hasSea() ? "sea" : "abroad");
    svg.append("' width='900' height='").append(Figures.px(frame.height())).append("'/>\n");
    svg.append(hasSea() ? "<use href='#neighbours' class='abroad'/>\n" : "");
    outer().forEach(place -> svg.append(use(place, "class='land'")));
    svg.append("<g clip-path='url(#inland)'>");
    inner().forEach(place -> svg.append(use(place, "class='border'")));
    return svg.append("</g>\n").toString();
  }

  /// Units with an outline that no other such unit contains.
  List<String> outer() {
    return units(false);
  }

  /// Units with an outline that another such unit contains.
  List<String> inner() {
    return units(true);
  }

  private List<String> units(boolean isInner) {
    List<String> found = new ArrayList<>();
    for (Shape shape : shapes) {
      if (!lakes.contains(shape.place()) && within(shape.place()).isPresent() == isInner) {
        found.add(shape.place());
      }
    }
    return found;
  }

  /// The smallest unit with an outline that contains a unit; empty for a circle of parents.
  private Optional<String> within(String unit) {
    String at = parents.getOrDefault(unit, "");
    for (int depth = 0; depth < parents.size() && !at.isEmpty(); depth++) {
      if (index.containsKey(at)) {
        return Optional.of(at);
      }
      at = parents.getOrDefault(at, "");
    }
    return Optional.empty();
  }

  /// The unit itself or the smallest unit around it that has an outline.
  Optional<String> drawn(String unit) {
    return index.containsKey(unit) ? Optional.of(unit) : within(unit);
  }

  boolean has(String place) {
    return index.containsKey(place);
  }

  /// A reference to an outline of the page, with its own attributes; "" for a place without one.
  String use(String place, String attributes) {
    Integer i = index.get(place);
    return i == null ? "" : "<use href='#a" + i + "' " + attributes + "/>";
  }

  /// A point well inside the largest polygon, for a label; empty for a place without an outline.
  Optional<double[]> middle(String place) {
    Integer i = index.get(place);
    return i == null ? Optional.empty() : Optional.of(Inside.of(largest(shapes.get(i))));
  }

  /// Width of the outline through its middle; 0 for a place without one.
  double room(String place) {
    Integer i = index.get(place);
    return i == null ? 0 : Inside.chord(largest(shapes.get(i)), middle(place).orElseThrow());
  }

  /// Whether a point of the picture lies in none of the study's units.
  boolean isAbroad(double x, double y) {
    return outer().stream()
        .map(place -> index.getOrDefault(place, 0))
        .flatMap(i -> shapes.get(i).polygons().stream())
        .noneMatch(p -> Inside.holds(placed(p.rings().getFirst()), x, y));
  }

  private List<double[]> largest(Shape shape) {
    List<double[]> best = List.of();
    for (Shape.Polygon polygon : shape.polygons()) {
      List<double[]> ring = placed(polygon.rings().getFirst());
      best = Inside.area(ring) > Inside.area(best) ? ring : best;
    }
    return best;
  }

  private List<double[]> placed(List<double[]> ring) {
    return ring.stream().map(p -> frame.at(p[0], p[1])).toList();
  }

  private String path(Shape shape) {
    StringBuilder d = new StringBuilder();
    for (Shape.Polygon polygon : shape.polygons()) {
      for (List<double[]> ring : polygon.rings()) {
        d.append(MapFrame.path(thinned(placed(ring)))).append('Z');
      }
    }
    return d.toString();
  }

  private static List<double[]> thinned(List<double[]> line) {
    List<double[]> kept = new ArrayList<>();
    for (double[] p : line) {
      boolean isFar =
          kept.isEmpty()
              || StrictMath.abs(p[0] - kept.getLast()[0]) > LEAST_STEP
              || StrictMath.abs(p[1] - kept.getLast()[1]) > LEAST_STEP;
      if (isFar) {
        kept.add(p);
      }
    }
    return kept;
  }
}
