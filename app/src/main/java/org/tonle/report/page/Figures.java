package org.tonle.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Figures as a reader sees them: few digits and narrow spaces between groups, in every language.
public final class Figures {
  private static final char GROUP = '\u202f';
  private static final char MINUS = '\u2212';

  private Figures() {}

  /// Two significant digits.
  public static String two(double value) {
    return significant(value, 2);
  }

  /// Three significant digits.
  public static String three(double value) {
    return significant(value, 3);
  }

  private static String significant(double value, int digits) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : MINUS + "∞";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
    double size = StrictMath.abs(rounded.doubleValue());
    if (size >= 1e9 || size < 1e-4) {
      int power = (int) StrictMath.floor(StrictMath.log10(size));
      String factor = rounded.movePointLeft(power).stripTrailingZeros().toPlainString();
      return signed(factor) + " · 10" + raised(power);
    }
    return grouped(signed(rounded.stripTrailingZeros().toPlainString()));
  }

  /// A figure as somebody stated it, such as a limit: up to six significant digits.
  public static String given(double value) {
    return significant(value, 6);
  }

  /// A count with all its digits.
  static String whole(double value) {
    return grouped(signed(Long.toString(StrictMath.round(value))));
  }

  /// Log reductions that take away a share; ∞ of the whole.
  public static String logs(double share) {
    return share < 1 ? two(-StrictMath.log10(1 - share)) : "∞";
  }

  /// A figure with its unit; a unit that is a power of ten is a factor of the figure.
  public static String with(String figure, String unit) {
    return figure + (unit.startsWith("10") ? " × " : " ") + unit;
  }

  public static String percent(double share) {
    return two(share * 100) + "\u202f%";
  }

  private static String signed(String plain) {
    return plain.startsWith("-") ? MINUS + plain.substring(1) : plain;
  }

  private static String grouped(String plain) {
    int point = plain.indexOf('.');
    int end = point < 0 ? plain.length() : point;
    StringBuilder grouped = new StringBuilder(plain);
    int first = plain.charAt(0) == MINUS ? 1 : 0;
    for (int i = end - 3; i > first && end - first > 4; i -= 3) {
      grouped.insert(i, GROUP);
    }
    return grouped.toString();
  }

  private static String raised(int power) {
    StringBuilder raised = new StringBuilder();
    for (char c : Integer.toString(power).toCharArray()) {
      raised.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return raised.toString();
  }

  /// A length or position in a picture, with one decimal.
  public static String px(double value) {
    long tenths = StrictMath.round(value * 10);
    String sign = tenths < 0 ? "-" : "";
    long size = StrictMath.abs(tenths);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }
}
