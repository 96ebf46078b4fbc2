package org.tonle.plan.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonle.assess.Verdict;
import org.tonle.run.Question;

/// FEATURE UNDER TEST: of two rows of one limit, one that never exceeds the other is left out.
class ImpliedRowTest {
  /// Site 0 may send 0.5 or 0.1, site 1 sends 0.2 or `other`, in two draws.
  private static OptionRow row(double times, double other, float rest) {
    float[][] effect = {{(float) times, (float) (2 * times)}};
    return new OptionRow(
        NO_QUESTION,
        NO_VERDICT,
        0.9,
        effect,
        new float[] {rest, rest},
        new int[] {0, 1, 2, 3},
        new int[] {0, 0, 1, 1},
        new int[4],
        new double[] {0.5, 0.1, 0.2, other});
  }

  @SuppressWarnings("NullAway") // a row's question and verdict play no part here
  private static final Question NO_QUESTION = null;

  @SuppressWarnings("NullAway")
  private static final Verdict NO_VERDICT = null;

  @Test
  void aSmallerRowIsImpliedByALargerOne() {
    assertTrue(ImpliedRow.isImplied(row(0.5, 0.1, 0), row(1, 0.1, 0)));
    assertFalse(ImpliedRow.isImplied(row(1, 0.1, 0), row(0.5, 0.1, 0)));
  }

  @Test
  void oneOptionThatAddsMoreIsEnoughToKeepARow() {
    // Site 1's last option adds 1.5 instead of 0.4 in draw 1, of which the rest makes good 0.3.
    assertFalse(ImpliedRow.isImplied(row(0.5, 1.5, 0), row(1, 0.2, 0.3f)));
    assertTrue(ImpliedRow.isImplied(row(0.5, 1.5, 0), row(1, 0.2, 1.2f)));
  }

  @Test
  void onlyTheLargestOfSeveralIsKept() {
    List<OptionRow> known = new ArrayList<>();
    for (double times : new double[] {0.4, 1, 0.7}) {
      ImpliedRow.add(row(times, 0.1, 0), known);
    }
    assertEquals(1, known.size());
    assertEquals(1, known.getFirst().effect()[0][0]);
  }
}
