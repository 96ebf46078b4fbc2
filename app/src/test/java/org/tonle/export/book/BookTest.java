package org.tonle.export.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.text.CsvRows;

/// FEATURE UNDER TEST: the workbook holds what the tables hold, cell by cell.
class BookTest {
  private static final String MARK = "\ufeff";

  @TempDir Path folder;

  private void table(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), MARK + text, StandardCharsets.UTF_8);
  }

  private void study(String columns) throws IOException {
    table("columns.csv", "file,column,meaning\n" + columns);
    Files.writeString(
        folder.resolve("summary.json"),
        """
        {"study": "=1+1", "law": "ស្តង់ដារ", "standardsDate": "2025-01-01", "draws": 100, "a": {}}""");
  }

  private ReadableWorkbook open() throws IOException {
    return new ReadableWorkbook(folder.resolve(Book.FILE).toFile());
  }

  private static List<Row> rows(ReadableWorkbook book, String sheet) throws IOException {
    Sheet found = book.findSheet(sheet).orElseThrow(() -> new AssertionError(sheet));
    return found.read();
  }

  private static Object value(Row row, int column) {
    if (column >= row.getCellCount()) {
      return "";
    }
    Cell cell = row.getCell(column);
    if (cell == null) {
      return "";
    }
    assertNotEquals(CellType.FORMULA, cell.getType());
    return cell.getType() == CellType.NUMBER
        ? (Object) cell.asNumber().doubleValue()
        : cell.asString();
  }

  /// 10^5 cells of ids, bounds, words in three scripts, numbers of every size and text that looks
  /// like a formula.
  @Test
  void everyCellReadsBackAsItWas() throws IOException {
    Random random = new Random(7);
    String[] words = {
      "ទន្លេសាប",
      "បឹងទន្លេសាប ស្ទឹងត្រែង",
      "金边·洞里萨河",
      "\"Stung, \"\"Sen\"\"\"",
      "<5",
      "< 0.05",
      ">2400",
      "'=1+1",
      "=HYPERLINK(\"\"x\"\")",
      "+855 12",
      "-",
      "@sum",
      "",
      " a  b ",
      "😀",
      "&<>'"
    };
    StringBuilder text = new StringBuilder("place,name,bound,central,p95,year,sometimes\n");
    int rows = 15_000;
    for (int r = 0; r < rows; r++) {
      String id = r % 3 == 0 ? "%03d".formatted(r) : Integer.toString(r);
      String word = words[random.nextInt(words.length)];
      double number = StrictMath.pow(10, 24 * random.nextDouble() - 12);
      text.append(id)
          .append(',')
          .append(word.contains("\"") && !word.startsWith("\"") ? '"' + word + '"' : word);
      text.append(',').append(words[4 + r % 3]).append(',').append((float) number);
      text.append(',').append(r % 5 == 0 ? "" : "-" + r + ".5").append(",2025,");
      text.append(r == 0 ? "n.d." : "1").append('\n');
    }
    table("verdicts.csv", text.toString());
    study("verdicts.csv,,whether a place meets\nverdicts.csv,central,central run [mg/L]\n");
    Book.write(folder);
    long cells = 0;
    try (ReadableWorkbook book = open();
        CsvRows csv = CsvRows.open(folder.resolve("verdicts.csv"))) {
      List<Row> sheet = rows(book, "verdicts");
      assertEquals(rows + 2, sheet.size());
      String[] header = csv.next().cells();
      for (int c = 0; c < header.length; c++) {
        assertEquals(header[c], value(sheet.getFirst(), c));
      }
      assertEquals("central run [mg/L]", value(sheet.get(1), 3));
      for (int r = 2; csv.hasNext(); r++) {
        String[] expected = csv.next().cells();
        for (int c = 0; c < header.length; c++) {
          Object found = value(sheet.get(r), c);
          boolean isNumber = (c == 4 || c == 5) && !expected[c].isEmpty();
          assertEquals(isNumber ? (Object) Double.valueOf(expected[c]) : expected[c], found);
          cells++;
        }
      }
    }
    assertTrue(cells > 100_000, cells + " cells");
  }

  @Test
  void numbersAreNumbersAndIdsAreText() throws IOException {
    table(
        "loads.csv",
        """
        source,generated_t_per_a,passing,source_id,published_year
        1,0.5,1.2E-7,1,2020
        2,-3,,2,
        3,1234560,1,3,2021
        """);
    study("loads.csv,,loads\n");
    Book.write(folder);
    try (ReadableWorkbook book = open()) {
      List<Row> rows = rows(book, "loads");
      assertEquals("1", value(rows.get(2), 0));
      assertEquals(0.5, value(rows.get(2), 1));
      assertEquals(1.2e-7, value(rows.get(2), 2));
      assertEquals("1", value(rows.get(2), 3));
      assertEquals(2020.0, value(rows.get(2), 4));
      assertEquals(-3.0, value(rows.get(3), 1));
      assertEquals("", value(rows.get(3), 2));
    }
  }

  @Test
  void theFirstSheetNamesTheResultAndWhatIsLeftOut() throws IOException {
    table("loads.csv", "source\nA\nB\nC\n");
    table("verdicts.csv", "place\nA\n");
    study("loads.csv,,every load\nverdicts.csv,,whether a place meets\nlost.csv,,is not there\n");
    Book.write(folder, 2);
    try (ReadableWorkbook book = open()) {
      List<String> names = book.getSheets().map(Sheet::getName).toList();
      // columns.csv has three rows itself
      assertEquals(List.of("Read me", "verdicts"), names);
      List<String> words = new ArrayList<>();
      for (Row row : rows(book, "Read me")) {
        for (int c = 0; c < row.getCellCount(); c++) {
          words.add(String.valueOf(value(row, c)));
        }
      }
      assertTrue(words.containsAll(List.of("=1+1", "ស្តង់ដារ", "2025-01-01", "100")), words + "");
      assertTrue(words.containsAll(List.of("loads", "every load", "verdicts")), words.toString());
      assertTrue(words.stream().anyMatch(w -> w.startsWith("Left out")), words.toString());
      assertTrue(words.stream().anyMatch(w -> w.startsWith("未收入")), words.toString());
    }
  }

  @Test
  void sameTablesSameFile() throws IOException, InterruptedException {
    table("loads.csv", "source,name\n007,ភ្នំពេញ\n");
    study("loads.csv,,every load\n");
    Book.write(folder);
    byte[] first = Files.readAllBytes(folder.resolve(Book.FILE));
    // the clock of a workbook counts milliseconds
    long then = System.currentTimeMillis();
    while (System.currentTimeMillis() == then) {
      Thread.onSpinWait();
    }
    Book.write(folder);
    assertEquals(-1, mismatch(first));
    try (ZipFile zip = new ZipFile(folder.resolve(Book.FILE).toFile());
        InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet2.xml"))) {
      String xml = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(xml.contains("<row r=\"3\""), xml);
      assertFalse(xml.contains("<dimension"), "Readers would believe the size A1.");
    }
    try (ZipFile zip = new ZipFile(folder.resolve(Book.FILE).toFile());
        Stream<Path> files = Files.list(folder)) {
      assertTrue(zip.stream().allMatch(e -> e.getTimeLocal().getYear() == 2000));
      assertFalse(files.anyMatch(f -> f.toString().endsWith(".part")));
    }
  }

  private int mismatch(byte[] first) throws IOException {
    return java.util.Arrays.mismatch(first, Files.readAllBytes(folder.resolve(Book.FILE)));
  }

  @Test
  void aCellHoldsWhatFits() {
    assertEquals("a", Book.fitting("a"));
    String cut = Book.fitting("x".repeat(32_765) + "😀😀");
    assertEquals("x".repeat(32_765) + "…", cut);
  }
}
