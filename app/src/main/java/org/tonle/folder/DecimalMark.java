package org.tonle.folder;

/// What a table writes between whole and part of a number.
enum DecimalMark {
  POINT,
  COMMA,
  /// Neither is beyond doubt, or both stand in the table: 1.234 and 1,234 are then asked about.
  UNKNOWN;

  /// Told from the numbers themselves. A table parted by commas writes points unless a quoted
  /// number says otherwise.
  static DecimalMark of(Table table, Records records, Header header) {
    boolean isParted = records.separator() == ',';
    boolean comma = false;
    boolean point = isParted;
    for (int r = header.row() + 1; r < records.rows().size() && !(comma && point); r++) {
      String[] row = records.rows().get(r);
      for (int c = 0; c < StrictMath.min(row.length, header.at().length); c++) {
        if (isNumber(table, header.at()[c])) {
          comma |= row[c].indexOf(',') >= 0 && Cells.isSurelyComma(Cells.trim(row[c]));
          point |= !isParted && Cells.isSurelyPoint(Cells.trim(row[c]));
        }
      }
    }
    if (comma == point) {
      return UNKNOWN;
    }
    return comma ? COMMA : POINT;
  }

  private static boolean isNumber(Table table, int column) {
    if (column < 0) {
      return false;
    }
    Column of = table.columns().get(column);
    return of.isNumeric() || of.type() == Column.Type.BOUNDED;
  }
}
