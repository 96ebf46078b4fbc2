package org.tonle.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tonle.model.Parameter;

/// Values that a fit starts from: a CSV file with the columns `parameter` and `value`.
final class StartFile {
  private StartFile() {}

  /// Values by parameter; a parameter without a row starts where the study says.
  static double[] read(Path file, List<Parameter> parameters) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UsageProblem("fit.no_start_file", file);
    }
    double[] values = parameters.stream().mapToDouble(Parameter::startValue).toArray();
    List<String> names = parameters.stream().map(Parameter::name).toList();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : reader) {
        String name = row.findField("parameter").orElse("").strip();
        int at = names.indexOf(name);
        if (at < 0) {
          throw new UsageProblem("fit.start_unknown", name, String.join(", ", names));
        }
        values[at] = number(name, row.findField("value").orElse("").strip());
      }
    }
    return values;
  }

  private static double number(String name, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new UsageProblem("fit.start_no_number", name, text);
    }
  }
}
