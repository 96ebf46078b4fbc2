package org.tonle.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.model.Entry;
import org.tonle.model.NodeFlow;
import org.tonle.model.Reach;
import org.tonle.model.Season;
import org.tonle.model.Study;

/// Runoff of the land around a source, by season over its mean of the year (docs/theory/loads.md,
/// Eq. 11): that of the local inflows at its node, else of those of its unit, else of the study's.
final class Runoff {
  private final List<Season> seasons;
  private final Map<String, double[]> atNode = new HashMap<>();
  private final Map<String, double[]> ofUnit = new HashMap<>();
  private final Map<String, String> upperNode = new HashMap<>();
  private final double[] ofAll;

  Runoff(Study study) {
    seasons = study.waterways().seasons();
    ofAll = new double[seasons.size()];
    for (Reach reach : study.waterways().reaches()) {
      upperNode.put(reach.id(), reach.line().fromNode());
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
    String node =
        entry.how() == Entry.How.NODE ? entry.id() : upperNode.getOrDefault(entry.id(), "");
    return shape(atNode.get(node)).or(() -> shape(ofUnit.get(unit))).or(() -> shape(ofAll));
  }

  private Optional<double[]> shape(double @org.jspecify.annotations.Nullable [] flow_m3_per_s) {
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
