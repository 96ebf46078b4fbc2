package org.tonle.folder.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tonle.convert.Tie;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.text.Cells;

/// Checks of the fringes of lakes: they lie within the lakes, and processes of fringes have some.
final class LakeChecks {
  private static final String FRINGE = "fringe_area_km2";

  private final Sheets sheets;
  private final Problems problems;

  LakeChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  void run() {
    if (problems.hasErrors(Schema.LAKE_SEASONS)) {
      return;
    }
    boolean isAnyFlooded = false;
    for (Row row : sheets.rows(Schema.LAKE_SEASONS)) {
      double fringe_km2 = row.number(FRINGE, 0);
      double area_km2 = row.number("area_km2");
      isAnyFlooded |= fringe_km2 > 0;
      if (!Tie.isMet(fringe_km2, area_km2, false)) {
        problems.error(
            "fringe_above_area",
            row.file(),
            row.number(),
            FRINGE,
            Cells.plain(area_km2) + " km²",
            Cells.plain(fringe_km2),
            row.text("lake"));
      }
    }
    if (!isAnyFlooded) {
      withoutFringe();
    }
  }

  /// Names processes of fringes in a study whose lakes have none.
  private void withoutFringe() {
    Set<String> ofFringes = new HashSet<>();
    for (Row row : sheets.rows(Schema.REACTIONS)) {
      if (List.of("fringe_release", "fringe_demand").contains(row.text("kind"))) {
        ofFringes.add(row.text("reaction"));
        named(row);
      }
    }
    sheets.rows(Schema.RATES).stream()
        .filter(r -> ofFringes.contains(r.text("reaction")))
        .forEach(this::named);
  }

  private void named(Row row) {
    if (row.number("value") > 0) {
      problems.warn(
          "fringe_not_stated",
          row.file(),
          row.number(),
          "reaction",
          Schema.LAKE_SEASONS + ": " + FRINGE,
          row.text("reaction"),
          "");
    }
  }
}
