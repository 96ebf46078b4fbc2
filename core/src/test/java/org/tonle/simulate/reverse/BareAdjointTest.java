package org.tonle.simulate.reverse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.network.order.BareCourse;
import org.tonle.network.order.StrahlerOrder;
import org.tonle.simulate.Keep;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.bare.BareRiver;
import org.tonle.simulate.draws.FloatLoads;
import org.tonle.simulate.lanes.Lanes;

/// FEATURE UNDER TEST: the reverse sweep of bare rivers adds up to what the forward sweep finds.
class BareAdjointTest {
  private static final int DRAWS = 37;
  private static final int VECTORS = 5;

  private static float[] around(SplittableRandom random, double one) {
    float[] found = new float[Lanes.length(DRAWS)];
    for (int d = 0; d < DRAWS; d++) {
      found[d] = (float) (one * (0.5 + random.nextDouble()));
    }
    return found;
  }

  /// Rivers that lead from low to high numbers, some reaches to two, each with `rows` loads.
  private static BareRiver rivers(SplittableRandom random, int count, int rows, boolean isVector) {
    int[] down = new int[count];
    Arrays.setAll(
        down, i -> i == count - 1 || random.nextInt(20) == 0 ? -1 : random.nextInt(i + 1, count));
    int[] forks =
        java.util.stream.IntStream.range(0, count - 1)
            .filter(i -> down[i] >= 0 && random.nextInt(8) == 0)
            .toArray();
    int[] to = Arrays.stream(forks).map(i -> random.nextInt(i + 1, count)).toArray();
    float[] share = new float[forks.length];
    Arrays.fill(share, 0.3f);
    int[] order = StrahlerOrder.of(down, forks, to).order();
    BareCourse course = BareCourse.of(order, down, forks, to, share);
    float[][] vectors = new float[VECTORS][];
    Arrays.setAll(vectors, v -> around(random, 1));
    int[] start = new int[rows == 1 ? 0 : count + 1];
    Arrays.setAll(start, i -> i * rows);
    int[] vector = random.ints((long) rows * count, 0, VECTORS).toArray();
    float[] load = new float[rows * count];
    float[] time = new float[count];
    float[] perDischarge = new float[count];
    for (int i = 0; i < load.length; i++) {
      load[i] = random.nextFloat();
    }
    for (int i = 0; i < count; i++) {
      time[i] = 20_000 * random.nextFloat();
      perDischarge[i] = 1 / (0.1f + random.nextFloat());
    }
    return new BareRiver(
        course.course(),
        DRAWS,
        new BareRiver.Channels(course.reachOfArc(), course.fraction(), time, perDischarge),
        2e-5f,
        around(random, 1),
        around(random, 1),
        new FloatLoads(start, new int[0], vector, new float[][] {load}, new float[][][] {vectors}),
        Thresholds.same(1),
        Keep.CHANCES,
        BareRiver.result(count, DRAWS, Keep.CHANCES),
        isVector);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void contributionsAddUpToTheConcentration(boolean isVector) {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 100; round++) {
      int count = random.nextInt(1, 120);
      BareRiver river = rivers(random, count, random.nextInt(1, 4), isVector);
      river.run();
      BareAdjoint adjoint = new BareAdjoint(river, 1);
      float[][] contribution = new float[1][river.loads().vector().length];
      for (int place = 0; place < count; place += 1 + count / 7) {
        long reached = adjoint.run(new int[] {place}, contribution);
        double sum = 0;
        for (float c : contribution[0]) {
          sum += c;
        }
        float mean = river.result().statistic[0][river.result().at(0, place, 0)];
        assertEquals(mean, sum, 1e-5 * mean, "round " + round + " place " + place);
        assertTrue(reached >= 1 && reached <= place + 1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void manyPlacesTogetherAreTheSameBitsAsOneByOne(boolean isVector) {
    SplittableRandom random = new SplittableRandom(23);
    for (int round = 0; round < 50; round++) {
      int count = random.nextInt(1, 150);
      BareRiver river = rivers(random, count, random.nextInt(1, 4), isVector);
      int rows = river.loads().vector().length;
      int[] places =
          random.ints(0, count).distinct().limit(StrictMath.min(count, 40)).sorted().toArray();
      for (int i = 0; i < places.length / 2; i++) {
        int swapped = places[i];
        places[i] = places[places.length - 1 - i];
        places[places.length - 1 - i] = swapped;
      }
      float[][] together = new float[places.length][rows];
      long reached = new BareAdjoint(river, places.length).run(places, together);
      BareAdjoint single = new BareAdjoint(river, 1);
      float[][] alone = new float[1][rows];
      for (int k = 0; k < places.length; k++) {
        reached -= single.run(new int[] {places[k]}, alone);
        assertArrayEquals(alone[0], together[k], 0, "round " + round + " place " + places[k]);
      }
      assertEquals(0, reached);
    }
  }

  @Test
  void aContributionIsWhatGoesWithTheLoad() {
    SplittableRandom random = new SplittableRandom(11);
    int count = 40;
    BareRiver river = rivers(random, count, 2, false);
    float[][] contributions = new float[1][river.loads().vector().length];
    new BareAdjoint(river, 1).run(new int[] {count - 1}, contributions);
    float[] contribution = contributions[0];
    river.run();
    float before = river.result().statistic[0][count - 1];
    float[] load = river.loads().load_g_per_s()[0];
    int carrying = 0;
    for (int row = 0; row < load.length; row++) {
      float kept = load[row];
      load[row] = 0;
      river.run();
      float after = river.result().statistic[0][count - 1];
      assertEquals(before - after, contribution[row], 2e-6 * before, "row " + row);
      load[row] = kept;
      carrying += contribution[row] > 0 ? 1 : 0;
    }
    // some rows lie upstream, some do not
    assertTrue(carrying > 2 && carrying < load.length, carrying + " of " + load.length);
  }
}
