package org.tonle.bench.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.rates.Kinetics;

/// Chemistry of [WholeRivers]: constituents of first order, or a linked group of BOD, ammonium and
/// oxygen.
///
/// Rates 0.35, 0.2 and 1.5 per day, 4.57 g of oxygen per g of ammonium nitrogen, saturation and
/// inflow of 8.25 mg/L (28 °C); ammonium nitrogen a tenth of BOD: typical values, as estimates.
public record RiverChemistry(Kinetics kinetics, LoadEntries entries) {
  private static final double DAY_S = 86_400;
  private static final double SATURATION_G_PER_M3 = 8.25;
  private static final double AERATION_PER_S = 1.5 / DAY_S;
  private static final double[] LOST_PER_S = {0.35 / DAY_S, 0.2 / DAY_S};
  private static final double[] OXYGEN_USED = {-1, -4.57};
  private static final double[] OF_BOD = {1, 0.1};
  private static final int[] NOTHING = {};

  /// One constituent that is lost at `rate_per_s`.
  public static RiverChemistry firstOrder(WholeRivers rivers, double rate_per_s) {
    Rows rows = new Rows(rivers.job().seasons());
    rows.sources(rivers.job(), 0, 1);
    return of(rivers, rows, -1, new int[][] {NOTHING}, new double[][] {{}}, rate_per_s);
  }

  /// BOD, ammonium, oxygen.
  ///
  /// @param isOxygen whether the third is oxygen, whose lowest point within a reach is found; else
  ///   it is one more member, and the air's oxygen a load along the reaches
  public static RiverChemistry linked(WholeRivers rivers, boolean isOxygen) {
    Rows rows = new Rows(rivers.job().seasons());
    for (int m = 0; m < OF_BOD.length; m++) {
      rows.sources(rivers.job(), m, OF_BOD[m]);
    }
    for (int p = 0; p < rivers.ownWater_m3_per_s().length; p++) {
      double water_m3_per_s = rivers.ownWater_m3_per_s()[p];
      rows.add(p, -1, 2, -1, s -> water_m3_per_s * rivers.job().wetness()[s] * SATURATION_G_PER_M3);
    }
    for (int r = 0; !isOxygen && r < rivers.network().reachCount(); r++) {
      int reach = r;
      rows.add(-1, r, 2, -1, s -> aired_g_per_s(rivers, s, reach));
    }
    return of(
        rivers,
        rows,
        isOxygen ? 2 : -1,
        new int[][] {{2}, {2}, {}},
        new double[][] {{OXYGEN_USED[0]}, {OXYGEN_USED[1]}, {}},
        LOST_PER_S[0],
        LOST_PER_S[1],
        AERATION_PER_S);
  }

  private static double aired_g_per_s(WholeRivers rivers, int season, int reach) {
    var flow = rivers.network().seasons().get(season);
    return AERATION_PER_S
        * flow.reaches().travelTime_s()[reach]
        * flow.reaches().discharge_m3_per_s()[reach]
        * SATURATION_G_PER_M3;
  }

  /// Reaction k takes from member k.
  private static RiverChemistry of(
      WholeRivers rivers,
      Rows rows,
      int oxygen,
      int[][] product,
      double[][] yield,
      double... rate_per_s) {
    int members = rate_per_s.length;
    int[] reactant = new int[members];
    Arrays.setAll(reactant, m -> m);
    boolean[] aerates = new boolean[members];
    if (oxygen >= 0) {
      aerates[oxygen] = true;
    }
    int seasons = rivers.job().seasons();
    int inReaches = seasons * rivers.network().reachCount();
    int inLakes = seasons * rivers.network().lakeCount();
    double[][] rate = new double[members][inReaches];
    double[][] lakeRate = new double[members][inLakes];
    int[][] vector = new int[members][rivers.network().reachCount()];
    int[][] lakeVector = new int[members][rivers.network().lakeCount()];
    for (int m = 0; m < members; m++) {
      Arrays.fill(rate[m], rate_per_s[m]);
      Arrays.fill(lakeRate[m], rate_per_s[m]);
      Arrays.fill(vector[m], rivers.stillVector());
      Arrays.fill(lakeVector[m], rivers.stillVector());
    }
    double[] saturation = new double[inReaches];
    double[] lakeSaturation = new double[inLakes];
    Arrays.fill(saturation, SATURATION_G_PER_M3);
    Arrays.fill(lakeSaturation, SATURATION_G_PER_M3);
    Kinetics kinetics =
        new Kinetics(
            reactant,
            oxygen,
            reactant,
            product,
            yield,
            aerates,
            new boolean[aerates.length],
            new Kinetics.ReachRates(
                rate,
                vector,
                saturation,
                new double[inReaches],
                new double[rate.length][inReaches]),
            new Kinetics.LakeRates(
                lakeRate,
                new double[members][inLakes],
                lakeVector,
                lakeSaturation,
                new double[inLakes],
                new double[inLakes],
                Kinetics.Constants.NONE,
                Kinetics.Constants.NONE));
    return new RiverChemistry(kinetics, rows.entries());
  }

  /// Rows of loads as they are collected.
  private static final class Rows {
    private final int seasons;
    private final List<int[]> rows = new ArrayList<>();
    private final List<double[]> loads = new ArrayList<>();

    Rows(int seasons) {
      this.seasons = seasons;
    }

    /// The job's sources, times `factor`, as loads of a member.
    void sources(Job job, int member, double factor) {
      for (int p = 0; p < job.reaches(); p++) {
        for (int row = job.loads().first(p); row < job.loads().first(p + 1); row++) {
          int at = row;
          add(
              p,
              -1,
              member,
              job.loads().vector()[row],
              s -> factor * job.loads().load_g_per_s()[s][at]);
        }
      }
    }

    /// @param vector that multiplies the load, or -1 if it scales with discharge
    void add(
        int node, int segment, int member, int vector, java.util.function.IntToDoubleFunction of) {
      double[] load = new double[seasons];
      Arrays.setAll(load, of);
      rows.add(new int[] {node, segment, member, vector});
      loads.add(load);
    }

    private int[] column(int k) {
      return rows.stream().mapToInt(row -> row[k]).toArray();
    }

    LoadEntries entries() {
      int count = rows.size();
      LoadEntries.Line[] line = new LoadEntries.Line[count];
      Arrays.fill(line, LoadEntries.Line.SOURCES);
      double[] load = new double[seasons * count];
      for (int i = 0; i < count; i++) {
        for (int s = 0; s < seasons; s++) {
          load[s * count + i] = loads.get(i)[s];
        }
      }
      int[] none = new int[count];
      Arrays.fill(none, -1);
      int[] withWater = rows.stream().mapToInt(row -> row[3] < 0 ? 0 : -1).toArray();
      return new LoadEntries(
          column(0),
          column(1),
          column(2),
          line,
          load,
          column(3),
          none,
          withWater,
          none,
          LoadEntries.ranks(column(1), column(3), none, withWater));
    }
  }
}
