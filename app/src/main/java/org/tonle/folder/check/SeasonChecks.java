package org.tonle.folder.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.problem.Figure;

/// Checks that the seasons make a year, and that the shape of a source's load over them covers the
/// year and averages to 1: else the load of the year changes by it.
final class SeasonChecks {
  private static final double LEAST_DAYS = 364.9;
  private static final double MOST_DAYS = 366.1;

  /// Factors are written with two digits or more.
  private static final double TOLERANCE = 0.01;

  static final double[] MONTH_DAYS = {31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private final Sheets sheets;
  private final Problems problems;

  SeasonChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  void run() {
    Map<String, Double> days = new LinkedHashMap<>();
    for (Row row : sheets.rows(Schema.SEASONS)) {
      double months = row.months("months").stream().mapToDouble(m -> MONTH_DAYS[m - 1]).sum();
      days.put(row.text("season"), months > 0 ? months : row.number("duration_d", 0));
    }
    double year = days.values().stream().mapToDouble(Double::doubleValue).sum();
    boolean byDays =
        !days.isEmpty() && sheets.rows(Schema.SEASONS).stream().noneMatch(r -> r.has("months"));
    if (byDays && (year < LEAST_DAYS || year > MOST_DAYS)) {
      for (Row row : sheets.rows(Schema.SEASONS)) {
        problems.error(
            "seasons_not_a_year",
            row.file(),
            row.number(),
            "duration_d",
            "365 … 366",
            Figure.of(year));
      }
    } else if (!problems.hasErrors(Schema.SOURCE_SEASONS)) {
      shapes(days, year);
    }
  }

  private void shapes(Map<String, Double> days, double year) {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    for (Row row : sheets.rows(Schema.SOURCE_SEASONS)) {
      rows.computeIfAbsent(row.text("source"), k -> new ArrayList<>()).add(row);
    }
    rows.forEach((source, own) -> shape(source, own, days, year));
  }

  private void shape(String source, List<Row> rows, Map<String, Double> days, double year) {
    Map<String, Double> factors = new HashMap<>();
    rows.forEach(r -> factors.put(r.text("season"), r.number("factor", 1)));
    List<String> missing = days.keySet().stream().filter(s -> !factors.containsKey(s)).toList();
    Row first = rows.getFirst();
    if (!missing.isEmpty()) {
      problems.error(
          "missing_season",
          first.file(),
          first.number(),
          "season",
          String.join(", ", missing),
          source);
      return;
    }
    double sum = 0;
    for (Map.Entry<String, Double> season : days.entrySet()) {
      sum += season.getValue() * factors.getOrDefault(season.getKey(), 1.0);
    }
    double mean = sum / year;
    if (StrictMath.abs(mean - 1) > TOLERANCE) {
      for (Row row : rows) {
        problems.error(
            "factors_not_around_one",
            row.file(),
            row.number(),
            "factor",
            "1",
            source + ": " + Figure.of(mean));
      }
    }
  }
}
