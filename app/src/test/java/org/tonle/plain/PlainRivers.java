package org.tonle.plain;

import java.util.ArrayList;
import java.util.List;
import org.tonle.model.Constituent;
import org.tonle.model.Lake;

/// Rivers and lakes through a year of one linked group: season by season, node by node downstream,
/// round and round until nothing moves any more.
final class PlainRivers {
  private static final double STILL = 1e-14;
  private static final int MOST_ROUNDS = 100_000;

  final PlainNetwork network;
  final List<PlainWater> waters;
  final List<Constituent> members;
  final PlainRates rates;
  private final int n;
  private final PlainPiece[][] pieces;
  private final PlainLake[][] lakes;
  private final int[][] order;
  private final int[][][] leavingPieces;
  private final int[] lakeAt;

  PlainRivers(PlainNetwork network, List<PlainWater> waters, List<Constituent> members) {
    this.network = network;
    this.waters = waters;
    this.members = members;
    n = members.size();
    rates = new PlainRates(network.study, members);
    int seasons = waters.size();
    pieces = new PlainPiece[seasons][network.pieces.size()];
    lakes = new PlainLake[seasons][network.lakes.size()];
    order = new int[seasons][];
    leavingPieces = new int[seasons][network.count()][];
    lakeAt = new int[network.count()];
    for (int v = 0; v < lakeAt.length; v++) {
      lakeAt[v] = network.lakeAt(v);
    }
    for (int s = 0; s < seasons; s++) {
      season(s);
    }
  }

  private void season(int s) {
    PlainWater water = waters.get(s);
    for (int p = 0; p < network.pieces.size(); p++) {
      int r = network.pieces.get(p).reach();
      if (water.up[p] >= 0) {
        double time = water.channel[r].time_s() * network.pieces.get(p).share();
        pieces[s][p] =
            new PlainPiece(
                rates.ofReach(water, r), water.discharge[r], time, water.share(p), ends(water, p));
      }
    }
    for (Lake lake : network.study.waterways().lakes()) {
      lakes[s][network.lakeAt(network.node(lake.id()))] = new PlainLake(rates, water, lake, n);
    }
    for (int v = 0; v < network.count(); v++) {
      List<Integer> leaving = new ArrayList<>();
      for (int p = 0; p < network.pieces.size(); p++) {
        if (water.up[p] == v) {
          leaving.add(p);
        }
      }
      leavingPieces[s][v] = leaving.stream().mapToInt(Integer::intValue).toArray();
    }
    order[s] = walk(s);
  }

  /// Whether the load of a piece leaves the study at its end.
  private boolean ends(PlainWater water, int p) {
    boolean isLast = water.down[p] < network.nodes.size();
    return isLast && !network.reaches.get(network.pieces.get(p).reach()).delivers();
  }

  /// Every node after those above it; where the water runs in a circle, a lake comes first.
  private int[] walk(int s) {
    int[] open = new int[network.count()];
    for (int p = 0; p < network.pieces.size(); p++) {
      if (pieces[s][p] != null && !pieces[s][p].ends()) {
        open[waters.get(s).down[p]]++;
      }
    }
    boolean[] done = new boolean[open.length];
    List<Integer> found = new ArrayList<>();
    while (found.size() < open.length) {
      int next = -1;
      for (int v = 0; v < open.length && next < 0; v++) {
        next = !done[v] && open[v] == 0 ? v : -1;
      }
      for (int v = 0; v < open.length && next < 0; v++) {
        next = !done[v] && lakeAt[v] >= 0 ? v : -1;
      }
      if (next < 0) {
        throw new IllegalStateException("water runs in a circle through no lake");
      }
      done[next] = true;
      found.add(next);
      for (int p : leavingPieces[s][next]) {
        open[waters.get(s).down[p]] -= pieces[s][p].ends() ? 0 : 1;
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  /// Loads that enter [g/s].
  ///
  /// @param point by season, node and member
  /// @param along by season, piece and member
  /// @param hasGains whether air, bed and light give and take
  record Inputs(double[][][] point, double[][][] along, boolean hasGains) {}

  Inputs nothing(boolean hasGains) {
    int seasons = waters.size();
    return new Inputs(
        new double[seasons][network.count()][n],
        new double[seasons][network.pieces.size()][n],
        hasGains);
  }

  /// What the year carries.
  ///
  /// @param arriving load at each node, by season
  /// @param head load at the upper end of each piece, by season; `tail` likewise
  /// @param mean concentrations of lakes, by season; `mass` at the season's end
  record Year(
      Inputs inputs,
      double[][][] arriving,
      double[][][] head,
      double[][][] tail,
      double[][][] mean,
      double[][][] mass) {}

  Year run(Inputs inputs) {
    int seasons = waters.size();
    Year year =
        new Year(
            inputs,
            new double[seasons][network.count()][n],
            new double[seasons][pieces[0].length][n],
            new double[seasons][pieces[0].length][n],
            new double[seasons][network.lakes.size()][n],
            new double[seasons][network.lakes.size()][n]);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double moved = 0;
      for (int s = 0; s < seasons; s++) {
        for (int turn = 0; turn < MOST_ROUNDS; turn++) {
          double change = sweep(year, s);
          moved = StrictMath.max(moved, change);
          if (change <= STILL) {
            break;
          }
        }
      }
      if (moved <= STILL) {
        return year;
      }
    }
    throw new IllegalStateException("the year does not come to rest");
  }

  /// One walk downstream; returns by how much a lake has moved, relative to what it holds.
  private double sweep(Year year, int s) {
    double[][] arriving = year.arriving[s];
    for (int v = 0; v < arriving.length; v++) {
      arriving[v] = year.inputs.point[s][v].clone();
    }
    double moved = 0;
    for (int v : order[s]) {
      int lake = lakeAt[v];
      if (lake >= 0) {
        moved = StrictMath.max(moved, lake(year, s, lake, arriving[v]));
      }
      leave(year, s, v);
    }
    for (int v : order[s]) {
      if (lakeAt[v] >= 0) {
        moved = StrictMath.max(moved, lake(year, s, lakeAt[v], arriving[v]));
      }
    }
    return moved;
  }

  private double lake(Year year, int s, int lake, double[] arriving) {
    double[] before = year.mass[(s + waters.size() - 1) % waters.size()][lake];
    PlainLake.After after = lakes[s][lake].after(before, arriving, year.inputs.hasGains);
    double moved = 0;
    for (int i = 0; i < n; i++) {
      moved = StrictMath.max(moved, change(year.mass[s][lake][i], after.mass()[i]));
      moved = StrictMath.max(moved, change(year.mean[s][lake][i], after.mean()[i]));
    }
    year.mass[s][lake] = after.mass();
    year.mean[s][lake] = after.mean();
    return moved;
  }

  private static double change(double one, double other) {
    double size = StrictMath.max(StrictMath.abs(one), StrictMath.abs(other));
    return size < 1e-300 ? 0 : StrictMath.abs(one - other) / size;
  }

  private void leave(Year year, int s, int v) {
    PlainWater water = waters.get(s);
    double q = water.leaving(v);
    for (int p : q > 0 ? leavingPieces[s][v] : new int[0]) {
      for (int i = 0; i < n; i++) {
        double load = lakeAt[v] >= 0 ? year.mean[s][lakeAt[v]][i] * q : year.arriving[s][v][i];
        year.head[s][p][i] = pieces[s][p].share() * load;
      }
      year.tail[s][p] =
          pieces[s][p].tail(year.head[s][p], year.inputs.along[s][p], year.inputs.hasGains);
      if (!pieces[s][p].ends()) {
        for (int i = 0; i < n; i++) {
          year.arriving[s][water.down[p]][i] += year.tail[s][p][i];
        }
      }
    }
  }

  PlainPiece piece(int season, int p) {
    return pieces[season][p];
  }

  double lakeEnd_m3(int season, int lake) {
    return lakes[season][lake].end_m3;
  }

  /// Pieces of a reach in the direction of the water, empty where it is dry.
  List<Integer> downstream(int season, int reach) {
    List<Integer> found = new ArrayList<>();
    for (int p = 0; p < network.pieces.size(); p++) {
      if (network.pieces.get(p).reach() == reach && pieces[season][p] != null) {
        found.add(p);
      }
    }
    return waters.get(season).isBackward[reach] ? found.reversed() : found;
  }
}
