package org.tonle.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tonle.convert.Text;

/// Result sheet: one table of results, with its file, columns and rows.
///
/// Rows of large tables are not kept but made on each request: those of 60,000 reaches in 12
/// seasons would take gigabytes.
final class ResultSheet {
  private final String file;
  private final String meaning;
  private final List<String> columns;
  private final List<Object[]> rows = new ArrayList<>();
  private @Nullable Supplier<Stream<Object[]>> made;

  /// @param columns names of the columns, with their units
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
    return stream().toList();
  }

  /// The rows, one after the other.
  Stream<Object[]> stream() {
    return made == null ? rows.stream() : made.get().map(this::whole);
  }

  /// The rows, for a loop.
  Iterable<Object[]> each() {
    return () -> stream().iterator();
  }

  /// The sheet with rows that are made on each request, always the same.
  ResultSheet of(Supplier<Stream<Object[]>> rows) {
    made = rows;
    return this;
  }

  /// The sheet with more columns at its end.
  ///
  /// @param cells their cells for every row, in the order of the rows
  ResultSheet wider(List<String> more, Supplier<Stream<Object[]>> cells) {
    List<String> all = new ArrayList<>(columns);
    all.addAll(more);
    return new ResultSheet(file, meaning, all.toArray(String[]::new))
        .of(
            () -> {
              Iterator<Object[]> own = stream().iterator();
              return cells.get().map(added -> joined(own.next(), added));
            });
  }

  private static Object[] joined(Object[] own, Object[] added) {
    Object[] all = Arrays.copyOf(own, own.length + added.length);
    System.arraycopy(added, 0, all, own.length, added.length);
    return all;
  }

  /// @param cells text, numbers (NaN = empty) and booleans, one for each column
  void add(Object... cells) {
    rows.add(whole(cells));
  }

  private Object[] whole(Object[] cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          Text.format("%s has %d columns, not %d.", file, columns.size(), cells.length));
    }
    return cells;
  }
}
