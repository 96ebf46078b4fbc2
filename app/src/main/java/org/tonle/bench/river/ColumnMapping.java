package org.tonle.bench.river;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Mapping of a column to those of a network's file: `Q`, `dist_nxt*0.001` or, for ids that are
/// unique only together, `basin_id+ID`.
///
/// @param names columns of the file; texts are joined by "/", numbers added
/// @param factor multiplier of a number
record ColumnMapping(List<String> names, double factor) {

  /// @param column Tonle's name of the column
  /// @param columns the user's names of columns in the file; its own name if the user gives no name
  static ColumnMapping of(String column, Map<String, String> columns) {
    String said = columns.getOrDefault(column, column);
    int times = said.lastIndexOf('*');
    double factor = times < 0 ? 1 : Double.parseDouble(said.substring(times + 1).strip());
    String names = times < 0 ? said : said.substring(0, times);
    List<String> parts = new ArrayList<>();
    for (String name : names.split("\\+", -1)) {
      parts.add(name.strip());
    }
    return new ColumnMapping(parts, factor);
  }

  /// Columns that a header lacks.
  List<String> missingIn(List<String> header) {
    return names.stream().filter(name -> !header.contains(name)).toList();
  }

  /// Place of each name in a header that has them all.
  int[] places(List<String> header) {
    return names.stream().mapToInt(header::indexOf).toArray();
  }
}
