package org.tonle.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.draw.StandardNormals;
import org.tonle.measure.LinearWorth;
import org.tonle.measure.Marks;
import org.tonle.measure.VarianceShares;
import org.tonle.model.Quality;

/// Laws of what measuring is worth.
class MeasuringLawTest {
  private static final int DRAWS = 4096;

  private static double[] normal(long seed, String name) {
    return StandardNormals.of(seed, "law", name, DRAWS);
  }

  /// Σ f(xᵢ), each a factor of its own and bent in its own way.
  private static double[] additive(Random random, double[][] inputs) {
    double[] sum = new double[DRAWS];
    for (double[] x : inputs) {
      double size = 0.2 + random.nextDouble();
      double bend = 0.3 * random.nextDouble();
      for (int d = 0; d < DRAWS; d++) {
        sum[d] += size * (x[d] + bend * x[d] * x[d]);
      }
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void sharesOfIndependentInputsOfASumAddUpToOne(long seed) {
    double[][] inputs = new double[5][];
    Arrays.setAll(inputs, i -> normal(seed, "x" + i));
    double[] sum = additive(new Random(seed), inputs);
    double all = Arrays.stream(inputs).mapToDouble(x -> new VarianceShares(x).of(sum)).sum();
    // Of each share about 2 √(share / n) is chance; the outermost of 32 classes of a normal input
    // are
    // wide and hide about 0.02.
    assertEquals(1, all, 0.06);
  }

  @Test
  void inputsWithoutInfluenceStayBelowTheFloor() {
    double[] output = normal(7, "output");
    double floor = VarianceShares.floor(DRAWS, 300);
    double sum = 0;
    double most = 0;
    for (int i = 0; i < 300; i++) {
      double share = new VarianceShares(normal(7, "nothing " + i)).of(output);
      sum += share / 300;
      most = StrictMath.max(most, share);
    }
    assertEquals(0, sum, 0.002);
    assertTrue(most < floor, most + " " + floor);
    assertTrue(most > floor / 4, most + " " + floor);
  }

  @Test
  void correlationsWithoutReasonStayBelowTheFloor() {
    double[] output = normal(7, "output");
    double floor = LinearWorth.floor(DRAWS, 300);
    double[][] nothing = new double[300][];
    Arrays.setAll(nothing, i -> normal(7, "nothing " + i));
    LinearWorth worth = worth(nothing, LinearWorth.Noise.NONE, output);
    assertEquals(List.of(), worth.first(10));
    // z of 1 - 0.005 / 300 is 4.15
    assertEquals(4.15 * 4.15 / DRAWS, floor, 0.03 * floor);
  }

  private static LinearWorth worth(double[][] candidates, LinearWorth.Noise noise, double[] of) {
    List<LinearWorth.Noise> all = java.util.Collections.nCopies(candidates.length, noise);
    return new LinearWorth(candidates, all, new double[][] {of}, new double[] {1});
  }

  // A second place that says the same again: its own error of 1 halves, a common one stays.
  // y = x, error variance 1: one takes 1/2, both 1 / (1 + 1/2) = 2/3.
  @Test
  void theSameMeasuredTwiceHalvesOnlyWhatEachErrsAlone() {
    double[] x = normal(3, "x");
    double[][] twice = {x, x.clone()};
    List<LinearWorth.Pick> alone = worth(twice, new LinearWorth.Noise(1, 0, "C"), x).first(3);
    assertEquals(2, alone.size());
    double deviation = deviation(x);
    double variance = deviation * deviation;
    assertEquals(variance / (variance + 1), alone.get(0).gain(), 1e-9);
    assertEquals(1 - variance / (variance + 0.5), alone.get(1).left(), 1e-9);
    assertEquals(1, worth(twice, new LinearWorth.Noise(0, 1, "C"), x).first(3).size());
  }

  private static double deviation(double[] x) {
    double mean = Arrays.stream(x).average().orElseThrow();
    return StrictMath.sqrt(
        Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (x.length - 1));
  }

  // Thirty shadows of one cause and twenty inputs without any: from few draws no chance likeness of
  // what the first leaves is taken for something more to tell.
  @Test
  void whatTheFirstLeavesIsNotTakenForSomethingToTell() {
    int draws = 200;
    double[] x = StandardNormals.of(5, "law", "x", draws);
    double[] y = new double[draws];
    double[] noise = StandardNormals.of(5, "law", "noise", draws);
    Arrays.setAll(y, d -> x[d] + noise[d]);
    double[][] candidates = new double[50][];
    for (int i = 0; i < candidates.length; i++) {
      double[] own = StandardNormals.of(5, "law", "own " + i, draws);
      double of = i < 30 ? 1 : 0;
      candidates[i] = new double[draws];
      for (int d = 0; d < draws; d++) {
        candidates[i][d] = of * x[d] + (of > 0 ? 0.05 : 1) * own[d];
      }
    }
    List<LinearWorth.Pick> first = worth(candidates, LinearWorth.Noise.NONE, y).first(10);
    assertEquals(1, first.size(), first.toString());
    assertEquals(0.5, first.getFirst().gain(), 0.1);
  }

  @Test
  void fewDrawsAreNotBelieved() {
    assertEquals(1, VarianceShares.floor(20, 5));
    assertEquals(1, LinearWorth.floor(20, 5));
  }

  @Test
  void theOrderOfCandidatesChangesNoShare() {
    double[] a = normal(1, "a");
    double[] b = normal(1, "b");
    double[] y = new double[DRAWS];
    Arrays.setAll(y, d -> 2 * a[d] + b[d]);
    LinearWorth one = worth(new double[][] {a, b}, LinearWorth.Noise.NONE, y);
    LinearWorth other = worth(new double[][] {b, a}, LinearWorth.Noise.NONE, y);
    assertEquals(one.alone(0, 0), other.alone(1, 0), 0);
    assertEquals(one.first(2).get(0).gain(), other.first(2).get(0).gain(), 0);
    assertEquals(1, other.first(2).get(0).candidate());
  }

  @Test
  void aFigureCarriesTheWeakestMarkOverATenth() {
    Marks marks = Marks.of(Quality.MEASURED, 60).plus(Quality.ESTIMATE, 31);
    assertEquals(Quality.ESTIMATE, marks.plus(Quality.UNVERIFIED, 9).mark());
    assertEquals(Quality.UNVERIFIED, marks.plus(Quality.UNVERIFIED, 12).mark());
    assertEquals(0.31, marks.plus(Quality.UNVERIFIED, 9).share(Quality.ESTIMATE), 1e-12);
  }
}
