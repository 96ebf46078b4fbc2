package org.tonle.lab;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Table;
import org.tonle.folder.sheet.Header;
import org.tonle.folder.sheet.Row;
import org.tonle.model.Observation;
import org.tonle.text.Cells;
import org.tonle.text.DecimalMark;
import org.tonle.text.Decoder;
import org.tonle.text.Records;

/// Table form: how an existing table is written, so that new rows are written alike: its columns in
/// their order, separator, decimal mark, line end and encoding.
final class TableForm {
  private final Table table;
  private final int[] at;
  private final double[] factors;
  private final char separator;
  private final boolean hasComma;
  private final String lineEnd;
  private final boolean endsOpen;
  private final Charset charset;

  private TableForm(Table table, Records records, Header header, String text, Charset charset) {
    this.table = table;
    at = header.at();
    factors = header.factors();
    separator = records.separator();
    hasComma = header.mark(table, records) == DecimalMark.COMMA;
    lineEnd = text.contains("\r\n") ? "\r\n" : text.indexOf('\n') >= 0 ? "\n" : lone(text);
    endsOpen = !text.isEmpty() && !text.endsWith("\n") && !text.endsWith("\r");
    this.charset = charset;
  }

  private static String lone(String text) {
    return text.indexOf('\r') >= 0 ? "\r" : "\n";
  }

  /// The form of a table that could be read without an error.
  static TableForm of(Table table, byte[] bytes) {
    Decoder.Text decoded = Decoder.decode(bytes);
    String text = decoded.text().orElse("");
    Charset charset =
        decoded.encoding().startsWith("UTF-16")
            ? Charset.forName(decoded.encoding())
            : StandardCharsets.UTF_8;
    Records records = Header.records(table, text);
    return new TableForm(table, records, Header.find(table, records.rows()), text, charset);
  }

  /// The header that a new table begins with.
  static String newHeader(Table table) {
    return table.columns().stream().map(Column::name).collect(Collectors.joining(",")) + "\n";
  }

  /// Columns that a row fills and the table does not have.
  List<String> lacking(Row row) {
    Set<Integer> own = IntStream.of(at).boxed().collect(Collectors.toSet());
    return IntStream.range(0, table.columns().size())
        .filter(c -> !own.contains(c) && row.has(table.columns().get(c).name()))
        .mapToObj(c -> table.columns().get(c).name())
        .toList();
  }

  /// The rows as the table's own bytes would go on.
  byte[] lines(List<Row> rows) {
    StringBuilder lines = new StringBuilder(endsOpen ? lineEnd : "");
    for (Row row : rows) {
      List<String> cells = new ArrayList<>();
      for (int c = 0; c < at.length; c++) {
        cells.add(at[c] < 0 ? "" : quoted(cell(row, table.columns().get(at[c]), factors[c])));
      }
      lines.append(String.join(Character.toString(separator), cells)).append(lineEnd);
    }
    return lines.toString().getBytes(charset);
  }

  private String cell(Row row, Column column, double factor) {
    if (!row.has(column.name())) {
      return "";
    }
    return switch (column.type()) {
      case DATE -> row.moment(column.name());
      case MONTHS -> months(row.months(column.name()));
      case BOUNDED -> bounded(row.bounded(column.name()), factor);
      default ->
          column.isNumeric() ? number(row.number(column.name()) / factor) : row.text(column.name());
    };
  }

  private String bounded(Row.Bounded value, double factor) {
    String sign =
        value.bound() == Observation.Bound.BELOW
            ? "<"
            : value.bound() == Observation.Bound.ABOVE ? ">" : "";
    return sign + number(value.value() / factor);
  }

  private String number(double value) {
    String plain = Cells.plain(value);
    return hasComma ? plain.replace('.', ',') : plain;
  }

  /// Months that follow one another as "6-9" or "12-2", others as "1;4;7".
  private static String months(List<Integer> months) {
    for (int i = 1; i < months.size(); i++) {
      if (months.get(i) != months.get(i - 1) % 12 + 1) {
        return months.stream().map(m -> Integer.toString(m)).collect(Collectors.joining(";"));
      }
    }
    return months.size() == 1
        ? Integer.toString(months.getFirst())
        : months.getFirst() + "-" + months.getLast();
  }

  private String quoted(String cell) {
    boolean isSafe =
        cell.indexOf(separator) < 0
            && cell.indexOf('"') < 0
            && cell.indexOf('\n') < 0
            && cell.indexOf('\r') < 0
            && cell.strip().equals(cell);
    return isSafe ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
