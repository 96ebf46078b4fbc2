package org.tonle.simulate.reverse;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tonle.convert.Size;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.step.DrawVectors;
import org.tonle.simulate.step.Elimination;
import org.tonle.simulate.step.LakeStep;

/// Adjoint: the reverse sweep from one concentration back to every load, for one draw at a time
/// (docs/theory/apportionment.md, Eqs. 1–6).
///
/// λ is kept at nodes, index `node(season, node) * n + member`; it is computed only upstream of the
/// requested place. Set a draw with [#draw], then ask for any number of targets.
public final class Adjoint {
  private final Network network;
  private final Kinetics kinetics;
  private final LoadEntries entries;
  private final Operators operators;
  private final DrawState through;
  private final TargetPoint spot;
  private final int n;
  private final int[] componentOf;

  /// Components that may send water to each, itself first, then falling; found when first needed.
  private final int[][] above;

  private final EntryIndex atNode;
  private final EntryIndex alongSegment;
  private final double[] toNode;
  private final double[] leaving;
  private final boolean[] isActive;
  private final int[] visited;
  private int visitedCount;
  private final double[] mass;
  private final double[] mean;
  private double natural;
  private DrawVectors draws = TargetPoint.NONE;
  private int draw;

  /// @param lakeSteps steps into which a season is cut for lakes
  public Adjoint(Network network, Kinetics kinetics, LoadEntries entries, int lakeSteps) {
    this.network = network;
    this.kinetics = kinetics;
    this.entries = entries;
    operators = new Operators(network, kinetics, lakeSteps);
    through = new DrawState(operators, entries);
    n = kinetics.memberCount();
    spot = new TargetPoint(operators, through);
    atNode = new EntryIndex(network.nodeCount(), entries.node());
    alongSegment = new EntryIndex(network.segmentCount(), entries.segment());
    int places = Size.of(Double.BYTES, network.seasonCount(), network.nodeCount());
    toNode = new double[Size.of(Double.BYTES, places, n)];
    leaving = new double[toNode.length];
    isActive = new boolean[places];
    visited = new int[places];
    mass = new double[n];
    mean = new double[n];
    componentOf = new int[network.nodeCount()];
    for (int c = 0; c < network.components().length; c++) {
      for (int node : network.components()[c]) {
        componentOf[node] = c;
      }
    }
    above = new int[network.components().length][];
  }

  /// Components from which water may get to one, in any season.
  private int[] above(int component) {
    if (above[component] == null) {
      boolean[] isAbove = new boolean[component + 1];
      isAbove[component] = true;
      for (int c = component - 1; c >= 0; c--) {
        isAbove[c] = sendsTo(c, isAbove);
      }
      above[component] =
          IntStream.rangeClosed(0, component)
              .map(c -> component - c)
              .filter(c -> isAbove[c])
              .toArray();
    }
    return above[component];
  }

  private boolean sendsTo(int component, boolean[] isAbove) {
    for (SeasonNetwork season : network.seasons()) {
      SeasonNetwork.Flow flow = season.flow();
      for (int node : network.components()[component]) {
        for (int i = flow.outStart()[node]; i < flow.outStart()[node + 1]; i++) {
          int below = componentOf[flow.down()[flow.outSegment()[i]]];
          if (below < isAbove.length && isAbove[below]) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// Sets draw `d`: its rates, flows and loads.
  public void draw(DrawVectors draws, int d) {
    this.draws = draws;
    draw = d;
    operators.fill(draws, d);
    through.run(draws, d);
    spot.draw(draws, d);
  }

  /// A load of this draw [g/s].
  public double load_g_per_s(int season, int entry) {
    return through.drawn()[season * entries.count() + entry];
  }

  /// The concentration simulated in this draw [g/m³]; oxygen may be below 0.
  public double concentration_g_per_m3(Target target) {
    spot.find(target);
    return spot.concentration_g_per_m3;
  }

  /// Contribution of every load to a concentration of this draw.
  public Gradient gradient(Target target) {
    double[] perLoad = new double[Size.of(Double.BYTES, network.seasonCount(), entries.count())];
    sweep(target);
    for (int s = 0; s < network.seasonCount(); s++) {
      for (int i = 0; i < entries.count(); i++) {
        perLoad[s * entries.count() + i] = perLoad_s_per_m3(s, i);
      }
    }
    return new Gradient(perLoad, natural);
  }

  /// Adds the contribution of each load to a concentration of this draw [g/m³] to
  /// `sums[group[entry]]`, and to `shares` the contribution per g/m³ weighted by `water`; returns
  /// the natural part.
  ///
  /// @param water_m3_per_d water that each entry brings in the central run, by season and entry;
  ///   empty if not needed
  /// @param shares share of the water at the place that each group brought
  public double contributions(
      Target target, int[] group, double[] sums, double[] water_m3_per_s, double[] shares) {
    sweep(target);
    for (int v = 0; v < visitedCount; v++) {
      int season = visited[v] / network.nodeCount();
      int node = visited[v] % network.nodeCount();
      add(season, atNode, node, group, sums, water_m3_per_s, shares);
      SeasonNetwork.Flow flow = network.seasons().get(season).flow();
      for (int i = flow.outStart()[node]; i < flow.outStart()[node + 1]; i++) {
        add(season, alongSegment, flow.outSegment()[i], group, sums, water_m3_per_s, shares);
      }
    }
    return natural;
  }

  private void add(
      int season,
      EntryIndex index,
      int place,
      int[] group,
      double[] sums,
      double[] water_m3_per_s,
      double[] shares) {
    for (int k = index.start[place]; k < index.start[place + 1]; k++) {
      add(season, index.entry[k], group, sums, water_m3_per_s, shares);
    }
  }

  private void add(
      int season, int entry, int[] group, double[] sums, double[] water_m3_per_s, double[] shares) {
    double load = through.drawn()[season * entries.count() + entry];
    double water = water_m3_per_s(water_m3_per_s, season, entry);
    if (load == 0 && water == 0) {
      return;
    }
    double perLoad = perLoad_s_per_m3(season, entry);
    sums[group[entry]] += perLoad * load;
    if (water != 0) {
      shares[group[entry]] += perLoad * water;
    }
  }

  private double water_m3_per_s(double[] central_m3_per_s, int season, int entry) {
    if (central_m3_per_s.length == 0) {
      return 0;
    }
    int group = entries.flowGroup()[entry];
    double factor = group < 0 ? 1 : draws.groupFactor()[season][group][draw];
    return central_m3_per_s[season * entries.count() + entry] * factor;
  }

  private double perLoad_s_per_m3(int season, int entry) {
    int node = entries.node()[entry];
    return perLoad_s_per_m3(season, node, entries.segment()[entry], entries.member()[entry]);
  }

  /// Effect of a steady load of a member, where the water enters the place of the last sweep, on
  /// the concentration there: for a reach or node 1 / Q where nothing is lost on the way to the
  /// point; for a lake of a load that enters it all year.
  public double perLoadAtHead_s_per_m3(int member) {
    if (spot.lake < 0) {
      return spot.perLoadAtHead_s_per_m3(member);
    }
    double sum = 0;
    for (int s = 0; s < network.seasonCount(); s++) {
      int at = operators.node(s, spot.node);
      sum += isActive[at] ? toNode[at * n + member] : 0;
    }
    return sum;
  }

  /// Head of the segment in which the last sweep's target lies, or the target itself.
  public Target head(Target target, int member) {
    return spot.segment < 0
        ? new Target(target.kind(), target.place(), target.point(), target.season(), member)
        : new Target(Target.Kind.SEGMENT, spot.segment, Target.Point.HEAD, target.season(), member);
  }

  /// Adds what enters along the segment of the last sweep's target above it [g/s], to
  /// `sums[group[entry]]`.
  public void along(int[] group, double[] sums) {
    int first = spot.segment < 0 ? 0 : alongSegment.start[spot.segment];
    int end = spot.segment < 0 ? 0 : alongSegment.start[spot.segment + 1];
    for (int k = first; k < end; k++) {
      int entry = alongSegment.entry[k];
      sums[group[entry]] += spot.part * load_g_per_s(spot.season, entry);
    }
  }

  /// Adds the load of one season [g/s] of every entry that the last sweep found to count, in any
  /// season, to `sums[group[entry]]`: what the outlets above the place put into the water.
  public void reaching(int season, int[] group, double[] sums) {
    boolean[] counts = new boolean[entries.count()];
    for (int v = 0; v < visitedCount; v++) {
      int s = visited[v] / network.nodeCount();
      int node = visited[v] % network.nodeCount();
      mark(s, atNode, node, counts);
      SeasonNetwork.Flow flow = network.seasons().get(s).flow();
      for (int i = flow.outStart()[node]; i < flow.outStart()[node + 1]; i++) {
        mark(s, alongSegment, flow.outSegment()[i], counts);
      }
    }
    for (int i = 0; i < counts.length; i++) {
      sums[group[i]] += counts[i] ? load_g_per_s(season, i) : 0;
    }
  }

  private void mark(int season, EntryIndex index, int place, boolean[] counts) {
    for (int k = index.start[place]; k < index.start[place + 1]; k++) {
      counts[index.entry[k]] |= perLoad_s_per_m3(season, index.entry[k]) != 0;
    }
  }

  /// Number of points that may be a target's worst whatever the loads are; 0 where loads move it.
  public int pointCount(Target target) {
    return spot.pointCount(target);
  }

  /// The sites upstream of one of those points.
  LoadSites sites(Target target, int point, LoadSites.Filter filter) {
    spot.find(target, point);
    sweep();
    return new LoadSites(network, java.util.Arrays.copyOf(visited, visitedCount), n, filter);
  }

  /// Fills in the effect of a load at each site on the concentration at one of those points, with
  /// the natural part last; returns whether the sweep visited the same sites.
  boolean fill(Target target, int point, LoadSites sites, double[] perLoad) {
    spot.find(target, point);
    sweep();
    for (int i = 0; i < sites.count(); i++) {
      perLoad[i] =
          perLoad_s_per_m3(sites.season(i), sites.node(i), sites.segment(i), sites.member(i));
    }
    perLoad[sites.count()] = natural;
    return sites.isVisited(visited, visitedCount);
  }

  /// Sweeps back from one of a target's points; from the worst of this draw's loads where loads
  /// move it. Returns the natural part.
  double sweep(Target target, int point) {
    if (pointCount(target) == 0) {
      spot.find(target);
    } else {
      spot.find(target, point);
    }
    sweep();
    return natural;
  }

  /// Steps of the last sweep: seasons times nodes, of which the first [#stepCount] count.
  int[] steps() {
    return visited;
  }

  int stepCount() {
    return visitedCount;
  }

  /// Effect of a load on the concentration that was swept from; 0 where it does not get there.
  double perLoad_s_per_m3(int season, int node, int segment, int member) {
    if (node >= 0) {
      int at = operators.node(season, node);
      return isActive[at] ? toNode[at * n + member] : 0;
    }
    SeasonNetwork.Flow flow = network.seasons().get(season).flow();
    int at = operators.segment(season, segment);
    double sum = spot.isAlong(season, segment) ? spot.along[member] : 0;
    int down = flow.up()[segment] < 0 ? -1 : operators.node(season, flow.down()[segment]);
    for (int row = member; down >= 0 && isActive[down] && row < n; row++) {
      sum += operators.along[(at * n + row) * n + member] * toNode[down * n + row];
    }
    return sum;
  }

  private void sweep(Target target) {
    spot.find(target);
    sweep();
  }

  /// Sweeps back from the point that was found.
  private void sweep() {
    for (int v = 0; v < visitedCount; v++) {
      isActive[visited[v]] = false;
    }
    visitedCount = 0;
    natural = spot.natural_g_per_m3;
    if (spot.node < 0) {
      return;
    }
    for (int c : above(componentOf[spot.node])) {
      Cycle cycle = through.cycles[c];
      if (cycle == null) {
        steady(through.order[c]);
      } else {
        year(cycle, through.fixedPoint[c]);
      }
    }
    visitPlace();
    for (int v = 0; v < visitedCount; v++) {
      addNatural(visited[v] / network.nodeCount(), visited[v] % network.nodeCount());
    }
  }

  /// Loads along the target's own segment count even if nothing that enters above it does.
  private void visitPlace() {
    int at = operators.node(spot.season, spot.node);
    if (!isActive[at]) {
      java.util.Arrays.fill(toNode, at * n, (at + 1) * n, 0);
      visit(at);
    }
  }

  private void steady(int[][] order) {
    for (int s = 0; s < order.length; s++) {
      for (int i = order[s].length - 1; i >= 0; i--) {
        int node = order[s][i];
        int at = operators.node(s, node);
        if (isReached(s, node) && pull(s, node)) {
          System.arraycopy(leaving, at * n, toNode, at * n, n);
          visit(at);
        }
      }
    }
  }

  /// Whether a node is the place or flows to one that counts: most others are left at once.
  private boolean isReached(int s, int node) {
    if (spot.season == s && spot.node == node) {
      return true;
    }
    SeasonNetwork.Flow flow = network.seasons().get(s).flow();
    int[] segments = flow.outSegment();
    for (int i = flow.outStart()[node]; i < flow.outStart()[node + 1]; i++) {
      if (isActive[operators.node(s, flow.down()[segments[i]])]) {
        return true;
      }
    }
    return false;
  }

  private void visit(int at) {
    if (!isActive[at]) {
      isActive[at] = true;
      visited[visitedCount++] = at;
    }
  }

  /// λ of the load that leaves a node, from λ at the nodes below; returns whether any place below
  /// counts.
  private boolean pull(int s, int node) {
    SeasonNetwork inSeason = network.seasons().get(s);
    SeasonNetwork.Flow flow = inSeason.flow();
    int at = operators.node(s, node) * n;
    boolean counts = spot.season == s && spot.node == node;
    for (int m = 0; m < n; m++) {
      leaving[at + m] = counts ? spot.passing[m] : 0;
    }
    if (inSeason.nodes().leaving_m3_per_s()[node] <= 0) {
      return false;
    }
    for (int i = flow.outStart()[node]; i < flow.outStart()[node + 1]; i++) {
      int segment = flow.outSegment()[i];
      int down = operators.node(s, flow.down()[segment]);
      if (isActive[down]) {
        counts = true;
        double fraction = flow.fraction()[segment];
        int matrix = operators.segment(s, segment) * n * n;
        for (int row = 0; row < n; row++) {
          double weight = fraction * toNode[down * n + row];
          for (int k = 0; weight != 0 && k <= row; k++) {
            leaving[at + k] += operators.tail[matrix + row * n + k] * weight;
          }
        }
      }
    }
    return counts;
  }

  /// The year of a component with lakes: once for the direct effect of the start of the year on the
  /// place, once more for its effect through all earlier years.
  private void year(Cycle cycle, @Nullable Elimination fixedPoint) {
    double before = natural;
    double[] unknown = new double[cycle.unknowns];
    double[] reached = new double[cycle.unknowns];
    if (!turn(cycle, reached, unknown) || fixedPoint == null) {
      return;
    }
    fixedPoint.solveTransposed(unknown);
    for (int s = 0; s < network.seasonCount(); s++) {
      for (int node : cycle.nodes) {
        isActive[operators.node(s, node)] = false;
      }
    }
    natural = before;
    turn(cycle, unknown, reached);
    for (int s = 0; s < network.seasonCount(); s++) {
      for (int node : cycle.nodes) {
        int at = operators.node(s, node);
        if (isActive[at]) {
          visited[visitedCount++] = at;
        }
      }
    }
  }

  /// The transposed turn: from λ of the unknowns after the turn, `reached`, to λ of the unknowns
  /// before it.
  private boolean turn(Cycle cycle, double[] reached, double[] unknown) {
    boolean counts = false;
    System.arraycopy(reached, 0, unknown, 0, unknown.length);
    for (int s = network.seasonCount() - 1; s >= 0; s--) {
      for (int i = cycle.order[s].length - 1; i >= 0; i--) {
        int node = cycle.order[s][i];
        int at = operators.node(s, node);
        int lake = network.nodeLake()[node];
        if (lake >= 0) {
          boolean isCut = cycle.cut(s, node) >= 0;
          boolean leaves = !isCut && isReached(s, node) && pull(s, node);
          counts |= store(cycle, s, node, reached, unknown, leaves);
        } else if (isReached(s, node) && pull(s, node)) {
          System.arraycopy(leaving, at * n, toNode, at * n, n);
          isActive[at] = true;
          counts = true;
        }
      }
      for (int node : cycle.order[s]) {
        int cut = cycle.cut(s, node);
        if (cut >= 0) {
          counts |= pull(s, node);
          int at = operators.node(s, node);
          for (int m = 0; m < n; m++) {
            unknown[cut + m] = operators.leaving_m3_per_s[at] * leaving[at * n + m];
          }
        }
      }
    }
    return counts;
  }

  /// A lake's season transposed: from λ of its mean and of its mass afterwards to λ of its inflow
  /// and of its mass before.
  private boolean store(
      Cycle cycle, int s, int node, double[] reached, double[] unknown, boolean leaves) {
    int lake = network.nodeLake()[node];
    int at = operators.node(s, node);
    int slot = cycle.massSlot[node];
    int cut = cycle.cut(s, node);
    boolean counts = spot.season == s && spot.lake == lake;
    for (int m = 0; m < n; m++) {
      mean[m] = counts ? spot.mean[m] : 0;
      mean[m] += cut >= 0 ? reached[cut + m] : 0;
      mean[m] += leaves ? operators.leaving_m3_per_s[at] * leaving[at * n + m] : 0;
    }
    LakeStep.Map map = operators.lakes[s][lake];
    boolean isFelt = leaves || counts;
    for (int c = 0; c < n; c++) {
      double load = 0;
      double earlier = 0;
      for (int row = c; row < n; row++) {
        load += map.r[row * n + c] * unknown[slot + row] + map.hW[row * n + c] * mean[row];
        earlier += map.p[row * n + c] * unknown[slot + row] + map.gM[row * n + c] * mean[row];
      }
      toNode[at * n + c] = load;
      mass[c] = earlier;
      isFelt |= load != 0;
    }
    for (int m = 0; m < n; m++) {
      natural += map.p0[m] * unknown[slot + m] + map.g0[m] * mean[m];
      unknown[slot + m] = mass[m];
    }
    isActive[at] = isFelt;
    return isFelt;
  }

  /// Adds the contribution of saturation, reaeration, bed and light on the segments below a node.
  private void addNatural(int s, int node) {
    SeasonNetwork inSeason = network.seasons().get(s);
    SeasonNetwork.Flow flow = inSeason.flow();
    if (kinetics.oxygen() < 0 || inSeason.nodes().leaving_m3_per_s()[node] <= 0) {
      return;
    }
    for (int i = flow.outStart()[node]; i < flow.outStart()[node + 1]; i++) {
      int segment = flow.outSegment()[i];
      int down = operators.node(s, flow.down()[segment]);
      for (int m = 0; isActive[down] && m < n; m++) {
        natural += operators.forced[operators.segment(s, segment) * n + m] * toNode[down * n + m];
      }
    }
  }
}
