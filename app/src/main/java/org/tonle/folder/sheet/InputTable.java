package org.tonle.folder.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tonle.folder.schema.Column;
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
    List<Digest> digests = new ArrayList<>();
    MessageDigest digest = sha256();
    String[] names = table.columns().stream().map(Column::name).toArray(String[]::new);
    StringBuilder said = new StringBuilder();
    for (int r = 0; r < sheet.rows().size(); r++) {
      Row row = sheet.rows().get(r);
      String[] meant = new String[names.length];
      said.setLength(0);
      for (int c = 0; c < names.length; c++) {
        meant[c] = row.meant(c);
        if (!meant[c].isEmpty()) {
          said.append(names[c]).append('\0').append(meant[c]).append('\0');
        }
      }
      digests.add(Digest.of(digest.digest(said.toString().getBytes(StandardCharsets.UTF_8))));
      if (sheet.isKept()) {
        kept.add(new InputRow(row.number(), List.of(sheet.typed().get(r)), List.of(meant)));
      }
    }
    if (!table.file().equals(Schema.SEASONS)) {
      digests.sort(Comparator.naturalOrder());
    }
    digests.forEach(d -> digest.update(d.bytes));
    String hash = HexFormat.of().formatHex(digest.digest());
    return new InputTable(table, sheet.separator(), hash, sheet.rows().size(), kept);
  }

  /// Digest of a row.
  ///
  /// @param head its first bytes, in whose order digests are sorted
  private record Digest(long head, byte[] bytes) implements Comparable<Digest> {
    /// Turns the order of signed bytes into that of unsigned ones.
    private static final long SIGNS = 0x8080808080808080L;

    static Digest of(byte[] bytes) {
      return new Digest(ByteBuffer.wrap(bytes).getLong() ^ SIGNS, bytes);
    }

    @Override
    public int compareTo(Digest other) {
      int first = Long.compareUnsigned(head, other.head);
      return first != 0 ? first : Arrays.compare(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
