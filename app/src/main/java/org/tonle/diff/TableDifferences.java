package org.tonle.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Table;
import org.tonle.folder.sheet.InputTable;
import org.tonle.folder.sheet.InputTable.InputRow;

/// Table differences: the rows and cells in which two versions of an input table differ. Rows are
/// matched by the columns that identify a row; in a table without such columns, by all cells.
final class TableDifferences {
  private final Table table;
  private final Part part;
  private final List<Difference> found = new ArrayList<>();

  private TableDifferences(Table table) {
    this.table = table;
    part = Part.table(table.file());
  }

  static List<Difference> of(Table table, Optional<InputTable> before, Optional<InputTable> after) {
    TableDifferences all = new TableDifferences(table);
    if (before.isPresent() && after.isPresent()) {
      all.compare(before.get(), after.get());
    } else if (before.isPresent()) {
      all.found.add(new Difference(all.part, 0, "", "", rows(before.get()), ""));
    } else if (after.isPresent()) {
      all.found.add(new Difference(all.part, 0, "", "", "", rows(after.get())));
    }
    return all.found;
  }

  private static String rows(InputTable table) {
    return Integer.toString(table.count());
  }

  private void compare(InputTable before, InputTable after) {
    if (before.hash().equals(after.hash())) {
      return;
    }
    int already = found.size();
    if (before.isWhole() && after.isWhole()) {
      compare(before.rows(), after.rows());
    }
    if (found.size() == already) {
      // Only the hashes were kept, or only the order of the rows differs.
      found.add(new Difference(part, 0, "", "", rows(before), rows(after)));
    }
  }

  private void compare(List<InputRow> before, List<InputRow> after) {
    Map<List<String>, Deque<InputRow>> same = new HashMap<>();
    after.forEach(r -> same.computeIfAbsent(r.meant(), k -> new ArrayDeque<>()).add(r));
    List<InputRow> changed = new ArrayList<>();
    for (InputRow row : before) {
      Deque<InputRow> equal = same.getOrDefault(row.meant(), new ArrayDeque<>());
      if (equal.pollFirst() == null) {
        changed.add(row);
      }
    }
    Map<String, Deque<InputRow>> others = new LinkedHashMap<>();
    same.values().stream()
        .flatMap(Deque::stream)
        .sorted(Comparator.comparingInt(InputRow::number))
        .forEach(r -> others.computeIfAbsent(key(r), k -> new ArrayDeque<>()).add(r));
    for (InputRow row : changed) {
      Deque<InputRow> named = others.getOrDefault(key(row), new ArrayDeque<>());
      InputRow other = named.pollFirst();
      if (other == null) {
        found.add(new Difference(part, row.number(), key(row), "", says(row), ""));
      } else {
        cells(row, other);
      }
    }
    for (Deque<InputRow> rest : others.values()) {
      rest.forEach(r -> found.add(new Difference(part, r.number(), key(r), "", "", says(r))));
    }
  }

  private void cells(InputRow before, InputRow after) {
    for (int c = 0; c < table.columns().size(); c++) {
      if (!before.meant().get(c).equals(after.meant().get(c))) {
        String column = table.columns().get(c).name();
        String was = before.typed().get(c);
        String is = after.typed().get(c);
        found.add(new Difference(part, before.number(), key(before), column, was, is));
      }
    }
  }

  /// Cells that identify a row. If the schema names none, all cells do.
  private String key(InputRow row) {
    List<String> key = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      Column column = table.columns().get(c);
      boolean isKey =
          table.key().isEmpty()
              ? !column.isNumeric() && column.type() != Column.Type.BOUNDED
              : table.key().contains(column.name());
      if (isKey && !row.meant().get(c).isEmpty()) {
        key.add(row.typed().get(c).strip());
      }
    }
    return String.join(" · ", key);
  }

  private static String says(InputRow row) {
    return String.join(",", row.typed()).replaceAll(",+$", "");
  }
}
