package org.tonle.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the tables of sources and observations must agree on among themselves.
final class SourceChecks {
  private static final double SHARE_TOLERANCE = 0.005;
  private static final double NEAR_DEG = 0.005;
  private static final double NEAR_PEOPLE = 0.05;

  private final Sheets sheets;
  private final Problems problems;

  SourceChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  void run() {
    for (String file :
        List.of(
            Schema.TOWNS,
            Schema.PLANTS,
            Schema.INDUSTRY,
            Schema.LIVESTOCK,
            Schema.LAND,
            Schema.RECEPTORS)) {
      sheets.rows(file).forEach(r -> place(r, true));
    }
    sheets.rows(Schema.SANITATION).forEach(r -> place(r, false));
    if (!problems.hasErrors(Schema.SANITATION)) {
      shares();
    }
    twins();
    sums(Schema.TOWNS, "population");
    sums(Schema.LIVESTOCK, "heads");
    sums(Schema.LAND, "area_km2");
    scales();
  }

  private void place(Row row, boolean isNeeded) {
    boolean node = row.has("node");
    boolean reach = row.has("reach");
    if (node && reach) {
      problems.error(
          "two_places",
          row.file(),
          row.number(),
          "node",
          "node | reach",
          row.text("node") + ", " + row.text("reach"));
    } else if (isNeeded && !node && !reach) {
      problems.error("missing_value", row.file(), row.number(), "node", "node | reach", "");
    }
  }

  private void shares() {
    Map<String, Double> sum = new TreeMap<>();
    Map<String, Integer> first = new HashMap<>();
    for (Row row : sheets.rows(Schema.SANITATION)) {
      sum.merge(row.text("town"), row.number("share", 0), Double::sum);
      first.putIfAbsent(row.text("town"), row.number());
    }
    sum.forEach(
        (town, all) -> {
          if (StrictMath.abs(all - 1) > SHARE_TOLERANCE) {
            problems.error(
                "shares_do_not_sum",
                Schema.SANITATION,
                first.getOrDefault(town, 0),
                "share",
                "1",
                town + ": " + Cells.plain(StrictMath.rint(all * 1e6) / 1e6));
          }
        });
    for (Row town : sheets.rows(Schema.TOWNS)) {
      if (!sum.containsKey(town.text("town"))) {
        problems.warn(
            "town_without_sanitation",
            Schema.TOWNS,
            town.number(),
            "town",
            Schema.SANITATION,
            town.text("town"),
            "");
      }
    }
  }

  /// One town under two spellings: near in place, and near in name or people.
  private void twins() {
    List<Row> towns =
        sheets.rows(Schema.TOWNS).stream().filter(r -> r.has("lon") && r.has("lat")).toList();
    List<Row> sorted = new ArrayList<>(towns);
    sorted.sort(java.util.Comparator.comparingDouble(r -> r.number("lat")));
    for (int i = 0; i < sorted.size(); i++) {
      Row one = sorted.get(i);
      for (int j = i + 1;
          j < sorted.size() && sorted.get(j).number("lat") - one.number("lat") < NEAR_DEG;
          j++) {
        Row other = sorted.get(j);
        if (StrictMath.abs(one.number("lon") - other.number("lon")) < NEAR_DEG
            && isAlike(one, other)) {
          Row later = one.number() > other.number() ? one : other;
          Row earlier = later == one ? other : one;
          problems.warn(
              "possible_twin",
              Schema.TOWNS,
              later.number(),
              "town",
              "",
              later.text("town") + " (" + later.text("name") + ")",
              earlier.text("town") + " (" + earlier.text("name") + ")");
        }
      }
    }
  }

  private static boolean isAlike(Row one, Row other) {
    double a = one.number("population", 0);
    double b = other.number("population", 0);
    boolean people = StrictMath.abs(a - b) <= NEAR_PEOPLE * StrictMath.max(a, b);
    String name = other.text("name");
    return people || !Nearest.of(one.text("name"), List.of(name)).isEmpty();
  }

  /// A last row that is the sum of all rows above it is a total under another name.
  private void sums(String file, String column) {
    List<Row> rows = sheets.rows(file);
    if (rows.size() < 4) {
      return;
    }
    double above = 0;
    for (int i = 0; i < rows.size() - 1; i++) {
      above += rows.get(i).number(column, 0);
    }
    Row last = rows.getLast();
    double value = last.number(column, 0);
    if (above > 0 && StrictMath.abs(value - above) <= 1e-6 * above) {
      problems.error(
          "total_row",
          file,
          last.number(),
          column,
          "",
          last.text(last.file().equals(Schema.TOWNS) ? "town" : "name"));
    }
  }

  /// Values a factor of about a thousand off the others of their station and constituent.
  private void scales() {
    Map<String, List<Row>> series = new TreeMap<>();
    for (Row row : sheets.rows(Schema.OBSERVATIONS)) {
      if (row.bounded("value").value() > 0) {
        series
            .computeIfAbsent(
                row.text("station") + "\t" + row.text("constituent") + "\t" + row.text("unit"),
                k -> new ArrayList<>())
            .add(row);
      }
    }
    series.values().forEach(this::scale);
  }

  private void scale(List<Row> rows) {
    if (rows.size() < 5) {
      return;
    }
    double[] values = rows.stream().mapToDouble(r -> r.bounded("value").value()).sorted().toArray();
    double median = values[values.length / 2];
    for (Row row : rows) {
      double ratio = row.bounded("value").value() / median;
      boolean isColiform = row.text("unit").contains("100");
      if (!isColiform
          && ((ratio > 300 && ratio < 3000) || (ratio < 1 / 300.0 && ratio > 1 / 3000.0))) {
        problems.warn(
            "unit_suspect",
            row.file(),
            row.number(),
            "value",
            "≈ " + Cells.plain(median) + " " + row.text("unit"),
            Cells.plain(row.bounded("value").value()),
            ratio > 1 ? "µg/L" : "mg/L");
      }
    }
  }
}
