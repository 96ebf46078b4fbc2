package org.tonle.folder.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.problem.Figure;

/// Checks of wastewater against the river that takes it: a town or factory with more water than its
/// river has, in its wettest season, is a unit gone wrong.
public final class RiverChecks {
  private static final double SECONDS_PER_DAY = 86_400;

  private final Sheets sheets;
  private final Problems problems;
  private final Map<String, Double> ofReach = new HashMap<>();
  private final Map<String, Double> ofNode = new HashMap<>();

  public RiverChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  public void run() {
    for (Row row : sheets.rows(Schema.REACH_SEASONS)) {
      double q = StrictMath.abs(row.number("discharge_m3_per_s", 0));
      ofReach.merge(row.text("reach"), q, StrictMath::max);
    }
    for (Row row : sheets.rows(Schema.REACHES)) {
      double q = ofReach.getOrDefault(row.text("reach"), 0.0);
      ofNode.merge(row.text("from_node"), q, Double::sum);
      ofNode.merge(row.text("to_node"), q, Double::sum);
    }
    sheets.ids(Schema.LAKES).forEach(ofNode::remove);
    for (Row row : sheets.rows(Schema.INDUSTRY)) {
      compare(row, "wastewater_m3_per_d", row.number("wastewater_m3_per_d"));
    }
    Map<String, Row> divided = new HashMap<>();
    Set<String> towns = new HashSet<>();
    sheets.rows(Schema.SEWERSHEDS).forEach(r -> towns.add(r.text("town")));
    for (Row row : sheets.rows(Schema.TOWNS)) {
      if (towns.contains(row.text("town"))) {
        divided.put(row.text("town"), row);
      } else {
        double water = water_m3_per_d(row.number("population"), row);
        compare(row, "wastewater_l_per_d", water);
        compare(row, "population", water);
      }
    }
    for (Row row : sheets.rows(Schema.SEWERSHEDS)) {
      Row town = divided.get(row.text("town"));
      if (town != null) {
        compare(row, "people", water_m3_per_d(row.number("people"), town));
      }
    }
    for (Row row : sheets.rows(Schema.ABSTRACTIONS)) {
      compare(row, "discharge_m3_per_s", row.number("discharge_m3_per_s") * SECONDS_PER_DAY);
    }
  }

  private static double water_m3_per_d(double people, Row town) {
    return people * town.number("wastewater_l_per_d") / 1000;
  }

  private void compare(Row row, String column, double water_m3_per_d) {
    Map<String, Double> rivers = row.has("node") ? ofNode : ofReach;
    String place =
        row.has("node") || row.file().equals(Schema.ABSTRACTIONS)
            ? row.text("node")
            : row.text("reach");
    double river = rivers.getOrDefault(place, Double.NaN);
    double water = water_m3_per_d / SECONDS_PER_DAY;
    if (water > river && river > 0) {
      problems.warn(
          "more_than_its_river",
          row.file(),
          row.number(),
          column,
          place + ": " + Figure.of(river) + " m³/s",
          Figure.of(water) + " m³/s",
          "");
    }
  }
}
