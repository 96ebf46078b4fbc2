package org.tonle.folder.build;

import java.util.HashMap;
import java.util.Map;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.model.Entry;
import org.tonle.text.Cells;

/// Entries of loads into the water, as the rows of a study state them.
public final class Entries {
  private final Map<String, Double> length_km = new HashMap<>();
  private final Problems problems;

  public Entries(Sheets sheets, Problems problems) {
    this.problems = problems;
    sheets
        .rows(Schema.REACHES)
        .forEach(r -> length_km.put(r.text("reach"), r.number("length_km", 0)));
  }

  /// The row's place, or `otherwise` if it names no place.
  Entry of(Row row, Entry otherwise) {
    if (row.has("node")) {
      return Entry.atNode(row.text("node"));
    }
    if (!row.has("reach")) {
      return otherwise;
    }
    String reach = row.text("reach");
    double position_km = row.number("position_km", 0);
    double length = length_km.getOrDefault(reach, 0.0);
    if (position_km > length) {
      problems.error(
          "out_of_range",
          row.file(),
          row.number(),
          "position_km",
          "0 … " + Cells.plain(length) + " km",
          Cells.plain(position_km));
    }
    String how = row.text("where");
    if (how.equals("point") && !row.has("position_km")) {
      problems.error("missing_value", row.file(), row.number(), "position_km", "km", "");
    }
    if (how.equals("middle")) {
      return new Entry(Entry.How.MIDDLE, reach, 0);
    }
    boolean isPoint = how.equals("point") || (how.isEmpty() && row.has("position_km"));
    return isPoint
        ? new Entry(Entry.How.POINT, reach, position_km)
        : new Entry(Entry.How.UNIFORM, reach, 0);
  }
}
