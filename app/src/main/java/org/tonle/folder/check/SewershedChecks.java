package org.tonle.folder.check;

import java.util.ArrayList;
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
import org.tonle.model.Sewershed;
import org.tonle.problem.Figure;
import org.tonle.text.Cells;

/// Checks of the sewersheds of towns: their people, their ids, and the shares of their people on
/// each path.
final class SewershedChecks {
  private static final double SHARE_TOLERANCE = 0.005;
  private static final List<String> OTHER_SOURCES =
      List.of(Schema.TOWNS, Schema.PLANTS, Schema.INDUSTRY, Schema.LIVESTOCK, Schema.LAND);

  private final Sheets sheets;
  private final Problems problems;
  private final Map<String, Row> towns = new HashMap<>();
  private final Map<String, String> townOf = new HashMap<>();
  private final Map<String, List<Row>> sewershedsOf = new TreeMap<>();

  SewershedChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
    sheets.rows(Schema.TOWNS).forEach(r -> towns.putIfAbsent(r.text("town"), r));
    for (Row row : sheets.rows(Schema.SEWERSHEDS)) {
      townOf.putIfAbsent(row.text("sewershed"), row.text("town"));
      sewershedsOf.computeIfAbsent(row.text("town"), t -> new ArrayList<>()).add(row);
    }
  }

  void run() {
    ids();
    sewershedsOf.forEach(this::people);
    effluents();
    sheets.rows(Schema.SANITATION).forEach(this::ofItsTown);
    boolean isWhole =
        !problems.hasErrors(Schema.SEWERSHEDS) && !problems.hasErrors(Schema.SANITATION);
    shares(problems.hasErrors(Schema.SANITATION));
    if (isWhole) {
      paths();
    }
  }

  private void ids() {
    Map<String, String> taken = new HashMap<>();
    OTHER_SOURCES.forEach(f -> sheets.ids(f).forEach(id -> taken.putIfAbsent(id, f)));
    sewershedsOf.keySet().forEach(t -> taken.putIfAbsent(Sewershed.restOf(t), Schema.TOWNS));
    for (Row row : sheets.rows(Schema.SEWERSHEDS)) {
      String file = taken.get(row.text("sewershed"));
      if (file != null) {
        problems.error(
            "sewershed_id_taken",
            row.file(),
            row.number(),
            "sewershed",
            file,
            row.text("sewershed"));
      }
    }
  }

  /// Reports the row with which the people of a town's sewersheds become more than the town has.
  private void people(String town, List<Row> rows) {
    double all = towns.containsKey(town) ? towns.get(town).number("population") : Double.NaN;
    double most = all + Sewershed.rounding(rows.size());
    double sum = 0;
    for (Row row : rows) {
      double before = sum;
      sum += row.number("people", 0);
      if (before <= most && sum > most) {
        double whole = rows.stream().mapToDouble(r -> r.number("people", 0)).sum();
        problems.error(
            "sewersheds_above_town",
            row.file(),
            row.number(),
            "people",
            Cells.plain(all),
            town + ": " + Figure.of(whole));
      }
    }
  }

  /// An effluent is measured at one outfall.
  private void effluents() {
    for (Row row : sheets.rows(Schema.EFFLUENTS)) {
      List<Row> parts = sewershedsOf.getOrDefault(row.text("source"), List.of());
      if (!parts.isEmpty()) {
        problems.error(
            "effluent_of_divided_town",
            row.file(),
            row.number(),
            "source",
            String.join(" | ", parts.stream().map(p -> p.text("sewershed")).toList()),
            row.text("source"));
      }
    }
  }

  private void ofItsTown(Row row) {
    String sewershed = row.text("sewershed");
    String town = townOf.getOrDefault(sewershed, sewershed);
    boolean isDivided = sewershedsOf.containsKey(sewershed);
    boolean isKnown = townOf.containsKey(sewershed) || towns.containsKey(sewershed);
    if (isKnown && row.has("town") && (isDivided || !town.equals(row.text("town")))) {
      problems.error(
          "sewershed_of_another_town",
          row.file(),
          row.number(),
          "sewershed",
          row.text("town"),
          sewershed);
    }
  }

  /// The sewershed of a row; "" for the whole of a divided town, the town's id for one that is not.
  private String ownerOf(Row row) {
    boolean isDivided = sewershedsOf.containsKey(row.text("town"));
    return row.has("sewershed") || isDivided ? row.text("sewershed") : row.text("town");
  }

  private record Owner(String town, String sewershed) {
    private String text() {
      return sewershed.isEmpty() ? town : sewershed;
    }
  }

  /// If rows were left out, only a sum of 100 is meaningful: percentages without their sign.
  private void shares(boolean hasErrors) {
    Map<String, Double> sum = new TreeMap<>();
    Map<String, Integer> first = new HashMap<>();
    for (Row row : sheets.rows(Schema.SANITATION)) {
      String owner = new Owner(row.text("town"), ownerOf(row)).text();
      sum.merge(owner, row.number("share", 0), Double::sum);
      first.putIfAbsent(owner, row.number());
    }
    sum.forEach(
        (owner, all) -> {
          int at = first.getOrDefault(owner, 0);
          if (StrictMath.abs(all - 100) < 100 * SHARE_TOLERANCE) {
            problems.error("shares_sum_to_100", Schema.SANITATION, at, "share", "1", owner);
          } else if (!hasErrors && StrictMath.abs(all - 1) > SHARE_TOLERANCE) {
            String found = owner + ": " + Cells.plain(StrictMath.rint(all * 1e6) / 1e6);
            problems.error("shares_do_not_sum", Schema.SANITATION, at, "share", "1", found);
          }
        });
  }

  /// Whether all people have paths, and all paths people.
  private void paths() {
    Map<String, Set<String>> ownersOf = new HashMap<>();
    Map<String, Row> ofWhole = new TreeMap<>();
    for (Row row : sheets.rows(Schema.SANITATION)) {
      String town = row.text("town");
      ownersOf.computeIfAbsent(town, t -> new HashSet<>()).add(ownerOf(row));
      if (!row.has("sewershed")) {
        ofWhole.putIfAbsent(town, row);
      }
    }
    for (Row row : sheets.rows(Schema.TOWNS)) {
      String town = row.text("town");
      Set<String> owners = ownersOf.getOrDefault(town, Set.of());
      List<Row> parts = sewershedsOf.getOrDefault(town, List.of());
      List<Row> bare = parts.stream().filter(p -> !owners.contains(p.text("sewershed"))).toList();
      boolean hasRest = parts.isEmpty() || isRestLeft(row, parts);
      Row whole = ofWhole.get(town);
      if (whole == null && hasRest && !owners.contains(town)) {
        without(row, "town", town);
      } else if (whole == null) {
        bare.forEach(p -> without(p, "sewershed", p.text("sewershed")));
      } else if (parts.isEmpty() ? owners.size() > 1 : bare.isEmpty() && !hasRest) {
        problems.warn(
            "sanitation_of_nobody", Schema.SANITATION, whole.number(), "sewershed", "", town, "");
      }
    }
  }

  private static boolean isRestLeft(Row town, List<Row> parts) {
    double inParts = parts.stream().mapToDouble(p -> p.number("people")).sum();
    return town.number("population") - inParts > Sewershed.rounding(parts.size());
  }

  private void without(Row row, String column, String who) {
    problems.warn(
        "town_without_sanitation", row.file(), row.number(), column, Schema.SANITATION, who, "");
  }
}
