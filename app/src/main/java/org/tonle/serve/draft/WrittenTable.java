package org.tonle.serve.draft;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Table;
import org.tonle.folder.sheet.Header;
import org.tonle.text.Decoder;
import org.tonle.text.Records;

/// Written table: a table as somebody wrote it, of which an edit changes only its own cell. Columns
/// that Tonle does not know, quotes, line ends and the encoding stay.
///
/// Rows are numbered as a spreadsheet shows them: the header is row 1, and a cell may hold several
/// lines.
public final class WrittenTable {
  private final Form form;
  private final List<Line> lines;

  /// How the table is written.
  ///
  /// @param mark byte order mark, or ""
  private record Form(Table table, String mark, Charset charset, char separator, Header header) {}

  /// Row as it was written.
  ///
  /// @param raw text without its line end
  /// @param end its line end; "" of the last row of a file that ends without one
  private record Line(String raw, String end) {}

  private WrittenTable(Form form, List<Line> lines) {
    this.form = form;
    this.lines = List.copyOf(lines);
  }

  /// Text of a table; empty if its bytes are in no encoding that Tonle reads.
  public static Optional<WrittenTable> of(Table table, byte[] bytes) {
    Decoder.Text decoded = Decoder.decode(bytes);
    if (decoded.text().isEmpty()) {
      return Optional.empty();
    }
    Charset charset =
        decoded.encoding().startsWith("UTF-16")
            ? Charset.forName(decoded.encoding())
            : StandardCharsets.UTF_8;
    String text = decoded.text().get();
    boolean isMarked = bytes.length >= 2 && (bytes[0] & 0xFF) >= 0xEF;
    boolean hasMark = isMarked && text.getBytes(charset).length < bytes.length;
    Records records = Header.records(table, text);
    Header header = Header.find(table, records.rows());
    List<Line> lines = split(text, records.separator());
    return Optional.of(
        new WrittenTable(
            new Form(table, hasMark ? "\ufeff" : "", charset, records.separator(), header), lines));
  }

  private static List<Line> split(String text, char separator) {
    List<Line> lines = new ArrayList<>();
    int start = 0;
    boolean isQuoted = false;
    boolean isCellStart = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && (isQuoted || isCellStart)) {
        boolean isDouble = isQuoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
        i += isDouble ? 1 : 0;
        isQuoted = isDouble || !isQuoted;
        isCellStart = false;
      } else if (!isQuoted && (c == '\n' || c == '\r')) {
        boolean isPair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
        lines.add(new Line(text.substring(start, i), isPair ? "\r\n" : Character.toString(c)));
        i += isPair ? 1 : 0;
        start = i + 1;
        isCellStart = true;
      } else {
        isCellStart = !isQuoted && c == separator;
      }
    }
    if (start < text.length()) {
      lines.add(new Line(text.substring(start), ""));
    }
    return lines;
  }

  /// A new table with a header alone.
  public static WrittenTable withHeader(Table table) {
    String header = String.join(",", table.columns().stream().map(Column::name).toList()) + "\n";
    return of(table, header.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  public Table table() {
    return form.table;
  }

  public byte[] bytes() {
    StringBuilder all = new StringBuilder(form.mark);
    lines.forEach(line -> all.append(line.raw).append(line.end));
    ByteBuffer encoded = form.charset.encode(all.toString());
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return bytes;
  }

  public int rowCount() {
    return lines.size();
  }

  /// Number of the row that holds the names of the columns; 0 if none does.
  public int headerRow() {
    return form.header.row() + 1;
  }

  /// Names of the columns as the table writes them.
  public List<String> header() {
    return headerRow() < 1 || headerRow() > rowCount() ? List.of() : cells(headerRow());
  }

  /// Column of the schema that a column of the table holds; empty if Tonle does not know it.
  public Optional<Column> known(int column) {
    int[] at = form.header.at();
    return column < at.length && at[column] >= 0
        ? Optional.of(form.table.columns().get(at[column]))
        : Optional.empty();
  }

  /// Number of the column with a name, that of the schema or its own; -1 if there is none.
  public int column(String name) {
    List<String> names = header();
    for (int c = 0; c < names.size(); c++) {
      if (known(c).map(k -> k.name().equals(name)).orElse(false)) {
        return c;
      }
    }
    return names.stream().map(String::strip).toList().indexOf(name.strip());
  }

  /// Cells of a row, without their quotes.
  public List<String> cells(int row) {
    String raw = lines.get(row - 1).raw;
    List<String> cells = new ArrayList<>();
    for (int[] span : spans(raw)) {
      cells.add(bare(raw.substring(span[0], span[1])));
    }
    return cells;
  }

  /// A cell; "" where the row is too short for it.
  public String cell(int row, int column) {
    List<String> cells = cells(row);
    return column < cells.size() ? cells.get(column) : "";
  }

  private List<int[]> spans(String raw) {
    List<int[]> spans = new ArrayList<>();
    int start = 0;
    boolean isQuoted = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '"' && (isQuoted || i == start)) {
        boolean isDouble = isQuoted && i + 1 < raw.length() && raw.charAt(i + 1) == '"';
        i += isDouble ? 1 : 0;
        isQuoted = isDouble || !isQuoted;
      } else if (!isQuoted && c == form.separator) {
        spans.add(new int[] {start, i});
        start = i + 1;
      }
    }
    spans.add(new int[] {start, raw.length()});
    return spans;
  }

  private static String bare(String cell) {
    boolean isQuoted = cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
    return isQuoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
  }

  private String quoted(String cell) {
    boolean isSafe =
        cell.indexOf(form.separator) < 0
            && cell.indexOf('"') < 0
            && cell.indexOf('\n') < 0
            && cell.indexOf('\r') < 0
            && cell.strip().equals(cell);
    return isSafe ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /// The same text with another cell.
  public WrittenTable with(int row, int column, String value) {
    String raw = lines.get(row - 1).raw;
    List<int[]> spans = spans(raw);
    StringBuilder changed = new StringBuilder(raw);
    if (column < spans.size()) {
      int[] span = spans.get(column);
      changed.replace(span[0], span[1], quoted(value));
    } else {
      changed.append(Character.toString(form.separator).repeat(column - spans.size() + 1));
      changed.append(quoted(value));
    }
    List<Line> all = new ArrayList<>(lines);
    all.set(row - 1, new Line(changed.toString(), lines.get(row - 1).end));
    return new WrittenTable(form, all);
  }

  /// A row as this table would write it.
  String raw(List<String> cells) {
    return String.join(
        Character.toString(form.separator), cells.stream().map(this::quoted).toList());
  }

  /// The same text with one more row as it was written.
  WrittenTable withRaw(int after, String raw) {
    List<Line> all = new ArrayList<>(lines);
    String end = lines.isEmpty() || lines.getFirst().end.isEmpty() ? "\n" : lines.getFirst().end;
    if (after > 0 && after == all.size() && all.getLast().end.isEmpty()) {
      all.set(after - 1, new Line(all.getLast().raw, end));
      all.add(new Line(raw, ""));
    } else {
      all.add(after, new Line(raw, end));
    }
    return new WrittenTable(form, all);
  }

  /// The same text without a row.
  public WrittenTable without(int row) {
    List<Line> all = new ArrayList<>(lines);
    Line gone = all.remove(row - 1);
    if (gone.end.isEmpty() && !all.isEmpty()) {
      all.set(all.size() - 1, new Line(all.getLast().raw, ""));
    }
    return new WrittenTable(form, all);
  }

  /// A row as it was written.
  String raw(int row) {
    return lines.get(row - 1).raw;
  }
}
