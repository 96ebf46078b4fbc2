package org.tonle.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tonle.model.Parameter;
import org.tonle.text.CsvRows;

/// Start file of a fit: a CSV file with the columns `parameter` and `value`.
public final class StartFile {
  private StartFile() {}

  /// Values by parameter; a parameter without a row starts at the study's value.
  public static double[] read(Path file, List<Parameter> parameters) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UsageProblem("fit.no_start_file", file);
    }
    double[] values = parameters.stream().mapToDouble(Parameter::startValue).toArray();
    List<String> names = parameters.stream().map(Parameter::name).toList();
    try (CsvRows rows = CsvRows.even(CsvRows.text(file), ',')) {
      List<String> header = rows.hasNext() ? List.of(rows.next().cells()) : List.of();
      while (rows.hasNext()) {
        String[] row = rows.next().cells();
        String name = cell(row, header.indexOf("parameter"));
        int at = names.indexOf(name);
        if (at < 0) {
          throw new UsageProblem("fit.start_unknown", name, String.join(", ", names));
        }
        values[at] = number(name, cell(row, header.indexOf("value")));
      }
    }
    return values;
  }

  private static String cell(String[] row, int column) {
    return column < 0 ? "" : row[column].strip();
  }

  private static double number(String name, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new UsageProblem("fit.start_no_number", name, text);
    }
  }
}
