package org.tonle.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a sheet as CSV: UTF-8, comma, one header row, point decimals.
final class CsvFile {
  private static final MathContext DIGITS = new MathContext(6);

  private CsvFile() {}

  static void write(Sheet sheet, Path folder) throws IOException {
    Path file = folder.resolve(sheet.file());
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      row(out, sheet.columns().toArray());
      for (Object[] row : sheet.rows()) {
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
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    boolean isPlain = StrictMath.abs(value) >= 1e-6 && StrictMath.abs(value) < 1e15;
    return isPlain ? rounded.toPlainString() : rounded.toString();
  }

  /// Text that a spreadsheet would take for a formula gets an apostrophe in front.
  private static String text(String text) {
    boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    String safe = isFormula ? "'" + text : text;
    boolean isQuoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isQuoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
