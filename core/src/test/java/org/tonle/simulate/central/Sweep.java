package org.tonle.simulate.central;

import org.jspecify.annotations.Nullable;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.LoadVectors;
import org.tonle.simulate.Places;
import org.tonle.simulate.course.MassLine;
import org.tonle.simulate.step.DrawVectors;
import org.tonle.simulate.step.ReachStep;

/// Carries loads from node to node within the seasons (docs/theory/transport.md, Eqs. 1–4).
///
/// Holds what has arrived at every node and season; vectors have index `member * draws + draw`.
final class Sweep {
  private final Network network;
  private final Kinetics kinetics;
  private final LoadVectors loads;
  private final DrawVectors draws;
  private final Places places;
  private final GroupResult result;
  private final Recorder recorder;
  private final ReachStep[] steps;
  private final int batch;
  private final int length;
  private final int count;
  private final double[] @Nullable [] arrived;
  private final double[] @Nullable [] reachHead;
  private final double[] @Nullable [] reachWorst;
  private final int[][] placesOfNode;
  private final double[][] nowhere = new double[MassLine.values().length][];
  private final double[] none;

  Sweep(
      Network network,
      Kinetics kinetics,
      LoadVectors loads,
      DrawVectors draws,
      Places places,
      GroupResult result,
      Recorder recorder,
      int batch) {
    this.network = network;
    this.kinetics = kinetics;
    this.loads = loads;
    this.draws = draws;
    this.places = places;
    this.result = result;
    this.recorder = recorder;
    this.batch = batch;
    length = loads.length();
    count = draws.draws();
    steps = new ReachStep[(count + batch - 1) / batch];
    java.util.Arrays.setAll(steps, i -> new ReachStep(network, kinetics, draws));
    arrived = new double[network.seasonCount() * network.nodeCount()][];
    reachHead = new double[network.seasonCount() * network.reachCount()][];
    reachWorst = new double[network.seasonCount() * network.reachCount()][];
    placesOfNode = new int[network.nodeCount()][0];
    for (int i = 0; i < places.node().length; i++) {
      int[] before = placesOfNode[places.node()[i]];
      int[] more = java.util.Arrays.copyOf(before, before.length + 1);
      more[before.length] = places.reachCount() + places.lakeCount() + i;
      placesOfNode[places.node()[i]] = more;
    }
    for (int i = 0; i < nowhere.length; i++) {
      nowhere[i] = new double[length];
    }
    none = new double[length];
  }

  int length() {
    return length;
  }

  /// Load that has arrived at a node from above in a season; taken away from the store.
  double[] take(int season, int node) {
    int at = season * network.nodeCount() + node;
    double[] found = arrived[at];
    arrived[at] = null;
    return found == null ? new double[length] : found;
  }

  /// Adds the node's own loads to `load`; their mass enters the balance when `isRecorded`.
  void addOwn(int season, int node, double[] load, boolean isRecorded) {
    double seconds = network.seasons().get(season).duration_s();
    loads.addAtNode(season, node, load, isRecorded ? result.mass : nowhere, seconds);
  }

  /// Loads spread along reaches without water: they stay where they are, a line of the balance.
  void strand() {
    for (int s = 0; s < network.seasonCount(); s++) {
      SeasonNetwork inSeason = network.seasons().get(s);
      for (int segment = 0; segment < network.segmentCount(); segment++) {
        boolean isDry =
            inSeason.flow().state()[network.segmentReach()[segment]]
                == SeasonNetwork.ReachState.DRY;
        if (isDry && loads.isAlong(segment)) {
          double[] load = new double[length];
          loads.addAlong(s, segment, load, result.mass, inSeason.duration_s());
          add(MassLine.NOT_DELIVERED, load, inSeason.duration_s());
        }
      }
    }
  }

  /// A node without storage, its result recorded.
  void node(int season, int node) {
    double[] load = take(season, node);
    addOwn(season, node, load, true);
    pass(season, node, load, true, true, null);
  }

  /// Shares a node's load among what leaves it and carries it down.
  ///
  /// @param isForced whether the constant parts of the equations act
  /// @param isRecorded whether results and balances are kept
  /// @param inside where loads for nodes of the component under way go, or null for the store
  void pass(
      int season,
      int node,
      double[] load,
      boolean isForced,
      boolean isRecorded,
      @Nullable Inside inside) {
    SeasonNetwork inSeason = network.seasons().get(season);
    SeasonNetwork.Flow flow = inSeason.flow();
    if (isRecorded) {
      balance(node, load, inSeason);
    }
    if (inSeason.nodes().leaving_m3_per_s()[node] <= 0) {
      return;
    }
    if (isRecorded && placesOfNode[node].length > 0) {
      double[] mixed = concentration(load, season, node, inSeason.nodes().leaving_m3_per_s()[node]);
      for (int place : placesOfNode[node]) {
        recorder.record(season, place, mixed, mixed, mixed);
      }
    }
    for (int i = flow.outStart()[node]; i < flow.outStart()[node + 1]; i++) {
      segment(season, flow.outSegment()[i], load, isForced, isRecorded, inside);
    }
  }

  private void balance(int node, double[] load, SeasonNetwork inSeason) {
    SeasonNetwork.Flow flow = inSeason.flow();
    double seconds = inSeason.duration_s();
    if (inSeason.nodes().leaving_m3_per_s()[node] <= 0) {
      add(MassLine.NOT_DELIVERED, load, seconds);
      return;
    }
    double given = 0;
    for (int i = flow.outStart()[node]; i < flow.outStart()[node + 1]; i++) {
      given += flow.fraction()[flow.outSegment()[i]];
    }
    double out = flow.outShare()[node];
    double abstracted = flow.abstractionShare()[node];
    double lost = flow.lossShare()[node];
    add(MassLine.OUT, load, out * seconds);
    add(MassLine.ABSTRACTION, load, abstracted * seconds);
    add(MassLine.LOSS, load, lost * seconds);
    double created = given + out + abstracted + lost - 1;
    if (StrictMath.abs(created) > 1e-12) {
      add(MassLine.CREATED, load, created * seconds);
    }
  }

  void add(MassLine line, double[] load, double factor) {
    double[] mass = result.mass[line.ordinal()];
    for (int i = 0; i < length; i++) {
      mass[i] += load[i] * factor;
    }
  }

  private double[] concentration(double[] load, int season, int node, double q_m3_per_s) {
    SeasonNetwork inSeason = network.seasons().get(season);
    double[] factor = draws.flowFactor(season, inSeason.nodes().flowClass()[node]);
    double[] found = new double[length];
    for (int start = 0; start < length; start += count) {
      for (int d = 0; d < count; d++) {
        found[start + d] = load[start + d] / (q_m3_per_s * factor[d]);
      }
    }
    return found;
  }

  private void segment(
      int season,
      int segment,
      double[] load,
      boolean isForced,
      boolean isRecorded,
      @Nullable Inside inside) {
    SeasonNetwork inSeason = network.seasons().get(season);
    double fraction = inSeason.flow().fraction()[segment];
    double[] head = new double[length];
    for (int i = 0; i < length; i++) {
      head[i] = load[i] * fraction;
    }
    double[] along = none;
    if (isForced && loads.isAlong(segment)) {
      along = new double[length];
      loads.addAlong(
          season, segment, along, isRecorded ? result.mass : nowhere, inSeason.duration_s());
    }
    double[] tail = new double[length];
    double[] worst = new double[length];
    double[] spread = along;
    Batches.run(
        count,
        batch,
        (b, from, to) ->
            steps[b].run(season, segment, head, spread, isForced, from, to, tail, worst));
    if (isRecorded) {
      removed(head, along, tail, inSeason.duration_s());
      reach(season, segment, head, tail, worst);
    }
    deliver(season, inSeason.flow().down()[segment], tail, isRecorded, inside);
  }

  private void removed(double[] head, double[] along, double[] tail, double seconds) {
    double[] mass = result.mass[MassLine.REMOVED.ordinal()];
    for (int i = 0; i < length; i++) {
      mass[i] += (head[i] + along[i] - tail[i]) * seconds;
    }
  }

  private void deliver(
      int season, int node, double[] load, boolean isRecorded, @Nullable Inside inside) {
    if (inside != null && inside.isMember(node)) {
      inside.add(season, node, load);
    } else if (isRecorded) {
      int at = season * network.nodeCount() + node;
      double[] there = arrived[at];
      if (there == null) {
        arrived[at] = load.clone();
      } else {
        for (int i = 0; i < length; i++) {
          there[i] += load[i];
        }
      }
    }
  }

  /// Collects the segments of a reach and records it with its last one.
  private void reach(int season, int segment, double[] head, double[] tail, double[] worst) {
    SeasonNetwork inSeason = network.seasons().get(season);
    int reach = network.segmentReach()[segment];
    int at = season * network.reachCount() + reach;
    double[] begun = reachHead[at];
    double[] soFar = reachWorst[at];
    if (begun == null || soFar == null) {
      begun = head;
      soFar = worst;
    } else {
      for (int i = 0; i < length; i++) {
        boolean isLow = i / count == kinetics.oxygen();
        soFar[i] = isLow ? StrictMath.min(soFar[i], worst[i]) : StrictMath.max(soFar[i], worst[i]);
      }
    }
    if (isLastOf(season, segment, reach)) {
      int upper = inSeason.flow().up()[segment];
      double q = inSeason.reaches().discharge_m3_per_s()[reach];
      recorder.record(
          season,
          reach,
          concentration(begun, season, upper, q),
          concentration(tail, season, upper, q),
          concentration(soFar, season, upper, q));
      reachHead[at] = null;
      reachWorst[at] = null;
    } else {
      reachHead[at] = begun;
      reachWorst[at] = soFar;
    }
  }

  private boolean isLastOf(int season, int segment, int reach) {
    boolean backward =
        network.seasons().get(season).flow().up()[segment] == network.segmentTo()[segment];
    int beyond = segment + (backward ? -1 : 1);
    return beyond < 0
        || beyond >= network.segmentCount()
        || network.segmentReach()[beyond] != reach;
  }

  void recordLake(int season, int lake, double[] mean) {
    recorder.record(season, places.reachCount() + lake, mean, mean, mean);
  }

  /// Loads under way between the nodes of one component.
  static final class Inside {
    private final boolean[] isMember;
    private final double[] @Nullable [] load;
    private final int nodeCount;

    Inside(Network network, int[] component) {
      nodeCount = network.nodeCount();
      isMember = new boolean[nodeCount];
      for (int node : component) {
        isMember[node] = true;
      }
      load = new double[network.seasonCount() * nodeCount][];
    }

    boolean isMember(int node) {
      return isMember[node];
    }

    void add(int season, int node, double[] more) {
      int at = season * nodeCount + node;
      double[] there = load[at];
      if (there == null) {
        load[at] = more.clone();
      } else {
        for (int i = 0; i < more.length; i++) {
          there[i] += more[i];
        }
      }
    }

    /// What has come so far, added to `to`, and forgotten.
    void moveTo(int season, int node, double[] to) {
      double[] there = load[season * nodeCount + node];
      if (there != null) {
        for (int i = 0; i < to.length; i++) {
          to[i] += there[i];
        }
        load[season * nodeCount + node] = null;
      }
    }
  }
}
