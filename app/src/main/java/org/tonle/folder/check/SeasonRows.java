package org.tonle.folder.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;

/// Rows by season of tables that need not have one for every season: where an object has rows for
/// all seasons but one, that one is more often lost than zero.
final class SeasonRows {
  /// Tables in which a season without a row says something.
  private static final Set<String> LEFT_OUT =
      Set.of(
          Schema.SEASONS,
          Schema.STANDARDS,
          Schema.REACH_SEASONS,
          Schema.LAKE_SEASONS,
          Schema.SOURCE_SEASONS,
          Schema.UNCERTAINTY,
          Schema.CHECKS,
          Schema.RATES);

  private final Sheets sheets;
  private final Problems problems;

  SeasonRows(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  void run() {
    for (Table table : Schema.TABLES) {
      boolean isChecked =
          table.key().contains("season")
              && !LEFT_OUT.contains(table.file())
              && !problems.hasErrors(table.file());
      if (isChecked) {
        check(table);
      }
    }
  }

  private void check(Table table) {
    List<String> keys = table.key().stream().filter(k -> !k.equals("season")).toList();
    Map<String, List<Row>> objects = new LinkedHashMap<>();
    for (Row row : sheets.rows(table.file())) {
      String object = String.join(" ", keys.stream().map(row::text).toList());
      objects.computeIfAbsent(object, o -> new ArrayList<>()).add(row);
    }
    objects.forEach(this::object);
  }

  private void object(String object, List<Row> rows) {
    Set<String> missing = new LinkedHashSet<>(sheets.ids(Schema.SEASONS));
    int seasons = missing.size();
    rows.forEach(r -> missing.remove(r.text("season")));
    boolean isAll = rows.stream().anyMatch(r -> !r.has("season"));
    if (!isAll && missing.size() == 1 && seasons > 2) {
      problems.warn(
          "season_without_row",
          rows.getFirst().file(),
          rows.getFirst().number(),
          "season",
          String.join(", ", missing),
          object,
          "");
    }
  }
}
