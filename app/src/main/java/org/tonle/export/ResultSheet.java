package org.tonle.export;

import java.util.ArrayList;
import java.util.List;
import org.tonle.convert.Text;

/// One table of results: a file, its columns, its rows.
final class ResultSheet {
  private final String file;
  private final String meaning;
  private final List<String> columns;
  private final List<Object[]> rows = new ArrayList<>();

  /// @param columns names; units stand in the name
  ResultSheet(String file, String meaning, String... columns) {
    this.file = file;
    this.meaning = meaning;
    this.columns = List.of(columns);
  }

  String file() {
    return file;
  }

  String meaning() {
    return meaning;
  }

  List<String> columns() {
    return columns;
  }

  List<Object[]> rows() {
    return rows;
  }

  /// @param cells text, numbers (NaN = empty) and booleans, one per column
  void add(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          Text.format("%s has %d columns, not %d.", file, columns.size(), cells.length));
    }
    rows.add(cells);
  }
}
