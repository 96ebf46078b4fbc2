package org.tonle.simulate.draws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

/// Rate vectors are made once for all questions, but for those of a question's own multipliers.
class RateVectorsTest {
  private static RateVectors.Key key(int number, double exponent) {
    return new RateVectors.Key(number, 1, 2, exponent);
  }

  @Test
  void aVectorIsMadeOnce() {
    RateVectors vectors = new RateVectors(3, 4);
    float[] first = vectors.find(key(2, 0.5), () -> new float[] {1, 2, 3, 4});
    assertSame(first, vectors.find(key(2, 0.5), () -> new float[4]));
    assertArrayEquals(new float[4], vectors.find(key(2, 0.6), () -> new float[4]));
    assertArrayEquals(new float[4], vectors.find(key(1, 0.5), () -> new float[4]));
    assertSame(
        vectors.find(key(-1, 0.5), () -> new float[4]),
        vectors.find(key(-1, 0.5), () -> new float[4]));
  }

  /// The same number is another multiplier in another question.
  @Test
  void aMultiplierOfOneQuestionIsNotKept() {
    RateVectors vectors = new RateVectors(3, 4);
    float[] first = vectors.find(key(3, 0.5), () -> new float[4]);
    assertNotSame(first, vectors.find(key(3, 0.5), () -> new float[4]));
  }

  @Test
  void moreThanFitAreMadeAnew() {
    int length = 1 << 22; // 16 MB each
    RateVectors vectors = new RateVectors(1000, length);
    float[] made = new float[length];
    for (int i = 0; i < 4; i++) {
      vectors.find(key(i, 0.5), () -> made);
    }
    int[] count = {0};
    for (int i = 0; i < 2; i++) {
      vectors.find(
          key(9, 0.5),
          () -> {
            count[0]++;
            return made;
          });
    }
    assertEquals(2, count[0]);
  }
}
