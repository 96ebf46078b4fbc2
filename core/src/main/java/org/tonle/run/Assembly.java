package org.tonle.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tonle.assess.Comparisons;
import org.tonle.assess.ConcentrationScale;
import org.tonle.assess.Concentrations;
import org.tonle.assess.FlowState;
import org.tonle.assess.Judgement;
import org.tonle.assess.MassBalance;
import org.tonle.assess.Statistic;
import org.tonle.assess.WaterBalance;
import org.tonle.convert.Convert;
import org.tonle.convert.Size;
import org.tonle.load.Loads;
import org.tonle.model.Constituent;
import org.tonle.model.Node;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.network.Kinetics;
import org.tonle.network.Network;
import org.tonle.network.NetworkBuilder;
import org.tonle.problem.Problem;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.course.MassLine;
import org.tonle.simulate.step.DrawVectors;

/// Puts names and the user's units back on what the kernels left.
final class Assembly {
  private final Study study;
  private final NetworkBuilder builder;
  private final Network network;
  private final List<Kinetics> groups;
  private final Layout layout;
  private final List<GroupResult> central;
  private final List<GroupResult> draws;
  private final DrawVectors drawn;

  Assembly(
      Study study,
      NetworkBuilder builder,
      List<Kinetics> groups,
      Layout layout,
      List<GroupResult> central,
      List<GroupResult> draws,
      DrawVectors drawn) {
    this.study = study;
    this.builder = builder;
    this.network = builder.network();
    this.groups = groups;
    this.layout = layout;
    this.central = central;
    this.draws = draws;
    this.drawn = drawn;
  }

  Result result(
      Scenario scenario, Options options, String kernel, Loads loads, List<Problem> problems) {
    Concentrations concentrations = concentrations();
    Judgement.Meeting meeting = meeting();
    Comparisons comparisons = new Comparisons(concentrations);
    return new Result(
        study,
        scenario,
        options,
        kernel,
        loads,
        concentrations,
        new HydraulicsTable(study, builder, groups, drawn).rows(),
        layout.judgement.verdicts(concentrations, meeting),
        layout.judgement.classes(concentrations, meeting),
        massBalances(),
        waterBalances(),
        comparisons.of(study.evidence().observations()),
        comparisons.check(study.evidence().checks()),
        problems);
  }

  private Concentrations concentrations() {
    List<Constituent> constituents = study.chemistry().constituents();
    int seasons = network.seasonCount();
    int size = Size.of(Double.BYTES, layout.named.size(), seasons, constituents.size());
    double[][] values = new double[Statistic.values().length][size];
    double[] head = new double[size];
    double[] end = new double[size];
    boolean[] anoxic = new boolean[Size.of(1, layout.named.size(), seasons)];
    for (int g = 0; g < groups.size(); g++) {
      for (int m = 0; m < groups.get(g).memberCount(); m++) {
        int c = groups.get(g).constituents()[m];
        for (int p = 0; p < layout.named.size(); p++) {
          for (int s = 0; s < seasons; s++) {
            int to = (p * seasons + s) * constituents.size() + c;
            int from = central.get(g).at(s, p, m);
            copy(constituents.get(c), g, from, to, values, head, end);
            boolean isOxygen = m == groups.get(g).oxygen();
            anoxic[p * seasons + s] |= isOxygen && central.get(g).worst[from] < 0;
          }
        }
      }
    }
    return new Concentrations(
        layout.named,
        study.waterways().seasons(),
        constituents,
        states(),
        values,
        head,
        end,
        anoxic);
  }

  private void copy(
      Constituent of, int group, int from, int to, double[][] values, double[] head, double[] end) {
    GroupResult one = central.get(group);
    GroupResult many = draws.get(group);
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

  private FlowState[] states() {
    int seasons = network.seasonCount();
    FlowState[] states = new FlowState[layout.named.size() * seasons];
    Arrays.fill(states, FlowState.STANDING);
    for (int s = 0; s < seasons; s++) {
      for (int r = 0; r < network.reachCount(); r++) {
        states[r * seasons + s] = HydraulicsTable.state(network.seasons().get(s).state()[r]);
      }
      for (int i = 0; i < layout.places.node().length; i++) {
        int place = layout.places.reachCount() + layout.places.lakeCount() + i;
        double leaving = network.seasons().get(s).leaving_m3_per_s()[layout.places.node()[i]];
        states[place * seasons + s] = leaving > 0 ? FlowState.STANDING : FlowState.DRY;
      }
    }
    return states;
  }

  private Judgement.Meeting meeting() {
    int[] groupOf = new int[study.chemistry().constituents().size()];
    int[] memberOf = new int[groupOf.length];
    int[][] starts = new int[groups.size()][];
    for (int g = 0; g < groups.size(); g++) {
      starts[g] = layout.thresholds(g).start();
      for (int m = 0; m < groups.get(g).memberCount(); m++) {
        groupOf[groups.get(g).constituents()[m]] = g;
        memberOf[groups.get(g).constituents()[m]] = m;
      }
    }
    return (place, season, constituent, limit) -> {
      int g = groupOf[constituent];
      int[] start = starts[g];
      int limits = start[start.length - 1];
      int first = start[place * groups.get(g).memberCount() + memberOf[constituent]];
      return draws.get(g).met[season * limits + first + limit] / (double) drawn.draws();
    };
  }

  private List<MassBalance> massBalances() {
    List<MassBalance> balances = new ArrayList<>();
    for (int c = 0; c < study.chemistry().constituents().size(); c++) {
      for (int g = 0; g < groups.size(); g++) {
        for (int m = 0; m < groups.get(g).memberCount(); m++) {
          if (groups.get(g).constituents()[m] == c) {
            balances.add(massBalance(c, g, m));
          }
        }
      }
    }
    return balances;
  }

  private MassBalance massBalance(int constituent, int group, int member) {
    Constituent of = study.chemistry().constituents().get(constituent);
    List<Double> lines = new ArrayList<>();
    for (MassLine line : MassLine.values()) {
      double mass = central.get(group).mass[line.ordinal()][member];
      lines.add(of.unit().counts() ? mass / 1e12 : Convert.tonnesFromGrams(mass));
    }
    double worst = 0;
    for (int d = 0; d < drawn.draws(); d++) {
      worst = StrictMath.max(worst, error(draws.get(group), member, drawn.draws(), d));
    }
    return new MassBalance(of.id(), lines, error(central.get(group), member, 1, 0), worst);
  }

  private static double error(GroupResult result, int member, int draws, int draw) {
    double difference = 0;
    double through = 0;
    for (MassLine line : MassLine.values()) {
      double mass = result.mass[line.ordinal()][member * draws + draw];
      difference += line.comesIn() ? mass : -mass;
      through += StrictMath.abs(mass);
    }
    return through > 0 ? StrictMath.abs(difference) / (through / 2) : 0;
  }

  private List<WaterBalance> waterBalances() {
    List<WaterBalance> balances = new ArrayList<>();
    List<Node> nodes = study.waterways().nodes();
    for (int n = 0; n < nodes.size(); n++) {
      for (int s = 0; s < network.seasonCount(); s++) {
        double[] w = builder.water(n, s);
        balances.add(
            new WaterBalance(
                nodes.get(n).id(),
                study.waterways().seasons().get(s).id(),
                w[0],
                w[1],
                w[2],
                w[3],
                w[4],
                w[5]));
      }
    }
    return balances;
  }
}
