package org.tonle.folder.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;

/// Twins among towns: one town under two spellings, near in place, and near in name or people.
/// Without coordinates its node or reach is its place. Work grows with the number of towns, not of
/// their pairs: only neighbours are compared and, in a crowd, only those next to each other by name
/// or people.
final class TownTwins {
  private static final double NEAR_DEG = 0.005;
  private static final double NEAR_PEOPLE = 0.05;

  /// Towns of one node and unit are compared from farther away: sources place a town by its market
  /// or by its middle, and count in other years.
  private static final double SAME_WATER_DEG = 0.02;

  private static final double SAME_WATER_PEOPLE = 0.1;

  /// In a larger crowd not every pair is compared.
  private static final int CROWD = 24;

  private static final int NEXT = 4;
  private static final List<Comparator<Row>> ORDERS =
      List.of(
          Comparator.comparing((Row r) -> r.text("name")),
          Comparator.comparing((Row r) -> new StringBuilder(r.text("name")).reverse().toString()),
          Comparator.comparing((Row r) -> r.text("name_zh")),
          Comparator.comparing((Row r) -> r.text("name_km")),
          Comparator.comparingDouble((Row r) -> r.number("population", 0)));

  private final Sheets sheets;
  private final Problems problems;
  private final Set<List<Integer>> told = new HashSet<>();
  private long compared;
  private boolean isFull;

  TownTwins(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  /// Reports twins.
  ///
  /// @return number of pairs compared
  long run() {
    Map<Cell, List<Row>> cells = new TreeMap<>();
    Map<String, List<Row>> places = new TreeMap<>();
    for (Row row : sheets.rows(Schema.TOWNS)) {
      if (row.has("lon") && row.has("lat")) {
        cells.computeIfAbsent(Cell.of(row), k -> new ArrayList<>()).add(row);
      } else {
        String place = row.text("node") + "\t" + row.text("reach") + "\t" + row.text("unit");
        places.computeIfAbsent(place, k -> new ArrayList<>()).add(row);
      }
    }
    Map<Cell, List<Row>> known = new HashMap<>(cells);
    cells.forEach(
        (cell, rows) -> {
          within(rows, true);
          cell.next().forEach(n -> between(rows, known.getOrDefault(n, List.of())));
        });
    places.values().forEach(rows -> within(rows, false));
    return compared;
  }

  /// Cell of a grid as wide as the distance at which twins may lie.
  private record Cell(long south, long west) implements Comparable<Cell> {
    static Cell of(Row row) {
      return new Cell(
          (long) StrictMath.floor(row.number("lat") / SAME_WATER_DEG),
          (long) StrictMath.floor(row.number("lon") / SAME_WATER_DEG));
    }

    /// Half of the cells around it, so that each pair of cells is met once.
    List<Cell> next() {
      return List.of(
          new Cell(south, west + 1),
          new Cell(south + 1, west - 1),
          new Cell(south + 1, west),
          new Cell(south + 1, west + 1));
    }

    @Override
    public int compareTo(Cell other) {
      int bySouth = Long.compare(south, other.south);
      return bySouth == 0 ? Long.compare(west, other.west) : bySouth;
    }
  }

  private void within(List<Row> rows, boolean byPlace) {
    if (rows.size() <= CROWD) {
      for (int i = 0; i < rows.size(); i++) {
        for (int j = i + 1; j < rows.size(); j++) {
          compare(rows.get(i), rows.get(j), byPlace);
        }
      }
      return;
    }
    for (Comparator<Row> order : ORDERS) {
      List<Row> sorted = new ArrayList<>(rows);
      sorted.sort(order);
      for (int i = 0; i < sorted.size(); i++) {
        for (int j = i + 1; j <= i + NEXT && j < sorted.size(); j++) {
          compare(sorted.get(i), sorted.get(j), byPlace);
        }
      }
    }
  }

  private void between(List<Row> rows, List<Row> others) {
    if (rows.size() > CROWD || others.size() > CROWD) {
      List<Row> all = new ArrayList<>(rows);
      all.addAll(others);
      if (!others.isEmpty()) {
        within(all, true);
      }
      return;
    }
    for (Row one : rows) {
      others.forEach(other -> compare(one, other, true));
    }
  }

  private void compare(Row one, Row other, boolean byPlace) {
    if (isFull) {
      return;
    }
    compared++;
    if (byPlace ? isTwinByPlace(one, other) : TwinChecks.isNamedAlike(one, other)) {
      tell(one, other);
    }
  }

  private static boolean isTwinByPlace(Row one, Row other) {
    double apart =
        StrictMath.max(
            StrictMath.abs(one.number("lon") - other.number("lon")),
            StrictMath.abs(one.number("lat") - other.number("lat")));
    if (apart < NEAR_DEG) {
      return isPeopleNear(one, other, NEAR_PEOPLE) || TwinChecks.isNamedAlike(one, other);
    }
    boolean isSameWater =
        apart < SAME_WATER_DEG
            && one.text("unit").equals(other.text("unit"))
            && one.text("node").equals(other.text("node"))
            && one.text("reach").equals(other.text("reach"));
    return isSameWater
        && (isPeopleNear(one, other, SAME_WATER_PEOPLE) || TwinChecks.isNamedAlike(one, other));
  }

  private static boolean isPeopleNear(Row one, Row other, double share) {
    double a = one.number("population", 0);
    double b = other.number("population", 0);
    return StrictMath.abs(a - b) <= share * StrictMath.max(a, b);
  }

  private void tell(Row one, Row other) {
    Row later = one.number() > other.number() ? one : other;
    Row earlier = later == one ? other : one;
    if (!told.add(List.of(earlier.number(), later.number()))) {
      return;
    }
    problems.warn(
        "possible_twin",
        Schema.TOWNS,
        later.number(),
        "town",
        "",
        later.text("town") + " (" + later.text("name") + ")",
        earlier.text("town") + " (" + earlier.text("name") + ")");
    isFull = problems.isFull("possible_twin", Schema.TOWNS);
  }
}
