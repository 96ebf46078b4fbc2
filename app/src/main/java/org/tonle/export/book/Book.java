package org.tonle.export.book;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.tonle.text.CsvRows;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Book of a result: every table of its folder as a sheet of one workbook. A cell holds what the
/// table holds: a number, or text that never becomes a formula.
public final class Book {
  public static final String FILE = "results.xlsx";

  private static final String COLUMNS = "columns.csv";
  private static final String SUMMARY = "summary.json";
  private static final String TABLE = ".csv";

  /// Tables that come first, because they are sent to others.
  private static final List<String> FIRST =
      List.of("verdicts.csv", "demand.csv", "permits.csv", "outfalls.csv");

  /// Most characters of a cell.
  private static final int MOST_CHARACTERS = 32_767;

  private final Path folder;
  private final int mostRows;

  /// What every column of every table holds, by file; the column "" of a table is the table.
  private final Map<String, Map<String, String>> meanings = new LinkedHashMap<>();

  private Book(Path folder, int mostRows) {
    this.folder = folder;
    this.mostRows = mostRows;
  }

  /// Writes the book of a folder that holds tables, their columns and a summary.
  public static void write(Path folder) throws IOException {
    // two rows are the head
    write(folder, Worksheet.MAX_ROWS - 2);
  }

  /// @param mostRows most rows of a table that a sheet holds
  static void write(Path folder, int mostRows) throws IOException {
    Book book = new Book(folder, mostRows);
    book.readMeanings();
    Path loose = folder.resolve(FILE + ".part");
    try {
      book.writeLoose(loose);
      SteadyZip.copy(loose, folder.resolve(FILE));
    } finally {
      Files.deleteIfExists(loose);
    }
  }

  private void readMeanings() throws IOException {
    FIRST.forEach(file -> meanings.put(file, new HashMap<>()));
    try (CsvRows rows = CsvRows.open(folder.resolve(COLUMNS))) {
      while (rows.hasNext()) {
        String[] cells = rows.next().cells();
        if (cells.length == 3 && cells[0].endsWith(TABLE)) {
          meanings.computeIfAbsent(cells[0], f -> new HashMap<>()).put(cells[1], cells[2]);
        }
      }
    }
    meanings.computeIfAbsent(COLUMNS, f -> new HashMap<>());
    meanings.keySet().removeIf(file -> !Files.isRegularFile(folder.resolve(file)));
  }

  /// The workbook, not packed yet.
  private void writeLoose(Path file) throws IOException {
    Map<String, TableShape> shapes = new LinkedHashMap<>();
    List<ReadMeSheet.Listed> listed = new ArrayList<>();
    for (var table : meanings.entrySet()) {
      TableShape shape = TableShape.of(folder.resolve(table.getKey()));
      boolean isLeftOut = shape.rows() > mostRows;
      String meaning = table.getValue().getOrDefault("", "");
      listed.add(new ReadMeSheet.Listed(name(table.getKey()), meaning, shape.rows(), isLeftOut));
      if (!isLeftOut) {
        shapes.put(table.getKey(), shape);
      }
    }
    JsonNode summary = new JsonMapper().readTree(Files.readString(folder.resolve(SUMMARY)));
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "Tonle", null)) {
      book.setCompressionLevel(0);
      ReadMeSheet.write(book, summary, listed);
      for (var table : shapes.entrySet()) {
        TableSheet.write(
            book,
            name(table.getKey()),
            folder.resolve(table.getKey()),
            table.getValue(),
            meanings.getOrDefault(table.getKey(), Map.of()));
      }
    }
  }

  private static String name(String file) {
    return file.substring(0, file.length() - TABLE.length());
  }

  /// Text as far as a cell can hold it.
  static String fitting(String text) {
    if (text.length() <= MOST_CHARACTERS) {
      return text;
    }
    int end = MOST_CHARACTERS - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
