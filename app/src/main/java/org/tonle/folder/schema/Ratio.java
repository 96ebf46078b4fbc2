package org.tonle.folder.schema;

import org.tonle.text.Cells;

/// How a ratio is written, and how large it usually is: what lies beyond is likely written in the
/// other way, percent for a fraction or a fraction for percent.
///
/// @param low smallest usual size that is not zero
/// @param high largest usual size
public record Ratio(Kind kind, double low, double high) {
  static final Ratio NONE = new Ratio(Kind.NONE, 0, Double.POSITIVE_INFINITY);

  /// A part of a whole.
  static final Ratio SHARE = new Ratio(Kind.SHARE, 0, 1);

  /// A figure whose row names its unit; a sign of percent is a unit too.
  public static final Ratio BY_UNIT = new Ratio(Kind.BY_UNIT, 0, Double.POSITIVE_INFINITY);

  enum Kind {
    NONE,
    /// 0..1 and nothing else.
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

  /// A figure with a sign of percent, in the column's own way.
  public double ofPercent(double percent) {
    return isPercent() ? percent : percent / 100;
  }

  /// Whether a figure without a sign looks as if it were written in the other way.
  public boolean isOther(double value) {
    double size = StrictMath.abs(value);
    return isPercent() ? size > 0 && size < low : size > high && size <= 100 * high;
  }

  /// Whether it is unusual however it is written.
  public boolean isBeyond(double value) {
    return isPercent() && StrictMath.abs(value) > high;
  }

  /// The figure in the column's own way, were it written in the other.
  public double meant(double value) {
    return isPercent() ? value * 100 : value / 100;
  }

  /// The figure with the sign that says what it would then be: "35%" for 35, "2%" for 0.02.
  public String marked(double value) {
    double percent = isPercent() ? value * 100 : value;
    return Cells.plain(StrictMath.rint(percent * 1e9) / 1e9) + "%";
  }
}
