package org.tonle.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tonle.assess.CcmeIndex;
import org.tonle.text.CsvRows;

/// Index file: measured values with their limits, for the water quality index of each group.
///
/// @param groups tests by group, in the order of the file
public record IndexFile(Map<String, List<CcmeIndex.Test>> groups) {
  private static final List<String> COLUMNS =
      List.of("group", "variable", "value", "lower", "upper");

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  /// Reads a CSV file with the columns group, variable, value, lower and upper. A row without a
  /// value is no test; a bound such as `<0.05` counts as its limit.
  ///
  /// @throws UsageProblem if a column is missing or a row cannot be a test
  public static IndexFile read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UsageProblem("usage.no_file", file);
    }
    Map<String, List<CcmeIndex.Test>> groups = new LinkedHashMap<>();
    try (CsvRows rows = CsvRows.open(file)) {
      List<String> header = new ArrayList<>();
      if (rows.hasNext()) {
        for (String cell : rows.next().cells()) {
          header.add(cell.strip());
        }
      }
      for (String column : COLUMNS.subList(1, COLUMNS.size())) {
        if (!header.contains(column)) {
          throw new UsageProblem("ccme.no_column", file, column, String.join(", ", COLUMNS));
        }
      }
      while (rows.hasNext()) {
        CsvRows.CsvRow row = rows.next();
        Cells cells = new Cells(file, row, header);
        CcmeIndex.Test test =
            new CcmeIndex.Test(
                cells.text("variable"),
                cells.number("value"),
                cells.number("lower"),
                cells.number("upper"));
        if (!Double.isNaN(test.value())) {
          groups
              .computeIfAbsent(cells.text("group"), g -> new ArrayList<>())
              .add(cells.sound(test));
        }
      }
    }
    return new IndexFile(groups);
  }

  private record Cells(Path file, CsvRows.CsvRow row, List<String> header) {
    String text(String column) {
      int at = header.indexOf(column);
      return at < 0 || at >= row.cells().length ? "" : row.cells()[at].strip();
    }

    double number(String column) {
      String text = text(column);
      if (text.isEmpty()) {
        return Double.NaN;
      }
      boolean isBound = column.equals("value") && (text.startsWith("<") || text.startsWith(">"));
      String figure = isBound ? text.substring(1).strip() : text;
      if (!NUMBER.matcher(figure).matches()) {
        throw new UsageProblem("ccme.no_number", file, row.line(), column, text);
      }
      return Double.parseDouble(figure);
    }

    CcmeIndex.Test sound(CcmeIndex.Test test) {
      if (test.variable().isEmpty()) {
        throw new UsageProblem("ccme.no_variable", file, row.line());
      }
      if (Double.isNaN(test.lower()) && Double.isNaN(test.upper())) {
        throw new UsageProblem("ccme.no_limit", file, row.line());
      }
      if (test.lower() > test.upper()) {
        throw new UsageProblem("ccme.limits", file, row.line(), test.lower(), test.upper());
      }
      return test;
    }
  }
}
