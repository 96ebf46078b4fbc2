package org.tonle.check;

import java.util.ArrayList;
import java.util.List;
import org.tonle.assess.Place;
import org.tonle.model.Constituent;
import org.tonle.model.Study;
import org.tonle.network.Network;
import org.tonle.network.rates.Kinetics;
import org.tonle.problem.Problem;
import org.tonle.simulate.GroupResult;

/// Check for concentrations beyond the range that float draws can hold: then a unit or an exponent
/// is wrong, and results would not be numbers. It uses the central run, which is in double.
public final class BeyondRange {
  /// A wide draw may be a hundred times this, and its square is still a float [g/m³, count/m³].
  private static final double MOST = 1e16;

  private BeyondRange() {}

  /// Result of the central run of a group at a place.
  public interface Central {
    GroupResult at(int group, int place);
  }

  /// The worst place of every constituent that exceeds the range.
  ///
  /// @param which places to be checked
  public static List<Problem> find(
      Study study,
      Network network,
      List<Kinetics> groups,
      List<Place> places,
      int[] which,
      Central central) {
    List<Problem> problems = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      for (int m = 0; m < groups.get(g).memberCount(); m++) {
        double worst = MOST;
        String where = "";
        for (int p : which) {
          GroupResult result = central.at(g, p);
          for (int s = 0; s < network.seasonCount(); s++) {
            double found = StrictMath.abs(result.worst[result.at(s, p, m)]);
            if (!(found <= worst)) {
              worst = found;
              where = places.get(p).id() + " (" + study.waterways().seasons().get(s).id() + ")";
            }
          }
        }
        if (!where.isEmpty()) {
          int c = groups.get(g).constituents()[m];
          Constituent of = study.chemistry().constituents().get(c);
          problems.add(Problem.error("concentration_beyond_range", "", 0, "", of.id(), where, ""));
        }
      }
    }
    return problems;
  }
}
