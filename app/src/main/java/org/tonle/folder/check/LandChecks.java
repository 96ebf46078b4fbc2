package org.tonle.folder.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.LandFigures;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;

/// Checks of land: built-in figures are told, and the runoff that its export follows must be known
/// and used.
final class LandChecks {
  static final String RUNOFF = "runoff";
  private static final String DEPTH = "runoff_mm_per_a";

  private final Sheets sheets;
  private final Problems problems;

  LandChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  void run() {
    builtIn();
    Set<String> following = new TreeSet<>();
    for (Row row : sheets.rows(Schema.FACTORS)) {
      if (row.text("kind").equals(RUNOFF)) {
        following.add(row.text("key"));
        reference(row);
      }
    }
    for (Row row : sheets.rows(Schema.LAND)) {
      if (row.has(DEPTH) && !following.contains(row.text("land_use"))) {
        problems.warn(
            "runoff_not_used",
            row.file(),
            row.number(),
            DEPTH,
            row.text("land_use"),
            row.text("land"),
            "");
      }
    }
  }

  private void builtIn() {
    Set<String> uses = new TreeSet<>();
    LandFigures.of(sheets).forEach(r -> uses.add(r.text("key")));
    for (String use : uses) {
      String figures =
          LandFigures.of(sheets).stream()
              .filter(r -> r.text("key").equals(use) && r.text("kind").equals("export"))
              .map(r -> r.text("constituent") + " " + r.text("value") + " " + r.text("unit"))
              .collect(Collectors.joining(", "));
      problems.note("built_in_land", Schema.LAND, "land_use", figures, use);
    }
  }

  /// A depth of 0 divides nothing; a depth that no land states must follow from the water.
  private void reference(Row row) {
    if (!(row.number("value") > 0)) {
      problems.error(
          "out_of_range", row.file(), row.number(), "value", "> 0", row.number("value") + "");
      return;
    }
    boolean isStated =
        sheets.rows(Schema.LAND).stream()
            .filter(r -> r.text("land_use").equals(row.text("key")))
            .allMatch(r -> r.has(DEPTH));
    boolean hasInflow =
        sheets.rows(Schema.INFLOWS).stream()
            .anyMatch(r -> r.text("kind").equals("local") && r.number("discharge_m3_per_s", 0) > 0);
    boolean hasArea =
        sheets.rows(Schema.REACHES).stream().anyMatch(r -> r.number("area_km2", 0) > 0);
    boolean isRead = !problems.hasErrors(Schema.LAND);
    if (isRead && !isStated && !(hasInflow && hasArea)) {
      problems.warn(
          "runoff_depth_not_known",
          row.file(),
          row.number(),
          "key",
          Schema.LAND,
          row.text("key"),
          "");
    }
  }
}
