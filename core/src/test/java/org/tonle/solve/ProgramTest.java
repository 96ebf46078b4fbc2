package org.tonle.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ProgramTest {
  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final double NAN = Double.NaN;
  private final Program program = new Program();
  private final int x = program.column(2, 0, 10, true, "x");
  private final int y = program.column(-1, -NONE, NONE, false);

  @Test
  void whatCannotBeANumberIsRefusedInASentence() {
    refused("Column 2 costs NaN; it must be a number within ±1.0E15.", () -> column(NAN, 0, 1));
    refused(
        "Column 2 costs Infinity; it must be a number within ±1.0E15.", () -> column(NONE, 0, 1));
    refused("The bounds of column 2 leave nothing between 2.0 and 1.0.", () -> column(1, 2, 1));
    refused("The bounds of column 2 leave nothing between NaN and 1.0.", () -> column(1, NAN, 1));
    refused(
        "The bounds of column 2 leave nothing between Infinity and Infinity.",
        () -> column(1, NONE, NONE));
    refused(
        "The bounds of column 2 are 0.0 and 1.0E16; each must be infinite or within ±1.0E15.",
        () -> column(1, 0, 1e16));
    refused(
        "The bounds of row 0 leave nothing between 1.0 and 0.0.",
        () -> program.row(1, 0, new int[] {x}, new double[] {1}));
    refused(
        "Row 0 has the coefficient NaN for column 0; it must be a number within ±1.0E15.",
        () -> program.row(0, 1, new int[] {x}, new double[] {NAN}));
    refused("Row 0 names column 2 of 2.", () -> program.row(0, 1, new int[] {2}, new double[] {1}));
    refused(
        "Row 0 has 2 columns and 1 coefficients.",
        () -> program.row(0, 1, new int[] {x, y}, new double[] {1}));
    assertEquals(2, program.columnCount());
    assertEquals(0, program.rowCount());
    assertThrows(IndexOutOfBoundsException.class, () -> program.cost(2));
  }

  private void column(double cost, double lower, double upper) {
    program.column(cost, lower, upper, true);
  }

  private static void refused(String sentence, Executable executable) {
    assertEquals(sentence, assertThrows(IllegalArgumentException.class, executable).getMessage());
  }

  @Test
  void coefficientsOfOneColumnAreAddedUp() {
    program.row(0, 1, new int[] {x, y, x, y}, new double[] {1, 2, 3, -2});
    program.row(0, 1, new int[] {y, x}, new double[] {5, 0});
    assertArrayEquals(new int[] {x}, program.rowColumns(0));
    assertArrayEquals(new double[] {4}, program.rowCoefficients(0));
    assertArrayEquals(new int[] {y}, program.rowColumns(1));
    assertEquals(2, program.nonZeroCount());
  }

  @Test
  void aProgramGrows() {
    for (int i = 2; i < 100; i++) {
      assertEquals(i, program.column(i, -i, i, i % 2 == 0));
      assertEquals(
          i - 2, program.row(-i, i, new int[] {i, 0, 1}, new double[] {i, i + 0.5, i + 0.25}));
    }
    for (int i = 2; i < 100; i++) {
      assertEquals(i, program.cost(i));
      assertEquals(-i, program.lower(i));
      assertEquals(i % 2 == 0, program.isInteger(i));
      assertEquals(-i, program.rowLower(i - 2));
      assertArrayEquals(new int[] {i, 0, 1}, program.rowColumns(i - 2));
      assertArrayEquals(new double[] {i, i + 0.5, i + 0.25}, program.rowCoefficients(i - 2));
    }
  }

  // 3x + y <= 10 at (4, 1) is 13: 3 over, of a largest term of 12. x <= 10 at 11 is 1 over, of 11.
  @Test
  void violationIsThatOfTheWorstRow() {
    program.row(-NONE, 10, new int[] {x, y}, new double[] {3, 1});
    assertEquals(0, program.violation(new double[] {3, 1}));
    assertEquals(3.0 / 12, program.violation(new double[] {4, 1}));
    assertEquals(0.25, program.violation(new double[] {2.25, 1}), "an integer");
    assertEquals(1.0 / 11, program.violation(new double[] {11, -30}), "a bound");
    assertEquals(13, program.activity(0, new double[] {4, 1}));
    assertEquals(7, program.costOf(new double[] {4, 1}));
  }

  @Test
  void theTextNamesWhatHasAName() {
    program.column(0, -3, NONE, true, "town 1: pond");
    program.column(1, 2, 2, false);
    program.row(-NONE, 10, new int[] {x, y, 2}, new double[] {3, -1, 0.5}, "BOD at A");
    program.row(1, 4, new int[] {x, 3}, new double[] {1, 1});
    program.row(2, 2, new int[] {y}, new double[] {-1});
    program.row(-NONE, NONE, new int[] {y}, new double[] {1});
    assertEquals(
        """
        \\ 4 columns (2 integer), 4 rows, 7 coefficients.
        Minimize
         cost: 2 x - 1 c1 + 1 c3
        Subject To
         BOD_at_A: 3 x - 1 c1 + 0.5 town_1_pond <= 10
         r1: 1 x + 1 c3 - range_r1 = 1
         r2: - 1 c1 = 2
         r3: 1 c1 >= -inf
        Bounds
         0 <= x <= 10
         c1 free
         town_1_pond >= -3
         c3 = 2
         0 <= range_r1 <= 3
        General
         x
         town_1_pond
        End
        """,
        LpText.of(program));
  }
}
