package org.tonle.plain;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.tonle.model.Entry;
import org.tonle.model.Factor;
import org.tonle.model.NodeFlow;
import org.tonle.model.Reach;
import org.tonle.model.Season;
import org.tonle.model.Source;
import org.tonle.model.Study;

/// Rain that washes loads into the water (docs/theory/loads.md, Eq. 11).
final class PlainRain {
  private final Study study;
  private final PlainFigures figures;

  PlainRain(Study study, PlainFigures figures) {
    this.study = study;
    this.figures = figures;
  }

  /// The source's own seasons, with the washed-off share spread by runoff.
  ///
  /// @param keys from the narrowest to the widest
  double[] shape(double[] own, List<String> keys, String constituent, Entry entry, String unit) {
    double share = 0;
    for (String key : keys) {
      OptionalDouble found = figures.of(Factor.Kind.WASH_OFF, key, constituent);
      if (found.isPresent()) {
        share = found.getAsDouble();
        break;
      }
    }
    if (share == 0) {
      return own;
    }
    double[] runoff = runoff(entry, unit);
    if (sum(runoff) == 0) {
      return own;
    }
    double[] shape = new double[own.length];
    for (int s = 0; s < shape.length; s++) {
      shape[s] = (1 - share) * own[s] + share * runoff[s];
    }
    return shape;
  }

  /// Runoff of a piece of land over that at which its export holds.
  double ofLand(Source.Land land, String constituent) {
    OptionalDouble at = figures.of(Factor.Kind.RUNOFF, land.landUse(), constituent);
    if (at.isEmpty()) {
      return 1;
    }
    if (land.runoff_mm_per_a().isPresent()) {
      return land.runoff_mm_per_a().getAsDouble() / at.getAsDouble();
    }
    String node = node(land.entry());
    double depth = depth(f -> f.node().equals(node), r -> r.line().fromNode().equals(node));
    if (Double.isNaN(depth) && !land.unit().isEmpty()) {
      depth = depth(f -> f.unit().equals(land.unit()), r -> r.unit().equals(land.unit()));
    }
    depth = Double.isNaN(depth) ? depth(f -> true, r -> true) : depth;
    return Double.isNaN(depth) ? 1 : depth / at.getAsDouble();
  }

  /// Local inflow of a year over the drainage area of reaches [mm/a]; NaN without either.
  private double depth(Predicate<NodeFlow> flows, Predicate<Reach> reaches) {
    double volume_m3 = 0;
    double days = 0;
    double[] q = inflow(flows);
    for (int s = 0; s < q.length; s++) {
      volume_m3 += q[s] * season(s).duration_d() * PlainFigures.DAY_S;
      days += season(s).duration_d();
    }
    double area_m2 = 0;
    for (Reach reach : study.waterways().reaches()) {
      area_m2 += reaches.test(reach) ? 1e6 * reach.drainage().area_km2() : 0;
    }
    boolean isKnown = volume_m3 > 0 && area_m2 > 0;
    return isKnown ? 1000 * volume_m3 / area_m2 * PlainFigures.YEAR_D / days : Double.NaN;
  }

  /// Runoff of each season over the year's mean: at the node, else of the unit, else of the study.
  private double[] runoff(Entry entry, String unit) {
    String node = node(entry);
    double[] q = inflow(f -> f.node().equals(node));
    if (sum(q) == 0 && !unit.isEmpty()) {
      q = inflow(f -> f.unit().equals(unit));
    }
    if (sum(q) == 0) {
      q = inflow(f -> true);
    }
    double mean = 0;
    for (int s = 0; s < q.length; s++) {
      mean += q[s] * season(s).duration_d() / PlainFigures.YEAR_D;
    }
    double[] relative = new double[q.length];
    for (int s = 0; s < q.length; s++) {
      relative[s] = mean > 0 ? q[s] / mean : 0;
    }
    return relative;
  }

  private Season season(int s) {
    return figures.seasons().get(s);
  }

  private String node(Entry entry) {
    for (Reach reach : study.waterways().reaches()) {
      if (entry.how() != Entry.How.NODE && reach.id().equals(entry.id())) {
        return reach.line().fromNode();
      }
    }
    return entry.id();
  }

  private double[] inflow(Predicate<NodeFlow> which) {
    double[] q = new double[figures.seasons().size()];
    for (NodeFlow flow : study.waterways().flows()) {
      if (flow.kind() == NodeFlow.Kind.LOCAL_INFLOW && which.test(flow)) {
        for (int s = 0; s < q.length; s++) {
          q[s] += flow.discharge_m3_per_s().get(s);
        }
      }
    }
    return q;
  }

  private static double sum(double[] of) {
    double sum = 0;
    for (double x : of) {
      sum += x;
    }
    return sum;
  }
}
