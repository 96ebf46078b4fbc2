package org.tonle.law;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.model.Effluent;
import org.tonle.model.Entry;
import org.tonle.model.Lake;
import org.tonle.model.NodeFlow;
import org.tonle.model.Reach;
import org.tonle.model.Source;
import org.tonle.model.Study;

/// The whole cyclic year of one linked group as a single dense linear system: unknown are the
/// concentration of every node and the start mass of every lake, in every season. No order, no
/// direction, no cycle is special to it; it is slow and plain, and the engine must equal it.
final class DenseTwin {
  private static final double DRY_M3_PER_S = 1e-6;
  private static final double SECONDS_PER_D = 86_400;

  private final Study study;
  private final List<String> group;
  private final List<Reach> reaches;
  private final List<Lake> lakes;
  private final Map<String, Integer> node = new HashMap<>();
  private final int seasons;
  private final int k;
  private final double[][] a;
  private final double[] b;
  private final DenseReach[][] transfers;

  DenseTwin(Study study, List<String> group) {
    this.study = study;
    this.group = group;
    reaches = study.waterways().reaches();
    lakes = study.waterways().lakes();
    seasons = study.waterways().seasons().size();
    k = group.size();
    study.waterways().nodes().forEach(n -> node.put(n.id(), node.size()));
    int size = seasons * (node.size() + lakes.size()) * k;
    a = new double[size][size];
    b = new double[size];
    transfers = new DenseReach[seasons][reaches.size()];
    for (int s = 0; s < seasons; s++) {
      for (int r = 0; r < reaches.size(); r++) {
        transfers[s][r] = new DenseReach(study, group, reaches.get(r), s);
      }
      for (String id : node.keySet()) {
        Lake lake = lakes.stream().filter(l -> l.id().equals(id)).findFirst().orElse(null);
        if (lake == null) {
          nodeRows(s, id);
        } else {
          lakeRows(s, lake);
        }
      }
    }
    Matrix.solve(a, b);
  }

  // ---- answers

  double head(String reach, int season, int member) {
    Reach drawn = reach(reach);
    return b[at(season, upper(drawn, season), member)];
  }

  double end(String reach, int season, int member) {
    DenseReach transfer = transfers[season][reaches.indexOf(reach(reach))];
    double load = transfer.constant[member];
    for (int m = 0; m < k; m++) {
      load += transfer.matrix[member][m] * transfer.q_m3_per_s * head(reach, season, m);
    }
    return load / transfer.q_m3_per_s;
  }

  double node(String id, int season, int member) {
    return b[at(season, id, member)];
  }

  private Reach reach(String id) {
    return reaches.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
  }

  // ---- the system

  private int at(int season, String id, int member) {
    return (season * node.size() + node.getOrDefault(id, -1)) * k + member;
  }

  private int mass(int season, int lake, int member) {
    int s = season % seasons;
    return seasons * node.size() * k + (s * lakes.size() + lake) * k + member;
  }

  private static boolean isDry(Reach reach, int s) {
    return StrictMath.abs(reach.seasons().get(s).discharge_m3_per_s()) < DRY_M3_PER_S;
  }

  private static String upper(Reach reach, int s) {
    return reach.seasons().get(s).discharge_m3_per_s() > 0
        ? reach.line().fromNode()
        : reach.line().toNode();
  }

  private static String lower(Reach reach, int s) {
    return reach.seasons().get(s).discharge_m3_per_s() > 0
        ? reach.line().toNode()
        : reach.line().fromNode();
  }

  private double water(String id, int s, NodeFlow.Kind... kinds) {
    return study.waterways().flows().stream()
        .filter(f -> f.node().equals(id) && List.of(kinds).contains(f.kind()))
        .mapToDouble(f -> f.discharge_m3_per_s().get(s))
        .sum();
  }

  /// Water that leaves the node with its load [m³/s].
  private double leaving(String id, int s) {
    double rivers = 0;
    double in =
        water(id, s, NodeFlow.Kind.BOUNDARY, NodeFlow.Kind.LOCAL_INFLOW, NodeFlow.Kind.RAIN);
    for (Reach reach : reaches) {
      double q = StrictMath.abs(reach.seasons().get(s).discharge_m3_per_s());
      if (!isDry(reach, s)) {
        rivers += upper(reach, s).equals(id) ? q : 0;
        in += lower(reach, s).equals(id) ? q : 0;
      }
    }
    boolean isLake = lakes.stream().anyMatch(l -> l.id().equals(id));
    return rivers == 0 && !isLake
        ? in - water(id, s, NodeFlow.Kind.EVAPORATION)
        : rivers + water(id, s, NodeFlow.Kind.ABSTRACTION, NodeFlow.Kind.LOSS);
  }

  /// What enters a node, times `factor`: -factor times the rivers' part on the left, factor times
  /// the known part on the right of row `row`.
  private void enters(int row, int s, String id, int member, double factor) {
    b[row] += factor * ownLoad(s, id, member);
    for (int r = 0; r < reaches.size(); r++) {
      Reach reach = reaches.get(r);
      boolean isFed = reach.delivers() && !isDry(reach, s) && lower(reach, s).equals(id);
      if (isFed) {
        DenseReach transfer = transfers[s][r];
        b[row] += factor * transfer.constant[member];
        for (int m = 0; m < k; m++) {
          double share = transfer.matrix[member][m] * transfer.q_m3_per_s;
          a[row][at(s, upper(reach, s), m)] -= factor * share;
        }
      }
    }
  }

  private double ownLoad(int s, String id, int member) {
    double load = 0;
    for (NodeFlow flow : study.waterways().flows()) {
      if (flow.node().equals(id) && flow.kind().joins()) {
        double concentration =
            study.waterways().waters().stream()
                .filter(w -> w.water().equals(flow.water()))
                .filter(w -> w.constituent().equals(group.get(member)))
                .mapToDouble(w -> w.concentration())
                .sum();
        load += flow.discharge_m3_per_s().get(s) * concentration;
      }
    }
    for (Source source : study.emissions().sources()) {
      Entry entry = source.entry();
      if (entry.how() == Entry.How.NODE && entry.id().equals(id)) {
        load += works(study, source, s, group.get(member));
      }
    }
    return load;
  }

  /// Load of a works in a season [g/s].
  static double works(Study study, Source source, int s, String constituent) {
    String season = study.waterways().seasons().get(s).id();
    double load = 0;
    for (Effluent effluent : study.emissions().effluents()) {
      boolean holds = effluent.season().isEmpty() || effluent.season().equals(season);
      if (effluent.source().equals(source.id())
          && effluent.constituent().equals(constituent)
          && holds) {
        load += effluent.load_g_per_s().orElse(0);
      }
    }
    return load;
  }

  private void nodeRows(int s, String id) {
    double leaving = leaving(id, s);
    for (int m = 0; m < k; m++) {
      int row = at(s, id, m);
      a[row][row] = leaving > 0 ? leaving : 1;
      if (leaving > 0) {
        enters(row, s, id, m, 1);
      }
    }
  }

  /// The lake's mean concentration and its mass at the season's end, by [DenseLake].
  private void lakeRows(int s, Lake lake) {
    int l = lakes.indexOf(lake);
    DenseLake step = new DenseLake(study, group, lake, s, leaving(lake.id(), s));
    double reference = step.reference_m3;
    for (int m = 0; m < k; m++) {
      int row = at(s, lake.id(), m);
      int next = mass(s, l, m);
      a[row][row] += 1;
      a[next][mass(s + 1, l, m)] += 1;
      b[row] += step.meanConstant[m];
      b[next] += step.endConstant[m] / reference;
      for (int j = 0; j < k; j++) {
        a[row][mass(s, l, j)] -= step.meanOfMass[m][j] * reference;
        a[next][mass(s, l, j)] -= step.endOfMass[m][j];
        enters(row, s, lake.id(), j, step.meanOfLoad[m][j] * SECONDS_PER_D);
        enters(next, s, lake.id(), j, step.endOfLoad[m][j] * SECONDS_PER_D / reference);
      }
    }
  }
}
