package org.tonle.folder.sheet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;

/// Table of a study as it was read: the unit in which inputs are stored and compared.
///
/// The hash is SHA-256 over what the rows say, not over how a file writes it. It does not know the
/// order of columns, empty and unknown columns, title lines, the separator, line ends, a byte-order
/// mark, decimal and thousands marks, signs of percent or the letter case of fixed words. It does
/// not know the order of rows either, except in seasons.csv, where it is the order of the year.
///
/// @param separator that parts the cells in the file
/// @param count number of rows
/// @param rows with their cells; none where the tables of the study are too large to be kept
public record InputTable(Table table, char separator, String hash, int count, List<InputRow> rows) {
  public InputTable {
    rows = List.copyOf(rows);
  }

  /// Row of an input table, one cell per column of the schema.
  ///
  /// @param number row as a spreadsheet counts
  /// @param typed cells as somebody typed them
  /// @param meant cells in one writing; equal texts mean the same
  public record InputRow(int number, List<String> typed, List<String> meant) {
    public InputRow {
      typed = List.copyOf(typed);
      meant = List.copyOf(meant);
    }
  }

  public String file() {
    return table.file();
  }

  /// Whether the rows are kept, not the hash alone.
  public boolean isWhole() {
    return rows.size() == count;
  }

  /// The same without the rows.
  public InputTable bare() {
    return new InputTable(table, separator, hash, count, List.of());
  }

  /// The same with the row numbers of the file that it was first read from.
  public InputTable numbered(List<Integer> numbers) {
    if (numbers.size() != rows.size()) {
      return this;
    }
    List<InputRow> again = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      again.add(new InputRow(numbers.get(r), rows.get(r).typed(), rows.get(r).meant()));
    }
    return new InputTable(table, separator, hash, count, again);
  }

  /// Size of the cells as they were typed.
  public long bytes() {
    long sum = 0;
    for (InputRow row : rows) {
      for (String cell : row.typed()) {
        sum += cell.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return sum;
  }

  static InputTable of(Sheet sheet) {
    Table table = sheet.table();
    List<InputRow> kept = new ArrayList<>();
    List<byte[]> digests = new ArrayList<>();
    MessageDigest digest = sha256();
    byte[][] names =
        table.columns().stream()
            .map(c -> c.name().getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    for (int r = 0; r < sheet.rows().size(); r++) {
      Row row = sheet.rows().get(r);
      String[] meant = new String[names.length];
      said.reset();
      for (int c = 0; c < names.length; c++) {
        meant[c] = row.meant(c);
        if (!meant[c].isEmpty()) {
          said.writeBytes(names[c]);
          said.write(0);
          said.writeBytes(meant[c].getBytes(StandardCharsets.UTF_8));
          said.write(0);
        }
      }
      digests.add(digest.digest(said.toByteArray()));
      if (sheet.isKept()) {
        kept.add(new InputRow(row.number(), List.of(sheet.typed().get(r)), List.of(meant)));
      }
    }
    if (!table.file().equals(Schema.SEASONS)) {
      digests.sort(Arrays::compare);
    }
    digests.forEach(digest::update);
    String hash = HexFormat.of().formatHex(digest.digest());
    return new InputTable(table, sheet.separator(), hash, sheet.rows().size(), kept);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
