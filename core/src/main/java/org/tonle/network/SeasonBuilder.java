package org.tonle.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.tonle.convert.Convert;
import org.tonle.convert.Text;
import org.tonle.convert.Tie;
import org.tonle.load.EffluentWater;
import org.tonle.model.Lake;
import org.tonle.model.NodeFlow;
import org.tonle.model.Reach;
import org.tonle.model.Study;
import org.tonle.network.SeasonNetwork.ReachState;
import org.tonle.network.order.Topology;

/// Builder of one season of the network: directions, order, and how each node divides its load.
final class SeasonBuilder {
  /// A discharge below this counts as dry [m³/s].
  private static final double DRY_M3_PER_S = 1e-6;

  private final Study study;
  private final Segments segments;
  private final int[] nodeLake;
  private final int season;
  private final double duration_s;

  final int[] up;

  /// Lower node to which a segment delivers its load.
  final int[] down;

  /// Lower node to which a segment delivers its water: a different node if its reach delivers no
  /// load.
  final int[] waterDown;

  final double[] discharge;
  final ReachState[] state;
  private final double[] travelTime;
  private final double[] depth;
  private final double[] velocity;

  final double[] riversIn;
  final double[] riversOut;
  final double[] joins;
  final double[] abstraction;
  final double[] loss;
  final double[] evaporation;
  final double[] storage;

  int[] order;
  final boolean[] cut;

  private final EffluentBalance effluents;

  /// What the effluents change of the stated water.
  final EffluentBalance.Effect effect;

  SeasonBuilder(
      Study study,
      Segments segments,
      int[] nodeLake,
      int lakeCount,
      int season,
      List<EffluentWater> waters) {
    this.study = study;
    this.segments = segments;
    this.nodeLake = nodeLake;
    this.season = season;
    duration_s = Convert.secondsFromDays(study.waterways().seasons().get(season).duration_d());
    int segmentCount = segments.reach().length;
    int reachCount = study.waterways().reaches().size();
    up = new int[segmentCount];
    down = new int[segmentCount];
    waterDown = new int[segmentCount];
    discharge = new double[reachCount];
    state = new ReachState[reachCount];
    travelTime = new double[reachCount];
    depth = new double[reachCount];
    velocity = new double[reachCount];
    riversIn = new double[segments.nodeCount()];
    riversOut = new double[segments.nodeCount()];
    joins = new double[segments.nodeCount()];
    abstraction = new double[segments.nodeCount()];
    loss = new double[segments.nodeCount()];
    evaporation = new double[segments.nodeCount()];
    storage = new double[segments.nodeCount()];
    cut = new boolean[lakeCount];
    reaches();
    flows();
    lakes();
    order = sort();
    effluents = new EffluentBalance(study, segments, this, season, waters);
    effect = effluents.found();
    join();
  }

  /// Effluents that join make rivers larger than stated.
  private void join() {
    List<Reach> reaches = study.waterways().reaches();
    for (int n = 0; n < segments.nodeCount(); n++) {
      joins[n] += effect.joined_m3_per_s()[n];
    }
    for (int r = 0; r < reaches.size(); r++) {
      double more = effect.raised_m3_per_s()[r];
      if (more > 0) {
        discharge[r] += more;
        for (int s = segments.firstSegment()[r]; s < segments.firstSegment()[r + 1]; s++) {
          riversOut[up[s]] += more;
          riversIn[waterDown[s]] += more;
          riversIn[down[s]] += down[s] == waterDown[s] ? 0 : more;
        }
        channel(r, reaches.get(r).seasons().get(season));
      }
    }
  }

  private void channel(int r, Reach.Seasonal given) {
    Channel channel = Channel.of(study.waterways().reaches().get(r), given, discharge[r]);
    travelTime[r] = channel.travelTime_s();
    depth[r] = channel.depth_m();
    velocity[r] = channel.velocity_m_per_s();
  }

  /// Effect of other effluents, if this season's rivers stay as they are, as far as that is seen:
  /// at a mouth, what joins changes nothing but the concentration right there.
  ///
  /// @param isSeen whether a node's own concentration is asked for
  Optional<EffluentBalance.Effect> effectOf(List<EffluentWater> others, IntPredicate isSeen) {
    EffluentBalance.Effect other = effluents.of(others);
    IntPredicate matters = n -> isSeen.test(n) || !isOutlet(n) || abstraction[n] > 0 || loss[n] > 0;
    return effect.hasSameRivers(other, matters) ? Optional.of(other) : Optional.empty();
  }

  boolean isLake(int node) {
    return nodeLake[node] >= 0;
  }

  private void reaches() {
    List<Reach> reaches = study.waterways().reaches();
    for (int r = 0; r < reaches.size(); r++) {
      Reach.Seasonal given = reaches.get(r).seasons().get(season);
      double q = StrictMath.abs(given.discharge_m3_per_s());
      state[r] = stateOf(reaches.get(r), given, q);
      boolean backward = given.discharge_m3_per_s() < 0;
      boolean dry = state[r] == ReachState.DRY;
      for (int s = segments.firstSegment()[r]; s < segments.firstSegment()[r + 1]; s++) {
        up[s] = dry ? -1 : backward ? segments.to()[s] : segments.from()[s];
        waterDown[s] = dry ? -1 : backward ? segments.from()[s] : segments.to()[s];
        down[s] = waterDown[s];
        if (!dry) {
          riversOut[up[s]] += q;
          riversIn[waterDown[s]] += q;
        }
      }
      if (!dry && segments.stop()[r] >= 0) {
        int last = backward ? segments.firstSegment()[r] : segments.firstSegment()[r + 1] - 1;
        down[last] = segments.stop()[r];
        riversIn[down[last]] += q;
      }
      if (!dry) {
        discharge[r] = q;
        channel(r, given);
      }
    }
  }

  private ReachState stateOf(Reach reach, Reach.Seasonal given, double q) {
    if (q < DRY_M3_PER_S) {
      return ReachState.DRY;
    }
    double mean = given.meanAbsoluteDischarge_m3_per_s().orElse(0);
    if (reach.reverses() && q < study.settings().routing().turningShare() * mean) {
      return ReachState.TURNING;
    }
    return given.discharge_m3_per_s() < 0 ? ReachState.BACKWARD : ReachState.FORWARD;
  }

  private void flows() {
    for (NodeFlow flow : study.waterways().flows()) {
      Integer node = segments.nodeIndex().get(flow.node());
      if (node == null) {
        throw new IllegalArgumentException(
            Text.format("Flow %s names no node: %s.", flow.id(), flow.node()));
      }
      double q = flow.discharge_m3_per_s().get(season);
      switch (flow.kind()) {
        case BOUNDARY, LOCAL_INFLOW, RAIN -> joins[node] += q;
        case ABSTRACTION -> abstraction[node] += q;
        case LOSS -> loss[node] += q;
        case EVAPORATION -> evaporation[node] += q;
      }
    }
  }

  private void lakes() {
    for (Lake lake : study.waterways().lakes()) {
      Lake.Seasonal given = lake.seasons().get(season);
      double rise_km3 = given.volumeEnd_km3() - given.volumeStart_km3();
      storage[nodeOf(lake)] = Convert.cubicMetresFromCubicKilometres(rise_km3) / duration_s;
    }
  }

  private int nodeOf(Lake lake) {
    Integer node = segments.nodeIndex().get(lake.id());
    if (node == null) {
      throw new IllegalArgumentException(Text.format("Lake %s is no node.", lake.id()));
    }
    return node;
  }

  /// Topological order. If a cycle remains, the lakes in it are cut: their outflow comes first.
  private int[] sort() {
    int[] found = Topology.order(segments.nodeCount(), up, down);
    if (found.length == segments.nodeCount()) {
      return found;
    }
    for (int[] component : Topology.components(segments.nodeCount(), up, down)) {
      for (int n : component.length > 1 ? component : new int[0]) {
        if (nodeLake[n] >= 0) {
          cut[nodeLake[n]] = true;
        }
      }
    }
    return Topology.order(segments.nodeCount(), upOfUncut(), down);
  }

  /// Upper nodes of the segments, -1 below the lakes that are cut.
  int[] upOfUncut() {
    int[] from = up.clone();
    for (int s = 0; s < from.length; s++) {
      if (from[s] >= 0 && nodeLake[from[s]] >= 0 && cut[nodeLake[from[s]]]) {
        from[s] = -1;
      }
    }
    return from;
  }

  /// Order in which water comes before the water it flows into, also past reaches that deliver no
  /// load; where the water alone would run in a cycle, the order of the load.
  int[] waterOrder() {
    if (Arrays.equals(down, waterDown)) {
      return order;
    }
    int count = up.length;
    int[] from = Arrays.copyOf(upOfUncut(), 2 * count);
    int[] to = Arrays.copyOf(down, 2 * count);
    System.arraycopy(from, 0, from, count, count);
    System.arraycopy(waterDown, 0, to, count, count);
    int[] found = Topology.order(segments.nodeCount(), from, to);
    return found.length == segments.nodeCount() ? found : order;
  }

  boolean hasCycle() {
    return order.length < segments.nodeCount();
  }

  /// Whether water that reaches the node leaves the study there.
  boolean isOutlet(int node) {
    return nodeLake[node] < 0 && riversOut[node] == 0 && riversIn[node] + joins[node] > 0;
  }

  /// Whether water comes to the node and all of it evaporates or is lost, so that the load ends
  /// there.
  boolean driesOut(int node) {
    double in = riversIn[node] + joins[node];
    double taken = evaporation[node] + loss[node];
    return nodeLake[node] < 0
        && riversOut[node] == 0
        && taken > 0
        && Tie.isMet(taken + abstraction[node], in, true);
  }

  /// Water that carries the node's load onward.
  double leaving(int node) {
    if (isOutlet(node)) {
      double in = riversIn[node] + joins[node] - evaporation[node];
      return StrictMath.max(in, abstraction[node] + loss[node]);
    }
    return riversOut[node] + abstraction[node] + loss[node];
  }

  double closure(int node) {
    double out = isOutlet(node) ? leaving(node) : riversOut[node] + abstraction[node] + loss[node];
    return riversIn[node] + joins[node] - out - evaporation[node] - storage[node];
  }

  SeasonNetwork build(int[] flowClass, double[] classShare) {
    int nodes = segments.nodeCount();
    int[] start = new int[nodes + 1];
    for (int u : up) {
      if (u >= 0) {
        start[u + 1]++;
      }
    }
    int[] outSegment = Topology.byNode(nodes, start, up);
    double[] fraction = new double[up.length];
    double[] abstractionShare = new double[nodes];
    double[] lossShare = new double[nodes];
    double[] outShare = new double[nodes];
    double[] leaving = new double[nodes];
    boolean[] wet = new boolean[nodes];
    for (int n = 0; n < nodes; n++) {
      leaving[n] = leaving(n);
      wet[n] = nodeLake[n] >= 0 || riversIn[n] + riversOut[n] + joins[n] > 0;
      if (leaving[n] > 0) {
        abstractionShare[n] = abstraction[n] / leaving[n];
        lossShare[n] = loss[n] / leaving[n];
        outShare[n] = isOutlet(n) ? 1 - abstractionShare[n] - lossShare[n] : 0;
        double rest = 1 - abstractionShare[n] - lossShare[n];
        fractions(rest, Arrays.copyOfRange(outSegment, start[n], start[n + 1]), fraction);
      }
    }
    List<Lake> lakes = study.waterways().lakes();
    double[] volumeStart = new double[lakes.size()];
    double[] volumeEnd = new double[lakes.size()];
    double[] area = new double[lakes.size()];
    for (int l = 0; l < lakes.size(); l++) {
      Lake.Seasonal given = lakes.get(l).seasons().get(season);
      volumeStart[l] = Convert.cubicMetresFromCubicKilometres(given.volumeStart_km3());
      volumeEnd[l] = Convert.cubicMetresFromCubicKilometres(given.volumeEnd_km3());
      area[l] = Convert.squareMetresFromSquareKilometres(given.area_km2());
    }
    return new SeasonNetwork(
        duration_s,
        new SeasonNetwork.Flow(
            order,
            up,
            down,
            start,
            outSegment,
            cut,
            state,
            fraction,
            abstractionShare,
            lossShare,
            outShare),
        new SeasonNetwork.NodeWater(leaving, wet, flowClass, classShare),
        new SeasonNetwork.ReachWater(discharge, travelTime, depth, velocity),
        new SeasonNetwork.LakeWater(volumeStart, volumeEnd, area));
  }

  /// Divides the load that rivers take: by the study's fractions if it gives them, else by
  /// discharge.
  private void fractions(double rest, int[] leavingSegments, double[] fraction) {
    double given = 0;
    double free = 0;
    for (int s : leavingSegments) {
      Reach.Seasonal seasonal = seasonalOf(s);
      if (seasonal.fraction().isPresent()) {
        given += seasonal.fraction().getAsDouble();
      } else {
        free += discharge[segments.reach()[s]];
      }
    }
    boolean allGiven = free == 0;
    for (int s : leavingSegments) {
      Reach.Seasonal seasonal = seasonalOf(s);
      if (seasonal.fraction().isPresent() && isFirst(s)) {
        fraction[s] = rest * seasonal.fraction().getAsDouble();
      } else if (!allGiven) {
        double left = StrictMath.max(0, 1 - (isFirst(s) ? given : 0));
        fraction[s] = rest * left * discharge[segments.reach()[s]] / free;
      } else {
        fraction[s] = rest;
      }
    }
  }

  /// Whether the segment is the first of its reach in this season's direction.
  private boolean isFirst(int segment) {
    int r = segments.reach()[segment];
    boolean backward = up[segment] == segments.to()[segment];
    return segment == (backward ? segments.firstSegment()[r + 1] - 1 : segments.firstSegment()[r]);
  }

  private Reach.Seasonal seasonalOf(int segment) {
    return study.waterways().reaches().get(segments.reach()[segment]).seasons().get(season);
  }
}
