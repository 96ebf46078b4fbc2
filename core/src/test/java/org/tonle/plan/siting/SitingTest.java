package org.tonle.plan.siting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tonle.solve.Solver;
import org.tonle.solve.Solvers;

/// FEATURE UNDER TEST: the cheapest plants and trunk sewers, at concave costs, with a bound. Plain
/// twin: every way in which each town can send its wastewater on.
final class SitingTest {
  private static final int STUDIES = 40;

  private static TrunkNetwork network(long seed, int towns, boolean isTrunkConcave) {
    var random = new SplittableRandom(seed);
    double[] own = new double[towns];
    List<int[]> sewers = new ArrayList<>();
    List<Double> length = new ArrayList<>();
    for (int i = 0; i < towns; i++) {
      own[i] = random.nextDouble(0.2, 6);
      for (int j = 0; j < towns; j++) {
        if (i != j && random.nextInt(3) > 0) {
          sewers.add(new int[] {i, j});
          length.add(random.nextDouble(0.2, 2.5));
        }
      }
    }
    return new TrunkNetwork(
        own,
        sewers.stream().mapToInt(s -> s[0]).toArray(),
        sewers.stream().mapToInt(s -> s[1]).toArray(),
        length.stream().mapToDouble(d -> d).toArray(),
        q -> 10 * StrictMath.pow(q, 0.526),
        q -> isTrunkConcave ? 4 * StrictMath.pow(q, 0.4) : 3 + 0.7 * q);
  }

  private static Siting solve(TrunkNetwork network, double gap) {
    return Siting.of(
        network,
        Solvers.highs(),
        new Siting.Effort(gap, Double.POSITIVE_INFINITY, 1, () -> 0),
        Solver.Watch.NONE);
  }

  /// The least cost of all ways, each priced by sums along them.
  private static double least(TrunkNetwork network) {
    return least(network, new int[network.townCount()], 0);
  }

  private static double least(TrunkNetwork network, int[] next, int town) {
    if (town == next.length) {
      return cost(network, next);
    }
    double least = Double.POSITIVE_INFINITY;
    for (int a = -1; a < network.from().length; a++) {
      if (a < 0 || network.from()[a] == town) {
        next[town] = a;
        least = StrictMath.min(least, least(network, next, town + 1));
      }
    }
    return least;
  }

  private static double cost(TrunkNetwork network, int[] next) {
    double[] flow = new double[next.length];
    for (int i = 0; i < next.length; i++) {
      int at = i;
      int steps = 0;
      flow[at] += network.own_m3_per_d()[i];
      while (next[at] >= 0) {
        at = network.to()[next[at]];
        flow[at] += network.own_m3_per_d()[i];
        if (++steps > next.length) {
          return Double.POSITIVE_INFINITY;
        }
      }
    }
    double sum = 0;
    for (int i = 0; i < next.length; i++) {
      int a = next[i];
      sum +=
          a < 0
              ? network.plant_usd().of(flow[i])
              : network.length_km()[a] * network.trunk_usd_per_km().of(flow[i]);
    }
    return sum;
  }

  @Test
  void siteAndBoundEqualTheEnumeration() {
    int shared = 0;
    for (long seed = 0; seed < STUDIES; seed++) {
      TrunkNetwork network = network(seed, 3 + (int) (seed % 4), seed % 2 == 0);
      double least = least(network);
      Siting found = solve(network, 1e-6);
      assertEquals(least, found.cost_usd(), 1e-6 * least, "seed " + seed);
      assertTrue(found.bound_usd() <= least * (1 + 1e-6), "bound of seed " + seed);
      assertTrue(found.gap() < 0.05, "gap " + found.gap() + " of seed " + seed);
      assertEquals(cost(network, found.trees().next()), found.cost_usd(), 1e-9 * least);
      shared += found.cost_usd() < SewerTree.apart(network.townCount()).cost_usd(network) ? 1 : 0;
    }
    assertTrue(shared > STUDIES / 4, "towns hardly share plants: " + shared);
  }

  @Test
  void chordsLieUnderTheCurve() {
    TrunkNetwork network = network(7, 6, true);
    double least = least(network);
    FlowRanges one = FlowRanges.of(network, Double.POSITIVE_INFINITY);
    ChordProgram chords = new ChordProgram(network, one, one, 1);
    Solver.Answer answer =
        Solvers.highs().solve(chords.program, org.tonle.solve.Limits.none(), Solver.Watch.NONE);
    assertTrue(answer.cost() < 0.99 * least, answer.cost() + " against " + least);
  }

  @Test
  void startsAreFeasibleAndCostNoMoreThanTheyDo() {
    TrunkNetwork network = network(11, 6, false);
    SewerTree trees = new SewerSearch(network, 1).from(SewerTree.apart(6));
    FlowRanges plants = FlowRanges.of(network, 3);
    FlowRanges sewers = FlowRanges.of(network, Double.POSITIVE_INFINITY);
    ChordProgram coarse = new ChordProgram(network, plants, sewers, 1);
    assertTrue(coarse.program.violation(coarse.start(trees)) < 1e-9);
    assertTrue(coarse.program.costOf(coarse.start(trees)) <= trees.cost_usd(network) + 1e-9);
    double[] flow = trees.flow_m3_per_d(network);
    plants.refine(flow, 1e-9);
    sewers.refine(flow, 1e-9);
    ChordProgram fine = new ChordProgram(network, plants, sewers, 1);
    double cost = fine.program.costOf(fine.start(trees));
    assertEquals(trees.cost_usd(network), cost, 1e-9 * cost);
    org.junit.jupiter.api.Assertions.assertArrayEquals(
        trees.next(), fine.tree(fine.start(trees)).next());
  }
}
