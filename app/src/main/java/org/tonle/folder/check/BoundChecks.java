package org.tonle.folder.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.problem.Figure;

/// Checks of bounds: the lower is not above the upper, since a range that holds nothing drops its
/// row in silence; and what a study expects of its results is of the size of its waters and its
/// limits. A check with a slip fails, and then the model passes for invalid where it is not.
public final class BoundChecks {
  /// Columns that bound something from below and from above, in whatever table they stand.
  private static final List<Pair> PAIRS =
      List.of(
          new Pair("low", "high", false),
          new Pair("min_discharge_m3_per_s", "max_discharge_m3_per_s", true),
          new Pair("capacity_from_m3_per_d", "capacity_to_m3_per_d", true),
          new Pair("from_m3_per_d", "to_m3_per_d", true),
          new Pair("min_depth_m", "max_depth_m", true),
          new Pair("temperature_from_c", "temperature_below_c", true),
          new Pair("parameter_from", "parameter_below", true));

  private static final double FAR = 100;

  /// Unit of the built-in constituents that are no organisms.
  private static final String BUILT_IN = "mg/L";

  private final Sheets sheets;
  private final Problems problems;

  /// @param isOpen whether the upper bound does not belong to the range
  private record Pair(String low, String high, boolean isOpen) {}

  public BoundChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  public void run() {
    for (Table table : Schema.TABLES) {
      for (Pair pair : PAIRS) {
        if (table.find(pair.low).isPresent() && table.find(pair.high).isPresent()) {
          sheets.rows(table.file()).forEach(row -> order(row, pair));
        }
      }
    }
    sizes();
  }

  private void order(Row row, Pair pair) {
    if (!row.has(pair.low) || !row.has(pair.high)) {
      return;
    }
    double low = row.number(pair.low);
    double high = row.number(pair.high);
    if (low > high || (low == high && pair.isOpen)) {
      error(row, pair.low, (pair.isOpen ? "< " : "≤ ") + Figure.of(high), low);
      error(row, pair.high, (pair.isOpen ? "> " : "≥ ") + Figure.of(low), high);
    }
  }

  private void error(Row row, String column, String expected, double found) {
    problems.error("out_of_range", row.file(), row.number(), column, expected, Figure.of(found));
  }

  private void sizes() {
    Map<String, double[]> sizes = new HashMap<>();
    for (String file : List.of(Schema.WATERS, Schema.STANDARDS)) {
      for (Row row : sheets.rows(file)) {
        double value = inKernelUnits(row.text("unit"), row.number("value"));
        if (value > 0) {
          double[] range =
              sizes.computeIfAbsent(row.text("constituent"), c -> new double[] {value, value});
          range[0] = StrictMath.min(range[0], value);
          range[1] = StrictMath.max(range[1], value);
        }
      }
    }
    Map<String, String> unitOf = new HashMap<>();
    for (Row row : sheets.rows(Schema.CONSTITUENTS)) {
      if (row.has("unit")) {
        unitOf.put(row.text("constituent"), row.text("unit"));
      }
    }
    for (Row row : sheets.rows(Schema.CHECKS)) {
      double[] range = sizes.get(row.text("constituent"));
      String unit = unitOf.getOrDefault(row.text("constituent"), BUILT_IN);
      for (String column : List.of("low", "high")) {
        double value = inKernelUnits(unit, row.number(column));
        if (range != null && value > 0 && (value < range[0] / FAR || value > range[1] * FAR)) {
          problems.warn(
              "unit_suspect",
              row.file(),
              row.number(),
              column,
              Figure.of(range[0]) + " … " + Figure.of(range[1]) + " mg/L",
              row.text(column) + " " + unit,
              unit);
        }
      }
    }
  }

  /// The value in g/m³; NaN if it counts organisms, which spread over decades anyway.
  private static double inKernelUnits(String unit, double value) {
    return ConcentrationUnit.find(unit)
        .filter(u -> !u.counts())
        .map(u -> u.toKernel(value))
        .orElse(Double.NaN);
  }
}
