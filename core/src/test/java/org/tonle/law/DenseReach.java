package org.tonle.law;

import java.util.List;
import org.tonle.model.Entry;
import org.tonle.model.Reach;
import org.tonle.model.Source;
import org.tonle.model.Study;

/// One reach in one season: load at its end = matrix · load at its head + constant [g/s], by the
/// matrix exponential of the whole group.
final class DenseReach {
  final double q_m3_per_s;
  final double[][] matrix;
  final double[] constant;
  private final double[][] reactions;
  private final double time_d;

  DenseReach(Study study, List<String> group, Reach reach, int s) {
    Reach.Seasonal season = reach.seasons().get(s);
    int k = group.size();
    q_m3_per_s = StrictMath.abs(season.discharge_m3_per_s());
    time_d = season.travelTime_d().orElseThrow();
    DenseReactions here =
        DenseReactions.inReach(
            study, group, season.depth_m().orElseThrow(), season.temperature_c().orElseThrow());
    reactions = here.matrix;
    matrix = survival(1, new double[k]).matrix;
    double[] along = new double[k];
    constant = new double[k];
    for (Source source : study.emissions().sources()) {
      Entry entry = source.entry();
      if (!entry.id().equals(reach.id())) {
        continue;
      }
      double[] load = new double[k];
      for (int m = 0; m < k; m++) {
        load[m] = DenseTwin.works(study, source, s, group.get(m));
      }
      if (entry.how() == Entry.How.UNIFORM) {
        add(along, load, 1 / time_d);
      } else {
        double from =
            entry.how() == Entry.How.MIDDLE ? 0.5 : entry.position_km() / reach.line().length_km();
        double left = season.discharge_m3_per_s() > 0 ? 1 - from : from;
        double[][] rest = survival(left, new double[k]).matrix;
        for (int m = 0; m < k; m++) {
          for (int j = 0; j < k; j++) {
            constant[m] += rest[m][j] * load[j];
          }
        }
      }
    }
    add(along, here.constant, q_m3_per_s);
    add(constant, survival(1, along).sources, 1);
  }

  private static void add(double[] to, double[] more, double factor) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * more[i];
    }
  }

  private record Survival(double[][] matrix, double[] sources) {}

  /// Over the last `share` of the reach, with `along` [g/s/d] spread along it.
  private Survival survival(double share, double[] along) {
    int k = reactions.length;
    double[][] whole = new double[k + 1][k + 1];
    for (int m = 0; m < k; m++) {
      for (int j = 0; j < k; j++) {
        whole[m][j] = reactions[m][j] * time_d * share;
      }
    }
    double scale = 0;
    for (double x : along) {
      scale = StrictMath.max(scale, StrictMath.abs(x));
    }
    for (int m = 0; m < k && scale > 0; m++) {
      whole[m][k] = along[m] / scale * time_d * share;
    }
    double[][] exp = Matrix.exp(whole);
    double[][] left = new double[k][];
    double[] sources = new double[k];
    for (int m = 0; m < k; m++) {
      left[m] = java.util.Arrays.copyOf(exp[m], k);
      sources[m] = exp[m][k] * scale;
    }
    return new Survival(left, sources);
  }
}
