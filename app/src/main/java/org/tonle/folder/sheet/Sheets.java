package org.tonle.folder.sheet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Schema;

/// Sheets of a study and the ids they define.
public final class Sheets {
  private static final List<String> NAMES = List.of("name", "name_zh", "name_km");

  private final Map<String, Sheet> sheets = new HashMap<>();
  private final Map<String, Set<String>> ids = new HashMap<>();

  public void add(Sheet sheet) {
    sheets.put(sheet.table().file(), sheet);
    ids.remove(sheet.table().file());
  }

  /// Rows of a table; empty if the study does not have it.
  public List<Row> rows(String file) {
    Sheet sheet = sheets.get(file);
    return sheet == null ? List.of() : sheet.rows();
  }

  public Collection<Sheet> all() {
    return Schema.TABLES.stream()
        .map(t -> sheets.get(t.file()))
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  /// Ids of rows that could not be read.
  public Set<String> leftOut(String file) {
    Sheet sheet = sheets.get(file);
    return sheet == null ? Set.of() : sheet.leftOut();
  }

  /// The id of the one row of a file that has this name in any language; "" if none or several
  /// have.
  public String named(String file, String name) {
    Sheet sheet = sheets.get(file);
    if (sheet == null) {
      return "";
    }
    String first = sheet.table().columns().getFirst().name();
    List<String> columns =
        sheet.table().columns().stream().map(Column::name).filter(NAMES::contains).toList();
    List<String> found =
        sheet.rows().stream()
            .filter(r -> columns.stream().anyMatch(c -> r.text(c).equalsIgnoreCase(name)))
            .map(r -> r.text(first))
            .distinct()
            .limit(2)
            .toList();
    return found.size() == 1 ? found.getFirst() : "";
  }

  /// Ids that the rows of a file define: the values of its first column.
  public Set<String> ids(String file) {
    return ids.computeIfAbsent(
        file,
        f -> {
          Set<String> found = new TreeSet<>();
          Sheet sheet = sheets.get(f);
          if (sheet != null) {
            String first = sheet.table().columns().getFirst().name();
            sheet.rows().forEach(r -> found.add(r.text(first)));
          }
          return found;
        });
  }
}
