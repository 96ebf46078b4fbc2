package org.tonle.folder.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.problem.Figure;

/// Checks for waters, reaches and receptors that stand twice under two ids: rows that agree in all
/// that is computed with.
final class WaterTwins {
  private final Sheets sheets;
  private final Problems problems;

  /// Table and the columns in which two of its rows agree if they are one.
  private record Kind(String file, List<String> words, List<String> sizes) {}

  private static final List<String> DISCHARGE = List.of("discharge_m3_per_s");

  private static final List<Kind> KINDS =
      List.of(
          new Kind(Schema.BOUNDARIES, List.of("node", "season", "water"), DISCHARGE),
          new Kind(Schema.INFLOWS, List.of("node", "season", "kind", "water"), DISCHARGE),
          new Kind(Schema.LOSSES, List.of("node", "season", "kind"), DISCHARGE),
          new Kind(Schema.ABSTRACTIONS, List.of("node", "season"), DISCHARGE),
          new Kind(
              Schema.REACHES,
              List.of("from_node", "to_node", "name", "name_zh", "name_km"),
              List.of("length_km")),
          new Kind(
              Schema.RECEPTORS,
              List.of("node", "reach", "kind", "standard", "class", "name"),
              List.of("position_km", "people")));

  WaterTwins(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  void run() {
    for (Kind kind : KINDS) {
      Map<String, Row> first = new HashMap<>();
      for (Row row : sheets.rows(kind.file)) {
        boolean isSomething = kind.sizes.stream().anyMatch(s -> row.number(s, 0) > 0);
        Row twin = isSomething ? first.putIfAbsent(what(kind, row), row) : null;
        if (twin != null && !id(twin).equals(id(row))) {
          problems.warn(
              "possible_twin", kind.file, row.number(), row.firstColumn(), "", id(row), id(twin));
        }
      }
    }
  }

  private static String id(Row row) {
    return row.text(row.firstColumn());
  }

  private static String what(Kind kind, Row row) {
    List<String> parts = new ArrayList<>();
    kind.words.forEach(w -> parts.add(row.text(w)));
    kind.sizes.forEach(s -> parts.add(row.has(s) ? Figure.of(row.number(s)) : ""));
    return String.join("\t", parts);
  }
}
