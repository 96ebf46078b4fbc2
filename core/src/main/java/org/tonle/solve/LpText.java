package org.tonle.solve;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// LP text: a program as text that people and other solvers read (the LP format of CPLEX).
///
/// Names are those of the program as far as the format allows: what it does not becomes `_`, and a
/// name that was taken already gets its number. What has no name is c or r and its number. A row
/// with two bounds gets a column of its own, since readers differ on ranges.
public final class LpText {
  private static final int LINE = 200;

  private final Program program;
  private final StringBuilder text = new StringBuilder();
  private final Set<String> taken = new HashSet<>();
  private final String[] column;
  private final String[] row;

  private LpText(Program program) {
    this.program = program;
    column = new String[program.columnCount()];
    row = new String[program.rowCount()];
    for (int c = 0; c < column.length; c++) {
      column[c] = name(program.columnName(c), "c" + c);
    }
    for (int r = 0; r < row.length; r++) {
      row[r] = name(program.rowName(r), "r" + r);
    }
  }

  public static String of(Program program) {
    LpText text = new LpText(program);
    text.objective();
    text.rows();
    text.bounds();
    text.integers();
    return text.text.append("End\n").toString();
  }

  /// A name that the format allows and that nothing else has.
  private String name(@Nullable String wanted, String otherwise) {
    String name = wanted == null ? "" : wanted.replaceAll("[^A-Za-z0-9_.#&]+", "_");
    if (name.isEmpty() || !Character.isLetter(name.charAt(0)) || isReserved(name)) {
      name = name.isEmpty() ? otherwise : "n_" + name;
    }
    String unique = taken.contains(name) ? name + "_" + otherwise : name;
    while (!taken.add(unique)) {
      unique += "_";
    }
    return unique;
  }

  /// Names that would be read as an exponent or as the beginning of a section.
  private static boolean isReserved(String name) {
    return name.matches("(?i)e[0-9]*|inf(inity)?|free|bounds?|gen(eral)?s?|bin(ary|aries)?|end")
        || name.matches("(?i)st|s[.]t[.]|such|subject|min(imize|imum)?|max(imize|imum)?|int.*");
  }

  private void objective() {
    int integers = 0;
    for (int c = 0; c < column.length; c++) {
      integers += program.isInteger(c) ? 1 : 0;
    }
    text.append("\\ ").append(column.length).append(" columns (").append(integers);
    text.append(" integer), ").append(row.length).append(" rows, ");
    text.append(program.nonZeroCount()).append(" coefficients.\nMinimize\n cost:");
    int[] columns = new int[column.length];
    double[] costs = new double[column.length];
    for (int c = 0; c < column.length; c++) {
      columns[c] = c;
      costs[c] = program.cost(c);
    }
    terms(columns, costs);
    text.append("\nSubject To\n");
  }

  /// Terms with a coefficient, or a zero for a reader that wants one; long sums on several lines.
  private void terms(int[] columns, double[] coefficients) {
    int lineStart = text.length();
    boolean isFirst = true;
    for (int i = 0; i < columns.length; i++) {
      if (coefficients[i] == 0) {
        continue;
      }
      if (text.length() - lineStart > LINE) {
        lineStart = text.length() + 1;
        text.append("\n ");
      }
      String sign = coefficients[i] < 0 ? " -" : isFirst ? "" : " +";
      text.append(sign).append(' ').append(number(Math.abs(coefficients[i])));
      text.append(' ').append(column[columns[i]]);
      isFirst = false;
    }
    if (isFirst && column.length > 0) {
      text.append(" 0 ").append(column[0]);
    }
  }

  private void rows() {
    for (int r = 0; r < row.length; r++) {
      double lower = program.rowLower(r);
      double upper = program.rowUpper(r);
      text.append(' ').append(row[r]).append(':');
      terms(program.rowColumns(r), program.rowCoefficients(r));
      if (lower == upper) {
        text.append(" = ").append(number(lower));
      } else if (isRange(r)) {
        text.append(" - range_").append(row[r]).append(" = ").append(number(lower));
      } else if (Double.isFinite(upper)) {
        text.append(" <= ").append(number(upper));
      } else {
        text.append(" >= ").append(number(lower));
      }
      text.append('\n');
    }
  }

  private boolean isRange(int r) {
    return Double.isFinite(program.rowLower(r))
        && Double.isFinite(program.rowUpper(r))
        && program.rowLower(r) < program.rowUpper(r);
  }

  private void bounds() {
    text.append("Bounds\n");
    for (int c = 0; c < column.length; c++) {
      bound(column[c], program.lower(c), program.upper(c));
    }
    for (int r = 0; r < row.length; r++) {
      if (isRange(r)) {
        bound("range_" + row[r], 0, program.rowUpper(r) - program.rowLower(r));
      }
    }
  }

  private void bound(String name, double lower, double upper) {
    text.append(' ');
    if (lower == upper) {
      text.append(name).append(" = ").append(number(lower));
    } else if (lower == Double.NEGATIVE_INFINITY && upper == Double.POSITIVE_INFINITY) {
      text.append(name).append(" free");
    } else if (upper == Double.POSITIVE_INFINITY) {
      text.append(name).append(" >= ").append(number(lower));
    } else {
      text.append(number(lower)).append(" <= ").append(name).append(" <= ").append(number(upper));
    }
    text.append('\n');
  }

  private void integers() {
    if (program.hasIntegers()) {
      text.append("General\n");
    }
    for (int c = 0; c < column.length; c++) {
      if (program.isInteger(c)) {
        text.append(' ').append(column[c]).append('\n');
      }
    }
  }

  /// The shortest digits that read back as the same number.
  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
