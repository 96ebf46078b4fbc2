package org.tonle.simulate.reverse;

import java.util.Arrays;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.entry.LoadEntries;
import org.tonle.simulate.step.DrawVectors;

/// Sensitivity of one concentration to the loads that enter at chosen places: λ of the reverse
/// sweep in every draw (docs/theory/apportionment.md, Eqs. 1–6), which does not change when loads
/// do.
///
/// Along a reach the point that may be the worst is chosen beforehand; of oxygen it is the worst of
/// the loads at hand, draw by draw. Unlike [KeptResponse] it holds where draws take other ways than
/// the central run; sums may differ from those of a full sweep by rounding.
public final class Sensitivity {
  private final Target target;
  private final int point;
  private final Places places;

  /// λ of the places, `[place][draw]`; empty for a place that no draw gets here from.
  private final float[][] perLoad_s_per_m3;

  private final double[] natural_g_per_m3;

  /// Places where loads may enter, in all seasons: nodes, and segments along which they are spread,
  /// by member.
  public static final class Places {
    private final int seasons;
    private final int members;
    private final int[] number;
    private final int nodeCount;
    private final Network network;
    private int count;

    public Places(Network network, int members) {
      this.network = network;
      seasons = network.seasonCount();
      this.members = members;
      nodeCount = network.nodeCount();
      number = new int[(nodeCount + network.segmentCount()) * members];
      Arrays.fill(number, -1);
    }

    /// Adds the places of some entries.
    public void add(LoadEntries entries) {
      for (int i = 0; i < entries.count(); i++) {
        int key = key(entries, i);
        if (number[key] < 0) {
          number[key] = count++;
        }
      }
    }

    private int key(LoadEntries entries, int i) {
      int node = entries.node()[i];
      int place = node >= 0 ? node : nodeCount + entries.segment()[i];
      return place * members + entries.member()[i];
    }

    /// Number of the place where a load enters.
    public int of(LoadEntries entries, int i) {
      return number[key(entries, i)];
    }

    /// Number of the place where a load enters in a season.
    int at(LoadEntries entries, int season, int i) {
      return number[key(entries, i)] * seasons + season;
    }

    int size() {
      return count * seasons;
    }
  }

  /// Allocates the sensitivity; [#fill] it with every draw.
  public Sensitivity(Target target, int point, Places places, int draws) {
    this.target = target;
    this.point = point;
    this.places = places;
    perLoad_s_per_m3 = new float[places.size()][];
    natural_g_per_m3 = new double[draws];
  }

  /// Number of points of a target to look at; 1 where the loads choose it.
  public static int pointCount(Adjoint adjoint, Target target) {
    return StrictMath.max(1, adjoint.pointCount(target));
  }

  /// Fills one draw; other threads may fill other draws.
  ///
  /// @param adjoint adjoint set to the draw
  public void fill(Adjoint adjoint, int draw) {
    natural_g_per_m3[draw] = adjoint.sweep(target, point);
    int[] steps = adjoint.steps();
    for (int v = 0; v < adjoint.stepCount(); v++) {
      int season = steps[v] / places.nodeCount;
      int node = steps[v] % places.nodeCount;
      fill(adjoint, draw, season, node, -1);
      SeasonNetwork.Flow flow = places.network.seasons().get(season).flow();
      for (int i = flow.outStart()[node]; i < flow.outStart()[node + 1]; i++) {
        fill(adjoint, draw, season, -1, flow.outSegment()[i]);
      }
    }
  }

  private void fill(Adjoint adjoint, int draw, int season, int node, int segment) {
    int place = node >= 0 ? node : places.nodeCount + segment;
    for (int m = 0; m < places.members; m++) {
      int number = places.number[place * places.members + m];
      if (number >= 0) {
        double own = adjoint.perLoad_s_per_m3(season, node, segment, m);
        if (own != 0) {
          at(number * places.seasons + season)[draw] = (float) own;
        }
      }
    }
  }

  private float[] at(int place) {
    float[] own = perLoad_s_per_m3[place];
    if (own == null) {
      synchronized (this) {
        own = perLoad_s_per_m3[place];
        if (own == null) {
          own = new float[natural_g_per_m3.length];
          perLoad_s_per_m3[place] = own;
        }
      }
    }
    return own;
  }

  /// The natural part [g/m³] of every draw.
  public double natural_g_per_m3(int draw) {
    return natural_g_per_m3[draw];
  }

  /// Whether what enters at a place gets here, in any season and draw.
  public boolean isReachedFrom(int place) {
    for (int s = 0; s < places.seasons; s++) {
      if (perLoad_s_per_m3[place * places.seasons + s] != null) {
        return true;
      }
    }
    return false;
  }

  /// Adds what an entry adds to the concentration [g/m³] to `sums`, by draw; returns whether it
  /// adds anything.
  public boolean add(LoadEntries entries, DrawVectors draws, int entry, double[] sums) {
    boolean isAny = false;
    for (int s = 0; s < places.seasons; s++) {
      double load_g_per_s = entries.load_g_per_s()[s * entries.count() + entry];
      float[] perLoad = perLoad_s_per_m3[places.at(entries, s, entry)];
      if (load_g_per_s != 0 && perLoad != null) {
        isAny = true;
        int group = entries.flowGroup()[entry];
        addProduct(
            load_g_per_s,
            perLoad,
            sums,
            of(draws, entries.source()[entry]),
            of(draws, entries.passing()[entry]),
            group < 0 ? NONE : draws.groupFactor()[s][group]);
      }
    }
    return isAny;
  }

  /// Adds load times effect times up to three factors, any of which may be empty: it is then 1. One
  /// loop for each number of them, as a choice within the loop costs more than the product.
  static void addProduct(double load_g_per_s, float[] perLoad, double[] sums, double[]... factors) {
    double[][] f = Arrays.stream(factors).filter(one -> one.length > 0).toArray(double[][]::new);
    int count = sums.length;
    switch (f.length) {
      case 0 -> {
        for (int d = 0; d < count; d++) {
          sums[d] += perLoad[d] * load_g_per_s;
        }
      }
      case 1 -> {
        double[] only = f[0];
        for (int d = 0; d < count; d++) {
          sums[d] += perLoad[d] * load_g_per_s * only[d];
        }
      }
      case 2 -> {
        double[] first = f[0];
        double[] second = f[1];
        for (int d = 0; d < count; d++) {
          sums[d] += perLoad[d] * load_g_per_s * (first[d] * second[d]);
        }
      }
      case 3 -> {
        double[] first = f[0];
        double[] second = f[1];
        double[] third = f[2];
        for (int d = 0; d < count; d++) {
          sums[d] += perLoad[d] * load_g_per_s * (first[d] * second[d] * third[d]);
        }
      }
      default -> throw new IllegalArgumentException("factors: " + f.length);
    }
  }

  private static final double[] NONE = {};

  private static double[] of(DrawVectors draws, int multiplier) {
    return multiplier < 0 ? NONE : draws.multiplier()[multiplier];
  }

  public long size_byte() {
    long filled = 0;
    for (float[] one : perLoad_s_per_m3) {
      filled += one == null ? 0 : 1;
    }
    return filled * Float.BYTES * natural_g_per_m3.length;
  }
}
