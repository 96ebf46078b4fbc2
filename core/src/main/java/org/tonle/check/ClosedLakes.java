package org.tonle.check;

import java.util.ArrayList;
import java.util.List;
import org.tonle.model.Constituent;
import org.tonle.model.Study;
import org.tonle.network.Network;
import org.tonle.network.rates.Kinetics;
import org.tonle.problem.Problem;

/// Check for closed lakes, which nothing ever leaves: a constituent without loss has no periodic
/// year there.
public final class ClosedLakes {
  private ClosedLakes() {}

  public static List<Problem> find(Study study, Network network, List<Kinetics> groups) {
    List<Problem> problems = new ArrayList<>();
    for (int l = 0; l < network.lakeCount(); l++) {
      double leaving = 0;
      for (int s = 0; s < network.seasonCount(); s++) {
        leaving += network.seasons().get(s).nodes().leaving_m3_per_s()[network.lakeNode()[l]];
      }
      if (leaving > 0) {
        continue;
      }
      for (Kinetics kinetics : groups) {
        for (int m = 0; m < kinetics.memberCount(); m++) {
          if (!isLost(kinetics, network, m, l)) {
            Constituent constituent =
                study.chemistry().constituents().get(kinetics.constituents()[m]);
            problems.add(
                Problem.error(
                    "lake_without_loss",
                    "lakes.csv",
                    0,
                    "lake",
                    constituent.id(),
                    study.waterways().lakes().get(l).id(),
                    ""));
          }
        }
      }
    }
    return problems;
  }

  private static boolean isLost(Kinetics kinetics, Network network, int member, int lake) {
    for (int r = 0; r < kinetics.reactionCount(); r++) {
      for (int s = 0; s < network.seasonCount(); s++) {
        int at = s * network.lakeCount() + lake;
        double rate =
            kinetics.lakes().rate_per_s()[r][at] + kinetics.lakes().velocity_m_per_s()[r][at];
        if (kinetics.reactant()[r] == member && !kinetics.spares()[r] && rate > 0) {
          return true;
        }
      }
    }
    return false;
  }
}
