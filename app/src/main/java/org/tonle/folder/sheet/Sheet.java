package org.tonle.folder.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonle.convert.Text;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Table;

/// Sheet: the rows of one table of a study.
public final class Sheet {
  /// Tables with more letters are never stored whole.
  private static final long MOST_LETTERS = 5_000_000;

  private final Table table;
  private final Map<String, Integer> index = new HashMap<>();
  private final String[] names;
  private final List<Row> rows = new ArrayList<>();
  private final Set<String> leftOut = new HashSet<>();
  private final List<String[]> typed = new ArrayList<>();
  private long typedLetters;
  private char separator = ',';
  private Optional<OpenEnd> openEnd = Optional.empty();

  /// Last cell of a file that ends without a line end.
  ///
  /// @param row as a spreadsheet counts
  public record OpenEnd(int row, String column, String cell) {}

  Sheet(Table table) {
    this.table = table;
    for (Column column : table.columns()) {
      index.put(column.name(), index.size());
    }
    names = index.keySet().toArray(new String[0]);
    index.forEach((name, at) -> names[at] = name);
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

  void add(Row row, String[] cells) {
    rows.add(row);
    for (String cell : cells) {
      typedLetters += cell.length();
    }
    if (isKept()) {
      typed.add(cells);
    } else {
      typed.clear();
    }
  }

  void endsOpen(OpenEnd end) {
    openEnd = Optional.of(end);
  }

  /// Where the file ends, if it does so without a line end that its table needs.
  public Optional<OpenEnd> openEnd() {
    return openEnd;
  }

  void partedBy(char mark) {
    separator = mark;
  }

  char separator() {
    return separator;
  }

  /// Cells of every row as they were typed, one per column of the table.
  List<String[]> typed() {
    return typed;
  }

  /// Whether the cells as typed are few enough to be kept.
  boolean isKept() {
    return typedLetters <= MOST_LETTERS;
  }

  /// The table as inputs are stored and compared.
  public InputTable content() {
    return InputTable.of(this);
  }

  /// Number of a column. Names are mostly the very strings of the schema, which are found fastest
  /// by identity.
  @SuppressWarnings({"ReferenceEquality", "StringEquality"})
  int index(String column) {
    for (int c = 0; c < names.length; c++) {
      if (names[c] == column) {
        return c;
      }
    }
    Integer found = index.get(column);
    if (found == null) {
      throw new IllegalArgumentException(Text.format("%s has no column %s.", table.file(), column));
    }
    return found;
  }
}
