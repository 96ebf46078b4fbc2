package org.tonle.folder.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.convert.QuantityUnit;
import org.tonle.convert.QuantityUnit.Dimension;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.model.Observation;
import org.tonle.problem.Figure;

/// Checks that no part of a constituent is above its whole in the same water, waste or sample:
/// ammonia nitrogen above total nitrogen is a unit or a cell gone wrong.
public final class PartChecks {
  /// Laboratories differ by some percent between methods.
  private static final double TOLERANCE = 1.1;

  private static final Map<String, String> WHOLE_OF =
      Map.of(
          "NH4-N", "TN", "NO3-N", "TN", "NO2-N", "TN", "PO4-P", "TP", "BOD", "COD", "BOD5", "COD",
          "COD-Mn", "COD");

  private final Sheets sheets;
  private final Problems problems;
  private final Map<String, Map<String, List<Row>>> samples = new LinkedHashMap<>();

  public PartChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  public void run() {
    for (String file :
        List.of(Schema.WATERS, Schema.EFFLUENTS, Schema.FACTORS, Schema.OBSERVATIONS)) {
      samples.clear();
      for (Row row : sheets.rows(file)) {
        String constituent = row.text("constituent");
        boolean isPart = WHOLE_OF.containsKey(constituent) || WHOLE_OF.containsValue(constituent);
        if (isPart && row.has("value")) {
          samples
              .computeIfAbsent(sample(row), k -> new HashMap<>())
              .computeIfAbsent(constituent, k -> new ArrayList<>())
              .add(row);
        }
      }
      samples.values().forEach(this::sample);
    }
  }

  /// What makes rows ones of one water: in factors one kind and key.
  private static String sample(Row row) {
    return switch (row.file()) {
      case Schema.WATERS -> row.text("water") + "\t" + row.text("season");
      case Schema.EFFLUENTS -> row.text("source") + "\t" + row.text("season");
      case Schema.FACTORS -> row.text("kind") + "\t" + row.text("key");
      default ->
          String.join(
              "\t",
              row.text("station"),
              row.text("place"),
              row.date("date").map(Object::toString).orElse(row.months("months").toString()),
              row.text("statistic"));
    };
  }

  private void sample(Map<String, List<Row>> rows) {
    WHOLE_OF.forEach(
        (part, whole) -> {
          List<Row> parts = rows.getOrDefault(part, List.of());
          List<Row> wholes = rows.getOrDefault(whole, List.of());
          if (parts.size() == 1 && wholes.size() == 1) {
            compare(parts.getFirst(), wholes.getFirst());
          }
        });
  }

  private void compare(Row part, Row whole) {
    double low = value(part);
    double high = value(whole);
    if (low > TOLERANCE * high && high > 0) {
      for (Row row : List.of(part, whole)) {
        problems.warn(
            "part_above_whole",
            row.file(),
            row.number(),
            "value",
            whole.text("constituent") + " " + Figure.of(high),
            part.text("constituent") + " " + Figure.of(low),
            "");
      }
    }
  }

  /// The value in grams or g/m³; NaN where it cannot be compared.
  static double value(Row row) {
    double written = row.number("value");
    if (row.file().equals(Schema.OBSERVATIONS)) {
      Row.Bounded bounded = row.bounded("value");
      boolean isExact = bounded.bound() == Observation.Bound.EXACT;
      boolean isSample = row.text("statistic").equals("sample");
      written = isExact && isSample ? bounded.value() : Double.NaN;
    }
    boolean isShare =
        row.file().equals(Schema.FACTORS)
            && List.of("passing", "retention", "delivery", "wash_off", "runoff")
                .contains(row.text("kind"));
    if (isShare) {
      return Double.NaN;
    }
    double value = written;
    String unit = row.text("unit");
    return ConcentrationUnit.find(unit)
        .map(u -> u.toKernel(value))
        .or(() -> QuantityUnit.find(unit, Dimension.LOAD).map(u -> u.toRecord(value)))
        .or(() -> QuantityUnit.find(unit, Dimension.EXPORT).map(u -> u.toRecord(value)))
        .or(() -> QuantityUnit.find(unit, Dimension.PER_PRODUCT).map(u -> u.toRecord(value)))
        .orElse(Double.NaN);
  }
}
