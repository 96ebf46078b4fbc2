package org.tonle.simulate.course;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.order.Course;
import org.tonle.simulate.course.Carrier.How;
import org.tonle.simulate.step.Elimination;
import org.tonle.simulate.step.LakeStep;
import org.tonle.simulate.step.LakeVectors;

/// Lake years: the periodic year of each component with lakes (docs/theory/lakes.md, Eqs. 7–9).
///
/// The unknowns are the lakes' masses at the start of the year and, where a lake closes a cycle
/// within a season, its concentration in that season. One turn through the seasons is an affine map
/// of them; as many turns as unknowns plus one give the map, one solve per draw gives its fixed
/// point. Lakes are computed in double, whatever the carrier. [LakeTurns] keep for later runs the
/// part that loads cannot change.
public final class LakeYears<V> {
  private final Network network;
  private final Course course;
  private final int members;
  private final LakeVectors vectors;
  private final LakeStep step;
  private final @Nullable KeptDeliveries<V> kept;
  private final @Nullable LakeTurns turns;
  private final Runnable pause;

  /// Place of each node in its component.
  private final int[] place;

  public LakeYears(
      Network network,
      Course course,
      int members,
      LakeVectors vectors,
      LakeStep step,
      @Nullable KeptDeliveries<V> kept) {
    this(network, course, members, vectors, step, kept, null, () -> {});
  }

  /// @param turns the part that loads cannot change: used if it is filled, else filled here
  /// @param pause called now and then; may throw to end the run
  public LakeYears(
      Network network,
      Course course,
      int members,
      LakeVectors vectors,
      LakeStep step,
      @Nullable KeptDeliveries<V> kept,
      @Nullable LakeTurns turns,
      Runnable pause) {
    this.turns = turns;
    this.pause = pause;
    this.network = network;
    this.course = course;
    this.members = members;
    this.vectors = vectors;
    this.step = step;
    this.kept = kept;
    place = new int[network.lakeCount() == 0 ? 0 : network.nodeCount()];
  }

  /// Runs the component at the positions `from` to `to`, exclusive.
  void run(Carrier<V> carrier, Slots<V> slots, int from, int to) {
    LakeTurns.@Nullable Turns known = turns == null ? null : turns.find(from);
    Year year = new Year(carrier, slots, from, to, known);
    double[][] unknown = new double[year.unknowns][vectors.draws()];
    double[][] base = year.turn(unknown, How.FORCED);
    double[][][] column = known == null ? columns(year) : known.column();
    if (turns != null && known == null) {
      turns.put(from, new LakeTurns.Turns(year.maps, column));
    }
    for (int d = 0; d < vectors.draws(); d++) {
      fixedPoint(base, column, unknown, d);
    }
    year.turn(unknown, How.RECORDED);
  }

  /// Turns from one unknown alone, by unknown.
  private double[][][] columns(Year year) {
    double[][][] column = new double[year.unknowns][][];
    for (int u = 0; u < year.unknowns; u++) {
      double[][] unit = new double[year.unknowns][vectors.draws()];
      Arrays.fill(unit[u], 1);
      column[u] = year.turn(unit, How.HOMOGENEOUS);
    }
    return column;
  }

  /// Solves u = base + T u for one draw, T by columns.
  private static void fixedPoint(
      double[][] base, double[][][] column, double[][] unknown, int draw) {
    int n = base.length;
    double[] a = new double[n * n];
    double[] u = new double[n];
    for (int row = 0; row < n; row++) {
      for (int c = 0; c < n; c++) {
        a[row * n + c] = (row == c ? 1 : 0) - column[c][row][draw];
      }
      u[row] = base[row][draw];
    }
    new Elimination(a, n).solve(u);
    for (int row = 0; row < n; row++) {
      unknown[row][draw] = u[row];
    }
  }

  /// Year of one component.
  private final class Year {
    private final Carrier<V> carrier;
    private final Slots<V> slots;
    private final int from;
    private final int to;
    private final int[] lakeSlot;
    private final int[][] cutSlot;
    private final boolean isFilled;
    private final LakeStep.Map[][] maps;
    private final Object[][] base;
    private final Object[] under;
    private final V load;
    private final V tail;
    final int unknowns;

    Year(Carrier<V> carrier, Slots<V> slots, int from, int to, LakeTurns.@Nullable Turns known) {
      this.carrier = carrier;
      this.slots = slots;
      this.from = from;
      this.to = to;
      load = carrier.vector();
      tail = carrier.vector();
      lakeSlot = new int[to - from];
      cutSlot = new int[network.seasonCount()][to - from];
      isFilled = known != null;
      maps = known == null ? new LakeStep.Map[network.seasonCount()][to - from] : known.maps();
      base = new Object[network.seasonCount()][to - from];
      under = new Object[to - from];
      int count = 0;
      for (int i = from; i < to; i++) {
        int node = course.seasons().getFirst().node(i);
        place[node] = i - from;
        under[i - from] = carrier.vector();
        if (network.nodeLake()[node] >= 0) {
          lakeSlot[i - from] = count;
          count += members;
        }
      }
      for (int s = 0; s < network.seasonCount(); s++) {
        count = season(s, count);
      }
      unknowns = count;
    }

    private int season(int s, int before) {
      int count = before;
      Course.Season way = course.seasons().get(s);
      for (int i = from; i < to; i++) {
        int node = way.node(i);
        int lake = network.nodeLake()[node];
        if (lake >= 0) {
          if (!isFilled) {
            pause.run();
            maps[s][place[node]] = new LakeStep.Map(members, vectors.draws());
            step.fill(maps[s][place[node]], lake, s, 0, vectors.draws());
          }
          if (network.seasons().get(s).flow().cut()[lake]) {
            cutSlot[s][place[node]] = count;
            count += members;
          }
        }
        V own = carrier.vector();
        if (way.slot()[i] != Course.NOWHERE) {
          carrier.copy(slots.at(s, way.slot()[i]), own);
        }
        carrier.addOwn(s, node, way.slot()[i] == Course.NOWHERE, own);
        base[s][place[node]] = own;
      }
      return count;
    }

    @SuppressWarnings("unchecked") // the array holds vectors of the carrier only
    private V vector(Object[] of, int node) {
      return (V) of[place[node]];
    }

    /// Goes through the seasons from the unknowns; returns their values after the turn.
    double[][] turn(double[][] unknown, How how) {
      double[][] reached = new double[unknowns][];
      double[][] mass = new double[to - from][];
      lakes(at -> mass[at] = join(unknown, lakeSlot[at]));
      for (int s = 0; s < network.seasonCount(); s++) {
        pause.run();
        start(s, how);
        Course.Season way = course.seasons().get(s);
        for (int i = from; i < to; i++) {
          cutFirst(s, i, way.node(i), unknown, how);
        }
        for (int i = from; i < to; i++) {
          visit(s, i, way.node(i), mass, reached, how);
        }
      }
      lakes(at -> split(mass[at], lakeSlot[at], reached));
      return reached;
    }

    private void lakes(java.util.function.IntConsumer work) {
      for (int i = from; i < to; i++) {
        if (network.nodeLake()[course.seasons().getFirst().node(i)] >= 0) {
          work.accept(i - from);
        }
      }
    }

    /// Loads from outside, and empty slots for the outgoing loads.
    private void start(int s, How how) {
      for (int i = from; i < to; i++) {
        int node = course.seasons().get(s).node(i);
        if (how.isForced()) {
          carrier.copy(vector(base[s], node), vector(under, node));
        } else {
          carrier.clear(vector(under, node));
        }
      }
      Course.Season way = course.seasons().get(s);
      for (int a = way.firstArc(from); how == How.RECORDED && a < way.firstArc(to); a++) {
        if (way.target()[a] >= 0 && (way.opens()[a] || slots.isExit(s, a))) {
          carrier.clear(slots.target(s, a, way.target()[a]));
        }
      }
    }

    private void cutFirst(int s, int position, int node, double[][] unknown, How how) {
      int lake = network.nodeLake()[node];
      if (lake >= 0 && network.seasons().get(s).flow().cut()[lake]) {
        carrier.fromDouble(outflow(s, node, join(unknown, cutSlot[s][place[node]])), load);
        passOn(s, position, node, load, how);
      }
    }

    private void visit(
        int s, int position, int node, double[][] mass, double[][] reached, How how) {
      int lake = network.nodeLake()[node];
      if (lake < 0) {
        passOn(s, position, node, vector(under, node), how);
        return;
      }
      double[] in = carrier.toDouble(vector(under, node));
      int at = place[node];
      double[] before = mass[at];
      double[] mean = lake(s, at, in, mass, how.isForced());
      double[] out = outflow(s, node, mean);
      if (how == How.RECORDED) {
        record(s, node, mean, in, out, before, mass[at]);
      }
      if (network.seasons().get(s).flow().cut()[lake]) {
        split(mean, cutSlot[s][at], reached);
      } else {
        carrier.fromDouble(out, load);
        passOn(s, position, node, load, how);
      }
    }

    private void record(
        int s,
        int node,
        double[] mean,
        double[] in,
        double[] out,
        double[] before,
        double[] after) {
      int place = network.reachCount() + network.nodeLake()[node];
      carrier.recordLake(s, place, node, mean, after);
      double seconds = network.seasons().get(s).duration_s();
      carrier.tally(MassLine.REMOVED, in, seconds);
      carrier.tally(MassLine.REMOVED, out, -seconds);
      carrier.tally(MassLine.REMOVED, before, 1);
      carrier.tally(MassLine.REMOVED, after, -1);
      carrier.tally(MassLine.STORAGE_CHANGE, before, -1);
      carrier.tally(MassLine.STORAGE_CHANGE, after, 1);
    }

    private void passOn(int s, int position, int node, V from, How how) {
      if (how == How.RECORDED) {
        carrier.pass(s, node, from);
      }
      Course.Season way = course.seasons().get(s);
      for (int a = way.firstArc(position); a < way.firstArc(position + 1); a++) {
        int segment = way.segment(a);
        if (way.target()[a] == Course.INSIDE) {
          int below = network.seasons().get(s).flow().down()[segment];
          carrier.carry(s, segment, from, how, true, vector(under, below));
        } else if (how == How.RECORDED && kept != null && kept.isKept(s, a)) {
          V own = kept.at(carrier, s, a);
          carrier.carry(s, segment, from, how, false, own);
          carrier.add(own, slots.target(s, a, way.target()[a]));
        } else if (how == How.RECORDED && way.target()[a] >= 0) {
          carrier.carry(s, segment, from, how, true, slots.target(s, a, way.target()[a]));
        } else if (how == How.RECORDED) {
          carrier.carry(s, segment, from, how, false, tail);
        }
      }
    }

    /// Moves the lake's mass through the season; returns its mean concentration.
    private double[] lake(int s, int at, double[] in, double[][] mass, boolean isForced) {
      double[] after = new double[in.length];
      double[] mean = new double[in.length];
      maps[s][at].move(members, vectors.draws(), isForced, mass[at], in, after, mean);
      mass[at] = after;
      return mean;
    }

    private double[] outflow(int s, int node, double[] concentration) {
      SeasonNetwork flow = network.seasons().get(s);
      double[] factor = vectors.flowFactor(s, node);
      double[] out = new double[concentration.length];
      for (int start = 0; start < out.length; start += factor.length) {
        for (int d = 0; d < factor.length; d++) {
          out[start + d] =
              concentration[start + d] * flow.nodes().leaving_m3_per_s()[node] * factor[d];
        }
      }
      return out;
    }

    private double[] join(double[][] unknown, int slot) {
      double[] joined = new double[members * vectors.draws()];
      for (int m = 0; m < members; m++) {
        System.arraycopy(unknown[slot + m], 0, joined, m * vectors.draws(), vectors.draws());
      }
      return joined;
    }

    private void split(double[] joined, int slot, double[][] reached) {
      int draws = vectors.draws();
      for (int m = 0; m < members; m++) {
        reached[slot + m] = Arrays.copyOfRange(joined, m * draws, (m + 1) * draws);
      }
    }
  }
}
