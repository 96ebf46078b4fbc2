package org.tonle.report.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.assess.Place;

/// Stem of a river: the reaches and lakes from its source, or from where it begins, to the sea, or
/// to where it joins another.
///
/// @param stretches in the direction in which the river is drawn
public record Stem(List<Stretch> stretches) {
  /// Width of a lake over the length of the river.
  private static final double LAKE = 0.05;

  private static final int MOST_NAMES = 3;

  public Stem {
    stretches = List.copyOf(stretches);
  }

  /// Stretch of a stem.
  ///
  /// @param place reach or lake
  /// @param river name without the reach's id
  /// @param from upper node, of a lake its own
  /// @param to lower node
  /// @param start distance of its upper end along the drawing; lakes, which have no length, take a
  ///   share of it
  /// @param end of its lower end
  /// @param start_km length of the river above it
  /// @param length_km 0 of a lake
  public record Stretch(
      Place place,
      String river,
      String from,
      String to,
      double start,
      double end,
      double start_km,
      double length_km) {
    public boolean isLake() {
      return place.kind() == Place.Kind.LAKE;
    }
  }

  /// Part of a river before it is laid out.
  record Piece(Place place, String river, String from, String to, double length_km) {}

  static Stem of(List<Piece> pieces) {
    double all_km = pieces.stream().mapToDouble(Piece::length_km).sum();
    List<Stretch> laid = new ArrayList<>();
    double at = 0;
    double km = 0;
    for (Piece piece : pieces) {
      boolean isLake = piece.place.kind() == Place.Kind.LAKE;
      double end = at + (isLake ? LAKE * all_km : piece.length_km);
      laid.add(
          new Stretch(
              piece.place, piece.river, piece.from, piece.to, at, end, km, piece.length_km));
      at = end;
      km += piece.length_km;
    }
    return new Stem(laid);
  }

  double length_km() {
    return stretches.stream().mapToDouble(Stretch::length_km).sum();
  }

  /// Length of the drawing, with its lakes.
  double length() {
    return stretches.isEmpty() ? 0 : stretches.getLast().end();
  }

  /// Position of every node along the drawing; of a lake its middle.
  Map<String, Double> nodes() {
    Map<String, Double> found = new HashMap<>();
    for (Stretch one : stretches) {
      found.putIfAbsent(one.from(), one.start());
      found.put(one.to(), one.end());
    }
    for (Stretch one : stretches) {
      if (one.isLake()) {
        found.put(one.place().id(), (one.start() + one.end()) / 2);
      }
    }
    return found;
  }

  /// Position of a distance from the source.
  double at(double km) {
    for (Stretch one : stretches) {
      if (!one.isLake() && km <= one.start_km() + one.length_km()) {
        return one.start() + StrictMath.max(0, km - one.start_km());
      }
    }
    return length();
  }

  boolean holds(Place place) {
    return stretches.stream().anyMatch(s -> s.place().equals(place));
  }

  /// Names of the rivers that make up a tenth of it, in their order; of many the first, the last
  /// and the one that a place is on.
  List<String> rivers(Place besides) {
    Map<String, Double> km = new java.util.LinkedHashMap<>();
    for (Stretch one : stretches) {
      boolean isNamed = one.place().equals(besides);
      km.merge(one.river(), one.length_km() + (isNamed ? length_km() : 0), Double::sum);
    }
    List<String> names =
        km.entrySet().stream()
            .filter(e -> e.getValue() >= 0.1 * length_km())
            .map(Map.Entry::getKey)
            .toList();
    String own =
        stretches.stream()
            .filter(s -> s.place().equals(besides))
            .map(Stretch::river)
            .findFirst()
            .orElse("");
    return names.size() <= MOST_NAMES
        ? names
        : names.stream()
            .filter(n -> n.equals(names.getFirst()) || n.equals(own) || n.equals(names.getLast()))
            .toList();
  }
}
