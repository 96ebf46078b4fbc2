package org.tonle.folder.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.problem.Figure;
import org.tonle.text.Cells;

/// Checks of the tables of sources and observations against each other.
public final class SourceChecks {
  /// A case of a few sources may be computed without spread on purpose.
  private static final int FEW_SOURCES = 3;

  private final Sheets sheets;
  private final Problems problems;

  public SourceChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  public void run() {
    for (String file :
        List.of(
            Schema.TOWNS,
            Schema.SEWERSHEDS,
            Schema.PLANTS,
            Schema.INDUSTRY,
            Schema.LIVESTOCK,
            Schema.LAND,
            Schema.RECEPTORS)) {
      sheets.rows(file).forEach(r -> place(r, true));
    }
    sheets.rows(Schema.SANITATION).forEach(r -> place(r, false));
    new PathChecks(sheets, problems).run();
    new SewershedChecks(sheets, problems).run();
    new WholeChecks(sheets, problems).run();
    spreads();
    new TownTwins(sheets, problems).run();
    new TwinChecks(sheets, problems).run();
    new WaterTwins(sheets, problems).run();
    sums(Schema.TOWNS, "population");
    sums(Schema.SEWERSHEDS, "people");
    sums(Schema.LIVESTOCK, "heads");
    sums(Schema.LAND, "area_km2");
    sums(Schema.PLANTS, "capacity_m3_per_d");
    sums(Schema.INDUSTRY, "wastewater_m3_per_d");
    sums(Schema.INDUSTRY, "employees");
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

  /// Without any spread all draws are equal: a probability of 1 then says nothing.
  private void spreads() {
    int sources = 0;
    for (String file :
        List.of(Schema.TOWNS, Schema.INDUSTRY, Schema.LIVESTOCK, Schema.LAND, Schema.PLANTS)) {
      sources += sheets.rows(file).size();
    }
    if (sources > FEW_SOURCES
        && sheets.rows(Schema.UNCERTAINTY).isEmpty()
        && !problems.hasErrors(Schema.UNCERTAINTY)) {
      problems.warn("no_uncertainty", Schema.UNCERTAINTY, 0, "", "", "", "");
    }
  }

  private void sums(String file, String column) {
    TotalRows.check(sheets.rows(file), column, problems);
  }

  /// Finds values that differ by a factor of about a thousand from the others of their station and
  /// constituent; if a station has few, from all others of the constituent.
  private void scales() {
    Map<String, List<Row>> stations = new TreeMap<>();
    Map<String, List<Row>> constituents = new TreeMap<>();
    for (Row row : sheets.rows(Schema.OBSERVATIONS)) {
      if (inMg(row) > 0) {
        String constituent = row.text("constituent");
        constituents.computeIfAbsent(constituent, k -> new ArrayList<>()).add(row);
        stations
            .computeIfAbsent(row.text("station") + "\t" + constituent, k -> new ArrayList<>())
            .add(row);
      }
    }
    Map<String, Double> middles = new HashMap<>();
    constituents.forEach((k, rows) -> middles.put(k, rows.size() < 4 ? Double.NaN : median(rows)));
    stations
        .values()
        .forEach(
            rows ->
                scale(
                    rows,
                    rows.size() < 5
                        ? middles.getOrDefault(rows.getFirst().text("constituent"), Double.NaN)
                        : median(rows)));
  }

  /// The value in mg/L; NaN if it counts organisms, which spread over decades anyway.
  private static double inMg(Row row) {
    return ConcentrationUnit.find(row.text("unit"))
        .filter(u -> !u.counts())
        .map(u -> u.toKernel(row.bounded("value").value()))
        .orElse(Double.NaN);
  }

  private static double median(List<Row> rows) {
    double[] values = rows.stream().mapToDouble(SourceChecks::inMg).sorted().toArray();
    return values[values.length / 2];
  }

  private void scale(List<Row> rows, double median) {
    for (Row row : rows) {
      double ratio = inMg(row) / median;
      if ((ratio > 300 && ratio < 3000) || (ratio < 1 / 300.0 && ratio > 1 / 3000.0)) {
        problems.warn(
            "unit_suspect",
            row.file(),
            row.number(),
            "value",
            "≈ " + Figure.of(median) + " mg/L",
            Cells.plain(row.bounded("value").value()) + " " + row.text("unit"),
            ratio > 1 ? "µg/L" : "mg/L");
      }
    }
  }
}
