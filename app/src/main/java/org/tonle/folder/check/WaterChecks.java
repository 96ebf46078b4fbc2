package org.tonle.folder.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.text.Cells;

/// Checks of the tables of water against each other.
public final class WaterChecks {
  private static final double NEAR = 1e-6;

  private final Sheets sheets;
  private final Problems problems;

  public WaterChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  public void run() {
    if (!problems.hasErrors(Schema.SEASONS)) {
      seasons();
    }
    if (!problems.hasErrors(Schema.SEASONS)) {
      new SeasonChecks(sheets, problems).run();
    }
    everySeason(Schema.REACHES, "reach", Schema.REACH_SEASONS);
    everySeason(Schema.LAKES, "lake", Schema.LAKE_SEASONS);
    reversals();
    selfLoops();
    if (!problems.hasErrors(Schema.REACH_SEASONS)) {
      fractions();
    }
    deliveries();
    lakeVolumes();
    new LakeChecks(sheets, problems).run();
    new SlopeChecks(sheets, problems).run();
    meetings();
    if (!problems.hasErrors(Schema.REACHES) && !problems.hasErrors(Schema.NODES)) {
      ReachTurns.check(sheets, problems);
      boolean isWhole =
          List.of(Schema.REACH_SEASONS, Schema.INFLOWS, Schema.BOUNDARIES, Schema.LAKE_SEASONS)
              .stream()
              .noneMatch(problems::hasErrors);
      if (isWhole) {
        new BalanceChecks(sheets, problems).run();
      }
    }
    if (!problems.hasErrors(Schema.SEASONS)) {
      new SeasonRows(sheets, problems).run();
    }
  }

  private void seasons() {
    List<Integer> covered = new ArrayList<>();
    List<Row> rows = sheets.rows(Schema.SEASONS);
    for (Row row : rows) {
      covered.addAll(row.months("months"));
      if (!row.has("months") && !row.has("duration_d")) {
        problems.error(
            "missing_value", Schema.SEASONS, row.number(), "months", "6-9 | duration_d", "");
      }
    }
    boolean byMonths = !rows.isEmpty() && rows.stream().allMatch(r -> r.has("months"));
    if (byMonths && (covered.size() != 12 || new HashSet<>(covered).size() != 12)) {
      problems.error(
          "seasons_do_not_fill_year", Schema.SEASONS, 0, "months", "1 … 12", covered.toString());
    }
    boolean isMixed = !byMonths && rows.stream().anyMatch(r -> r.has("months"));
    if (isMixed) {
      problems.error("seasons_do_not_fill_year", Schema.SEASONS, 0, "months", "1 … 12", "");
    }
  }

  private void everySeason(String objects, String column, String file) {
    if (problems.hasErrors(file) || problems.hasErrors(Schema.SEASONS)) {
      return;
    }
    Map<String, Set<String>> has = new HashMap<>();
    for (Row row : sheets.rows(file)) {
      has.computeIfAbsent(row.text(column), k -> new HashSet<>()).add(row.text("season"));
    }
    for (Row object : sheets.rows(objects)) {
      Set<String> found = has.getOrDefault(object.text(column), Set.of());
      List<String> missing =
          sheets.ids(Schema.SEASONS).stream().filter(s -> !found.contains(s)).toList();
      if (!found.contains("") && !missing.isEmpty()) {
        problems.error(
            "missing_season", file, 0, column, String.join(", ", missing), object.text(column));
      }
    }
  }

  private void reversals() {
    Map<String, Boolean> reverses = new HashMap<>();
    sheets.rows(Schema.REACHES).forEach(r -> reverses.put(r.text("reach"), r.flag("reverses")));
    for (Row row : sheets.rows(Schema.REACH_SEASONS)) {
      double q = row.number("discharge_m3_per_s");
      if (q < 0 && !reverses.getOrDefault(row.text("reach"), false)) {
        problems.error(
            "negative_discharge",
            row.file(),
            row.number(),
            "discharge_m3_per_s",
            "≥ 0 m³/s",
            Cells.plain(q),
            row.text("reach"));
      }
    }
  }

  /// If every river that leaves a node in a season states its share, the shares must sum to 1. A
  /// row without a season holds in every season that has no row of its own.
  private void fractions() {
    Map<String, String> fromNode = new HashMap<>();
    sheets.rows(Schema.REACHES).forEach(r -> fromNode.put(r.text("reach"), r.text("from_node")));
    Map<String, Map<String, Row>> seasonsOf = new LinkedHashMap<>();
    for (Row row : sheets.rows(Schema.REACH_SEASONS)) {
      seasonsOf
          .computeIfAbsent(row.text("reach"), k -> new HashMap<>())
          .put(row.text("season"), row);
    }
    Map<String, List<Row>> leaving = new TreeMap<>();
    seasonsOf.forEach(
        (reach, seasons) -> {
          String node = fromNode.getOrDefault(reach, "");
          for (String season : sheets.ids(Schema.SEASONS)) {
            Row row = seasons.getOrDefault(season, seasons.get(""));
            if (row != null && row.number("discharge_m3_per_s") > 0 && !node.isEmpty()) {
              leaving.computeIfAbsent(node + "\t" + season, k -> new ArrayList<>()).add(row);
            }
          }
        });
    Set<List<Row>> known = new HashSet<>();
    for (Map.Entry<String, List<Row>> entry : leaving.entrySet()) {
      List<Row> rows = entry.getValue();
      if (!known.add(rows)) {
        continue;
      }
      double sum = rows.stream().mapToDouble(r -> r.number("fraction", 0)).sum();
      boolean allStated = rows.stream().allMatch(r -> r.has("fraction"));
      if (sum > 1 + NEAR || (allStated && sum < 1 - NEAR)) {
        problems.error(
            "fractions_do_not_sum",
            Schema.REACH_SEASONS,
            rows.getFirst().number(),
            "fraction",
            "1",
            entry.getKey().replaceFirst("\t.*", "") + ": " + Cells.plain(sum),
            String.join(", ", rows.stream().map(r -> r.text("reach")).toList()));
      }
    }
  }

  /// A reach that reverses has no fixed end at which its load could leave.
  private void deliveries() {
    for (Row row : sheets.rows(Schema.REACHES)) {
      if (row.has("delivers") && !row.flag("delivers") && row.flag("reverses")) {
        problems.error(
            "reversing_without_delivery",
            Schema.REACHES,
            row.number(),
            "delivers",
            "yes",
            row.text("reach"));
      }
    }
  }

  /// The volume at the end of a season must be that at the start of the next; the year is cyclic.
  private void lakeVolumes() {
    List<String> seasons = sheets.rows(Schema.SEASONS).stream().map(r -> r.text("season")).toList();
    Map<String, Row> rows = new HashMap<>();
    for (Row row : sheets.rows(Schema.LAKE_SEASONS)) {
      rows.put(row.text("lake") + "\t" + row.text("season"), row);
    }
    for (Row lake : sheets.rows(Schema.LAKES)) {
      for (int s = 0; s < seasons.size(); s++) {
        String id = lake.text("lake") + "\t";
        Row now = rows.getOrDefault(id + seasons.get(s), rows.get(id));
        Row next = rows.getOrDefault(id + seasons.get((s + 1) % seasons.size()), rows.get(id));
        if (now != null && next != null) {
          double end = now.number("volume_end_km3");
          double start = next.number("volume_start_km3");
          if (StrictMath.abs(end - start) > NEAR * StrictMath.max(end, start)) {
            problems.error(
                "lake_volumes_do_not_meet",
                next.file(),
                next.number(),
                "volume_start_km3",
                Cells.plain(end) + " km³",
                Cells.plain(start),
                lake.text("lake"));
          }
        }
      }
    }
  }

  private void selfLoops() {
    for (Row row : sheets.rows(Schema.REACHES)) {
      boolean stops = row.has("delivers") && !row.flag("delivers");
      boolean isOwn = row.text("from_node").equals(row.text("to_node"));
      if (row.has("from_node") && isOwn && !stops) {
        problems.error(
            "reach_to_itself",
            row.file(),
            row.number(),
            "to_node",
            "",
            row.text("reach") + ": " + row.text("to_node"));
      }
    }
  }

  /// Finds two reaches that end in one node that no reach leaves, though their river has another
  /// outlet: one of them may be drawn backwards.
  private void meetings() {
    Map<String, List<String>> into = new HashMap<>();
    Map<String, String> river = new HashMap<>();
    Set<String> left = new HashSet<>(sheets.ids(Schema.LAKES));
    for (Row row : sheets.rows(Schema.REACHES)) {
      String from = row.text("from_node");
      String to = row.text("to_node");
      into.computeIfAbsent(to, n -> new ArrayList<>()).add(row.text("reach"));
      left.add(from);
      if (row.flag("reverses")) {
        left.add(to);
      }
      river.put(ConnectedNodes.root(river, from), ConnectedNodes.root(river, to));
    }
    sheets.rows(Schema.LOSSES).forEach(r -> left.add(r.text("node")));
    Map<String, Integer> outlets = new HashMap<>();
    into.keySet().stream()
        .filter(n -> !left.contains(n))
        .forEach(n -> outlets.merge(ConnectedNodes.root(river, n), 1, Integer::sum));
    into.entrySet().stream()
        .filter(e -> e.getValue().size() > 1 && !left.contains(e.getKey()))
        .filter(e -> outlets.getOrDefault(ConnectedNodes.root(river, e.getKey()), 0) > 1)
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            e ->
                problems.warn(
                    "reaches_meet_at_an_end",
                    Schema.REACHES,
                    0,
                    "to_node",
                    "",
                    e.getKey() + ": " + String.join(", ", e.getValue()),
                    ""));
  }
}
