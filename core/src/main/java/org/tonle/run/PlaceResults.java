package org.tonle.run;

import java.util.Arrays;
import java.util.List;
import org.tonle.assess.ConcentrationScale;
import org.tonle.assess.Concentrations;
import org.tonle.assess.FlowState;
import org.tonle.assess.Judgement;
import org.tonle.assess.Statistic;
import org.tonle.model.Constituent;
import org.tonle.model.Study;
import org.tonle.network.Network;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Places;

/// Turns the results of the kernels at some places into concentrations in the user's units, and
/// into the shares of draws that meet a limit.
final class PlaceResults {
  private final Study study;
  private final Network network;
  private final List<Kinetics> groups;
  private final JudgedPlaces judged;
  private final GroupResults results;
  private final int draws;

  /// @param draws their number; 1 for the central run
  PlaceResults(Instance instance, GroupResults results, int draws) {
    this.study = instance.study();
    this.network = instance.network();
    this.groups = instance.groups();
    this.judged = instance.places();
    this.results = results;
    this.draws = draws;
  }

  /// Concentrations at all places.
  Concentrations concentrations() {
    return concentrations(judged.all());
  }

  /// Concentrations of a table that holds only these places, in this order.
  Concentrations concentrations(int[] which) {
    List<Constituent> constituents = study.chemistry().constituents();
    int seasons = network.seasonCount();
    int size = which.length * seasons * constituents.size();
    double[][] values = new double[Statistic.values().length][size];
    double[] head = new double[size];
    double[] end = new double[size];
    boolean[] anoxic = new boolean[which.length * seasons];
    FlowState[] states = new FlowState[which.length * seasons];
    for (int i = 0; i < which.length; i++) {
      for (int s = 0; s < seasons; s++) {
        states[i * seasons + s] = state(which[i], s);
      }
    }
    for (int g = 0; g < groups.size(); g++) {
      for (int m = 0; m < groups.get(g).memberCount(); m++) {
        int c = groups.get(g).constituents()[m];
        for (int i = 0; i < which.length; i++) {
          GroupResults.One found = results.at(g, which[i]);
          for (int s = 0; s < seasons; s++) {
            int to = (i * seasons + s) * constituents.size() + c;
            int from = found.central().at(s, which[i], m);
            copy(constituents.get(c), found, from, to, values, head, end);
            boolean isOxygen = m == groups.get(g).oxygen();
            anoxic[i * seasons + s] |= isOxygen && found.central().worst[from] < 0;
          }
        }
      }
    }
    return new Concentrations(
        Arrays.stream(which).mapToObj(judged.named::get).toList(),
        study.waterways().seasons(),
        constituents,
        states,
        values,
        head,
        end,
        anoxic);
  }

  private static void copy(
      Constituent of,
      GroupResults.One found,
      int from,
      int to,
      double[][] values,
      double[] head,
      double[] end) {
    GroupResult one = found.central();
    GroupResult many = found.draws();
    double least = of.isOxygen() ? 0 : Double.NEGATIVE_INFINITY;
    head[to] = ConcentrationScale.fromKernel(of, StrictMath.max(least, one.head[from]));
    end[to] = ConcentrationScale.fromKernel(of, StrictMath.max(least, one.end[from]));
    values[Statistic.CENTRAL.ordinal()][to] =
        ConcentrationScale.fromKernel(of, StrictMath.max(least, one.worst[from]));
    for (int k = 0; k < many.statistic.length; k++) {
      values[Statistic.MEAN.ordinal() + k][to] =
          ConcentrationScale.fromKernel(of, many.statistic[k][from]);
    }
  }

  private FlowState state(int place, int season) {
    Places places = judged.places;
    if (place < places.reachCount()) {
      return HydraulicsTable.state(network.seasons().get(season).flow().state()[place]);
    }
    int node = place - places.reachCount() - places.lakeCount();
    if (node < 0) {
      return FlowState.STANDING;
    }
    double leaving = network.seasons().get(season).nodes().leaving_m3_per_s()[places.node()[node]];
    return leaving > 0 ? FlowState.STANDING : FlowState.DRY;
  }

  Judgement.Meeting meeting() {
    int[] groupOf = new int[study.chemistry().constituents().size()];
    int[] memberOf = new int[groupOf.length];
    for (int g = 0; g < groups.size(); g++) {
      for (int m = 0; m < groups.get(g).memberCount(); m++) {
        groupOf[groups.get(g).constituents()[m]] = g;
        memberOf[groups.get(g).constituents()[m]] = m;
      }
    }
    return (place, season, constituent, limit) -> {
      int g = groupOf[constituent];
      int members = groups.get(g).memberCount();
      int met = results.at(g, place).met(season, place, memberOf[constituent], members, limit);
      return met / (double) draws;
    };
  }
}
