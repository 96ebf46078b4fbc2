package org.tonle.serve.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Outside table: one with unsaved edits that somebody changed on the disk.
///
/// @param base as it was when the edits began
/// @param mine with the edits
/// @param theirs as it lies on the disk
public record OutsideTable(String file, WrittenTable base, WrittenTable mine, WrittenTable theirs) {

  /// Row that differs.
  ///
  /// @param key what identifies it
  /// @param base cells before, empty where it did not exist; `mine` and `theirs` likewise
  public record Row(String key, List<String> base, List<String> mine, List<String> theirs) {
    /// Whether both sides changed it, and not alike.
    public boolean isContested() {
      return !base.equals(mine) && !base.equals(theirs) && !mine.equals(theirs);
    }
  }

  /// Rows that differ between the draft and the disk, in the order of the disk.
  public List<Row> rows() {
    Map<String, Integer> was = numbers(base);
    Map<String, Integer> own = numbers(mine);
    Map<String, Integer> other = numbers(theirs);
    Set<String> keys = new LinkedHashSet<>(other.keySet());
    keys.addAll(own.keySet());
    List<Row> rows = new ArrayList<>();
    for (String key : keys) {
      Row row =
          new Row(key, cells(base, was, key), cells(mine, own, key), cells(theirs, other, key));
      if (!row.mine.equals(row.theirs)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<String> cells(WrittenTable text, Map<String, Integer> rows, String key) {
    Integer row = rows.get(key);
    return row == null ? List.of() : text.cells(row);
  }

  /// Numbers of the rows by what identifies them, a repeated one with a count.
  private static Map<String, Integer> numbers(WrittenTable text) {
    int[] at = text.table().key().stream().mapToInt(text::column).toArray();
    Map<String, Integer> rows = new LinkedHashMap<>();
    for (int row = text.headerRow() + 1; row <= text.rowCount(); row++) {
      StringBuilder key = new StringBuilder();
      for (int column : at) {
        key.append(key.isEmpty() ? "" : " · ");
        key.append(column < 0 ? "" : text.cell(row, column));
      }
      String name = key.toString();
      for (int n = 2; rows.containsKey(name); n++) {
        name = key + " #" + n;
      }
      rows.put(name, row);
    }
    return rows;
  }

  /// The same with `mine` made of the rows that are chosen: of the draft those that `isMine`, else
  /// those of the disk.
  public OutsideTable choosing(Predicate<Row> isMine) {
    WrittenTable made = theirs;
    for (Row row : rows()) {
      boolean takesMine = isMine.test(row);
      Integer at = numbers(made).get(row.key);
      if (!takesMine) {
        continue;
      }
      if (row.mine.isEmpty() && at != null) {
        made = made.without(at);
      } else if (at == null) {
        made = made.withRaw(made.rowCount(), made.raw(row.mine));
      } else {
        for (int c = 0; c < row.mine.size(); c++) {
          made =
              made.cell(at, c).equals(row.mine.get(c)) ? made : made.with(at, c, row.mine.get(c));
        }
      }
    }
    return new OutsideTable(file, base, made, theirs);
  }
}
