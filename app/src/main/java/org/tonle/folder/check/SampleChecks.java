package org.tonle.folder.check;

import java.util.HashMap;
import java.util.Map;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.problem.Figure;

/// Checks that no sample stands twice, in the same or in another unit, and that no two of one day
/// contradict one another: either doubles the number of samples without a word.
public final class SampleChecks {
  private static final double SAME = 1e-6;

  private final Sheets sheets;
  private final Problems problems;

  public SampleChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  public void run() {
    Map<String, Row> first = new HashMap<>();
    for (Row row : sheets.rows(Schema.OBSERVATIONS)) {
      if (row.has("value") && (row.has("date") || row.has("months"))) {
        Row before = first.putIfAbsent(sample(row), row);
        if (before != null) {
          compare(before, row);
        }
      }
    }
  }

  private static String sample(Row row) {
    return String.join(
        "\t",
        row.text("station"),
        row.text("place"),
        row.moment("date"),
        row.months("months").toString(),
        row.text("constituent"),
        row.text("statistic"));
  }

  private void compare(Row before, Row row) {
    double one = value(before);
    double other = value(row);
    boolean isSame =
        StrictMath.abs(one - other) <= SAME * StrictMath.max(one, other)
            && before.bounded("value").bound() == row.bounded("value").bound();
    problems.warn(
        isSame ? "sample_stands_twice" : "samples_contradict",
        row.file(),
        row.number(),
        "value",
        told(before),
        told(row),
        Integer.toString(before.number()));
  }

  private static double value(Row row) {
    double written = row.bounded("value").value();
    return ConcentrationUnit.find(row.text("unit")).map(u -> u.toKernel(written)).orElse(written);
  }

  private static String told(Row row) {
    return Figure.of(row.bounded("value").value()) + " " + row.text("unit");
  }
}
