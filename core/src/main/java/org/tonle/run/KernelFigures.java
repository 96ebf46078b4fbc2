package org.tonle.run;

import java.util.List;
import org.tonle.assess.ConcentrationScale;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Statistic;
import org.tonle.model.Constituent;
import org.tonle.simulate.GroupResult;

/// Figures of a table of places, read from the kernels' arrays and turned into the user's units
/// whenever they are asked for. It holds results alone, so that the network they came from can go.
///
/// @param which the place of each row
record KernelFigures(
    List<Constituent> constituents, MemberNumbers members, GroupResults results, int[] which)
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
    double value = values[central.at(season, which[place], members.member()[constituent])];
    double least = of.isOxygen() ? 0 : Double.NEGATIVE_INFINITY;
    return ConcentrationScale.fromKernel(of, StrictMath.max(least, value));
  }
}
