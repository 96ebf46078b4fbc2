package org.tonle.folder.schema;

import org.tonle.text.Cells;

/// Ratio column's notation and usual size: a value outside this range is probably in the other
/// notation, percent for a fraction or a fraction for percent.
///
/// @param low smallest usual size that is not zero
/// @param high largest usual size
public record Ratio(Kind kind, double low, double high) {
  static final Ratio NONE = new Ratio(Kind.NONE, 0, Double.POSITIVE_INFINITY);

  /// A part of a whole.
  static final Ratio SHARE = new Ratio(Kind.SHARE, 0, 1);

  /// A value whose row names its unit; a percent sign counts as a unit.
  public static final Ratio BY_UNIT = new Ratio(Kind.BY_UNIT, 0, Double.POSITIVE_INFINITY);

  enum Kind {
    NONE,
    /// 0..1 only.
    SHARE,
    /// May exceed 1, but rarely exceeds `high`.
    FRACTION,
    PERCENT,
    BY_UNIT
  }

  static Ratio fraction(double high) {
    return new Ratio(Kind.FRACTION, 0, high);
  }

  public static Ratio percent(double low, double high) {
    return new Ratio(Kind.PERCENT, low, high);
  }

  public boolean isRatio() {
    return kind != Kind.NONE;
  }

  public boolean isShare() {
    return kind == Kind.SHARE;
  }

  private boolean isPercent() {
    return kind == Kind.PERCENT;
  }

  /// A value with a percent sign, in the column's own notation.
  public double ofPercent(double percent) {
    return isPercent() ? percent : percent / 100;
  }

  /// Whether a value without a sign appears to be in the other notation.
  public boolean isOther(double value) {
    double size = StrictMath.abs(value);
    return isPercent() ? size > 0 && size < low : size > high && size <= 100 * high;
  }

  /// Whether the value is unusual in either notation.
  public boolean isBeyond(double value) {
    return isPercent() && StrictMath.abs(value) > high;
  }

  /// The value in the column's own notation, assuming that it was written in the other.
  public double meant(double value) {
    return isPercent() ? value * 100 : value / 100;
  }

  /// The value with the sign that shows its probable meaning: "35%" for 35, "2%" for 0.02.
  public String marked(double value) {
    double percent = isPercent() ? value * 100 : value;
    return Cells.plain(StrictMath.rint(percent * 1e9) / 1e9) + "%";
  }
}
