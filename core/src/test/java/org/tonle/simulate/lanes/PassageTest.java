package org.tonle.simulate.lanes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// FEATURE UNDER TEST: a reach in one pass leaves the bits of its steps one by one, in both forms.
class PassageTest {
  private static final List<LoadLanes> FORMS =
      List.of(
          new PlainLoadLanes(),
          Lanes.isVectorAtHand() ? new VectorLoadLanes() : new PlainLoadLanes());

  private static float[] drawn(Random chance, int length) {
    float[] x = new float[length];
    for (int d = 0; d < length; d++) {
      x[d] = (float) StrictMath.exp(0.4 * chance.nextGaussian());
    }
    return x;
  }

  @Test
  void onePassEqualsItsSteps() {
    for (int draws : new int[] {1, 15, 16, 17, 100, 333}) {
      Random chance = new Random(draws);
      int length = Lanes.length(draws);
      for (LoadLanes first : FORMS) {
        for (LoadLanes second : FORMS) {
          compare(first, second, chance, draws, length);
        }
      }
    }
  }

  private static Passage passage(Random chance, int draws) {
    int length = Lanes.length(draws);
    Passage p = new Passage(1, draws);
    p.losses.clear(drawn(chance, length));
    p.losses.still = 3 * chance.nextFloat();
    p.head = drawn(chance, length);
    p.own = drawn(chance, length);
    p.load = 5 * chance.nextFloat();
    p.per = drawn(chance, length);
    p.scale = chance.nextFloat();
    p.limit = 2 * chance.nextFloat();
    p.base = drawn(chance, length);
    p.tail = new float[length];
    return p;
  }

  /// A sum of the bits of passages.
  static long bits(LoadLanes lanes) {
    Random chance = new Random(5);
    long sum = 0;
    for (int trial = 0; trial < 50; trial++) {
      Passage p = passage(chance, 100);
      p.measured = new float[trial % 2 == 0 ? 0 : Lanes.length(100)];
      Moments moments = new Moments();
      lanes.pass(p, 100, moments);
      sum = 31 * sum + Float.floatToIntBits(moments.mean) + moments.count;
      sum = 31 * sum + Float.floatToIntBits(moments.deviation);
      for (int d = 0; d < 100; d++) {
        sum = 31 * sum + Float.floatToIntBits(p.tail[d]);
      }
    }
    return sum;
  }

  private static void compare(
      LoadLanes first, LoadLanes second, Random chance, int draws, int length) {
    Passage p = passage(chance, draws);
    for (float[] measured : new float[][] {{}, new float[length]}) {
      p.measured = measured;
      Moments once = new Moments();
      first.pass(p, draws, once);

      float[] head = p.head.clone();
      second.addLoads(head, false, 0, 1, new float[] {p.load}, new int[1], new float[][] {p.own});
      float[] tail = p.base.clone();
      second.decay(head, 1, p.losses, true, tail);
      assertArrayEquals(tail, p.tail);
      Moments steps = new Moments();
      if (measured.length > 0) {
        float[] shown = new float[length];
        second.concentration(head, p.scale, p.per, false, draws, shown, steps);
        assertArrayEquals(Arrays.copyOf(shown, draws), Arrays.copyOf(measured, draws));
        assertEquals(steps.deviation, once.deviation);
        assertEquals(steps.mean, once.mean);
      }
      Moments counts = new Moments();
      second.meanAndCount(head, p.scale, p.per, draws, p.limit, counts);
      assertEquals(counts.count, once.count);
      assertTrue(measured.length > 0 || counts.mean == once.mean);
    }
  }

  /// Where next to nothing is left a power would be denormal: 87 is the loss where e^-x is flushed.
  @Test
  void largeLossesAreLeftToTheExponential() {
    Losses losses = new Losses(1);
    losses.clear(new float[] {1, 2});
    losses.still = 43;
    assertTrue(losses.isByTime());
    losses.still = 44;
    assertFalse(losses.isByTime());
    losses.clear(null);
    assertFalse(losses.isByTime());
  }
}
