package org.tonle.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.tonle.bench.StudyRecipe.StudyTable;
import org.tonle.bench.river.Chance;
import org.tonle.bench.river.Rivers;

/// Waterways of a study written from a seed: a node above every reach, an outlet below every basin,
/// and water that joins at every headwater.
final class StudyWater {
  private static final int GROUP = 21;
  private static final int WATER = 22;

  /// Discharges are whole multiples of this step, so that they add up to the table values, digit
  /// for digit [m³/s].
  private static final int DECIMALS = 4;

  private static final double WEST = 100;
  private static final double SOUTH = 10;
  private static final double WIDTH = 6;
  private static final double DEGREE_KM = 111.2;
  private static final double MOST_WINDING = 4;

  private final StudyRecipe recipe;
  private final Rivers rivers;
  private final int[] order;
  private final boolean[] isHead;
  private final double[] east;
  private final double[] north;

  StudyWater(StudyRecipe recipe, Rivers rivers) {
    this.recipe = recipe;
    this.rivers = rivers;
    order = rivers.order().order();
    east = new double[rivers.count()];
    north = new double[rivers.count()];
    isHead = new boolean[rivers.count()];
    java.util.Arrays.fill(isHead, true);
    for (int down : rivers.down()) {
      if (down >= 0) {
        isHead[down] = false;
      }
    }
  }

  static String node(int reach) {
    return "N" + (reach + 1);
  }

  void write(Path folder) throws IOException {
    nodes(folder);
    try (StudyTable t =
        StudyTable.of(
            folder,
            "reaches",
            "reach,from_node,to_node,length_km,unit,width_m,depth_m,section_discharge_m3_per_s")) {
      for (int r = 0; r < rivers.count(); r++) {
        int down = rivers.down()[r];
        double q = rivers.discharge_m3_per_s()[r];
        t.row(
            "R" + (r + 1),
            node(r),
            down < 0 ? "OUT" + (r + 1) : node(down),
            rounded(length_km(r)),
            unit(r),
            rounded(8 * StrictMath.sqrt(q)),
            rounded(0.4 * StrictMath.pow(q, 0.4)),
            rounded(q));
      }
    }
    discharges(folder);
  }

  /// Leaves are placed side by side, confluences between their branches: the map looks like a tree.
  private void nodes(Path folder) throws IOException {
    int[] down = rivers.down();
    int[] depth = new int[down.length];
    int deepest = 1;
    for (int i = order.length - 1; i >= 0; i--) {
      int r = order[i];
      depth[r] = down[r] < 0 ? 1 : depth[down[r]] + 1;
      deepest = StrictMath.max(deepest, depth[r]);
    }
    double[] sum = new double[down.length];
    int[] branches = new int[down.length];
    double[] lon = new double[down.length];
    int leaves = 0;
    for (int r : order) {
      lon[r] = branches[r] == 0 ? leaves++ : sum[r] / branches[r];
      if (down[r] >= 0) {
        sum[down[r]] += lon[r];
        branches[down[r]]++;
      }
    }
    // A small study lies in a small country: its reaches are as long as on the map.
    double width = WIDTH * StrictMath.min(1, down.length / 2000.0);
    try (StudyTable t = StudyTable.of(folder, "nodes", "node,lon,lat,altitude_m,unit")) {
      for (int r = 0; r < down.length; r++) {
        east[r] = rounded(WEST + width * lon[r] / StrictMath.max(1, leaves));
        north[r] = rounded(SOUTH + width * depth[r] / deepest);
        t.row(node(r), east[r], north[r], 10 + depth[r], unit(r));
        if (down[r] < 0) {
          t.row("OUT" + (r + 1), east[r], SOUTH, 5, unit(r));
        }
      }
    }
  }

  /// The river's own length, as far as the map bears it out: a reach is no shorter than the
  /// straight line between its nodes, and winds no more than rivers do.
  private double length_km(int reach) {
    int down = rivers.down()[reach];
    double toEast = down < 0 ? east[reach] : east[down];
    double toNorth = down < 0 ? SOUTH : north[down];
    double x = (toEast - east[reach]) * StrictMath.cos(StrictMath.toRadians(toNorth));
    double straight = DEGREE_KM * StrictMath.hypot(x, toNorth - north[reach]);
    double most = MOST_WINDING * straight + 1;
    return StrictMath.max(straight, StrictMath.min(rivers.length_km()[reach], most));
  }

  private static String unit(int reach) {
    return StudyRecipe.unit(reach);
  }

  private static double rounded(double x) {
    return StrictMath.round(x * 1e4) / 1e4;
  }

  private void discharges(Path folder) throws IOException {
    Chance groups = new Chance(recipe.seed(), GROUP);
    Chance water = new Chance(recipe.seed(), WATER);
    int[] group = new int[rivers.count()];
    for (int r = 0; r < group.length; r++) {
      group[r] = groups.below(r, recipe.groups());
    }
    long[][] steps = new long[recipe.seasons()][rivers.count()];
    try (StudyTable t =
        StudyTable.of(
            folder, "inflows", "inflow,node,season,kind,discharge_m3_per_s,water,group,unit")) {
      for (int r = 0; r < rivers.count(); r++) {
        for (int s = 0; isHead[r] && s < recipe.seasons(); s++) {
          double q = (0.1 + 0.2 * water.uniform(r)) * season(s, group[r]);
          steps[s][r] = StrictMath.round(q * StrictMath.pow(10, DECIMALS));
          String of = String.valueOf(group[r] + 1);
          t.row(
              "I" + (r + 1),
              node(r),
              "S" + (s + 1),
              "local",
              decimal(steps[s][r]),
              "W" + of,
              "G" + of,
              unit(r));
        }
      }
    }
    for (long[] q : steps) {
      for (int r : order) {
        if (rivers.down()[r] >= 0) {
          q[rivers.down()[r]] += q[r];
        }
      }
    }
    try (StudyTable t = StudyTable.of(folder, "reach_seasons", "reach,season,discharge_m3_per_s")) {
      for (int r = 0; r < rivers.count(); r++) {
        for (int s = 0; s < recipe.seasons(); s++) {
          t.row("R" + (r + 1), "S" + (s + 1), decimal(steps[s][r]));
        }
      }
    }
  }

  /// A wet half year, later from group to group.
  private double season(int s, int group) {
    double share = (double) s / recipe.seasons() + (double) group / (2 * recipe.groups());
    return 1 + 0.6 * StrictMath.sin(2 * StrictMath.PI * share);
  }

  private static String decimal(long steps) {
    return BigDecimal.valueOf(steps, DECIMALS).toPlainString();
  }
}
