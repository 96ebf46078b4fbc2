package org.tonle.folder.check;

import java.util.HashSet;
import java.util.Set;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Defaults;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;

/// Checks of model errors: oxygen has one in mg/L, other constituents one of the logarithm; a model
/// without error is a claim that needs a reason; and few stations show no spread.
public final class ModelErrorChecks {
  /// From fewer stations no spread is estimated.
  private static final int FEWEST = 5;

  private final Sheets sheets;
  private final Problems problems;

  public ModelErrorChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  public void run() {
    if (problems.hasErrors(Schema.MODEL_ERROR)) {
      return;
    }
    Set<String> oxygen = new HashSet<>();
    for (Row row : Defaults.load().constituents().rows()) {
      if (row.flag("oxygen")) {
        oxygen.add(row.text("constituent"));
      }
    }
    for (Row row : sheets.rows(Schema.CONSTITUENTS)) {
      if (row.has("oxygen") && !row.flag("oxygen")) {
        oxygen.remove(row.text("constituent"));
      } else if (row.flag("oxygen")) {
        oxygen.add(row.text("constituent"));
      }
    }
    for (Row row : sheets.rows(Schema.MODEL_ERROR)) {
      check(row, oxygen.contains(row.text("constituent")));
    }
  }

  private void check(Row row, boolean isOxygen) {
    String own = isOxygen ? "sd_mg_per_l" : "ln_sd";
    String other = isOxygen ? "ln_sd" : "sd_mg_per_l";
    if (row.has(other)) {
      problems.error(
          "model_error_of_other_kind",
          row.file(),
          row.number(),
          other,
          own,
          row.text("constituent"));
    } else if (!row.has(own)) {
      problems.error("missing_value", row.file(), row.number(), own, "", "");
    } else if (row.number(own, 1) == 0 && row.text("note").isEmpty()) {
      problems.warn(
          "model_without_error", row.file(), row.number(), "note", "", row.text("constituent"), "");
    }
    int stations = (int) row.number("stations", 0);
    if (row.text("basis").equals("left_out") && stations < FEWEST) {
      problems.warn(
          "model_error_of_few_stations",
          row.file(),
          row.number(),
          "stations",
          Integer.toString(FEWEST),
          Integer.toString(stations),
          "");
    }
  }
}
