package org.tonle.folder;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Records of a file, parted by the separator that its header speaks for.
///
/// @param separator comma, semicolon or tab
/// @param rows all records; row number as a spreadsheet shows it is the index + 1
/// @param isBroken whether the file stops being a table after the last record
record Records(char separator, List<String[]> rows, boolean isBroken) {
  private static final char[] SEPARATORS = {',', ';', '\t'};

  /// A header stands within the first lines.
  private static final int HEAD = 8000;

  /// Millions of empty lines are one.
  private static final String[] EMPTY = {""};

  static Records parse(Table table, String text) {
    char best = ',';
    int most = -1;
    String head = text.length() > HEAD ? text.substring(0, HEAD) : text;
    for (char separator : SEPARATORS) {
      int known = Header.find(table, read(head, separator).rows).known();
      if (known > most) {
        most = known;
        best = separator;
      }
      if (known >= table.columns().stream().filter(Column::isRequired).count() && known > 1) {
        break;
      }
    }
    return read(text, best);
  }

  private static Records read(String text, char separator) {
    List<String[]> rows = new ArrayList<>();
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text);
    Iterator<CsvRecord> records = reader.iterator();
    try {
      while (records.hasNext()) {
        String[] row = records.next().getFields().toArray(String[]::new);
        share(row, rows.isEmpty() ? EMPTY : rows.getLast());
        rows.add(row.length == 1 && row[0].isEmpty() ? EMPTY : row);
      }
    } catch (CsvParseException e) {
      return new Records(separator, rows, true);
    }
    return new Records(separator, rows, false);
  }

  /// Cells that say what the cell above says are the same text in memory: most columns of a long
  /// table repeat a few words.
  private static void share(String[] row, String[] above) {
    for (int c = 0; c < StrictMath.min(row.length, above.length); c++) {
      if (row[c].equals(above[c])) {
        row[c] = above[c];
      }
    }
  }

  static boolean isBlank(String[] row) {
    for (String cell : row) {
      if (!Cells.trim(cell).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
