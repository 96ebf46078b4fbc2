package org.tonle.folder.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.problem.Figure;

/// Checks of the paths that a town's wastewater takes: a path to a plant needs a plant that
/// operates, and only such a path may name one; what goes into the ground says what the ground
/// keeps; and the shares of tanks and pits by how they are kept are parts of a whole.
final class PathChecks {
  private static final Set<String> TO_PLANT = Set.of("sewer_plant", "septic_emptied");
  private static final Set<String> INTO_GROUND = Set.of("septic", "septic_emptied", "pit");

  private static final List<String> KEPT = List.of("contained", "emptied", "drains");

  /// Shares are written with few digits, so that parts of 1 do not add up to it exactly.
  private static final double MOST = 1 + 1e-9;

  private final Sheets sheets;
  private final Problems problems;

  PathChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  void run() {
    Map<String, String> statusOf = new HashMap<>();
    sheets.rows(Schema.PLANTS).forEach(r -> statusOf.put(r.text("plant"), r.text("status")));
    boolean isSaid = sheets.rows(Schema.SANITATION).stream().anyMatch(r -> r.has("retention"));
    for (Row row : sheets.rows(Schema.SANITATION)) {
      String path = row.text("path");
      String plant = row.text("plant");
      String status = statusOf.getOrDefault(plant, "operating");
      if (path.equals("sewer_plant") && plant.isEmpty()) {
        problems.error(
            "missing_value", row.file(), row.number(), "plant", Schema.PLANTS, "", "sewer");
      } else if (!plant.isEmpty() && !path.isEmpty() && !TO_PLANT.contains(path)) {
        problems.error("path_without_plant", row.file(), row.number(), "plant", path, plant);
      } else if (!plant.isEmpty() && !status.equals("operating")) {
        problems.warn(
            "path_to_idle_plant",
            row.file(),
            row.number(),
            "plant",
            "operating",
            plant + ": " + status,
            "");
      }
      kept(row, path);
      boolean isBeside = isSaid && path.equals("none");
      if ((INTO_GROUND.contains(path) || isBeside) && !row.has("retention")) {
        problems.warn(
            "retention_not_said",
            row.file(),
            row.number(),
            "retention",
            "",
            row.text("town") + ": " + path,
            "");
      }
    }
  }

  /// How tanks and pits are kept: the shares are parts of one whole, and sewers have none.
  private void kept(Row row, String path) {
    double sum = 0;
    for (String column : KEPT) {
      double before = sum;
      sum += row.number(column, 0);
      if (row.has(column) && !path.isEmpty() && !INTO_GROUND.contains(path)) {
        problems.error("nothing_to_keep", row.file(), row.number(), column, "", path);
      } else if (before <= MOST && sum > MOST) {
        String parts = String.join(" + ", KEPT);
        String found = parts + " = " + Figure.of(sum);
        problems.error("kept_shares_above_1", row.file(), row.number(), column, "≤ 1", found);
      }
    }
  }
}
