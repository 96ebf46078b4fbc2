package org.tonle.folder.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.LimitRow;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.problem.Figure;

/// Checks that the limits of a standard loosen from class to class: a class that is stricter than a
/// better one hides a breach or makes one up. Also that a limit is not of a time that ends before
/// it begins.
public final class LimitChecks {
  /// A class under another name by mistake has few limits.
  private static final int FEW = 2;

  private final Sheets sheets;
  private final Problems problems;

  public LimitChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  public void run() {
    Map<String, List<Row>> scales = new LinkedHashMap<>();
    for (Row row : sheets.rows(Schema.STANDARDS)) {
      boolean isOver =
          row.date("to").map(to -> row.date("from").map(to::isBefore).orElse(false)).orElse(false);
      if (isOver) {
        problems.error(
            "ends_before_it_begins",
            row.file(),
            row.number(),
            "to",
            row.date("from").map(LocalDate::toString).orElse(""),
            row.date("to").map(LocalDate::toString).orElse(""));
      }
      if (row.has("rank") && row.has("value")) {
        scales.computeIfAbsent(LimitRow.scale(row), k -> new ArrayList<>()).add(row);
      }
    }
    scales.values().forEach(this::scale);
    ranks();
    names();
  }

  private void scale(List<Row> rows) {
    rows.sort(Comparator.comparingDouble(r -> r.number("rank")));
    for (int i = 1; i < rows.size(); i++) {
      Row better = rows.get(i - 1);
      Row worse = rows.get(i);
      boolean isMinimum = worse.text("statistic").contains("min");
      double loosening = (value(worse) - value(better)) * (isMinimum ? -1 : 1);
      if (worse.number("rank") > better.number("rank") && loosening < 0) {
        for (Row row : List.of(better, worse)) {
          problems.warn(
              "limits_out_of_order",
              row.file(),
              row.number(),
              "value",
              better.text("class") + ": " + Figure.of(better.number("value")),
              worse.text("class") + ": " + Figure.of(worse.number("value")),
              worse.text("constituent"));
        }
      }
    }
  }

  private static double value(Row row) {
    if (LimitRow.isSaturation(row)) {
      return LimitRow.percent(row);
    }
    return ConcentrationUnit.find(row.text("unit"))
        .map(u -> u.toKernel(row.number("value")))
        .orElse(Double.NaN);
  }

  /// Finds a class of few limits beside a class of the same rank that has no such limits: one class
  /// under two names.
  private void names() {
    Map<String, Map<String, List<Row>>> ranks = new LinkedHashMap<>();
    for (Row row : sheets.rows(Schema.STANDARDS)) {
      ranks
          .computeIfAbsent(
              row.text("standard") + "\t" + row.number("rank", 0), k -> new LinkedHashMap<>())
          .computeIfAbsent(row.text("class"), c -> new ArrayList<>())
          .add(row);
    }
    for (Map<String, List<Row>> classes : ranks.values()) {
      classes.forEach(
          (name, rows) ->
              classes.forEach(
                  (other, more) -> {
                    boolean isPart =
                        rows.size() <= FEW
                            && (rows.size() < more.size() || isTogether(rows, more, ranks));
                    if (!name.equals(other) && isPart && !isAlso(rows, more)) {
                      rows.forEach(r -> name(r, other));
                    }
                  }));
    }
  }

  /// Whether a class of another rank has the limits of both: then theirs are of one class as well.
  private static boolean isTogether(
      List<Row> rows, List<Row> more, Map<String, Map<String, List<Row>>> ranks) {
    String standard = rows.getFirst().text("standard") + "\t";
    return ranks.entrySet().stream()
        .filter(e -> e.getKey().startsWith(standard))
        .flatMap(e -> e.getValue().values().stream())
        .filter(c -> c.getFirst().number("rank", 0) != rows.getFirst().number("rank", 0))
        .anyMatch(c -> isAlso(rows, c) && isAlso(more, c));
  }

  private static boolean isAlso(List<Row> rows, List<Row> more) {
    return rows.stream().anyMatch(r -> more.stream().anyMatch(m -> what(r).equals(what(m))));
  }

  private static String what(Row row) {
    return String.join("\t", row.text("waterbody"), row.text("constituent"), row.text("statistic"));
  }

  private void name(Row row, String other) {
    problems.warn(
        "rank_of_two_classes",
        row.file(),
        row.number(),
        "class",
        other,
        row.text("class"),
        row.text("standard"));
  }

  /// One class has one rank.
  private void ranks() {
    Map<String, Row> first = new LinkedHashMap<>();
    for (Row row : sheets.rows(Schema.STANDARDS)) {
      Row before = first.putIfAbsent(row.text("standard") + "\t" + row.text("class"), row);
      if (before != null
          && before.has("rank")
          && row.has("rank")
          && before.number("rank") != row.number("rank")) {
        problems.error(
            "rows_disagree",
            row.file(),
            row.number(),
            "rank",
            row.text("class"),
            Figure.of(row.number("rank")),
            Figure.of(before.number("rank")));
      }
    }
  }
}
