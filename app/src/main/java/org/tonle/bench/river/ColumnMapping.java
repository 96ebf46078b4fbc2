package org.tonle.bench.river;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where a network's file keeps a column: `Q`, `dist_nxt*0.001` or, for ids that are unique only
/// together, `basin_id+ID`.
///
/// @param names columns of the file; texts are joined by "/", numbers added
/// @param factor what a number is multiplied by
record ColumnMapping(List<String> names, double factor) {

  /// @param column as Tonle calls it
  /// @param columns where the user says it stands; its own name where nothing is said
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
