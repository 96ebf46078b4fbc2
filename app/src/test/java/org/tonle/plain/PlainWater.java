package org.tonle.plain;

import java.util.List;
import org.tonle.model.Entry;
import org.tonle.model.Lake;
import org.tonle.model.NodeFlow;
import org.tonle.model.Reach;
import org.tonle.model.Settings;

/// Water of one season: which way it flows, what the effluents add to it, and what leaves each node
/// (docs/theory/transport.md).
final class PlainWater {
  private static final double DRY_M3_PER_S = 1e-6;

  final PlainNetwork network;
  final int season;

  /// Discharge of each reach, always above 0 along its present direction; 0 of a dry one.
  final double[] discharge;

  final boolean[] isBackward;
  final PlainChannel[] channel;

  /// Upper and lower node of each piece; -1 of a dry one.
  final int[] up;

  final int[] down;
  final double[] in;
  final double[] out;
  final double[] joins;
  final double[] abstraction;
  final double[] loss;
  final double[] evaporation;

  /// Share of each node's local inflow that is effluent.
  final double[] displaced;

  private final double[] effluent;
  private final Passing[] passing;
  private final boolean[] isLake;

  /// What passes a node: effluent that joined, and effluent too little to be told from the stated
  /// water.
  private record Passing(double joined, double open, double here, double displaced) {
    static final Passing NOTHING = new Passing(0, 0, 0, 0);
  }

  /// Effluent as water that enters somewhere.
  record Effluent(Entry entry, double[] m3_per_s) {}

  PlainWater(PlainNetwork network, int season, List<Effluent> effluents) {
    this.network = network;
    this.season = season;
    int reaches = network.reaches.size();
    int count = network.count();
    discharge = new double[reaches];
    isBackward = new boolean[reaches];
    channel = new PlainChannel[reaches];
    up = new int[network.pieces.size()];
    down = new int[up.length];
    in = new double[count];
    out = new double[count];
    joins = new double[count];
    abstraction = new double[count];
    loss = new double[count];
    evaporation = new double[count];
    displaced = new double[count];
    effluent = new double[count];
    passing = new Passing[count];
    isLake = new boolean[count];
    for (Lake lake : network.study.waterways().lakes()) {
      isLake[network.node(lake.id())] = true;
    }
    state();
    for (Effluent one : effluents) {
      int node = nodeOf(one.entry());
      if (node >= 0) {
        effluent[node] += one.m3_per_s()[season];
      }
    }
    join();
    for (int r = 0; r < reaches; r++) {
      if (discharge[r] > 0) {
        Reach reach = network.reaches.get(r);
        channel[r] = PlainChannel.of(reach, reach.seasons().get(season), discharge[r]);
      }
    }
  }

  private void state() {
    for (int p = 0; p < up.length; p++) {
      PlainNetwork.Piece piece = network.pieces.get(p);
      int r = piece.reach();
      double q = network.reaches.get(r).seasons().get(season).discharge_m3_per_s();
      boolean isDry = StrictMath.abs(q) < DRY_M3_PER_S;
      discharge[r] = isDry ? 0 : StrictMath.abs(q);
      isBackward[r] = q < 0;
      up[p] = isDry ? -1 : q < 0 ? piece.to() : piece.from();
      down[p] = isDry ? -1 : q < 0 ? piece.from() : piece.to();
      if (!isDry) {
        out[up[p]] += discharge[r];
        in[down[p]] += discharge[r];
      }
    }
    for (NodeFlow flow : network.study.waterways().flows()) {
      int n = network.node(flow.node());
      double q = flow.discharge_m3_per_s().get(season);
      switch (flow.kind()) {
        case BOUNDARY, LOCAL_INFLOW, RAIN -> joins[n] += q;
        case ABSTRACTION -> abstraction[n] += q;
        case LOSS -> loss[n] += q;
        case EVAPORATION -> evaporation[n] += q;
      }
    }
  }

  /// Whether what reaches the node leaves the study there.
  boolean isMouth(int n) {
    return !isLake[n] && out[n] == 0 && in[n] + joins[n] > 0;
  }

  /// Water that leaves a node with load.
  double leaving(int n) {
    double taken = abstraction[n] + loss[n];
    return isMouth(n) ? StrictMath.max(in[n] + joins[n] - evaporation[n], taken) : out[n] + taken;
  }

  boolean isWet(int n) {
    return isLake[n] || in[n] + out[n] + joins[n] > 0;
  }

  /// Share of a node's load that each piece takes: of what abstraction and loss leave, the share
  /// that the study gives; the other rivers divide the rest by discharge.
  double share(int piece) {
    int n = up[piece];
    double rest = 1 - (abstraction[n] + loss[n]) / leaving(n);
    double given = 0;
    double free = 0;
    for (int p = 0; p < up.length; p++) {
      if (up[p] == n && isGiven(p)) {
        given += fraction(p);
      } else if (up[p] == n) {
        free += discharge[network.pieces.get(p).reach()];
      }
    }
    if (isGiven(piece)) {
      return rest * fraction(piece);
    }
    double q = discharge[network.pieces.get(piece).reach()];
    return rest * StrictMath.max(0, 1 - given) * q / free;
  }

  /// A share is given of the load of the reach's upper node, not at a point inside it.
  private boolean isGiven(int p) {
    boolean isFirst = up[p] < network.nodes.size();
    return isFirst && seasonal(p).fraction().isPresent();
  }

  private double fraction(int p) {
    return seasonal(p).fraction().orElse(0);
  }

  private Reach.Seasonal seasonal(int p) {
    return network.reaches.get(network.pieces.get(p).reach()).seasons().get(season);
  }

  // ---- effluents as water (Eq. 5)

  /// Node at which an effluent counts; inside a reach its upper end.
  private int nodeOf(Entry entry) {
    if (entry.how() == Entry.How.NODE) {
      return network.node(entry.id());
    }
    int r = network.reachIndex(entry.id());
    Reach.Line line = network.reaches.get(r).line();
    if (discharge[r] == 0) {
      return -1;
    }
    return network.node(isBackward[r] ? line.toNode() : line.fromNode());
  }

  private void join() {
    double[] lack = new double[in.length];
    double tolerance = settings().closureShare();
    for (int n = 0; n < in.length; n++) {
      double missing = isLake[n] ? storage(n) : 0;
      missing += leaving(n) + evaporation[n] - in[n] - joins[n];
      double least = (settings().effluentsJoin() ? 1e-6 : tolerance) * leaving(n);
      lack[n] = missing > least ? missing : 0;
    }
    for (int n = 0; n < in.length; n++) {
      passing(n, lack);
    }
    double[] raised = new double[discharge.length];
    for (int p = 0; p < up.length; p++) {
      int r = network.pieces.get(p).reach();
      if (up[p] >= 0) {
        double more = at(up[p]).joined() * part(p);
        raised[r] = StrictMath.max(raised[r], more);
      }
    }
    for (int n = 0; n < in.length; n++) {
      displaced[n] = at(n).displaced();
      joins[n] += at(n).here();
    }
    for (int p = 0; p < up.length; p++) {
      int r = network.pieces.get(p).reach();
      if (up[p] >= 0) {
        out[up[p]] += raised[r];
        in[down[p]] += raised[r];
      }
    }
    for (int r = 0; r < raised.length; r++) {
      discharge[r] += raised[r];
    }
  }

  private Passing at(int n) {
    Passing found = passing[n];
    return found == null ? Passing.NOTHING : found;
  }

  private Settings.Routing settings() {
    return network.study.settings().routing();
  }

  private double storage(int n) {
    for (Lake lake : network.study.waterways().lakes()) {
      if (network.node(lake.id()) == n) {
        Lake.Seasonal s = lake.seasons().get(season);
        double days = network.study.waterways().seasons().get(season).duration_d();
        return (s.volumeEnd_km3() - s.volumeStart_km3()) * 1e9 / (days * PlainFigures.DAY_S);
      }
    }
    return 0;
  }

  /// Part of the water of its upper node's rivers that a piece takes, as stated.
  private double part(int p) {
    return discharge[network.pieces.get(p).reach()] / out[up[p]];
  }

  private Passing passing(int n, double[] lack) {
    if (passing[n] != null) {
      return at(n);
    }
    passing[n] = Passing.NOTHING;
    double joined = 0;
    double open = 0;
    for (int p = 0; p < up.length; p++) {
      if (down[p] == n && up[p] >= 0) {
        Passing above = passing(up[p], lack);
        joined += above.joined() * part(p);
        open += above.open() * part(p);
      }
    }
    boolean passes = leaving(n) > 0 && !isLake[n] && effluent[n] + joined + open > 0;
    passing[n] = passes ? passing(n, lack[n], joined, open) : Passing.NOTHING;
    return at(n);
  }

  private Passing passing(int n, double lack, double joined, double open) {
    boolean joins = settings().effluentsJoin();
    double least = joins ? 0 : settings().closureShare() * leaving(n);
    double fills = StrictMath.min(lack, effluent[n]);
    double filled = StrictMath.min(lack - fills, joined + open);
    double grown = StrictMath.max(0, joined - filled);
    double left = open - StrictMath.max(0, filled - joined);
    double own = effluent[n] - fills;
    double local = local(n);
    double within = joins ? 0 : StrictMath.min(local, own);
    double share = within > settings().closureShare() * leaving(n) ? within / local : 0;
    double rest = left + own - within;
    return rest > least
        ? new Passing(grown + rest, 0, fills + rest, share)
        : new Passing(grown, rest, fills, share);
  }

  private double local(int n) {
    double q = 0;
    for (NodeFlow flow : network.study.waterways().flows()) {
      if (flow.kind() == NodeFlow.Kind.LOCAL_INFLOW && network.node(flow.node()) == n) {
        q += flow.discharge_m3_per_s().get(season);
      }
    }
    return q;
  }
}
