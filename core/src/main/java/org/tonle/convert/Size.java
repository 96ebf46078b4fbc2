package org.tonle.convert;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Sizes of the arrays that grow with a study. A plain product of `int`s overflows silently above
/// 2,147,483,647; this class throws instead.
public final class Size {
  private static final int MOST = Integer.MAX_VALUE - 8;

  private Size() {}

  /// Length of an array with one value for each combination, such as season, segment and row.
  ///
  /// @param bytes of one value
  /// @throws Oversize if no array can be that long
  public static int of(int bytes, int... factors) {
    double size = 1;
    for (int factor : factors) {
      if (factor < 0) {
        throw new IllegalArgumentException("A size cannot be negative: " + factor + ".");
      }
      size *= factor;
    }
    if (size > MOST) {
      String product =
          Arrays.stream(factors).mapToObj(Integer::toString).collect(Collectors.joining(" × "));
      throw new Oversize(
          Text.format(
              "The study is too large: one array of %s values would take %.1f GB.",
              product, size * bytes / 1e9),
          size * bytes);
    }
    return (int) size; // exact: a double holds every whole number in this range
  }
}
