package org.tonle.simulate.reverse;

import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;
import org.tonle.simulate.step.Bracket;
import org.tonle.simulate.step.DrawVectors;

/// Point of a target in one draw: its position, its concentration, and the effect of the loads
/// right there: the seed of the reverse sweep (docs/theory/apportionment.md, Eqs. 3–4).
///
/// The worst point of a reach is searched in this draw and then held fixed.
final class TargetPoint {
  /// Parts into which a segment is divided to find oxygen that turns twice, as in the forward
  /// kernel.
  private static final int PARTS = 3;

  private static final int MOST_STEPS = 60;

  static final DrawVectors NONE =
      new DrawVectors(0, new double[0][], new double[0][][], new double[0][][], new double[0][][]);

  private final Operators operators;
  private final DrawState through;
  private final Network network;
  private final int n;
  private final int[] firstSegment;
  private DrawVectors draws = NONE;
  private int draw;

  int season;

  /// Node whose outflow determines the target, -1 if there is no water.
  int node;

  /// Lake whose mean is the target, or -1.
  int lake;

  /// λ of the load that leaves the node.
  final double[] passing;

  /// λ of the lake's mean concentration.
  final double[] mean;

  /// λ of the load along the segment.
  final double[] along;

  double natural_g_per_m3;
  double concentration_g_per_m3;

  /// Segment in which the target lies, -1 of a lake or node.
  int segment;

  /// Part of that segment that the water has passed.
  double part;

  private final double[] tail;
  private final double[] toAlong;
  private final double[] forced;
  private final double[] head;
  private final double[] end;
  private final double[] source;
  private final double[] work;
  private final Bracket bracket = new Bracket();

  TargetPoint(Operators operators, DrawState through) {
    this.operators = operators;
    this.through = through;
    network = operators.network;
    n = operators.n;
    passing = new double[n];
    mean = new double[n];
    along = new double[n];
    tail = new double[n * n];
    toAlong = new double[n * n];
    forced = new double[n];
    head = new double[n];
    end = new double[n];
    source = new double[n];
    work = new double[n];
    firstSegment = new int[network.reachCount() + 1];
    for (int reach : network.segmentReach()) {
      firstSegment[reach + 1]++;
    }
    for (int r = 0; r < network.reachCount(); r++) {
      firstSegment[r + 1] += firstSegment[r];
    }
  }

  void draw(DrawVectors draws, int d) {
    this.draws = draws;
    draw = d;
  }

  boolean isAlong(int season, int segment) {
    return season == this.season && segment == this.segment;
  }

  /// Number of points that may be the target's worst whatever the loads are: heads and ends of the
  /// segments of a reach; 0 where loads move the point, as of oxygen along a reach.
  int pointCount(Target target) {
    if (target.kind() != Target.Kind.REACH) {
      return 1;
    }
    int from = firstSegment[target.place()];
    if (network.seasons().get(target.season()).flow().up()[from] < 0) {
      return 1;
    }
    boolean isMoved =
        target.point() != Target.Point.WORST || target.member() == operators.kinetics.oxygen();
    return isMoved ? 0 : 2 * (firstSegment[target.place() + 1] - from);
  }

  /// Goes to one of those points.
  void find(Target target, int number) {
    if (pointCount(target) == 1) {
      find(target);
      return;
    }
    clear(target);
    int last = lastSegment(target);
    double perWater = 1 / operators.discharge_m3_per_s[operators.segment(season, last)];
    int segment = firstSegment[target.place()] + number / 2;
    point(segment, number % 2, target.member(), perWater);
  }

  /// The segment at which the water leaves a reach.
  private int lastSegment(Target target) {
    int from = firstSegment[target.place()];
    int to = firstSegment[target.place() + 1] - 1;
    SeasonNetwork.Flow flow = network.seasons().get(season).flow();
    return flow.up()[from] == network.segmentTo()[from] ? from : to;
  }

  private void clear(Target target) {
    season = target.season();
    node = -1;
    lake = -1;
    segment = -1;
    part = 0;
    natural_g_per_m3 = 0;
    concentration_g_per_m3 = 0;
    java.util.Arrays.fill(passing, 0);
    java.util.Arrays.fill(mean, 0);
    java.util.Arrays.fill(along, 0);
  }

  void find(Target target) {
    clear(target);
    switch (target.kind()) {
      case LAKE -> lake(target);
      case NODE -> node(target);
      case REACH -> reach(target);
      case SEGMENT -> {
        double perWater =
            1 / operators.discharge_m3_per_s[operators.segment(season, target.place())];
        point(target.place(), 0, target.member(), perWater);
      }
    }
  }

  private void lake(Target target) {
    lake = target.place();
    node = network.lakeNode()[lake];
    mean[target.member()] = 1;
    concentration_g_per_m3 =
        through.lakeMean[(season * network.lakeCount() + lake) * n + target.member()];
  }

  private void node(Target target) {
    int at = operators.node(season, target.place());
    if (operators.leaving_m3_per_s[at] > 0) {
      node = target.place();
      passing[target.member()] = 1 / operators.leaving_m3_per_s[at];
      concentration_g_per_m3 =
          through.passing[at * n + target.member()] / operators.leaving_m3_per_s[at];
    }
  }

  private void reach(Target target) {
    SeasonNetwork.Flow flow = network.seasons().get(season).flow();
    int from = firstSegment[target.place()];
    int to = firstSegment[target.place() + 1] - 1;
    if (flow.up()[from] < 0) {
      return;
    }
    boolean isBackward = flow.up()[from] == network.segmentTo()[from];
    int first = isBackward ? to : from;
    int last = isBackward ? from : to;
    double perWater = 1 / operators.discharge_m3_per_s[operators.segment(season, last)];
    int member = target.member();
    switch (target.point()) {
      case HEAD -> point(first, 0, member, perWater);
      case END -> point(last, 1, member, perWater);
      case WORST -> {
        boolean isOxygen = member == operators.kinetics.oxygen();
        worst(from, to, member, isOxygen, perWater);
      }
    }
  }

  /// Goes to the worst point of the segments `from` to `to`.
  private void worst(int from, int to, int member, boolean isLow, double perWater) {
    double sign = isLow ? -1 : 1;
    double most = Double.NEGATIVE_INFINITY;
    int where = from;
    double share = 0;
    for (int i = from; i <= to; i++) {
      ends(i);
      if (sign * head[member] > most) {
        most = sign * head[member];
        where = i;
        share = 0;
      }
      if (sign * end[member] > most) {
        most = sign * end[member];
        where = i;
        share = 1;
      }
      if (isLow) {
        double turn = turn(i);
        if (turn > 0 && -oxygenAt(i, turn) > most) {
          most = -end[member];
          where = i;
          share = turn;
        }
      }
    }
    point(where, share, member, perWater);
  }

  /// Sets `head` and `end` of a segment.
  private void ends(int i) {
    SeasonNetwork.Flow flow = network.seasons().get(season).flow();
    int at = operators.segment(season, i);
    int up = operators.node(season, flow.up()[i]) * n;
    for (int m = 0; m < n; m++) {
      head[m] = flow.fraction()[i] * through.passing[up + m];
    }
    apply(operators.tail, operators.along, at * n * n, operators.forced, at * n, at);
  }

  private void apply(double[] e, double[] f, int matrix, double[] c, int vector, int at) {
    for (int row = 0; row < n; row++) {
      double sum = c[vector + row];
      for (int k = 0; k <= row; k++) {
        sum += e[matrix + row * n + k] * head[k];
        sum += f[matrix + row * n + k] * through.along[at * n + k];
      }
      end[row] = sum;
    }
  }

  /// Sets `end` to the load at a share of the segment's time; returns its oxygen.
  private double oxygenAt(int i, double share) {
    double whole_s = operators.time_s(draws, season, i, draw);
    operators.prepare(draws, season, i, draw);
    operators.matrices(share * whole_s, whole_s, tail, toAlong, 0, forced, 0);
    apply(tail, toAlong, 0, forced, 0, operators.segment(season, i));
    return end[operators.kinetics.oxygen()];
  }

  private double slopeAt(int i, double share) {
    double whole_s = operators.time_s(draws, season, i, draw);
    int at = operators.segment(season, i) * n;
    for (int m = 0; m < n; m++) {
      source[m] = through.along[at + m] / whole_s;
    }
    oxygenAt(i, share);
    return operators.oxygenSlope(end, source, work);
  }

  /// Share of the segment's time at which oxygen turns from falling to rising at its lowest; 0 if
  /// it does not.
  private double turn(int i) {
    if (!(operators.time_s(draws, season, i, draw) > 0)) {
      return 0;
    }
    double found = 0;
    double lowest = Double.POSITIVE_INFINITY;
    double slopeBefore = slopeAt(i, 0);
    for (int part = 1; part <= PARTS; part++) {
      double slope = slopeAt(i, (double) part / PARTS);
      if (slopeBefore < 0 && slope > 0) {
        double turn = between(i, (part - 1.0) / PARTS, slopeBefore, (double) part / PARTS, slope);
        double oxygen = oxygenAt(i, turn);
        if (oxygen < lowest) {
          lowest = oxygen;
          found = turn;
        }
      }
      slopeBefore = slope;
    }
    return found;
  }

  /// Root of the slope between two shares of the segment's time.
  private double between(int i, double a, double slopeA, double b, double slopeB) {
    bracket.set(a, slopeA, b, slopeB);
    double t = a;
    for (int k = 0; k < MOST_STEPS && bracket.width() > 1e-12; k++) {
      t = bracket.next();
      double f = slopeAt(i, t);
      if (f == 0) {
        break;
      }
      bracket.take(t, f);
    }
    return t;
  }

  /// λ of the load that enters the segment of the point; of a node, of the load that leaves it.
  double perLoadAtHead_s_per_m3(int member) {
    if (segment < 0) {
      return passing[member];
    }
    double share = network.seasons().get(season).flow().fraction()[segment];
    return share > 0 ? passing[member] / share : 0;
  }

  /// Sets the seed for a point at a share of a segment's time.
  private void point(int i, double share, int member, double perWater) {
    SeasonNetwork.Flow flow = network.seasons().get(season).flow();
    segment = i;
    part = share;
    node = flow.up()[i];
    ends(i);
    double[] e = operators.tail;
    double[] f = operators.along;
    double[] c = operators.forced;
    int at = operators.segment(season, i);
    int matrix = at * n * n;
    int vector = at * n;
    double found = share == 0 ? head[member] : end[member];
    if (share > 0 && share < 1) {
      found = oxygenAt(i, share);
      e = tail;
      f = toAlong;
      c = forced;
      matrix = 0;
      vector = 0;
    }
    concentration_g_per_m3 = found * perWater;
    if (share == 0) {
      passing[member] = perWater * flow.fraction()[i];
      return;
    }
    natural_g_per_m3 = perWater * c[vector + member];
    for (int k = 0; k <= member; k++) {
      passing[k] = perWater * flow.fraction()[i] * e[matrix + member * n + k];
      along[k] = perWater * f[matrix + member * n + k];
    }
  }
}
