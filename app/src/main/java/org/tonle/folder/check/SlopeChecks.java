package org.tonle.folder.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.text.Cells;

/// Checks of altitudes: reaches drawn from mouth to source show as water that runs uphill, and so
/// does a node whose own altitude is wrong.
final class SlopeChecks {
  /// A node that lies so far from all its neighbours is wrong itself [m].
  private static final double FAR_M = 300;

  private final Sheets sheets;
  private final Problems problems;
  private final Map<String, Double> altitudes = new HashMap<>();

  SlopeChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
    sheets.rows(Schema.NODES).forEach(r -> altitudes.put(r.text("node"), r.number("altitude_m")));
  }

  void run() {
    Map<String, List<String>> neighbours = new HashMap<>();
    Set<String> uphill = new HashSet<>();
    for (Row row : sheets.rows(Schema.REACHES)) {
      String from = row.text("from_node");
      String to = row.text("to_node");
      if (altitude(to) > altitude(from) && !row.flag("reverses")) {
        uphill.add(from);
        uphill.add(to);
        problems.warn(
            "reach_runs_uphill",
            row.file(),
            row.number(),
            "from_node",
            "",
            row.text("reach")
                + ": "
                + Cells.plain(altitude(from))
                + " → "
                + Cells.plain(altitude(to))
                + " m",
            to + " → " + from);
      }
      neighbours.computeIfAbsent(from, n -> new ArrayList<>()).add(to);
      neighbours.computeIfAbsent(to, n -> new ArrayList<>()).add(from);
    }
    for (Row row : sheets.rows(Schema.NODES)) {
      if (uphill.contains(row.text("node"))) {
        node(row, neighbours.getOrDefault(row.text("node"), List.of()));
      }
    }
  }

  private double altitude(String node) {
    return altitudes.getOrDefault(node, Double.NaN);
  }

  private void node(Row row, List<String> neighbours) {
    double own = row.number("altitude_m");
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (String neighbour : neighbours) {
      double other = altitude(neighbour);
      if (StrictMath.abs(other - own) < FAR_M) {
        return;
      }
      least = other < least ? other : least;
      most = other > most ? other : most;
    }
    if (most >= least) {
      problems.warn(
          "unusual_value",
          row.file(),
          row.number(),
          "altitude_m",
          Cells.plain(least) + " … " + Cells.plain(most) + " m",
          Cells.plain(own),
          "");
    }
  }
}
