package org.tonle.simulate.reverse;

import org.tonle.convert.Size;
import org.tonle.network.entry.LoadEntries;
import org.tonle.simulate.step.DrawVectors;

/// Loads of a single draw.
final class DrawnLoads {
  private DrawnLoads() {}

  /// Index `season * entries + entry`.
  static double[] of(LoadEntries entries, DrawVectors draws, int seasons, int d) {
    double[] drawn = new double[Size.of(Double.BYTES, seasons, entries.count())];
    for (int s = 0; s < seasons; s++) {
      for (int i = 0; i < entries.count(); i++) {
        int at = s * entries.count() + i;
        drawn[at] = entries.load_g_per_s()[at];
        if (drawn[at] != 0) {
          drawn[at] *= factor(entries, draws, s, i, d);
        }
      }
    }
    return drawn;
  }

  private static double factor(LoadEntries entries, DrawVectors draws, int s, int i, int d) {
    int source = entries.source()[i];
    int passing = entries.passing()[i];
    int group = entries.flowGroup()[i];
    double factor = source < 0 ? 1 : draws.multiplier()[source][d];
    factor *= passing < 0 ? 1 : draws.multiplier()[passing][d];
    return group < 0 ? factor : factor * draws.groupFactor()[s][group][d];
  }
}
