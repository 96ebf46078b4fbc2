package org.tonle.simulate.reverse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SensitivityTest {
  private static final double[] NONE = {};
  private static final float[] PER_LOAD_S_PER_M3 = {0.5f, 0.25f, 2};
  private static final double LOAD_G_PER_S = 8;
  private static final double[][] FACTORS = {{2, 3, 5}, {7, 11, 13}, {17, 19, 23}};

  /// Whichever of the three factors are there, as a bit each: a factor that is not there is 1.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void aFactorThatIsNotThereIsOne(int present) {
    double[][] given = new double[3][];
    double[] expected = {100, 200, 300};
    for (int d = 0; d < 3; d++) {
      double product = LOAD_G_PER_S * PER_LOAD_S_PER_M3[d];
      for (int f = 0; f < 3; f++) {
        boolean isThere = (present >> f & 1) == 1;
        given[f] = isThere ? FACTORS[f] : NONE;
        product *= isThere ? FACTORS[f][d] : 1;
      }
      expected[d] += product;
    }
    double[] sums = {100, 200, 300};

    Sensitivity.addProduct(LOAD_G_PER_S, PER_LOAD_S_PER_M3, sums, given);

    assertArrayEquals(expected, sums);
  }
}
