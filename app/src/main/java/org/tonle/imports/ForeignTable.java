package org.tonle.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.text.CsvRows;

/// Table of another model: a header, then rows; separated by commas or tabs, gzipped or not.
final class ForeignTable {
  private final String file;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<String[]> rows = new ArrayList<>();

  private ForeignTable(String file) {
    this.file = file;
  }

  /// The table in a folder, by its name with or without ".gz"; empty if there is no such file.
  static Optional<ForeignTable> find(Path folder, String name) throws IOException {
    for (String end : List.of("", ".gz")) {
      Path path = folder.resolve(name + end);
      if (Files.isRegularFile(path)) {
        return Optional.of(read(path, name + end));
      }
    }
    return Optional.empty();
  }

  private static ForeignTable read(Path path, String name) throws IOException {
    ForeignTable table = new ForeignTable(name);
    List<String[]> records = new ArrayList<>();
    String text = CsvRows.text(path);
    int end = text.indexOf('\n');
    String header = end < 0 ? text : text.substring(0, end);
    char separator = header.indexOf('\t') >= 0 ? '\t' : ',';
    try (CsvRows rows = CsvRows.even(text, separator)) {
      rows.forEachRemaining(r -> records.add(r.cells()));
    }
    if (!records.isEmpty()) {
      String[] names = records.removeFirst();
      for (int c = 0; c < names.length; c++) {
        table.columns.putIfAbsent(names[c].replace("\ufeff", "").strip(), c);
      }
      table.rows.addAll(records);
    }
    return table;
  }

  String file() {
    return file;
  }

  int size() {
    return rows.size();
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  /// Columns in the order of the header.
  List<String> columns() {
    return columns.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The cell as written, without blanks around it; "" if it is missing.
  String text(int row, String column) {
    Integer at = columns.get(column);
    String[] cells = rows.get(row);
    return at == null || at >= cells.length ? "" : cells[at].strip();
  }

  /// The number; NaN if the cell holds no number.
  double number(int row, String column) {
    try {
      return Double.parseDouble(text(row, column));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
