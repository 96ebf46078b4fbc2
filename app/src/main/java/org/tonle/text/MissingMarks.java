package org.tonle.text;

import java.util.Set;

/// Numbers that instruments, databases and rasters write where they have no value.
public final class MissingMarks {
  /// Nothing in a study is this, and no reader could take it for a figure.
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

  /// These can be figures, but rarely are.
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
