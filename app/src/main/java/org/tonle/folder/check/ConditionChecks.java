package org.tonle.folder.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.problem.Figure;
import org.tonle.problem.Nearest;

/// Checks that the study can evaluate its limits: every parameter on which a limit depends has a
/// value in conditions.csv, and every limit has a season and a range in which it can bind.
public final class ConditionChecks {
  private static final List<String> OF_PARAMETER =
      List.of("parameter_from", "parameter_below", "parameter_exponent");

  private final Sheets sheets;
  private final Problems problems;

  public ConditionChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  public void run() {
    Set<String> stated = new TreeSet<>();
    sheets.rows(Schema.CONDITIONS).forEach(r -> stated.add(r.text("parameter")));
    Set<String> wanted = new HashSet<>();
    for (Row row : sheets.rows(Schema.STANDARDS)) {
      wanted.add(row.text("parameter"));
      parameter(row, stated);
      months(row);
    }
    Set<String> told = new HashSet<>(wanted);
    for (Row row : sheets.rows(Schema.CONDITIONS)) {
      acid(row);
      if (row.has("parameter") && told.add(row.text("parameter"))) {
        problems.warn(
            "condition_unused",
            row.file(),
            row.number(),
            "parameter",
            String.join(" | ", wanted.stream().filter(w -> !w.isEmpty()).sorted().toList()),
            row.text("parameter"),
            Nearest.of(row.text("parameter"), wanted));
      }
    }
  }

  private void parameter(Row row, Set<String> stated) {
    String parameter = row.text("parameter");
    if (parameter.isEmpty()) {
      if (OF_PARAMETER.stream().anyMatch(row::has)) {
        problems.error("missing_value", row.file(), row.number(), "parameter", "", "");
      }
      return;
    }
    if (!stated.contains(parameter)) {
      problems.error(
          "condition_unknown",
          row.file(),
          row.number(),
          "parameter",
          String.join(" | ", stated),
          parameter,
          Nearest.of(parameter, stated));
      return;
    }
    int missing = missing(parameter);
    if (missing > 0) {
      problems.warn(
          "condition_missing",
          row.file(),
          row.number(),
          "parameter",
          Integer.toString(missing),
          parameter,
          row.text("constituent"));
    }
  }

  /// Number of reaches and lakes without a value in some season.
  private int missing(String parameter) {
    Set<String> seasons = new TreeSet<>(sheets.ids(Schema.SEASONS));
    Set<String> whole = new HashSet<>();
    Set<String> parts = new HashSet<>();
    for (Row row : sheets.rows(Schema.CONDITIONS)) {
      if (row.text("parameter").equals(parameter)) {
        String place = row.text("place");
        if (row.has("season")) {
          parts.add(place + "\t" + row.text("season"));
        } else {
          whole.add(place);
        }
      }
    }
    Set<String> places = new TreeSet<>(sheets.ids(Schema.REACHES));
    places.addAll(sheets.ids(Schema.LAKES));
    int missing = 0;
    for (String place : places) {
      boolean hasAll =
          whole.contains("")
              || whole.contains(place)
              || seasons.stream()
                  .allMatch(s -> parts.contains("\t" + s) || parts.contains(place + "\t" + s));
      missing += hasAll ? 0 : 1;
    }
    return missing;
  }

  /// A limit of months in which no season lies is judged nowhere.
  private void months(Row row) {
    List<Integer> months = row.months("months");
    boolean binds =
        months.isEmpty()
            || sheets.rows(Schema.SEASONS).stream()
                .map(s -> s.months("months"))
                .anyMatch(m -> 2 * m.stream().filter(months::contains).count() > m.size());
    if (!binds) {
      problems.warn(
          "limit_binds_never",
          row.file(),
          row.number(),
          "months",
          "",
          String.join(", ", months.stream().map(String::valueOf).toList()),
          "");
    }
  }

  /// A pH lies between 0 and 14.
  private void acid(Row row) {
    double value = row.number("value", 7);
    if (row.text("parameter").equalsIgnoreCase("ph") && !(value >= 0 && value <= 14)) {
      problems.error("out_of_range", row.file(), row.number(), "value", "0 … 14", Figure.of(value));
    }
  }
}
