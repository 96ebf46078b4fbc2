package org.tonle.bench.river;

import java.util.Arrays;
import org.tonle.network.order.StrahlerOrder;

/// River forest that is grown at random; the recipe is in docs/benchmarks.md.
///
/// Uniform random binary trees after Rémy (1985): starting from one reach per basin, a reach is
/// picked at random again and again; a new confluence takes its place, with the picked reach and a
/// new head as its branches. Ids follow age, so neighbours lie far apart in memory: the worst case
/// for ordering.
public final class RiverForest {
  /// Mean number of reaches per basin; basins have the unequal sizes of Pólya's urn.
  static final int REACHES_PER_BASIN = 200_000;

  private static final int GROWTH = 1;
  private static final int BRAIDS = 2;
  private static final int LENGTHS = 3;
  private static final int WATER = 4;

  private final int reaches;
  private final long seed;

  private RiverForest(int reaches, long seed) {
    this.reaches = reaches;
    this.seed = seed;
  }

  /// @param bifurcations share of reaches that push into a second reach downstream, 0 to 1
  public static Rivers grow(int reaches, double bifurcations, long seed) {
    RiverForest forest = new RiverForest(reaches, seed);
    int[] down = forest.trees();
    SideArms side = forest.braids(down, bifurcations);
    Rivers dry = new Rivers(down, side, forest.lengths(), new float[0]);
    StrahlerOrder order = dry.order();
    float[] discharge = Rivers.gathered(order.order(), down, side, forest.water());
    return new Rivers(down, side, dry.length_km(), discharge);
  }

  private int[] trees() {
    Chance chance = new Chance(seed, GROWTH);
    int[] down = new int[reaches];
    int count = StrictMath.min(reaches, 1 + reaches / REACHES_PER_BASIN);
    Arrays.fill(down, 0, count, -1);
    while (count < reaches) {
      int picked = chance.below(count, count);
      int confluence = count++;
      down[confluence] = down[picked];
      down[picked] = confluence;
      if (count < reaches) {
        down[count++] = confluence;
      }
    }
    return down;
  }

  /// An arm leaves its river and comes back two to eight reaches below.
  private SideArms braids(int[] down, double bifurcations) {
    Chance chance = new Chance(seed, BRAIDS);
    int[] from = new int[16];
    int[] to = new int[16];
    float[] fraction = new float[16];
    int count = 0;
    for (int r = 0; r < down.length; r++) {
      if (chance.uniform(3L * r) >= bifurcations || down[r] < 0 || down[down[r]] < 0) {
        continue;
      }
      if (count == from.length) {
        from = Arrays.copyOf(from, 2 * count);
        to = Arrays.copyOf(to, 2 * count);
        fraction = Arrays.copyOf(fraction, 2 * count);
      }
      from[count] = r;
      to[count] = below(down, r, 2 + chance.below(3L * r + 1, 7));
      fraction[count++] = (float) (0.1 + 0.4 * chance.uniform(3L * r + 2));
    }
    return new SideArms(
        Arrays.copyOf(from, count), Arrays.copyOf(to, count), Arrays.copyOf(fraction, count));
  }

  private static int below(int[] down, int reach, int steps) {
    int at = reach;
    for (int i = 0; i < steps && down[at] >= 0; i++) {
      at = down[at];
    }
    return at;
  }

  /// Exponential with mean 2 km above 0.1 km.
  private float[] lengths() {
    Chance chance = new Chance(seed, LENGTHS);
    float[] length = new float[reaches];
    for (int r = 0; r < reaches; r++) {
      length[r] = (float) (0.1 + 2 * chance.exponential(r));
    }
    return length;
  }

  /// 0.05 to 0.15 m³/s join at the head of every reach: some 10 km² at 5 to 15 L/s/km².
  private float[] water() {
    Chance chance = new Chance(seed, WATER);
    float[] local = new float[reaches];
    for (int r = 0; r < reaches; r++) {
      local[r] = (float) (0.05 + 0.1 * chance.uniform(r));
    }
    return local;
  }
}
