package org.tonle.export.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.text.CsvRows;

/// FEATURE UNDER TEST: LibreOffice Calc opens the workbook and reads in each of 10^5 cells what the
/// table holds. Skipped where `soffice` is not on the PATH.
class SpreadsheetTest {
  private static final int ROWS = 12_500;

  /// Every sheet as CSV in UTF-8, cells as they are and not as they are shown.
  private static final String SHEETS =
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

  /// Cells that a spreadsheet likes to change.
  private static final List<String> WORDS =
      List.of(
          "1-2",
          "007",
          "1/2",
          "2024-05-02",
          "3.10",
          "1e5",
          "0x1F",
          "TRUE",
          "<0.05",
          "> 2400",
          "'=1+1",
          "'+855 12",
          "'-5 m",
          "'@sum(A1)",
          "=1+1",
          "12:30",
          "50%",
          "1,5",
          "10 000",
          "៣៤",
          "ភ្នំពេញ ស្ទឹងត្រែង",
          "洞里萨河·金边",
          " blanks ",
          "#REF!",
          "\"quoted\", and more",
          "MAR1",
          "-0",
          "1E+2",
          "");

  @TempDir Path folder;

  private static boolean hasOffice() {
    return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
        .anyMatch(p -> Files.isExecutable(Path.of(p, "soffice")));
  }

  private static String quoted(String cell) {
    return cell.isEmpty() ? "" : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private void writeTables() throws IOException {
    StringBuilder table =
        new StringBuilder("\ufeffplace,name,word,value,small,whole,lower,mixed\n");
    for (int r = 0; r < ROWS; r++) {
      String word = WORDS.get(r % WORDS.size());
      String other = WORDS.get(r / WORDS.size() % WORDS.size());
      table.append(quoted(word + (r % 2 == 0 ? "" : "-" + r))).append(',');
      table.append(quoted(other)).append(',').append(quoted(word)).append(',');
      table.append((r % 3 - 1) * r / 7.0f).append(',');
      table.append(r % 9 == 0 ? "" : (float) StrictMath.pow(10, -r % 13) * 1.7f).append(',');
      table.append(r * 1009L).append(',').append(r % 4 == 0 ? "" : "-" + r).append(',');
      table.append(r == 0 ? "n.d." : Integer.toString(r)).append('\n');
    }
    Files.writeString(folder.resolve("verdicts.csv"), table);
    Files.writeString(
        folder.resolve("columns.csv"),
        "file,column,meaning\nverdicts.csv,,whether a place meets\n");
    Files.writeString(folder.resolve("summary.json"), "{\"study\": \"ខេត្ត\"}");
    Book.write(folder);
  }

  private void openInOffice() throws IOException, InterruptedException {
    Process office =
        new ProcessBuilder(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("office").toUri(),
                "--headless",
                "--convert-to",
                SHEETS,
                "--outdir",
                folder.resolve("read").toString(),
                folder.resolve(Book.FILE).toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("office.txt").toFile())
            .start();
    if (!office.waitFor(120, TimeUnit.SECONDS)) {
      office.destroyForcibly();
    }
    String said = Files.readString(folder.resolve("office.txt"), StandardCharsets.UTF_8);
    assertTrue(Files.isRegularFile(read()), said);
  }

  private Path read() {
    return folder.resolve("read").resolve("results-verdicts.csv");
  }

  private static boolean isSame(String written, String read) {
    if (written.equals(read)) {
      return true;
    }
    // 1.7E-7 is 1.7E-07 there
    return Stream.of(written, read).allMatch(c -> c.matches("-?[0-9.]+(E[+-]?[0-9]+)?"))
        && Double.parseDouble(written) == Double.parseDouble(read);
  }

  @Test
  void calcReadsEveryCellAsItIs() throws IOException, InterruptedException {
    assumeTrue(hasOffice(), "LibreOffice (soffice) is not on the PATH.");
    writeTables();
    openInOffice();
    long cells = 0;
    try (CsvRows written = CsvRows.open(folder.resolve("verdicts.csv"));
        CsvRows read = CsvRows.open(read())) {
      String[] header = written.next().cells();
      assertEquals(List.of(header), List.of(read.next().cells()));
      read.next(); // meanings
      while (written.hasNext()) {
        String[] one = written.next().cells();
        String[] other = read.next().cells();
        for (int c = 0; c < header.length; c++) {
          assertTrue(isSame(one[c], other[c]), header[c] + ": " + one[c] + " is " + other[c]);
          cells++;
        }
      }
    }
    assertTrue(cells >= 100_000, cells + " cells");
  }
}
