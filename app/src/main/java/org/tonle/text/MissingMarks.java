package org.tonle.text;

import java.util.Set;

/// Missing-value marks: numbers that instruments, databases and rasters write when they have no
/// value.
public final class MissingMarks {
  /// No value in a study equals these, so they cannot be mistaken for one.
  private static final Set<Double> SURE =
      Set.of(
          -9999.0,
          -999.0,
          -99999.0,
          -99.0,
          -99.9,
          -99.99,
          -999.9,
          -999.99,
          -999.25,
          -9999.9,
          -9999.99,
          -8888.0,
          -7777.0,
          -32768.0,
          -2147483648.0);

  /// These can be real values, but rarely are.
  private static final Set<Double> LIKELY =
      Set.of(
          999.0,
          9999.0,
          99999.0,
          999999.0,
          999.9,
          999.99,
          9999.9,
          9999.99,
          99999.9,
          32767.0,
          65535.0,
          2147483647.0);

  private MissingMarks() {}

  public static boolean isSure(double value) {
    return SURE.contains(value) || StrictMath.abs(value) >= 1e20;
  }

  public static boolean isLikely(double value) {
    return LIKELY.contains(value);
  }
}
