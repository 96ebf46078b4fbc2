package org.tonle.lab;

import java.util.List;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.folder.sheet.Row;
import org.tonle.model.Observation;
import org.tonle.problem.Figure;

/// Laboratory row: one measured value, with what tells it from others.
///
/// @param key station, place, day, months, constituent and statistic: two rows with one key are the
///   same sample
record LabRow(Row row, List<String> key) {
  private static final double SAME = 1e-6;

  static LabRow of(Row row) {
    return new LabRow(
        row,
        List.of(
            row.text("station"),
            row.text("place"),
            row.moment("date"),
            row.months("months").toString(),
            row.text("constituent"),
            row.text("statistic")));
  }

  /// Whether another row of the same key has the same value, in whatever unit.
  boolean hasValueOf(LabRow other) {
    double one = kernel();
    double two = other.kernel();
    return bound() == other.bound() && StrictMath.abs(one - two) <= SAME * StrictMath.max(one, two);
  }

  private Observation.Bound bound() {
    return row.bounded("value").bound();
  }

  private double kernel() {
    double written = row.bounded("value").value();
    return ConcentrationUnit.find(row.text("unit")).map(u -> u.toKernel(written)).orElse(written);
  }

  String value() {
    String sign =
        switch (bound()) {
          case EXACT -> "";
          case BELOW -> "<";
          case ABOVE -> ">";
        };
    return sign + Figure.of(row.bounded("value").value()) + " " + row.text("unit");
  }
}
