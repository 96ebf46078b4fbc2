package org.tonle.diff;

/// Difference in what two results were computed from.
///
/// @param part what differs: the part of a run that a result depends on
/// @param row row of the table before, as a spreadsheet counts; of a new row, after; 0 for none
/// @param key cells that name the row
/// @param column of the table, key of study.toml, or ""
public record Difference(
    Part part, int row, String key, String column, String before, String after) {

  static Difference of(Part part, String column, Object before, Object after) {
    return new Difference(part, 0, "", column, before.toString(), after.toString());
  }
}
