package org.tonle.folder.check;

import java.util.Set;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;

/// Checks of the shares that runoff carries: of land, animals and tanks only, and where the study
/// knows the runoff of its land.
final class WashOffChecks {
  /// Sewers bring what they carry in any weather; what rain spills is a share of `overflows.csv`.
  private static final Set<String> SEWERED =
      Set.of("sewered", "sewer", "sewer_plant", "industry", "park", "boundary");

  private final Sheets sheets;
  private final Problems problems;

  WashOffChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  void run() {
    boolean hasRunoff =
        sheets.rows(Schema.INFLOWS).stream()
            .anyMatch(r -> r.text("kind").equals("local") && r.number("discharge_m3_per_s", 0) > 0);
    for (Row row : sheets.rows(Schema.FACTORS)) {
      if (!row.text("kind").equals("wash_off")) {
        continue;
      }
      if (SEWERED.contains(row.text("key"))) {
        problems.error(
            "wash_off_not_of_land",
            row.file(),
            row.number(),
            "key",
            "on_site | livestock | land",
            row.text("key"));
      } else if (!hasRunoff && !problems.hasErrors(Schema.INFLOWS)) {
        problems.warn(
            "runoff_not_known",
            row.file(),
            row.number(),
            "key",
            Schema.INFLOWS,
            row.text("key"),
            "");
        return;
      }
    }
  }
}
