package org.tonle.bench.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Table;
import org.tonle.text.CsvText;
import org.tonle.text.Records;

/// Table of a clean study, cell by cell as typed; a mistake makes a changed copy.
///
/// @param rows all rows; the first is the header, so that row number `index + 1` is a spreadsheet's
record TableText(Table table, List<String[]> rows) {
  static TableText read(Table table, String text) {
    List<String[]> rows = new ArrayList<>(Records.read(text, ',').rows());
    while (rows.size() > 1 && Records.isBlank(rows.getLast())) {
      rows.removeLast();
    }
    return new TableText(table, rows);
  }

  String file() {
    return table.file();
  }

  /// The table's columns in this file, in its order; null for one that the schema does not know.
  @Nullable Column column(int at) {
    return at < rows.getFirst().length
        ? table.find(rows.getFirst()[at].strip().toLowerCase(Locale.ROOT)).orElse(null)
        : null;
  }

  /// Place of a column in the file, or -1.
  int at(String name) {
    for (int c = 0; c < rows.getFirst().length; c++) {
      if (rows.getFirst()[c].equals(name)) {
        return c;
      }
    }
    return -1;
  }

  /// A cell, "" if the file does not have its column.
  String cell(int row, String name) {
    int at = at(name);
    return at < 0 || at >= rows.get(row).length ? "" : rows.get(row)[at];
  }

  TableText with(int row, int column, String cell) {
    String[] changed = rows.get(row).clone();
    changed[column] = cell;
    return with(row, changed);
  }

  TableText with(int row, String[] cells) {
    List<String[]> all = new ArrayList<>(rows);
    all.set(row, cells);
    return new TableText(table, all);
  }

  /// The same with a row after the last.
  TableText plus(String[] cells) {
    List<String[]> all = new ArrayList<>(rows);
    all.add(cells);
    return new TableText(table, all);
  }

  TableText without(int row) {
    List<String[]> all = new ArrayList<>(rows);
    all.remove(row);
    return new TableText(table, all);
  }

  /// The same with a further column, empty but for one row.
  TableText plusColumn(String heading, int row, String cell) {
    List<String[]> all = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      String[] wide = java.util.Arrays.copyOf(rows.get(r), rows.getFirst().length + 1);
      for (int c = rows.get(r).length; c < wide.length; c++) {
        wide[c] = "";
      }
      wide[wide.length - 1] = r == 0 ? heading : r == row ? cell : "";
      all.add(wide);
    }
    return new TableText(table, all);
  }

  String text() {
    CsvText text = new CsvText((Object[]) rows.getFirst());
    rows.subList(1, rows.size()).forEach(r -> text.row((Object[]) r));
    return text.toString();
  }

  /// The number in a cell, if it is one.
  static Optional<Double> number(String cell) {
    try {
      double value = Double.parseDouble(cell);
      return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
