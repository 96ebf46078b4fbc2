package org.tonle.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tonle.convert.Convert;
import org.tonle.model.Entry;
import org.tonle.model.NodeFlow;
import org.tonle.model.Reach;
import org.tonle.model.Season;
import org.tonle.model.Study;

/// Runoff of the land around a source, by season over its mean of the year, and as a depth
/// (docs/theory/loads.md, Eqs. 11, 13): that of the local inflows at its node, else of those of its
/// unit, else of the study's.
final class Runoff {
  private final List<Season> seasons;
  private final Map<String, double[]> atNode = new HashMap<>();
  private final Map<String, double[]> ofUnit = new HashMap<>();
  private final Map<String, String> upperNode = new HashMap<>();
  private final double[] ofAll;
  private final Map<String, Double> areaAtNode_km2 = new HashMap<>();
  private final Map<String, Double> areaOfUnit_km2 = new HashMap<>();
  private double area_km2;

  Runoff(Study study) {
    seasons = study.waterways().seasons();
    ofAll = new double[seasons.size()];
    for (Reach reach : study.waterways().reaches()) {
      upperNode.put(reach.id(), reach.line().fromNode());
      double own_km2 = reach.drainage().area_km2();
      areaAtNode_km2.merge(reach.line().fromNode(), own_km2, Double::sum);
      areaOfUnit_km2.merge(reach.unit(), own_km2, Double::sum);
      area_km2 += own_km2;
    }
    for (NodeFlow flow : study.waterways().flows()) {
      if (flow.kind() == NodeFlow.Kind.LOCAL_INFLOW) {
        add(flow, atNode.computeIfAbsent(flow.node(), n -> new double[seasons.size()]));
        if (!flow.unit().isEmpty()) {
          add(flow, ofUnit.computeIfAbsent(flow.unit(), n -> new double[seasons.size()]));
        }
        add(flow, ofAll);
      }
    }
  }

  private static void add(NodeFlow flow, double[] sum_m3_per_s) {
    for (int s = 0; s < sum_m3_per_s.length; s++) {
      sum_m3_per_s[s] += flow.discharge_m3_per_s().get(s);
    }
  }

  /// Runoff of each season over the mean of the year; empty if the study has no local inflow.
  Optional<double[]> shape(Entry entry, String unit) {
    String node = node(entry);
    return shape(atNode.get(node)).or(() -> shape(ofUnit.get(unit))).or(() -> shape(ofAll));
  }

  private String node(Entry entry) {
    return entry.how() == Entry.How.NODE ? entry.id() : upperNode.getOrDefault(entry.id(), "");
  }

  /// Depth of the year's runoff: the local inflow over the reaches' own drainage areas; empty if
  /// the study lacks either.
  OptionalDouble depth_mm_per_a(Entry entry, String unit) {
    String node = node(entry);
    OptionalDouble own = depth(atNode.get(node), areaAtNode_km2.getOrDefault(node, 0.0));
    OptionalDouble around =
        own.isPresent() ? own : depth(ofUnit.get(unit), areaOfUnit_km2.getOrDefault(unit, 0.0));
    return around.isPresent() ? around : depth(ofAll, area_km2);
  }

  private OptionalDouble depth(double @Nullable [] flow_m3_per_s, double over_km2) {
    return flow_m3_per_s == null || !(over_km2 > 0) || !(mean(flow_m3_per_s) > 0)
        ? OptionalDouble.empty()
        : OptionalDouble.of(Convert.millimetresPerYear(mean(flow_m3_per_s), over_km2));
  }

  private double mean(double[] flow_m3_per_s) {
    double volume = 0;
    double year_d = 0;
    for (int s = 0; s < flow_m3_per_s.length; s++) {
      volume += flow_m3_per_s[s] * seasons.get(s).duration_d();
      year_d += seasons.get(s).duration_d();
    }
    return volume / year_d;
  }

  private Optional<double[]> shape(double @Nullable [] flow_m3_per_s) {
    if (flow_m3_per_s == null) {
      return Optional.empty();
    }
    double volume = 0;
    double year_d = 0;
    for (int s = 0; s < flow_m3_per_s.length; s++) {
      volume += flow_m3_per_s[s] * seasons.get(s).duration_d();
      year_d += seasons.get(s).duration_d();
    }
    if (!(volume > 0)) {
      return Optional.empty();
    }
    double[] shape = new double[flow_m3_per_s.length];
    for (int s = 0; s < shape.length; s++) {
      shape[s] = flow_m3_per_s[s] * year_d / volume;
    }
    return Optional.of(shape);
  }
}
