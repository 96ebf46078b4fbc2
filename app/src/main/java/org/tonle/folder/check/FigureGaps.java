package org.tonle.folder.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;

/// Gaps among figures: a key that has figures for some of the constituents that people or animals
/// make, and none for another. What is not said would count as nothing removed.
final class FigureGaps {
  private static final Map<String, String> MADE_BY =
      Map.of("passing", "per_person", "retention", "per_person", "per_person", "per_person");

  private final Sheets sheets;
  private final Problems problems;
  private final Map<String, Set<String>> made = new LinkedHashMap<>();

  FigureGaps(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  /// @param unused kind and key of figures to pass over
  void run(Set<String> unused) {
    Map<String, Row> first = new LinkedHashMap<>();
    Map<String, Set<String>> has = new LinkedHashMap<>();
    for (Row row : sheets.rows(Schema.FACTORS)) {
      String kind = row.text("kind");
      String constituent = row.text("constituent");
      if (kind.equals("per_person") && !constituent.isEmpty()) {
        made.computeIfAbsent(kind, k -> new TreeSet<>()).add(constituent);
      }
      String key = kind + "\t" + row.text("key");
      if (MADE_BY.containsKey(kind) && !unused.contains(key)) {
        first.putIfAbsent(key, row);
        has.computeIfAbsent(key, k -> new TreeSet<>()).add(constituent);
      }
    }
    first.forEach((key, row) -> check(row, has.getOrDefault(key, Set.of())));
  }

  private void check(Row row, Set<String> has) {
    Set<String> missing = new TreeSet<>();
    missing.addAll(made.getOrDefault(MADE_BY.getOrDefault(row.text("kind"), ""), Set.of()));
    missing.removeAll(has);
    if (!has.contains("") && !missing.isEmpty()) {
      problems.warn(
          "figure_gap",
          row.file(),
          row.number(),
          "constituent",
          String.join(", ", missing),
          row.text("kind") + " " + row.text("key"),
          "");
    }
  }
}
