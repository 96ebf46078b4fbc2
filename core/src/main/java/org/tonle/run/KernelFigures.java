package org.tonle.run;

import java.util.List;
import org.tonle.assess.ConcentrationScale;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Judgement;
import org.tonle.assess.Statistic;
import org.tonle.model.Constituent;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.GroupResult;

/// Kernel figures of a table of places, read from the kernels' arrays and converted to the user's
/// units on each request. It holds results only, so that their network can be freed.
///
/// @param which place of each row
record KernelFigures(
    List<Constituent> constituents, Members members, GroupResults results, int[] which)
    implements Concentrations.Figures {
  @Override
  public double value(Statistic statistic, int place, int season, int constituent) {
    GroupResults.One found = found(place, constituent);
    if (statistic == Statistic.CENTRAL) {
      return central(found.central().worst, place, season, constituent);
    }
    GroupResult draws = found.draws();
    float[] of = draws.statistic[statistic.ordinal() - Statistic.MEAN.ordinal()];
    int at = draws.at(season, which[place], members.member()[constituent]);
    return ConcentrationScale.fromKernel(constituents.get(constituent), of[at]);
  }

  @Override
  public double head(int place, int season, int constituent) {
    return central(found(place, constituent).central().head, place, season, constituent);
  }

  @Override
  public double end(int place, int season, int constituent) {
    return central(found(place, constituent).central().end, place, season, constituent);
  }

  private GroupResults.One found(int place, int constituent) {
    return results.at(members.group()[constituent], which[place]);
  }

  private double central(double[] values, int place, int season, int constituent) {
    Constituent of = constituents.get(constituent);
    GroupResult central = found(place, constituent).central();
    return shown(of, values[central.at(season, which[place], members.member()[constituent])]);
  }

  private static double shown(Constituent of, double value) {
    double least = of.isOxygen() ? 0 : Double.NEGATIVE_INFINITY;
    return ConcentrationScale.fromKernel(of, StrictMath.max(least, value));
  }

  @Override
  public double lowestShare(int place, int season) {
    for (int c = 0; c < constituents.size(); c++) {
      if (constituents.get(c).isOxygen()) {
        GroupResult central = found(place, c).central();
        return central.lowestShare[central.at(season, which[place])];
      }
    }
    return 0;
  }

  @Override
  public double lakeEnd(int place, int season, int constituent) {
    GroupResult central = found(place, constituent).central();
    double[] end = central.lakeEnd[central.at(season, which[place])];
    return end == null
        ? Double.NaN
        : shown(constituents.get(constituent), end[members.member()[constituent]]);
  }

  /// Meeting of limits: shares of draws that meet each limit, as the kernels counted them.
  ///
  /// @param draws number of draws; 1 for the central run
  record Meeting(Members members, GroupResults results, int draws) implements Judgement.Meeting {
    @Override
    public double share(int place, int season, int constituent, int limit) {
      int member = members.member()[constituent];
      int count = members.count()[constituent];
      int met =
          results.at(members.group()[constituent], place).met(season, place, member, count, limit);
      return met / (double) draws;
    }
  }

  /// The same with all listed sources at 0.
  record Without(Members members, GroupResults results, int draws) implements Judgement.Meeting {
    @Override
    public double share(int place, int season, int constituent, int limit) {
      int member = members.member()[constituent];
      int count = members.count()[constituent];
      GroupResults.Without found = results.at(members.group()[constituent], place).without();
      return found.met(season, place, member, count, limit) / (double) draws;
    }
  }

  /// Members: numbers of the constituents in their linked groups.
  ///
  /// @param group group of each constituent
  /// @param member number of each constituent in its group
  /// @param count number of members in the group of each constituent
  record Members(int[] group, int[] member, int[] count) {
    static Members of(List<Kinetics> groups, int constituents) {
      Members found =
          new Members(new int[constituents], new int[constituents], new int[constituents]);
      for (int g = 0; g < groups.size(); g++) {
        int count = groups.get(g).memberCount();
        for (int m = 0; m < count; m++) {
          int constituent = groups.get(g).constituents()[m];
          found.group[constituent] = g;
          found.member[constituent] = m;
          found.count[constituent] = count;
        }
      }
      return found;
    }
  }
}
