package org.tonle.simulate.step;

import org.tonle.convert.Size;
import org.tonle.network.Network;
import org.tonle.network.SeasonNetwork;
import org.tonle.network.rates.Kinetics;

/// Step of one lake through one season, as a linear map (docs/theory/lakes.md, Eqs. 1–6).
///
/// The season is cut into equal steps; a step uses the logarithmic mean of the volumes at its ends
/// and is solved exactly. All steps together give, for start masses M and loads W: end masses = P M
/// + R W + p, mean concentration = G M + H W + g.
public final class LakeStep {
  private static final double EMPTY = 1e-9;

  private final Network network;
  private final Kinetics kinetics;
  private final LakeVectors draws;
  private final int steps;
  private final int n;
  private final LinkedSolution solution;
  private final double[] e;
  private final double[] f;
  private final double[] g;
  private final double[] forced;
  private final double[] next;

  public LakeStep(Network network, Kinetics kinetics, LakeVectors draws, int steps) {
    this.network = network;
    this.kinetics = kinetics;
    this.draws = draws;
    this.steps = steps;
    n = kinetics.memberCount();
    solution = new LinkedSolution(kinetics);
    e = new double[n * n];
    f = new double[n * n];
    g = new double[n * n];
    forced = new double[n];
    next = new double[n * n];
  }

  /// Map of one lake and season, for every draw: matrices `[draw * n * n + row * n + column]`,
  /// vectors `[draw * n + row]`.
  public static final class Map {
    public final double[] p;
    public final double[] r;
    public final double[] gM;
    public final double[] hW;
    public final double[] p0;
    public final double[] g0;

    public Map(int n, int draws) {
      p = new double[Size.of(Double.BYTES, n, n, draws)];
      r = new double[Size.of(Double.BYTES, n, n, draws)];
      gM = new double[Size.of(Double.BYTES, n, n, draws)];
      hW = new double[Size.of(Double.BYTES, n, n, draws)];
      p0 = new double[Size.of(Double.BYTES, n, draws)];
      g0 = new double[Size.of(Double.BYTES, n, draws)];
    }

    /// Number of values held.
    public long size() {
      return 4L * p.length + 2L * p0.length;
    }

    /// Moves masses through the season under a load; vectors have index `member * draws + draw`.
    ///
    /// @param isForced whether saturation and bed act
    /// @param after masses at its end, filled
    /// @param mean mean concentrations, filled
    public void move(
        int n,
        int draws,
        boolean isForced,
        double[] before,
        double[] load,
        double[] after,
        double[] mean) {
      for (int d = 0; d < draws; d++) {
        for (int row = 0; row < n; row++) {
          double end = isForced ? p0[d * n + row] : 0;
          double middle = isForced ? g0[d * n + row] : 0;
          for (int c = 0; c <= row; c++) {
            int at = (d * n + row) * n + c;
            int from = c * draws + d;
            end += p[at] * before[from] + r[at] * load[from];
            middle += gM[at] * before[from] + hW[at] * load[from];
          }
          after[row * draws + d] = end;
          mean[row * draws + d] = middle;
        }
      }
    }
  }

  /// Fills the map of a lake and season for the draws `from` to `to`.
  public void fill(Map map, int lake, int season, int from, int to) {
    SeasonNetwork flow = network.seasons().get(season);
    int node = network.lakeNode()[lake];
    double[] volume = volumes(flow, lake);
    double[] factor = draws.flowFactor(season, node);
    for (int d = from; d < to; d++) {
      for (int m = 0; m < n; m++) {
        map.p[d * n * n + m * n + m] = 1;
      }
      double out = flow.nodes().leaving_m3_per_s()[node] * factor[d];
      for (int i = 0; i < steps; i++) {
        step(map, lake, season, flow, volume[i], out, d);
      }
    }
  }

  /// Volume of every step [m³]: the logarithmic mean of its ends, never quite empty.
  private double[] volumes(SeasonNetwork flow, int lake) {
    double start = flow.lakes().volumeStart_m3()[lake];
    double end = flow.lakes().volumeEnd_m3()[lake];
    double rise = (end - start) / steps;
    double least = StrictMath.max(1, EMPTY * StrictMath.max(start, end));
    double[] volume = new double[steps];
    for (int i = 0; i < steps; i++) {
      double mean = logarithmicMean(start + i * rise, start + (i + 1) * rise);
      volume[i] = StrictMath.max(mean, least);
    }
    return volume;
  }

  private void step(
      Map map,
      int lake,
      int season,
      SeasonNetwork flow,
      double volume,
      double out_m3_per_s,
      int d) {
    double dt_s = flow.duration_s() / steps;
    rates(lake, season, flow, volume, out_m3_per_s, d);
    solution.step(dt_s, e, f, g);
    int block = d * n * n;
    double share = 1 / (steps * volume);
    for (int row = 0; row < n; row++) {
      for (int column = 0; column <= row; column++) {
        double meanM = 0;
        double meanW = g[row * n + column];
        for (int k = column; k <= row; k++) {
          double mean = f[row * n + k] / dt_s;
          meanM += mean * map.p[block + k * n + column];
          meanW += mean * map.r[block + k * n + column];
        }
        map.gM[block + row * n + column] += share * meanM;
        map.hW[block + row * n + column] += share * meanW;
      }
      double mean0 = 0;
      for (int k = 0; k <= row; k++) {
        mean0 += f[row * n + k] / dt_s * map.p0[d * n + k] + g[row * n + k] * forced[k];
      }
      map.g0[d * n + row] += share * mean0;
    }
    multiply(map.p, block, false);
    multiply(map.r, block, true);
    advance(map.p0, d * n);
  }

  /// matrix = e · matrix (+ f), all lower triangular.
  private void multiply(double[] matrix, int block, boolean addF) {
    for (int row = 0; row < n; row++) {
      for (int column = 0; column <= row; column++) {
        double sum = addF ? f[row * n + column] : 0;
        for (int k = column; k <= row; k++) {
          sum += e[row * n + k] * matrix[block + k * n + column];
        }
        next[row * n + column] = sum;
      }
    }
    System.arraycopy(next, 0, matrix, block, n * n);
  }

  private void advance(double[] vector, int block) {
    for (int row = 0; row < n; row++) {
      double sum = 0;
      for (int k = 0; k <= row; k++) {
        sum += e[row * n + k] * vector[block + k] + f[row * n + k] * forced[k];
      }
      next[row] = sum;
    }
    System.arraycopy(next, 0, vector, block, n);
  }

  private void rates(
      int lake, int season, SeasonNetwork flow, double volume, double out_m3_per_s, int d) {
    solution.clear();
    java.util.Arrays.fill(forced, 0);
    int at = season * network.lakeCount() + lake;
    double area = flow.lakes().area_m2()[lake];
    int oxygen = kinetics.oxygen();
    for (int m = 0; m < n; m++) {
      solution.add(m, m, -out_m3_per_s / volume);
    }
    for (int r = 0; r < kinetics.reactionCount(); r++) {
      double multiplier = draws.rate(kinetics.lakes().vector()[r][lake])[d];
      double k =
          multiplier
              * (kinetics.lakes().rate_per_s()[r][at]
                  + kinetics.lakes().velocity_m_per_s()[r][at] * area / volume);
      solution.react(kinetics, r, k);
      if (kinetics.aerates()[r]) {
        forced[oxygen] += k * kinetics.lakes().saturation_g_per_m3()[at] * volume;
      } else if (!kinetics.spares()[r]) {
        leave(r, k, lake, at, volume, d);
      }
    }
    Kinetics.Constants gains = kinetics.lakes().gains_g_per_s();
    for (int i = 0; i < gains.count(); i++) {
      forced[gains.member()[i]] += gains.value()[i][at] * draws.rate(gains.vector()[i][lake])[d];
    }
    if (oxygen >= 0) {
      forced[oxygen] +=
          kinetics.lakes().source_g_per_m2_s()[at] * area
              + kinetics.lakes().source_g_per_m3_s()[at] * volume;
    }
  }

  /// A loss at the rate k acts on what is above the residual concentration only, and so do its
  /// products (docs/theory/lakes.md, Eq. 12).
  private void leave(int reaction, double k, int lake, int at, double volume, int d) {
    Kinetics.Constants residuals = kinetics.lakes().residuals_g_per_m3();
    int reactant = kinetics.reactant()[reaction];
    for (int i = 0; i < residuals.count(); i++) {
      if (residuals.member()[i] == reactant) {
        double left =
            k * residuals.value()[i][at] * draws.rate(residuals.vector()[i][lake])[d] * volume;
        forced[reactant] += left;
        for (int p = 0; p < kinetics.product()[reaction].length; p++) {
          forced[kinetics.product()[reaction][p]] -= kinetics.yield()[reaction][p] * left;
        }
      }
    }
  }

  static double logarithmicMean(double a, double b) {
    double low = StrictMath.min(a, b);
    double high = StrictMath.max(a, b);
    if (low <= 0) {
      return 0;
    }
    double ratio = (high - low) / low;
    return ratio < 1e-6 ? 0.5 * (low + high) : (high - low) / StrictMath.log1p(ratio);
  }
}
