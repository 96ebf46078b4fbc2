package org.tonle.folder.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.text.Cells;

/// Checks that units nest without a circle, and that their towns add up to the people counted: a
/// town that is listed twice, or not at all, shows in the sum of its province.
public final class UnitChecks {
  /// A town's share of even the smallest province is larger; rounding and one year's growth are
  /// smaller.
  private static final double TOLERANCE = 0.005;

  /// Most nested units to add up; no country has so deep a hierarchy.
  private static final int MOST_STEPS = 2_000_000;

  private final Sheets sheets;
  private final Problems problems;
  private int steps;
  private final Map<String, String> parentOf = new HashMap<>();

  public UnitChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
    sheets.rows(Schema.UNITS).forEach(r -> parentOf.put(r.text("unit"), r.text("parent")));
  }

  public void run() {
    boolean isTree = circles();
    boolean isWhole = !problems.hasErrors(Schema.UNITS) && !problems.hasErrors(Schema.TOWNS);
    if (isTree && isWhole) {
      towns();
      parts();
    }
  }

  /// Whether there are no circles; each circle is reported once.
  private boolean circles() {
    Set<String> done = new HashSet<>();
    boolean isTree = true;
    for (Row row : sheets.rows(Schema.UNITS)) {
      Set<String> path = new LinkedHashSet<>();
      String at = row.text("unit");
      while (!at.isEmpty() && !done.contains(at) && path.add(at)) {
        at = parentOf.getOrDefault(at, "");
      }
      if (path.contains(at)) {
        isTree = false;
        List<String> circle = new ArrayList<>(path);
        circle = circle.subList(circle.indexOf(at), circle.size());
        problems.error(
            "units_in_a_circle",
            Schema.UNITS,
            row.number(),
            "parent",
            "",
            String.join(" → ", circle) + " → " + at);
      }
      done.addAll(path);
    }
    return isTree;
  }

  /// Compares the people in the towns of each unit, and of all units in it, with the people
  /// counted.
  private void towns() {
    Map<String, List<Row>> townsIn = new HashMap<>();
    for (Row town : sheets.rows(Schema.TOWNS)) {
      townsIn.computeIfAbsent(town.text("unit"), u -> new ArrayList<>()).add(town);
    }
    Map<String, List<String>> parts = new HashMap<>();
    parentOf.forEach((u, parent) -> parts.computeIfAbsent(parent, p -> new ArrayList<>()).add(u));
    for (Row unit : sheets.rows(Schema.UNITS)) {
      if (unit.has("population")) {
        int year = (int) unit.number("population_year", 0);
        double sum = 0;
        ArrayDeque<String> open = new ArrayDeque<>(List.of(unit.text("unit")));
        while (!open.isEmpty() && steps < MOST_STEPS) {
          String at = open.remove();
          open.addAll(parts.getOrDefault(at, List.of()));
          List<Row> own = townsIn.getOrDefault(at, List.of());
          sum += own.stream().mapToDouble(t -> in(year, t)).sum();
          steps += 1 + own.size();
        }
        if (steps < MOST_STEPS) {
          compare(unit, sum, Schema.TOWNS);
        }
      }
    }
  }

  /// A town's people in a year, by its own growth; unchanged if no year is named.
  private static double in(int year, Row town) {
    double people = town.number("population", 0);
    double years = year == 0 ? 0 : year - town.number("base_year", year);
    return people * StrictMath.pow(1 + town.number("growth_percent_per_a", 0) / 100, years);
  }

  /// If all parts of a unit were counted in its year, they must sum to the whole.
  private void parts() {
    Map<String, List<Row>> parts = new HashMap<>();
    for (Row unit : sheets.rows(Schema.UNITS)) {
      parts.computeIfAbsent(unit.text("parent"), k -> new ArrayList<>()).add(unit);
    }
    for (Row unit : sheets.rows(Schema.UNITS)) {
      List<Row> own = parts.getOrDefault(unit.text("unit"), List.of());
      boolean isCounted =
          own.stream()
              .allMatch(
                  p ->
                      p.has("population")
                          && p.number("population_year", 0) == unit.number("population_year", 0));
      if (!own.isEmpty() && isCounted) {
        double sum = own.stream().mapToDouble(p -> p.number("population")).sum();
        compare(unit, sum, Schema.UNITS);
      }
    }
  }

  private void compare(Row unit, double sum, String file) {
    double counted = unit.number("population");
    if (StrictMath.abs(sum - counted) > TOLERANCE * counted) {
      double more = 100 * (sum - counted) / counted;
      problems.warn(
          "population_differs",
          Schema.UNITS,
          unit.number(),
          "population",
          Long.toString(StrictMath.round(counted)),
          unit.text("unit") + ": " + StrictMath.round(sum),
          file
              + " ("
              + (more > 0 ? "+" : "")
              + Cells.plain(StrictMath.rint(more * 10) / 10)
              + " %)");
    }
  }
}
