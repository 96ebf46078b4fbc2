package org.tonle.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.folder.Inputs;
import org.tonle.folder.sheet.InputTable;

/// Input rows of a study, found by what stands in their columns.
public final class InputRows {
  private final Map<String, InputTable> tables = new HashMap<>();

  /// Row of an input.
  ///
  /// @param row number as a spreadsheet counts; 0 where the row is built in or was not kept
  public record At(String file, int row) {}

  public InputRows(Inputs inputs) {
    inputs.tables().forEach(t -> tables.put(t.file(), t));
  }

  /// The first row in which every column says this; no row number if none does.
  ///
  /// @param columns name of a column, its text, and so on in pairs
  public At find(String file, String... columns) {
    return row(file, columns).map(r -> new At(file, r.number())).orElse(new At(file, 0));
  }

  /// Whether such a row exists.
  boolean has(String file, String... columns) {
    return row(file, columns).isPresent();
  }

  private Optional<InputTable.InputRow> row(String file, String... columns) {
    InputTable table = tables.get(file);
    return table == null
        ? Optional.empty()
        : table.rows().stream().filter(r -> says(table, r, columns)).findFirst();
  }

  private static boolean says(InputTable table, InputTable.InputRow row, String... columns) {
    for (int i = 0; i < columns.length; i += 2) {
      int at = number(table, columns[i]);
      String meant = at < 0 ? "" : row.meant().get(at);
      if (!meant.equals(columns[i + 1])) {
        return false;
      }
    }
    return true;
  }

  private static int number(InputTable table, String column) {
    List<String> names = table.table().columns().stream().map(c -> c.name()).toList();
    return names.indexOf(column);
  }
}
