package org.tonle.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.problem.Problem;
import org.tonle.problem.Severity;
import org.tonle.text.Cells;
import org.tonle.text.CsvRows;

/// One faulty study per column and rule of the schema: each fault is seen at its cell. What the
/// tutorial study has no cell of is passed over.
class SchemaFaultTest {
  /// A row of nothing is no row, and a factory whose effluent is measured needs no figures.
  private static final Set<String> PASSED_OVER =
      Set.of("constituents.csv constituent ", "industry.csv sector zzzzzz");

  @TempDir Path folder;

  private final List<String> missed = new ArrayList<>();

  @Test
  void everyRuleOfEveryColumnIsSeen() throws IOException {
    Folders.twoTowns(folder);
    int tried = 0;
    for (Table table : Schema.TABLES) {
      Path file = folder.resolve(table.file());
      if (Files.exists(file)) {
        String sound = Files.readString(file);
        for (Column column : table.columns()) {
          for (String cell : faults(column)) {
            tried += fault(table, column, sound, cell) ? 1 : 0;
          }
        }
        Files.writeString(file, sound);
      }
    }
    assertEquals(List.of(), missed);
    assertTrue(tried > 250, "tried " + tried);
  }

  /// Cells that break one rule of the column each.
  private static List<String> faults(Column column) {
    List<String> faults = new ArrayList<>();
    switch (column.type()) {
      case NUMBER, SHARE, INTEGER -> numbers(column, faults);
      case BOUNDED -> faults.addAll(List.of("abc", "-1", "#REF!"));
      case CHOICE, REFERENCE -> faults.add("zzzzzz");
      case DATE -> faults.addAll(List.of("31.02.2024", "2567-01-01", "next week"));
      case MONTHS -> faults.addAll(List.of("13", "09-Jun"));
      case YES_NO -> faults.add("perhaps");
      case LINE, AREA -> faults.add("POINT (1 2)");
      case ID -> faults.addAll(List.of("#REF!", "a\u202eb"));
      case TEXT -> {
        faults.add("a\u202eb");
        if (!column.sense().figures().isEmpty()) {
          faults.add("zzzzzz");
        }
      }
    }
    if (column.isRequired()) {
      faults.add("");
    }
    return faults;
  }

  private static void numbers(Column column, List<String> faults) {
    faults.addAll(List.of("abc", "#DIV/0!", "-9999", "1e30"));
    boolean hasLow = column.low() != Double.NEGATIVE_INFINITY;
    boolean hasHigh = column.high() != Double.POSITIVE_INFINITY;
    if (hasLow) {
      faults.add(Cells.plain(column.low() - 1));
    }
    if (hasHigh) {
      faults.add(Cells.plain(column.high() * 1000 + 1));
    }
    double high = column.sense().high();
    if (high * 1.01 < column.high()) {
      faults.add(Cells.plain(StrictMath.rint(high * 1.01) + 1));
    }
    if (column.sense().low() > 0 && column.low() <= 0) {
      faults.add(Double.toString(column.sense().low() / 10));
    }
    if (column.sense().tellsEmpty()) {
      faults.add("n.d.");
    }
  }

  /// Writes the table with one cell of its first row that has this column; false if none has.
  private boolean fault(Table table, Column column, String sound, String cell) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvRows csv = CsvRows.everyLine(sound, ',')) {
      while (csv.hasNext()) {
        rows.add(new ArrayList<>(List.of(csv.next().cells())));
      }
    }
    int at = rows.getFirst().indexOf(column.name());
    int row = 1;
    while (at >= 0 && row < rows.size() && rows.get(row).get(at).isEmpty()) {
      row++;
    }
    if (at < 0 || row == rows.size()) {
      return false;
    }
    rows.get(row).set(at, cell);
    StringBuilder text = new StringBuilder();
    for (List<String> one : rows) {
      text.append(
              String.join(",", one.stream().map(c -> '"' + c.replace("\"", "\"\"") + '"').toList()))
          .append('\n');
    }
    Files.writeString(folder.resolve(table.file()), text);
    int number = row + 1;
    boolean isSeen =
        StudyReader.read(folder).problems().stream()
            .anyMatch(p -> isAt(p, table.file(), number, column.name()));
    if (!isSeen && !PASSED_OVER.contains(table.file() + " " + column.name() + " " + cell)) {
      missed.add(table.file() + ":" + number + " " + column.name() + " \"" + cell + '"');
    }
    return true;
  }

  private static boolean isAt(Problem problem, String file, int row, String column) {
    return problem.severity() != Severity.NOTE
        && problem.file().equals(file)
        && problem.row() == row
        && problem.column().equals(column);
  }
}
