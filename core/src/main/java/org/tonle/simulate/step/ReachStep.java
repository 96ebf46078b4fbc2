package org.tonle.simulate.step;

import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.rates.Kinetics;

/// Step of the members of a group through one segment of a reach (docs/theory/kinetics.md, Eqs.
/// 4–9).
///
/// Loads in g/s (count/s), index `member * draws + draw`. The worst point is the higher of the two
/// ends; for oxygen it is the lowest point, an end or where its slope turns.
public final class ReachStep {
  /// Parts into which a reach is divided to find a slope that turns twice.
  private static final int PARTS = 3;

  /// A slope of more than this share of the larger end's counts as not 0 (docs/theory/kinetics.md,
  /// Eq. 8).
  private static final double SURE = 0.1;

  private static final double ROUNDING = 1e-14;

  private static final int MOST_STEPS = 60;

  private final Network network;
  private final Kinetics kinetics;
  private final DrawVectors draws;
  private final int n;
  private final int count;
  private final LinkedSolution solution;
  private final double[] x0;
  private final double[] x;
  private final double[] s;
  private final double[] probe;
  private final Bracket bracket = new Bracket();
  private double turned_s;
  private double lowestShare;
  private double[] flow = {};

  public ReachStep(Network network, Kinetics kinetics, DrawVectors draws) {
    this.network = network;
    this.kinetics = kinetics;
    this.draws = draws;
    n = kinetics.memberCount();
    count = draws.draws();
    solution = new LinkedSolution(kinetics);
    x0 = new double[n];
    x = new double[n];
    s = new double[n];
    probe = new double[n];
  }

  /// @param head load at the segment's upper end
  /// @param along load spread along it
  /// @param isForced whether saturation, bed and light act (not in the homogeneous runs of a cycle)
  /// @param tail load at its lower end, filled
  /// @param worst worst concentration times discharge, filled
  public void run(
      int season,
      int segment,
      double[] head,
      double[] along,
      boolean isForced,
      int from,
      int to,
      double[] tail,
      double[] worst) {
    SeasonNetwork inSeason = network.seasons().get(season);
    int reach = network.segmentReach()[segment];
    int flowClass = inSeason.nodes().flowClass()[inSeason.flow().up()[segment]];
    double[] q = draws.flowFactor(season, flowClass);
    flow = q;
    double[] t = draws.timeFactor(season, flowClass);
    double time_s = inSeason.reaches().travelTime_s()[reach] * network.lengthShare()[segment];
    for (int d = from; d < to; d++) {
      double discharge = inSeason.reaches().discharge_m3_per_s()[reach] * q[d];
      if (n == 1 && kinetics.oxygen() < 0) {
        single(season, reach, time_s * t[d], d, head, along, tail, worst);
      } else {
        linked(season, reach, time_s * t[d], discharge, d, head, along, isForced, tail, worst);
      }
    }
  }

  /// Share of the segment's time after which the oxygen of the last draw of the last run was
  /// lowest; 0 without oxygen.
  public double lowestShare() {
    return lowestShare;
  }

  private double rate(int reaction, int season, int reach, int d) {
    double rate = kinetics.reaches().rate_per_s()[reaction][season * network.reachCount() + reach];
    double drawn = draws.multiplier()[kinetics.reaches().vector()[reaction][reach]][d];
    return rate * drawn * hydraulics(reaction, season, reach, d);
  }

  /// Rate at the drawn depth and velocity over that at the central ones.
  private double hydraulics(int reaction, int season, int reach, int d) {
    double power =
        kinetics.reaches().flowExponent()[reaction][season * network.reachCount() + reach];
    return power == 0 || flow[d] == 1 ? 1 : StrictMath.pow(flow[d], power);
  }

  private void single(
      int season,
      int reach,
      double time_s,
      int d,
      double[] head,
      double[] along,
      double[] tail,
      double[] worst) {
    double k = 0;
    for (int r = 0; r < kinetics.reactionCount(); r++) {
      k += rate(r, season, reach, d);
    }
    double decay = k * time_s;
    tail[d] = head[d] * Exp.exp(-decay) + (along[d] == 0 ? 0 : along[d] * Exp.phi1(decay));
    worst[d] = StrictMath.max(head[d], tail[d]);
  }

  private void linked(
      int season,
      int reach,
      double time_s,
      double discharge,
      int d,
      double[] head,
      double[] along,
      boolean isForced,
      double[] tail,
      double[] worst) {
    prepare(season, reach, time_s, discharge, d, along, isForced);
    for (int m = 0; m < n; m++) {
      x0[m] = head[m * count + d];
    }
    if (time_s > 0) {
      solution.at(time_s, x0, s, x);
    } else {
      for (int m = 0; m < n; m++) {
        x[m] = x0[m] + along[m * count + d];
      }
    }
    for (int m = 0; m < n; m++) {
      tail[m * count + d] = x[m];
      worst[m * count + d] =
          m == kinetics.oxygen() ? lowest(time_s, x0[m], x[m]) : StrictMath.max(x0[m], x[m]);
    }
  }

  private void prepare(
      int season,
      int reach,
      double time_s,
      double discharge,
      int d,
      double[] along,
      boolean isForced) {
    solution.clear();
    for (int m = 0; m < n; m++) {
      s[m] = time_s > 0 ? along[m * count + d] / time_s : 0;
    }
    int at = season * network.reachCount() + reach;
    int oxygen = kinetics.oxygen();
    for (int r = 0; r < kinetics.reactionCount(); r++) {
      double k = rate(r, season, reach, d);
      solution.react(kinetics, r, k);
      if (isForced && kinetics.aerates()[r]) {
        s[oxygen] += k * kinetics.reaches().saturation_g_per_m3()[at] * discharge;
      }
    }
    if (isForced && oxygen >= 0) {
      s[oxygen] += kinetics.reaches().source_g_per_m3_s()[at] * discharge;
    }
  }

  /// The lowest oxygen on the way: an end, or where its slope turns from falling to rising.
  private double lowest(double time_s, double start, double end) {
    double lowest = StrictMath.min(start, end);
    lowestShare = start <= end ? 0 : 1;
    if (!(time_s > 0)) {
      return lowest;
    }
    double slopeStart = slope(x0);
    double slopeEnd = slope(x);
    double bendStart = time_s * solution.bend(kinetics.oxygen(), x0, s);
    double bendEnd = time_s * solution.bend(kinetics.oxygen(), x, s);
    boolean isSmooth = solution.fastest() * time_s < 1;
    double before = 0;
    double slopeBefore = slopeStart;
    for (int i = 1; i <= PARTS; i++) {
      double t = time_s * i / PARTS;
      double near = hermite((double) i / PARTS, slopeStart, bendStart, slopeEnd, bendEnd);
      double size = StrictMath.max(StrictMath.abs(slopeStart), StrictMath.abs(slopeEnd));
      boolean isSure = i == PARTS || (isSmooth && StrictMath.abs(near) > SURE * size);
      double slope = isSure ? near : slopeAt(t);
      if (slopeBefore < 0 && slope > 0) {
        double turn = turn(before, slopeAt(before), t, slopeAt(t));
        lowestShare = turn < lowest ? turned_s / time_s : lowestShare;
        lowest = StrictMath.min(lowest, turn);
      }
      before = t;
      slopeBefore = slope;
    }
    return lowest;
  }

  /// Cubic through two slopes with their own slopes: it has the sign of the slope where it is far
  /// from 0.
  private static double hermite(double at, double start, double dStart, double end, double dEnd) {
    double rest = 1 - at;
    return rest * rest * ((1 + 2 * at) * start + at * dStart)
        + at * at * ((1 + 2 * rest) * end - rest * dEnd);
  }

  private double slopeAt(double t_s) {
    solution.oxygenAt(t_s, x0, s, probe);
    return slope(probe);
  }

  /// Slope of oxygen, raised by its possible rounding error: where air and use are in balance, the
  /// slope is no larger than that error.
  private double slope(double[] at) {
    int oxygen = kinetics.oxygen();
    double size = solution.fastest() * StrictMath.abs(at[oxygen]) + StrictMath.abs(s[oxygen]);
    return solution.slope(oxygen, at, s) + ROUNDING * size;
  }

  /// Oxygen at the turning point between a falling and a rising end; the point is `turned_s`.
  private double turn(double a, double slopeA, double b, double slopeB) {
    bracket.set(a, slopeA, b, slopeB);
    turned_s = b;
    for (int i = 0; i < MOST_STEPS && bracket.width() > 1e-11 * bracket.high(); i++) {
      double t = bracket.next();
      turned_s = t;
      double f = slopeAt(t);
      if (f == 0) {
        break;
      }
      bracket.take(t, f);
      // A slope near 0 means a near turn only where the curve is smooth.
      boolean isSmooth = solution.fastest() * bracket.width() < 1;
      if (isSmooth && StrictMath.abs(f) < 1e-13 * (slopeB - slopeA)) {
        break;
      }
    }
    return probe[kinetics.oxygen()];
  }
}
