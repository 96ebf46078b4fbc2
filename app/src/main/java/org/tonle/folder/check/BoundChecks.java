package org.tonle.folder.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.problem.Figure;

/// Checks of bounds: the lower is not above the upper, and what a study expects of its results is
/// of the size of its waters and its limits. A check with a slip fails, and then the model passes
/// for invalid where it is not.
public final class BoundChecks {
  private static final double FAR = 100;

  /// Unit of the built-in constituents that are no organisms.
  private static final String BUILT_IN = "mg/L";

  private final Sheets sheets;
  private final Problems problems;

  public BoundChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  public void run() {
    for (String file : List.of(Schema.CHECKS, Schema.PARAMETERS)) {
      for (Row row : sheets.rows(file)) {
        boolean isTurned =
            row.has("low") && row.has("high") && row.number("low") > row.number("high");
        if (isTurned) {
          error(row, "low", "≤ " + row.text("high"));
          error(row, "high", "≥ " + row.text("low"));
        }
      }
    }
    sizes();
  }

  private void error(Row row, String column, String expected) {
    problems.error("out_of_range", row.file(), row.number(), column, expected, row.text(column));
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
