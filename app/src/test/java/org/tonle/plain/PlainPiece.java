package org.tonle.plain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Piece of a reach: x' = A x + s over its travel time (docs/theory/kinetics.md, Eq. 4).
final class PlainPiece {
  private static final int SIGHTS = 200;

  private final PlainRates.RateSystem system;
  private final double q;
  private final double time_s;
  private final double share;
  private final boolean ends;
  private final double[][] whole;
  private final Map<Double, double[][]> ways = new HashMap<>();

  PlainPiece(PlainRates.RateSystem system, double q, double time_s, double share, boolean ends) {
    this.system = system;
    this.q = q;
    this.time_s = time_s;
    this.share = share;
    this.ends = ends;
    whole = over(1);
  }

  double discharge() {
    return q;
  }

  /// Share of its upper node's load.
  double share() {
    return share;
  }

  /// Whether its load leaves the study at its end.
  boolean ends() {
    return ends;
  }

  /// Loads, and what joins on the whole way, after a part of it.
  private double[][] over(double part) {
    int n = system.gain().length;
    double[][] a = new double[2 * n][2 * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] = part * time_s * system.a()[i][j];
      }
      a[i][n + i] = part;
    }
    return PlainMatrix.exp(a);
  }

  private double[] state(double[] head, double[] along, boolean hasGains) {
    int n = head.length;
    double[] state = new double[2 * n];
    for (int i = 0; i < n; i++) {
      state[i] = head[i];
      state[n + i] = along[i] + (hasGains ? time_s * q * system.gain()[i] : 0);
    }
    return state;
  }

  double[] tail(double[] head, double[] along, boolean hasGains) {
    return Arrays.copyOf(PlainMatrix.times(whole, state(head, along, hasGains)), head.length);
  }

  /// Loads after a part of the way.
  double[] at(double part, double[] head, double[] along, boolean hasGains) {
    if (part == 0 || part == 1) {
      return part == 0 ? head.clone() : tail(head, along, hasGains);
    }
    double[][] way = ways.computeIfAbsent(part, this::over);
    return Arrays.copyOf(PlainMatrix.times(way, state(head, along, hasGains)), head.length);
  }

  /// Part of the way after which a member is least: an end, or where it turns from falling to
  /// rising.
  double lowest(int member, double[] head, double[] along) {
    double[] state = state(head, along, true);
    double[][] one = over(1.0 / SIGHTS);
    double best = 0;
    double least = head[member];
    double slope = slope(member, state, along);
    for (int i = 1; i <= SIGHTS; i++) {
      double[] next = PlainMatrix.times(one, state);
      double nextSlope = slope(member, next, along);
      if (slope < 0 && nextSlope >= 0) {
        double at = turn(member, (i - 1.0) / SIGHTS, (double) i / SIGHTS, head, along);
        double value = at(at, head, along, true)[member];
        best = value < least ? at : best;
        least = StrictMath.min(least, value);
      }
      state = next;
      slope = nextSlope;
    }
    return tail(head, along, true)[member] < least ? 1 : best;
  }

  private double turn(int member, double from, double to, double[] head, double[] along) {
    double low = from;
    double high = to;
    for (int i = 0; i < 40; i++) {
      double middle = (low + high) / 2;
      if (slope(member, at(middle, head, along, true), along) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private double slope(int member, double[] state, double[] along) {
    double slope = along[member] / time_s + q * system.gain()[member];
    for (int j = 0; j < along.length; j++) {
      slope += system.a()[member][j] * state[j];
    }
    return slope;
  }
}
