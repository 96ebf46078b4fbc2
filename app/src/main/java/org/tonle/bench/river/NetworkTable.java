package org.tonle.bench.river;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.network.order.CycleException;
import org.tonle.text.CsvRows;

/// Table of a river network, read from a CSV file, plain or `.gz`.
///
/// Columns `id, next_down, length_km, discharge_m3_per_s` and, if shares are known, `fraction`;
/// several rows of one id are a bifurcation. Instead of `next_down` a file may name nodes:
/// `from_node, to_node`. Columns of other names and units are mapped (docs/benchmarks.md).
public final class NetworkTable {
  private static final List<String> COLUMNS =
      List.of(
          "id", "next_down", "from_node", "to_node", "length_km", "discharge_m3_per_s", "fraction");

  private final Map<String, String> columns;
  private final Faults faults;

  private NetworkTable(String file, Map<String, String> columns) {
    this.columns = columns;
    faults = new Faults(file);
  }

  /// Names to which a mapping may assign another column.
  public static List<String> columns() {
    return COLUMNS;
  }

  /// Whether a mapping is valid: known names, factors that are numbers.
  public static boolean isMapping(String column, String said) {
    int times = said.lastIndexOf('*');
    return COLUMNS.contains(column)
        && !said.isBlank()
        && (times < 0
            || said.substring(times + 1).strip().matches("[0-9]+(\\.[0-9]+)?([eE]-?[0-9]+)?"));
  }

  /// @param columns columns that have another name in the file
  public static NetworkReading read(Path file, Map<String, String> columns) throws IOException {
    return new NetworkTable(String.valueOf(file.getFileName()), columns).read(file);
  }

  private NetworkReading read(Path file) throws IOException {
    NetworkRows rows = new NetworkRows();
    boolean inNodes = false;
    try (CsvRows csv = CsvRows.open(file)) {
      List<String> header = csv.hasNext() ? stripped(csv.next()) : List.of();
      inNodes = isInNodes(header);
      Optional<Cells> cells = cells(header, inNodes);
      if (cells.isPresent()) {
        while (csv.hasNext()) {
          row(csv.next(), header.size(), cells.get(), rows);
        }
      }
    } catch (CsvRows.BrokenCsvException e) {
      faults.add(0, "broken_row", "", "CSV", String.valueOf(e.getMessage()));
    }
    if (!faults.isEmpty()) {
      return refused();
    }
    if (rows.ids.isEmpty()) {
      faults.add(0, "empty_file", "", String.join(", ", COLUMNS), "");
      return refused();
    }
    return joined(rows, inNodes);
  }

  private NetworkReading refused() {
    return new NetworkReading(
        Optional.empty(), faults.problems(), new NetworkReading.Notes(0, 0, 0, 0));
  }

  private NetworkReading joined(NetworkRows rows, boolean inNodes) {
    NetworkJoints joints = new NetworkJoints(rows, inNodes);
    Rivers rivers = joints.rivers();
    try {
      rivers.order();
    } catch (CycleException e) {
      faults.add(0, "network_circle", "", "", named(e.nodes(), rows));
      return refused();
    }
    return new NetworkReading(
        Optional.of(rivers),
        List.of(),
        new NetworkReading.Notes(joints.dangling(), rows.dry, rows.lengthless, joints.scaled()));
  }

  private static String named(int[] circle, NetworkRows rows) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < StrictMath.min(6, circle.length); i++) {
      names.add(rows.ids.get(circle[i]));
    }
    names.add(circle.length > 6 ? "… (" + circle.length + ")" : names.getFirst());
    return String.join(" -> ", names);
  }

  private boolean isInNodes(List<String> header) {
    boolean hasNext = ColumnMapping.of("next_down", columns).missingIn(header).isEmpty();
    boolean hasNodes =
        ColumnMapping.of("from_node", columns).missingIn(header).isEmpty()
            && ColumnMapping.of("to_node", columns).missingIn(header).isEmpty();
    return hasNodes && !hasNext;
  }

  /// Places of the columns in a row.
  private record Cells(
      int[] id,
      int[] head,
      int[] next,
      Figure length,
      Figure discharge,
      Optional<Figure> fraction) {}

  private record Figure(String column, int[] places, double factor) {}

  private Optional<Cells> cells(List<String> header, boolean inNodes) {
    int[] id = places("id", header);
    int[] head = inNodes ? places("from_node", header) : new int[0];
    int[] next = places(inNodes ? "to_node" : "next_down", header);
    Figure length = figure("length_km", header);
    Figure discharge = figure("discharge_m3_per_s", header);
    boolean hasFraction = columns.containsKey("fraction") || header.contains("fraction");
    Optional<Figure> fraction =
        hasFraction ? Optional.of(figure("fraction", header)) : Optional.empty();
    return faults.isEmpty()
        ? Optional.of(new Cells(id, head, next, length, discharge, fraction))
        : Optional.empty();
  }

  private int[] places(String column, List<String> header) {
    ColumnMapping mapping = ColumnMapping.of(column, columns);
    List<String> missing = mapping.missingIn(header);
    if (!missing.isEmpty()) {
      faults.add(1, "network_column", column, String.join("+", missing), String.join(", ", header));
    }
    return mapping.places(header);
  }

  private Figure figure(String column, List<String> header) {
    return new Figure(column, places(column, header), ColumnMapping.of(column, columns).factor());
  }

  private void row(CsvRows.CsvRow record, int width, Cells cells, NetworkRows rows) {
    int number = (int) record.line();
    if (record.cells().length == 1 && record.cells()[0].isBlank()) {
      return;
    }
    if (record.cells().length != width) {
      faults.add(
          number,
          "broken_row",
          "",
          Integer.toString(width),
          Integer.toString(record.cells().length));
      return;
    }
    String id = text(record, cells.id());
    if (id.isEmpty()) {
      faults.add(number, "missing_value", "id", "", "");
      return;
    }
    double length = number(record, number, cells.length());
    double discharge = number(record, number, cells.discharge());
    double fraction = cells.fraction().map(f -> share(record, number, f)).orElse(Double.NaN);
    rows.add(
        id, text(record, cells.head()), text(record, cells.next()), length, discharge, fraction);
  }

  /// The cells joined by "/", or "" if the last of them is empty.
  private static String text(CsvRows.CsvRow record, int[] places) {
    StringBuilder text = new StringBuilder();
    String last = "";
    for (int place : places) {
      last = record.cells()[place].strip();
      text.append(text.isEmpty() ? "" : "/").append(last);
    }
    return last.isEmpty() ? "" : text.toString();
  }

  private double share(CsvRows.CsvRow record, int number, Figure figure) {
    double share = number(record, number, figure);
    if (share < 0 || share > 1) {
      faults.add(
          number, "out_of_range", figure.column(), "0 … 1", record.cells()[figure.places()[0]]);
    }
    return share;
  }

  /// A number, NaN if the cell is empty or holds a mark for a missing value.
  private double number(CsvRows.CsvRow record, int number, Figure figure) {
    double sum = 0;
    for (int place : figure.places()) {
      String cell = record.cells()[place].strip();
      if (cell.isEmpty() || cell.equalsIgnoreCase("NA") || cell.equalsIgnoreCase("nan")) {
        return Double.NaN;
      }
      try {
        sum += Double.parseDouble(cell);
      } catch (NumberFormatException e) {
        faults.add(number, "not_a_number", figure.column(), "", cell);
        return Double.NaN;
      }
    }
    return sum * figure.factor();
  }

  private static List<String> stripped(CsvRows.CsvRow header) {
    return Arrays.stream(header.cells()).map(String::strip).toList();
  }
}
