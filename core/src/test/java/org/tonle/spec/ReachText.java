package org.tonle.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.tonle.model.Names;
import org.tonle.model.Provenance;
import org.tonle.model.Reach;

/// Reach as one line of a river's text: `name: A -> B 10 km 0.5 m/s 2|-1 m3/s 1.5 m deep 25 C`.
///
/// A number precedes its unit; `|` separates the seasons, one number holds for all. The name is
/// `A-B` if the line gives no name.
final class ReachText {
  private static final double METRES_PER_KM = 1e3;

  private final String id;
  private final String from;
  private final String to;
  private final Map<String, double[]> figures = new HashMap<>();

  ReachText(String line) {
    String[] named = line.contains(":") ? line.split(":", 2) : new String[] {"", line};
    List<String> words = new ArrayList<>(List.of(named[1].trim().split("\\s+")));
    if (words.size() < 3 || !words.get(1).equals("->")) {
      throw new IllegalArgumentException("Expected \"A -> B ...\", found \"%s\".".formatted(line));
    }
    from = words.get(0);
    to = words.get(2);
    id = named[0].isBlank() ? from + "-" + to : named[0].trim();
    for (int i = 3; i < words.size(); i++) {
      double[] values = numbers(words.get(i));
      String unit = words.get(++i);
      if (unit.equals("m")) {
        unit = words.get(++i);
      }
      if (!UNITS.contains(unit)) {
        throw new IllegalArgumentException("Unknown unit \"%s\" in \"%s\".".formatted(unit, line));
      }
      figures.put(unit, values);
    }
  }

  /// `slope` and `n` are Manning's; `at` is the discharge that width and depth hold at; `mean` is
  /// the mean of |daily| discharge; `share` is a given fraction; `minor` marks a lesser branch,
  /// `stops` a reach whose load does not go on.
  private static final List<String> UNITS =
      List.of(
          "km", "m/s", "m3/s", "d", "C", "W/m2", "deep", "wide", "share", "mean", "slope", "n",
          "at", "1/d", "km2", "minor", "stops");

  private static double[] numbers(String text) {
    String[] parts = text.split("\\|");
    double[] values = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = parts[i].equals("-") ? Double.NaN : Double.parseDouble(parts[i]);
    }
    return values;
  }

  String from() {
    return from;
  }

  String to() {
    return to;
  }

  Reach reach(int seasons, boolean sectionGiven) {
    List<Reach.Seasonal> seasonal = new ArrayList<>();
    boolean reverses = false;
    for (int s = 0; s < seasons; s++) {
      double q = figure("m3/s", s).orElse(1);
      reverses |= q < 0 || figure("mean", s).isPresent();
      seasonal.add(seasonal(s, q, sectionGiven));
    }
    Reach reach = reach(seasonal, reverses, sectionGiven);
    return figures.containsKey("stops") ? reach.withoutDelivery() : reach;
  }

  private Reach reach(List<Reach.Seasonal> seasonal, boolean reverses, boolean sectionGiven) {
    return new Reach(
        id,
        Names.of(id),
        new Reach.Line(from, to, length_km(), List.of()),
        reverses,
        "",
        section(sectionGiven),
        new Reach.Drainage(figure("km2", 0).orElse(0), figures.containsKey("minor")),
        seasonal,
        "",
        true,
        Provenance.NONE);
  }

  /// Length as stated, or from the travel time and velocity, or 1 km if only a time is given.
  private double length_km() {
    double time_s = figure("d", 0).orElse(0) * 86_400;
    double stated = time_s * figure("m/s", 0).orElse(0) / METRES_PER_KM;
    return figure("km", 0).orElse(stated > 0 ? stated : 1);
  }

  private Reach.Seasonal seasonal(int s, double q, boolean sectionGiven) {
    OptionalDouble none = OptionalDouble.empty();
    return new Reach.Seasonal(
        q,
        figure("mean", s),
        figure("share", s),
        sectionGiven ? none : figure("wide", s),
        sectionGiven ? none : figure("deep", s),
        figure("m/s", s),
        figure("d", s),
        figure("C", s),
        figure("W/m2", s),
        Provenance.NONE);
  }

  /// Width and depth belong to the section if a slope or a discharge for them is given.
  boolean isSectionGiven() {
    return figures.containsKey("slope") || figures.containsKey("at");
  }

  private Reach.Section section(boolean given) {
    OptionalDouble none = OptionalDouble.empty();
    return new Reach.Section(
        given ? figure("wide", 0) : none,
        given ? figure("deep", 0) : none,
        figure("at", 0),
        figure("slope", 0),
        figure("n", 0),
        figure("1/d", 0));
  }

  private OptionalDouble figure(String unit, int season) {
    double[] values = figures.get(unit);
    if (values == null) {
      return OptionalDouble.empty();
    }
    double value = values.length == 1 ? values[0] : values[season];
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
