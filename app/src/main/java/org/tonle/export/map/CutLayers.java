package org.tonle.export.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Contribution;
import org.tonle.cause.Grouping;
import org.tonle.demand.Demand;
import org.tonle.export.map.GeoPackage.Layer;
import org.tonle.model.Source;
import org.tonle.model.Unit;
import org.tonle.run.Result;

/// Cut layers: the load that every unit with an outline must cut, and the sources that add to the
/// breaches.
final class CutLayers {
  static final String CUTS = "cuts";
  static final String CAUSES = "causes";

  /// Smallest share of a concentration with which a source is shown.
  private static final double LEAST_SHARE = 0.01;

  private final MapFindings findings;
  private final Result result;
  private final MapLayers map;
  private final ShapeLayers shapes;

  CutLayers(MapFindings findings, MapLayers map, ShapeLayers shapes) {
    this.findings = findings;
    this.map = map;
    this.shapes = shapes;
    result = findings.result();
  }

  /// Layers for which the findings hold anything.
  List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    findings.demand().ifPresent(d -> layers.add(cuts(d)));
    if (!findings.causes().isEmpty()) {
      layers.add(causes());
    }
    layers.removeIf(l -> l.rows().isEmpty());
    return layers;
  }

  /// Name of the column with the cut of a constituent.
  static String cut(String constituent) {
    return "cut_" + constituent;
  }

  /// Constituents that any unit must cut, each with the largest present load of a unit.
  static Map<String, Double> mostNow_t_per_a(Demand demand) {
    Map<String, Map<String, Double>> now = new TreeMap<>();
    for (Demand.Cut cut : demand.cuts()) {
      now.computeIfAbsent(cut.cause().constituent(), c -> new HashMap<>())
          .merge(cut.cause().unit(), cut.now_t_per_a(), Double::sum);
    }
    Map<String, Double> most = new TreeMap<>();
    now.forEach(
        (c, units) -> most.put(c, units.values().stream().mapToDouble(x -> x).max().orElse(0)));
    most.values().removeIf(x -> !(x > 0));
    return most;
  }

  private Layer cuts(Demand demand) {
    Map<String, double[]> sums = new HashMap<>();
    List<String> constituents = List.copyOf(mostNow_t_per_a(demand).keySet());
    for (Demand.Cut cut : demand.cuts()) {
      int c = constituents.indexOf(cut.cause().constituent());
      if (c >= 0) {
        double[] sum =
            sums.computeIfAbsent(cut.cause().unit(), u -> new double[2 * constituents.size()]);
        sum[2 * c] += cut.cut_t_per_a();
        sum[2 * c + 1] += cut.now_t_per_a();
      }
    }
    List<Geometry> areas = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    for (Unit unit : result.study().emissions().units()) {
      double[] sum = sums.get(unit.id());
      if (sum != null) {
        shapes
            .area(unit.id())
            .ifPresent(
                a -> {
                  areas.add(a);
                  rows.add(row(unit, sum));
                });
      }
    }
    List<String> columns = new ArrayList<>(MapLayers.HEAD);
    List<Boolean> isNumber = new ArrayList<>(List.of(false, false, false, false));
    for (String constituent : constituents) {
      columns.addAll(List.of(cut(constituent), "pct_" + constituent));
      isNumber.addAll(List.of(true, true));
    }
    return new Layer(
        CUTS,
        "load that every unit must cut [t/a; bacteria 10^12 counts], and as a share of its present"
            + " load (pct_) [%]",
        ShapeLayers.AREAS,
        columns,
        isNumber,
        areas,
        rows);
  }

  private static Object[] row(Unit unit, double[] sum) {
    List<Object> row = new ArrayList<>(MapLayers.head(unit.id(), unit.names()));
    for (int c = 0; c < sum.length; c += 2) {
      row.add(sum[c]);
      row.add(sum[c + 1] > 0 ? 100 * sum[c] / sum[c + 1] : 0);
    }
    return row.toArray();
  }

  /// Shares that a source has in the breaches of one constituent.
  private static final class Part {
    private String category = "";
    private double shares;
    private double largest;
    private int first;
  }

  private Layer causes() {
    Map<String, Map<String, Part>> parts = new LinkedHashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Apportionment one : findings.causes()) {
      counts.merge(one.constituent().id(), 1, Integer::sum);
      add(one, parts.computeIfAbsent(one.constituent().id(), c -> new HashMap<>()));
    }
    List<Geometry> points = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    for (Source source : result.study().emissions().sources()) {
      parts.forEach(
          (constituent, of) -> {
            Part part = of.get(source.id());
            if (part != null && part.largest >= LEAST_SHARE) {
              points.add(map.shape(source));
              List<Object> row = new ArrayList<>(MapLayers.head(source.id(), source.names()));
              row.addAll(List.of(source.unit(), part.category, constituent));
              row.add(100 * part.shares / counts.getOrDefault(constituent, 1));
              row.add(100 * part.largest);
              row.add((double) part.first);
              rows.add(row.toArray());
            }
          });
    }
    List<String> columns = new ArrayList<>(MapLayers.HEAD);
    columns.addAll(List.of("unit", "category", "what", "mean_pct", "most_pct", "first_at"));
    return new Layer(
        CAUSES,
        "sources that add at least 1 % to a breach, one row for each constituent: mean and largest share of"
            + " the broken concentrations [%], and at how many the source is the first cause",
        "POINT",
        columns,
        List.of(false, false, false, false, false, false, false, true, true, true),
        points,
        rows);
  }

  private static void add(Apportionment one, Map<String, Part> parts) {
    Map<String, Integer> largest = new HashMap<>();
    for (int i = 0; i < one.causes().size(); i++) {
      largest.merge(one.causes().get(i).id(), i, (a, b) -> one.central(b) > one.central(a) ? b : a);
    }
    List<Contribution> by =
        one.by(Grouping.SOURCE).stream().filter(c -> !c.key().isEmpty()).toList();
    for (Contribution contribution : by) {
      Part part = parts.computeIfAbsent(contribution.key(), k -> new Part());
      int cause = largest.getOrDefault(contribution.key(), -1);
      if (contribution.share() > part.largest) {
        part.largest = contribution.share();
        part.category = cause < 0 ? "" : one.causes().get(cause).category();
      }
      part.shares += contribution.share();
    }
    by.stream()
        .max(Comparator.comparingDouble(Contribution::share))
        .map(c -> parts.get(c.key()))
        .ifPresent(part -> part.first++);
  }
}
