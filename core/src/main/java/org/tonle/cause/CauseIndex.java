package org.tonle.cause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.convert.Size;
import org.tonle.load.LoadTerm;
import org.tonle.load.Loads;
import org.tonle.model.NodeFlow;
import org.tonle.model.Study;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.rates.Kinetics;

/// Cause index of a linked group: the cause that every load belongs to, and the water that comes
/// with each load of oxygen.
final class CauseIndex {
  final List<Cause> causes = new ArrayList<>();

  /// Cause of each entry.
  final int[] ofEntry;

  /// Water that brings oxygen, index `season * entries + entry`; empty for a group without oxygen.
  final double[] water_m3_per_s;

  CauseIndex(Study study, Loads loads, Kinetics kinetics, LoadEntries entries) {
    Map<Cause, Integer> known = new HashMap<>();
    int seasons = study.waterways().seasons().size();
    ofEntry = new int[entries.count()];
    water_m3_per_s =
        kinetics.oxygen() < 0
            ? new double[0]
            : new double[Size.of(Double.BYTES, seasons, entries.count())];
    for (int i = 0; i < entries.count(); i++) {
      int c = kinetics.constituents()[entries.member()[i]];
      String constituent = study.chemistry().constituents().get(c).id();
      int origin = entries.origin()[i];
      Cause cause;
      if (origin >= 0) {
        cause = source(loads.terms().get(origin), constituent);
      } else {
        NodeFlow flow = study.waterways().flows().get(-1 - origin);
        cause = water(flow, constituent);
        for (int s = 0; entries.member()[i] == kinetics.oxygen() && s < seasons; s++) {
          water_m3_per_s[s * entries.count() + i] = flow.discharge_m3_per_s().get(s);
        }
      }
      ofEntry[i] =
          known.computeIfAbsent(
              cause,
              k -> {
                causes.add(k);
                return causes.size() - 1;
              });
    }
  }

  private static Cause source(LoadTerm term, String constituent) {
    return new Cause(
        Cause.Kind.SOURCE, term.source(), term.category().id(), term.unit(), constituent);
  }

  private static Cause water(NodeFlow flow, String constituent) {
    Cause.Kind kind =
        switch (flow.kind()) {
          case BOUNDARY -> Cause.Kind.BOUNDARY;
          case RAIN -> Cause.Kind.RAIN;
          default -> Cause.Kind.BACKGROUND;
        };
    String id = kind == Cause.Kind.BOUNDARY ? flow.id() : flow.water();
    return new Cause(kind, id, kind.id(), flow.unit(), constituent);
  }
}
