package org.tonle.cli.console;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// Console table of words and figures.
public final class ConsoleTable {
  private static final int WIDEST = 34;

  /// Smaller figures are written with a power of ten.
  private static final double LEAST_PLAIN = 1e-5;

  private ConsoleTable() {}

  /// Three significant digits; "-" if there is no number.
  public static String figure(double value) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros();
    return StrictMath.abs(value) < LEAST_PLAIN ? rounded.toString() : rounded.toPlainString();
  }

  public static String percent(double share) {
    return Double.isFinite(share) ? figure(StrictMath.rint(share * 1000) / 10) + " %" : "-";
  }

  /// Lines of the rows, with the first column aligned left and all others right.
  public static List<String> lines(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] width = new int[columns];
    for (List<String> row : rows) {
      for (int c = 0; c < row.size(); c++) {
        width[c] = StrictMath.max(width[c], width(cut(row.get(c))));
      }
    }
    return rows.stream().map(row -> line(row, width)).toList();
  }

  private static String line(List<String> row, int[] width) {
    StringBuilder line = new StringBuilder("  ");
    for (int c = 0; c < row.size(); c++) {
      String cell = cut(row.get(c));
      String space = " ".repeat(width[c] - width(cell));
      line.append(c == 0 ? cell + space : "  " + space + cell);
    }
    return line.toString().stripTrailing();
  }

  private static String cut(String cell) {
    return cell.codePointCount(0, cell.length()) <= WIDEST
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, WIDEST - 1)) + "…";
  }

  /// Terminal columns of a text: a Chinese character takes two, marks above and below letters none.
  public static int width(String text) {
    return text.codePoints().map(ConsoleTable::width).sum();
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return 0;
    }
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xFF00 && c <= 0xFF60) ? 2 : 1;
  }
}
