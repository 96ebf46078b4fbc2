package org.tonle.diff;

/// Difference in the inputs of two results.
///
/// @param part part of the inputs that differs
/// @param row row of the earlier table, as a spreadsheet counts; for a new row, of the later one; 0
///   for none
/// @param key cells that identify the row
/// @param column column of the table, key of study.toml, or ""
public record Difference(
    Part part, int row, String key, String column, String before, String after) {

  static Difference of(Part part, String column, Object before, Object after) {
    return new Difference(part, 0, "", column, before.toString(), after.toString());
  }
}
