package org.tonle.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// CSV file of a sheet: UTF-8 with its mark, commas, one header row, decimal points.
public final class CsvFile {
  /// Mark at the beginning of a table, without which spreadsheets read Khmer in another encoding.
  public static final char MARK = '\ufeff';

  private static final MathContext DIGITS = new MathContext(6);

  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};

  /// Starts of formulas, including the full-width forms, which a Chinese spreadsheet also accepts.
  private static final String FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  /// Characters that need quotes, including the separators of other settings, so that a cell stays
  /// one cell there too.
  private static final String QUOTED = ",;\t\"\n\r";

  private CsvFile() {}

  static void write(ResultSheet sheet, Path folder) throws IOException {
    Path file = folder.resolve(sheet.file());
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.append(MARK);
      row(out, sheet.columns().toArray());
      for (Object[] row : sheet.each()) {
        row(out, row);
      }
    }
  }

  private static void row(BufferedWriter out, Object[] cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      out.append(i > 0 ? "," : "").append(cell(cells[i]));
    }
    out.append('\n');
  }

  static String cell(Object value) {
    return switch (value) {
      case Double number -> number(number);
      case Boolean yes -> yes ? "yes" : "no";
      case String text -> text(text);
      default -> value.toString();
    };
  }

  /// Six significant digits; empty where there is no number.
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    double size = StrictMath.abs(value);
    if (size == 0) {
      return "0";
    }
    if (size < 1e-4 || size >= 1e6) {
      BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
      return size < 1e15 && size >= 1 ? rounded.toPlainString() : rounded.toString();
    }
    return plain(value, size);
  }

  /// Uses integers: the value times a power of ten is rounded, and the point is inserted.
  private static String plain(double value, double size) {
    int decimals = 5;
    for (double limit = 10; decimals > 0 && size >= limit; limit *= 10) {
      decimals--;
    }
    for (double limit = 1; size < limit; limit /= 10) {
      decimals++;
    }
    long digits = StrictMath.round(size * POWERS[decimals]);
    StringBuilder text = new StringBuilder(Long.toString(digits));
    while (text.length() <= decimals) {
      text.insert(0, '0');
    }
    if (decimals > 0) {
      text.insert(text.length() - decimals, '.');
      int end = text.length();
      while (text.charAt(end - 1) == '0') {
        end--;
      }
      text.setLength(text.charAt(end - 1) == '.' ? end - 1 : end);
    }
    return value < 0 ? "-" + text : text.toString();
  }

  /// Text that a spreadsheet would take for a formula gets an apostrophe in front.
  private static String text(String text) {
    boolean isFormula = text.length() > 1 && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    String safe = isFormula ? "'" + text : text;
    boolean isQuoted = safe.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0);
    return isQuoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
