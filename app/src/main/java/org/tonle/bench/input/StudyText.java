package org.tonle.bench.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;

/// Text of a clean study: its files and the cells of its tables.
final class StudyText {
  /// Columns that a person reads and nothing computes with.
  private static final Set<String> PROSE =
      Set.of(
          "name",
          "name_zh",
          "name_km",
          "note",
          "title",
          "publisher",
          "url",
          "licence",
          "reference",
          "quality",
          "jurisdiction",
          "station");

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, TableText> tables = new LinkedHashMap<>();

  /// Columns in which a word occurs, as "file column".
  private final Map<String, Set<String>> columnsOf = new HashMap<>();

  static StudyText read(Path folder) throws IOException {
    StudyText text = new StudyText();
    List<Path> found;
    try (Stream<Path> walk = Files.walk(folder)) {
      found = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : found) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      boolean isInput = !name.contains("/") || name.startsWith("scenarios/");
      if (isInput && !name.endsWith(".md")) {
        text.files.put(name, Files.readAllBytes(file));
      }
    }
    text.index();
    return text;
  }

  private void index() {
    for (Table table : Schema.TABLES) {
      byte @Nullable [] bytes = files.get(table.file());
      if (bytes != null) {
        TableText text = TableText.read(table, new String(bytes, StandardCharsets.UTF_8));
        tables.put(table.file(), text);
      }
      for (Column column : table.columns()) {
        column.choices().forEach(w -> note(w, "choices of " + column.name()));
      }
    }
    for (List<CellAt> cells : columns(c -> isWord(c) && !isProse(c))) {
      for (CellAt cell : cells) {
        note(cell.text(), cell.table().file() + " " + cell.name());
      }
    }
  }

  private void note(String word, String column) {
    columnsOf.computeIfAbsent(word, w -> new HashSet<>()).add(column);
  }

  private static boolean isWord(Column column) {
    return column.type() == Column.Type.TEXT
        || column.type() == Column.Type.ID
        || column.type() == Column.Type.REFERENCE;
  }

  static boolean isProse(Column column) {
    return PROSE.contains(column.name());
  }

  Map<String, byte[]> files() {
    return files;
  }

  List<TableText> tables() {
    return List.copyOf(tables.values());
  }

  Optional<TableText> table(String file) {
    return Optional.ofNullable(tables.get(file));
  }

  boolean knows(String word) {
    return columnsOf.containsKey(word);
  }

  /// Whether a text cell links rows: its word also occurs in another column.
  boolean isLink(CellAt cell) {
    return columnsOf.getOrDefault(cell.text(), Set.of()).size() > 1;
  }

  /// The filled cells of each column of which there are any.
  List<List<CellAt>> columns(Predicate<Column> wanted) {
    List<List<CellAt>> all = new ArrayList<>();
    for (TableText table : tables.values()) {
      for (int c = 0; c < table.rows().getFirst().length; c++) {
        @Nullable Column column = table.column(c);
        if (column != null && wanted.test(column)) {
          List<CellAt> filled = filled(table, c, column);
          if (!filled.isEmpty()) {
            all.add(filled);
          }
        }
      }
    }
    return all;
  }

  private static List<CellAt> filled(TableText table, int at, Column column) {
    List<CellAt> cells = new ArrayList<>();
    for (int r = 1; r < table.rows().size(); r++) {
      String[] row = table.rows().get(r);
      if (at < row.length && !row[at].isEmpty()) {
        cells.add(new CellAt(table, r, at, column));
      }
    }
    return cells;
  }

  /// A filled cell: of all columns one, of its cells one.
  Optional<CellAt> cell(Lots lots, Predicate<Column> column, Predicate<CellAt> cell) {
    List<List<CellAt>> some = new ArrayList<>();
    for (List<CellAt> cells : columns(column)) {
      List<CellAt> wanted = cells.stream().filter(cell).toList();
      if (!wanted.isEmpty()) {
        some.add(wanted);
      }
    }
    return some.isEmpty() ? Optional.empty() : Optional.of(lots.pick(lots.pick(some)));
  }

  /// A table.
  Optional<TableText> table(Lots lots, Predicate<TableText> wanted) {
    List<TableText> some = tables.values().stream().filter(wanted).toList();
    return some.isEmpty() ? Optional.empty() : Optional.of(lots.pick(some));
  }
}
