package org.tonle.folder;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.folder.sheet.Header;
import org.tonle.folder.sheet.InputTable;
import org.tonle.text.Cells;
import org.tonle.text.CsvText;
import org.tonle.text.Decoder;
import org.tonle.text.Records;

/// Name sheet for a translator: every row of a study that has an English name but no Chinese or no
/// Khmer one. The filled sheet goes back into a copy of the study; names that the study has already
/// stay.
public final class NameSheet {
  private static final List<String> NAMES = List.of("name", "name_zh", "name_km");
  private static final List<String> HEADS =
      List.of("table", "id", "row", "name", "name_zh", "name_km");

  private NameSheet() {}

  /// Row with a name missing.
  public record Missing(String file, String id, int row, String en, String zh, String km) {}

  /// Outcome of a filled sheet.
  ///
  /// @param filled number of names written
  /// @param unknown lines of the sheet whose row the study does not have, "table id"
  public record Filled(int filled, List<String> unknown) {
    public Filled {
      unknown = List.copyOf(unknown);
    }
  }

  /// Rows with a name missing, in the order of the tables.
  public static List<Missing> missing(Inputs inputs) {
    List<Missing> found = new ArrayList<>();
    for (InputTable table : inputs.tables()) {
      List<String> columns = table.table().columns().stream().map(Column::name).toList();
      if (columns.containsAll(NAMES)) {
        for (InputTable.InputRow row : table.rows()) {
          List<String> cells = row.typed();
          Missing one =
              new Missing(
                  table.file(),
                  cells.getFirst(),
                  row.number(),
                  cells.get(columns.indexOf("name")),
                  cells.get(columns.indexOf("name_zh")),
                  cells.get(columns.indexOf("name_km")));
          if (!one.en.isEmpty() && (one.zh.isEmpty() || one.km.isEmpty())) {
            found.add(one);
          }
        }
      }
    }
    return found;
  }

  /// The sheet as CSV with a byte-order mark, so that spreadsheets read its letters.
  public static String csv(List<Missing> missing) {
    CsvText text = new CsvText(HEADS.toArray());
    missing.forEach(m -> text.row(m.file, m.id, m.row, m.en, m.zh, m.km));
    return "\ufeff" + text;
  }

  /// Copies the study's files into `copy`, an empty folder, with the names that the sheet adds.
  public static Filled fill(Path study, Path sheet, Path copy) throws IOException {
    Map<String, Map<String, List<String>>> names = new TreeMap<>();
    String text = Decoder.decode(Files.readAllBytes(sheet)).text().orElse("");
    Records records = records(text);
    for (int r = 1; r < records.rows().size(); r++) {
      String[] row = Arrays.copyOf(records.rows().get(r), HEADS.size());
      List<String> cells = Arrays.stream(row).map(c -> c == null ? "" : Cells.trim(c)).toList();
      if (!cells.getFirst().isEmpty()) {
        names
            .computeIfAbsent(cells.getFirst(), f -> new TreeMap<>())
            .put(cells.get(1), cells.subList(4, 6));
      }
    }
    int filled = 0;
    try (Stream<Path> files = Files.walk(study)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path to = copy.resolve(study.relativize(file).toString());
        Path parent = to.getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        filled += file(file, to, names);
      }
    }
    List<String> unknown = new ArrayList<>();
    names.forEach((file, rows) -> rows.keySet().forEach(id -> unknown.add(file + " " + id)));
    return new Filled(filled, unknown);
  }

  /// Whether the text of a file is a name sheet: its first row has the sheet's columns.
  public static boolean isSheet(Path file) throws IOException {
    Optional<String> text = Decoder.decode(Files.readAllBytes(file)).text();
    List<String[]> rows = text.map(NameSheet::records).map(Records::rows).orElse(List.of());
    return !rows.isEmpty()
        && Arrays.stream(rows.getFirst())
            .map(Cells::trim)
            .limit(HEADS.size())
            .toList()
            .equals(HEADS);
  }

  /// Records by the separator that a spreadsheet of the user's country writes.
  private static Records records(String text) {
    String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    for (char separator : new char[] {';', '\t'}) {
      if (plain.startsWith("table" + separator)) {
        return Records.read(plain, separator);
      }
    }
    return Records.read(plain, ',');
  }

  /// Copies one file; names that were found are taken off the list.
  private static int file(Path from, Path to, Map<String, Map<String, List<String>>> names)
      throws IOException {
    String name = String.valueOf(from.getFileName()).toLowerCase(Locale.ROOT);
    Map<String, List<String>> own = names.getOrDefault(name, Map.of());
    Optional<Table> table = own.isEmpty() ? Optional.empty() : Schema.find(name);
    Optional<String> text =
        table.isEmpty() ? Optional.empty() : Decoder.decode(Files.readAllBytes(from)).text();
    int[] filled = {0};
    if (table.isPresent() && text.isPresent()) {
      String written = filled(table.get(), text.get(), own, filled);
      if (filled[0] > 0) {
        Files.writeString(to, written, StandardCharsets.UTF_8);
        return filled[0];
      }
    }
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    return 0;
  }

  private static String filled(
      Table table, String text, Map<String, List<String>> names, int[] filled) {
    Records records = Header.records(table, text);
    Header header = Header.find(table, records.rows());
    List<String> columns = table.columns().stream().map(Column::name).toList();
    String[] head = header.row() < 0 ? new String[0] : records.rows().get(header.row());
    int id = at(header, 0);
    int[] at = {at(header, columns.indexOf("name_zh")), at(header, columns.indexOf("name_km"))};
    int width = head.length;
    for (int k = 0; k < at.length; k++) {
      at[k] = at[k] < 0 ? width++ : at[k];
    }
    StringWriter out = new StringWriter();
    CsvWriter csv =
        CsvWriter.builder()
            .fieldSeparator(records.separator())
            .lineDelimiter(LineDelimiter.LF)
            .bufferSize(0)
            .build(out);
    for (int r = 0; r < records.rows().size(); r++) {
      String[] row = records.rows().get(r);
      if (r < header.row() || id < 0 || (Records.isBlank(row) && r != header.row())) {
        csv.writeRecord(row);
        continue;
      }
      String[] wide = wide(row, width);
      if (r == header.row()) {
        wide[at[0]] = at[0] < head.length ? wide[at[0]] : "name_zh";
        wide[at[1]] = at[1] < head.length ? wide[at[1]] : "name_km";
      } else {
        List<String> found = names.remove(Cells.trim(wide[id]));
        for (int k = 0; found != null && k < at.length; k++) {
          if (Cells.trim(wide[at[k]]).isEmpty() && !found.get(k).isEmpty()) {
            wide[at[k]] = found.get(k);
            filled[0]++;
          }
        }
      }
      csv.writeRecord(wide);
    }
    return out.toString();
  }

  private static String[] wide(String[] row, int width) {
    String[] wide = Arrays.copyOf(row, StrictMath.max(row.length, width));
    for (int c = row.length; c < wide.length; c++) {
      wide[c] = "";
    }
    return wide;
  }

  private static int at(Header header, int column) {
    for (int c = 0; c < header.at().length; c++) {
      if (header.at()[c] == column) {
        return c;
      }
    }
    return -1;
  }
}
