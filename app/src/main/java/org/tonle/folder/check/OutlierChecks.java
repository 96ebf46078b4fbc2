package org.tonle.folder.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.LimitRow;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.problem.Figure;

/// Checks of figures against their neighbours, for constituents whose usual size nobody knows: one
/// water a hundred times and more apart from all others, one class from the next.
final class OutlierChecks {
  private static final double FAR = 300;
  private static final double MUCH_CLEANER = 3;
  private static final double FAR_CLASSES = 100;

  private final Sheets sheets;
  private final Problems problems;

  OutlierChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  void run() {
    // Salt is what the sea has a thousand times more of.
    Set<String> salts = new HashSet<>();
    for (Row row : sheets.rows(Schema.CONSTITUENTS)) {
      if (row.text("kinetics").equals("conservative")) {
        salts.add(row.text("constituent"));
      }
    }
    Map<String, List<Row>> waters = new LinkedHashMap<>();
    for (Row row : sheets.rows(Schema.WATERS)) {
      if (value(row) > 0 && !salts.contains(row.text("constituent"))) {
        waters.computeIfAbsent(row.text("constituent"), c -> new ArrayList<>()).add(row);
      }
    }
    waters.values().forEach(rows -> apart(rows, FAR));
    wastes(waters);
    Map<String, List<Row>> classes = new LinkedHashMap<>();
    for (Row row : sheets.rows(Schema.STANDARDS)) {
      if (value(row) > 0) {
        classes.computeIfAbsent(LimitRow.scale(row), c -> new ArrayList<>()).add(row);
      }
    }
    classes.values().forEach(rows -> apart(rows, FAR_CLASSES));
  }

  /// Finds waste water that is far cleaner than the cleanest water it could enter, of constituents
  /// whose usual size nobody knows.
  private void wastes(Map<String, List<Row>> waters) {
    Map<String, Double> cleanest = new HashMap<>();
    waters.forEach(
        (constituent, rows) ->
            cleanest.put(
                constituent, rows.stream().mapToDouble(OutlierChecks::value).min().orElse(0)));
    for (String file : List.of(Schema.FACTORS, Schema.EFFLUENTS)) {
      for (Row row : sheets.rows(file)) {
        double least = cleanest.getOrDefault(row.text("constituent"), 0.0) / MUCH_CLEANER;
        double value = value(row);
        boolean isKnown = Sizes.isKnown("effluents", row.text("constituent"));
        if (!isKnown && value > 0 && value < least) {
          problems.warn(
              "unit_suspect",
              row.file(),
              row.number(),
              "value",
              "> " + Figure.of(least) + " mg/L",
              Figure.of(row.number("value")) + " " + row.text("unit"),
              "mg/L");
        }
      }
    }
  }

  /// The value in g/m³; NaN if it counts organisms, which spread over decades anyway.
  private static double value(Row row) {
    return ConcentrationUnit.find(row.text("unit"))
        .filter(u -> !u.counts())
        .map(u -> u.toKernel(row.number("value")))
        .orElse(Double.NaN);
  }

  /// Finds the largest or the smallest if it lies far from its nearest neighbour.
  private void apart(List<Row> rows, double far) {
    rows.sort(Comparator.comparingDouble(OutlierChecks::value));
    int last = rows.size() - 1;
    if (last < 1) {
      return;
    }
    boolean isLow = value(rows.get(1)) > far * value(rows.getFirst());
    boolean isHigh = value(rows.get(last)) > far * value(rows.get(last - 1));
    if (isLow) {
      warn(rows.getFirst(), rows.get(1), "mg/L");
    }
    if (isHigh) {
      warn(rows.get(last), rows.get(last - 1), "µg/L");
    }
  }

  private void warn(Row row, Row nearest, String fits) {
    problems.warn(
        "unit_suspect",
        row.file(),
        row.number(),
        "value",
        "≈ " + Figure.of(value(nearest)) + " mg/L",
        Figure.of(row.number("value")) + " " + row.text("unit"),
        fits);
  }
}
