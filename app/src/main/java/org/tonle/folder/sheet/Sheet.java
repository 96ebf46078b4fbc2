package org.tonle.folder.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.convert.Text;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Table;

/// Sheet: the rows of one table of a study.
public final class Sheet {
  private final Table table;
  private final Map<String, Integer> index = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final Set<String> leftOut = new HashSet<>();

  Sheet(Table table) {
    this.table = table;
    for (Column column : table.columns()) {
      index.put(column.name(), index.size());
    }
  }

  public Table table() {
    return table;
  }

  public List<Row> rows() {
    return rows;
  }

  /// Records the id of a row that could not be read: others may name it without a problem of their
  /// own.
  void leaveOut(String id) {
    leftOut.add(id);
  }

  Set<String> leftOut() {
    return leftOut;
  }

  void add(Row row) {
    rows.add(row);
  }

  int index(String column) {
    Integer found = index.get(column);
    if (found == null) {
      throw new IllegalArgumentException(Text.format("%s has no column %s.", table.file(), column));
    }
    return found;
  }
}
