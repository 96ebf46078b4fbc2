package org.tonle.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tonle.assess.FlowState;
import org.tonle.assess.Hydraulics;
import org.tonle.convert.Convert;
import org.tonle.model.Reach;
import org.tonle.model.Study;
import org.tonle.network.Network;
import org.tonle.network.NetworkBuilder;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.order.UpstreamArea;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.step.FlowFactors;

/// Hydraulics table: the flow of every reach in every season.
final class HydraulicsTable {
  private final Study study;
  private final Network network;
  private final List<Kinetics> groups;
  private final FlowFactors flow;

  /// Segments of reach r are `segment[firstSegment[r]] …`, in their order.
  private final int[] firstSegment;

  private final int[] segment;

  HydraulicsTable(Study study, NetworkBuilder builder, List<Kinetics> groups, FlowFactors flow) {
    this.study = study;
    this.network = builder.network();
    this.groups = groups;
    this.flow = flow;
    firstSegment = new int[network.reachCount() + 1];
    for (int reach : network.segmentReach()) {
      firstSegment[reach + 1]++;
    }
    for (int r = 0; r < network.reachCount(); r++) {
      firstSegment[r + 1] += firstSegment[r];
    }
    segment = new int[network.segmentCount()];
    int[] next = firstSegment.clone();
    for (int g = 0; g < segment.length; g++) {
      segment[next[network.segmentReach()[g]]++] = g;
    }
  }

  List<Hydraulics> rows() {
    double[] area_km2 = UpstreamArea.of(study.waterways());
    List<Hydraulics> rows = new ArrayList<>();
    for (int r = 0; r < network.reachCount(); r++) {
      for (int s = 0; s < network.seasonCount(); s++) {
        rows.add(row(r, s, area_km2[r]));
      }
    }
    return rows;
  }

  private Hydraulics row(int r, int s, double area_km2) {
    Reach reach = study.waterways().reaches().get(r);
    SeasonNetwork inSeason = network.seasons().get(s);
    double stated = reach.seasons().get(s).discharge_m3_per_s();
    double q =
        inSeason.flow().state()[r] == SeasonNetwork.ReachState.DRY
            ? stated
            : StrictMath.copySign(inSeason.reaches().discharge_m3_per_s()[r], stated);
    double[] factor = sortedFactor(r, s);
    return new Hydraulics(
        reach.id(),
        study.waterways().seasons().get(s).id(),
        FlowState.of(inSeason.flow().state()[r]),
        q,
        q * percentile(factor, q < 0 ? 0.95 : 0.05),
        q * percentile(factor, q < 0 ? 0.05 : 0.95),
        inSeason.reaches().velocity_m_per_s()[r],
        inSeason.reaches().depth_m()[r],
        Convert.daysFromSeconds(inSeason.reaches().travelTime_s()[r]),
        reach.seasons().get(s).temperature_c().orElse(study.settings().ambient().temperature_c()),
        reaeration_per_d(r, s),
        area_km2);
  }

  private double[] sortedFactor(int reach, int season) {
    SeasonNetwork inSeason = network.seasons().get(season);
    for (int i = firstSegment[reach]; i < firstSegment[reach + 1]; i++) {
      int g = segment[i];
      if (inSeason.flow().up()[g] >= 0) {
        double[] factor =
            flow.flow(season, inSeason.nodes().flowClass()[inSeason.flow().up()[g]]).clone();
        Arrays.sort(factor);
        return factor;
      }
    }
    return new double[] {1};
  }

  private static double percentile(double[] sorted, double p) {
    double at = (sorted.length - 1) * p;
    int below = (int) at;
    int above = StrictMath.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private double reaeration_per_d(int reach, int season) {
    for (Kinetics kinetics : groups) {
      for (int i = 0; i < kinetics.reactionCount(); i++) {
        if (kinetics.aerates()[i]) {
          double rate = kinetics.reaches().rate_per_s()[i][season * network.reachCount() + reach];
          return Convert.secondsFromDays(rate);
        }
      }
    }
    return 0;
  }
}
