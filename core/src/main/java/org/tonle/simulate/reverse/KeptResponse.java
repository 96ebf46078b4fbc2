package org.tonle.simulate.reverse;

import java.util.ArrayList;
import java.util.List;
import org.tonle.network.Network;
import org.tonle.network.entry.LoadEntries;
import org.tonle.simulate.step.DrawVectors;

/// Response of one concentration to a load at every site, kept for all draws: λ of the reverse
/// sweep (docs/theory/apportionment.md, Eqs. 1–6), which does not change when loads do.
///
/// For a reach it is kept at each point that may be the worst, because the loads decide which is.
public final class KeptResponse {
  private final Target target;
  private final List<LoadSites> sites = new ArrayList<>();

  /// λ by point, draw and site, the natural part last; the central run follows the draws.
  private final double[][][] perLoad_s_per_m3;

  private volatile boolean isSteady = true;

  private KeptResponse(Adjoint central, Target target, int draws, LoadSites.Filter filter) {
    this.target = target;
    int points = central.pointCount(target);
    perLoad_s_per_m3 = new double[points][draws + 1][];
    for (int p = 0; p < points; p++) {
      sites.add(central.sites(target, p, filter));
    }
  }

  /// Allocates the response; [#fill] it with every draw.
  ///
  /// @param central adjoint set to the central run
  /// @param nodes nodes where further loads may enter
  public static KeptResponse of(
      Adjoint central,
      Network network,
      LoadEntries entries,
      int[] nodes,
      Target target,
      int draws) {
    boolean[][] atNode = new boolean[network.nodeCount()][0];
    int members = 0;
    for (int member : entries.member()) {
      members = StrictMath.max(members, member + 1);
    }
    boolean[][] along = new boolean[network.segmentCount()][0];
    for (int i = 0; i < entries.count(); i++) {
      boolean[][] where = entries.node()[i] >= 0 ? atNode : along;
      int place = StrictMath.max(entries.node()[i], entries.segment()[i]);
      if (where[place].length == 0) {
        where[place] = new boolean[members];
      }
      where[place][entries.member()[i]] = true;
    }
    boolean[] isOpen = new boolean[network.nodeCount()];
    for (int node : nodes) {
      isOpen[node] = true;
    }
    LoadSites.Filter filter =
        new LoadSites.Filter() {
          @Override
          public boolean isNode(int node, int member) {
            return isOpen[node] || (member < atNode[node].length && atNode[node][member]);
          }

          @Override
          public boolean isSegment(int segment, int member) {
            return member < along[segment].length && along[segment][member];
          }
        };
    KeptResponse kept = new KeptResponse(central, target, draws, filter);
    kept.fill(central, draws);
    return kept;
  }

  /// Fills one draw; other threads may fill other draws.
  ///
  /// @param adjoint adjoint set to the draw
  public void fill(Adjoint adjoint, int draw) {
    for (int p = 0; p < sites.size(); p++) {
      double[] own = new double[sites.get(p).count() + 1];
      if (!adjoint.fill(target, p, sites.get(p), own)) {
        isSteady = false;
      }
      perLoad_s_per_m3[p][draw] = own;
    }
  }

  public long size_byte() {
    long size = 0;
    for (int p = 0; p < sites.size(); p++) {
      size += (long) Double.BYTES * (sites.get(p).count() + 1) * perLoad_s_per_m3[p].length;
    }
    return size;
  }

  /// Way of other loads to the concentration.
  public final class Way {
    private final LoadEntries entries;
    private final List<LoadSites.Way> ways = new ArrayList<>();
    private final boolean isWhole;

    private Way(LoadEntries entries, EntryIndex atNode, EntryIndex alongSegment) {
      this.entries = entries;
      boolean whole = isSteady && !sites.isEmpty();
      for (LoadSites one : sites) {
        LoadSites.Way way = one.way(entries, atNode, alongSegment);
        ways.add(way);
        whole &= way.isWhole();
      }
      isWhole = whole;
    }

    /// Whether the kept response holds for these loads: no load enters where none could, and loads
    /// do not move the point.
    public boolean isWhole() {
      return isWhole;
    }

    /// Adds the contribution of each load [g/m³] to `sums[group[entry]]`, and the share of its
    /// water to `shares`; returns the natural part. The worst point is that of these loads.
    ///
    /// @param load_g_per_s of this draw, `season * entries + entry`
    /// @param water_m3_per_s of this draw, or empty
    /// @param isCentral whether the loads are of the central run instead of draw `d`
    public double contributions(
        int d,
        boolean isCentral,
        double[] load_g_per_s,
        int[] group,
        double[] sums,
        double[] water_m3_per_s,
        double[] shares) {
      int point = 0;
      double most = Double.NEGATIVE_INFINITY;
      for (int p = 0; p < ways.size() && ways.size() > 1; p++) {
        double found = concentration_g_per_m3(p, slot(d, isCentral, p), load_g_per_s);
        if (found > most) {
          most = found;
          point = p;
        }
      }
      LoadSites.Way way = ways.get(point);
      double[] perLoad = perLoad_s_per_m3[point][slot(d, isCentral, point)];
      for (int i = 0; i < way.at().length; i++) {
        int at = way.at()[i];
        double water = water_m3_per_s.length == 0 ? 0 : water_m3_per_s[at];
        if (load_g_per_s[at] != 0 || water != 0) {
          double own = way.site()[i] < 0 ? 0 : perLoad[way.site()[i]];
          int to = group[at % entries.count()];
          sums[to] += own * load_g_per_s[at];
          if (water != 0) {
            shares[to] += own * water;
          }
        }
      }
      return perLoad[perLoad.length - 1];
    }

    private int slot(int d, boolean isCentral, int point) {
      return isCentral ? perLoad_s_per_m3[point].length - 1 : d;
    }

    private double concentration_g_per_m3(int point, int slot, double[] load_g_per_s) {
      LoadSites.Way way = ways.get(point);
      double[] perLoad = perLoad_s_per_m3[point][slot];
      double sum = perLoad[perLoad.length - 1];
      for (int i = 0; i < way.at().length; i++) {
        sum += way.site()[i] < 0 ? 0 : perLoad[way.site()[i]] * load_g_per_s[way.at()[i]];
      }
      return sum;
    }
  }

  /// Loads by the place where they enter, for ways of many concentrations.
  public static final class Loads {
    private final LoadEntries entries;
    private final EntryIndex atNode;
    private final EntryIndex alongSegment;
    private final Network network;

    public Loads(Network network, LoadEntries entries) {
      this.network = network;
      this.entries = entries;
      atNode = new EntryIndex(network.nodeCount(), entries.node());
      alongSegment = new EntryIndex(network.segmentCount(), entries.segment());
    }

    public Way to(KeptResponse kept) {
      return kept.new Way(entries, atNode, alongSegment);
    }

    /// Loads of a draw [g/s], `season * entries + entry`.
    public double[] drawn(DrawVectors draws, int d) {
      return DrawnLoads.of(entries, draws, network.seasonCount(), d);
    }
  }
}
