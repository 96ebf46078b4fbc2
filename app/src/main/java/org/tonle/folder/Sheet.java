package org.tonle.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rows of one table of a study.
final class Sheet {
  private final Table table;
  private final Map<String, Integer> index = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  Sheet(Table table) {
    this.table = table;
    for (Column column : table.columns()) {
      index.put(column.name(), index.size());
    }
  }

  Table table() {
    return table;
  }

  List<Row> rows() {
    return rows;
  }

  void add(Row row) {
    rows.add(row);
  }

  int index(String column) {
    Integer found = index.get(column);
    if (found == null) {
      throw new IllegalArgumentException("%s has no column %s.".formatted(table.file(), column));
    }
    return found;
  }
}
