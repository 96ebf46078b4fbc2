package org.tonle.bench.job;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tonle.bench.river.Chance;
import org.tonle.network.Network;
import org.tonle.network.entry.LoadEntries;
import org.tonle.network.rates.Kinetics;
import org.tonle.simulate.step.DrawVectors;

/// Random reactions, loads and draws for a random network: constituents of first order, linked
/// groups with oxygen, chains; loads at nodes and along reaches that vary with sources, with
/// passing shares and with discharge.
public final class RandomReactions {
  private static final double DAY_S = 86_400;
  private static final int VECTORS = 7;

  /// Kind of group: reactants, products, and the member that is oxygen.
  private record Kind(int members, int[] reactant, int[][] product, int oxygen) {}

  private static final Kind[] KINDS = {
    new Kind(1, new int[] {0}, new int[][] {{}}, -1),
    new Kind(1, new int[] {0, 0}, new int[][] {{}, {}}, -1),
    new Kind(4, new int[] {0, 1, 2, 3}, new int[][] {{3}, {2, 3}, {}, {}}, 3),
    new Kind(5, new int[] {0, 1, 2, 3, 4}, new int[][] {{1}, {4}, {3, 4}, {}, {}}, 4),
    new Kind(3, new int[] {0, 1}, new int[][] {{1}, {2}}, -1)
  };

  private final Chance chance;
  private final Network network;
  private long number;

  public RandomReactions(Chance chance, Network network) {
    this.chance = chance;
    this.network = network;
  }

  private double uniform(double low, double high) {
    return low + (high - low) * chance.uniform(number++);
  }

  private int below(int bound) {
    return chance.below(number++, bound);
  }

  private double[] uniforms(int count, double low, double high) {
    return IntStream.range(0, count).mapToDouble(i -> uniform(low, high)).toArray();
  }

  /// The first vector does not vary.
  public DrawVectors draws(int draws) {
    int seasons = network.seasonCount();
    double[][] multiplier = new double[VECTORS][draws];
    for (int v = 0; v < VECTORS; v++) {
      double cv = v == 0 ? 0 : uniform(0.05, 0.6);
      Arrays.setAll(multiplier[v], d -> factor(cv));
    }
    double[][][] flow = new double[seasons][network.groupCount()][draws];
    double[][][] time = new double[seasons][network.groupCount()][draws];
    for (int s = 0; s < seasons; s++) {
      for (int g = 0; g < network.groupCount(); g++) {
        double cv = below(4) == 0 ? 0 : uniform(0.05, 0.5);
        Arrays.setAll(flow[s][g], d -> factor(cv));
        double[] of = flow[s][g];
        Arrays.setAll(time[s][g], d -> (float) StrictMath.pow(of[d], -0.34));
      }
    }
    return new DrawVectors(draws, multiplier, flow, flow, time);
  }

  /// Rounded to float, so that all kernels are given the same value.
  private double factor(double cv) {
    return cv == 0 ? 1 : (float) chance.lognormal(number++, cv);
  }

  public Kinetics kinetics() {
    Kind kind = KINDS[below(KINDS.length)];
    int reactions = kind.reactant.length;
    int inReaches = network.seasonCount() * network.reachCount();
    int inLakes = network.seasonCount() * network.lakeCount();
    double[][] yield = new double[reactions][];
    boolean[] aerates = new boolean[reactions];
    double[][] rate = new double[reactions][];
    double[][] lakeRate = new double[reactions][];
    double[][] lakeVelocity = new double[reactions][];
    int[][] vector = new int[reactions][];
    int[][] lakeVector = new int[reactions][];
    for (int r = 0; r < reactions; r++) {
      int[] products = kind.product[r];
      yield[r] = new double[products.length];
      for (int p = 0; p < products.length; p++) {
        yield[r][p] = products[p] == kind.oxygen ? -uniform(0.5, 4) : uniform(0.5, 1);
      }
      aerates[r] = kind.reactant[r] == kind.oxygen;
      rate[r] = uniforms(inReaches, 0, 2 / DAY_S);
      lakeRate[r] = uniforms(inLakes, 0, 1 / DAY_S);
      lakeVelocity[r] = uniforms(inLakes, 0, 0.3 / DAY_S);
      vector[r] = IntStream.range(0, network.reachCount()).map(i -> below(VECTORS)).toArray();
      lakeVector[r] = IntStream.range(0, network.lakeCount()).map(i -> below(VECTORS)).toArray();
    }
    if (below(2) == 0) {
      Arrays.stream(vector).forEach(of -> Arrays.fill(of, 0));
    }
    return new Kinetics(
        IntStream.range(0, kind.members).toArray(),
        kind.oxygen,
        kind.reactant,
        kind.product,
        yield,
        aerates,
        new boolean[aerates.length],
        new Kinetics.ReachRates(
            rate,
            vector,
            uniforms(inReaches, 7, 12),
            uniforms(inReaches, -1e-5, 1e-6),
            new double[rate.length][inReaches]),
        new Kinetics.LakeRates(
            lakeRate,
            lakeVelocity,
            lakeVector,
            uniforms(inLakes, 7, 12),
            uniforms(inLakes, -1e-5, 0),
            uniforms(inLakes, -1e-6, 1e-6),
            Kinetics.Constants.NONE,
            Kinetics.Constants.NONE));
  }

  /// About two loads per node, a third of them along reaches.
  public LoadEntries entries(int members) {
    int count = 1 + 2 * network.nodeCount();
    int[] node = new int[count];
    int[] segment = new int[count];
    int[] source = new int[count];
    int[] passing = new int[count];
    int[] group = new int[count];
    for (int i = 0; i < count; i++) {
      boolean isAlong = below(3) == 0;
      node[i] = isAlong ? -1 : below(network.nodeCount());
      segment[i] = isAlong ? below(network.segmentCount()) : -1;
      source[i] = below(VECTORS + 1) - 1;
      passing[i] = below(3) == 0 ? below(VECTORS) : -1;
      group[i] = below(3) == 0 ? below(network.groupCount()) : -1;
    }
    LoadEntries.Line[] lines = LoadEntries.Line.values();
    return new LoadEntries(
        node,
        segment,
        IntStream.range(0, count).map(i -> below(members)).toArray(),
        IntStream.range(0, count).mapToObj(i -> lines[i % 3]).toArray(LoadEntries.Line[]::new),
        uniforms(count * network.seasonCount(), 0, 20),
        source,
        passing,
        group,
        new int[count],
        LoadEntries.ranks(segment, source, passing, group));
  }

  /// The same entries, some of them with other loads.
  public LoadEntries changed(LoadEntries of) {
    double[] load = of.load_g_per_s().clone();
    for (int i = 0; i < 3; i++) {
      load[below(load.length)] *= uniform(0.1, 3);
    }
    return of.withLoads(load);
  }
}
