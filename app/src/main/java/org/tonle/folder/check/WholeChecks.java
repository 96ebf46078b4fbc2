package org.tonle.folder.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.problem.Figure;

/// Checks of wholes beside their parts: a district as one more town beside its towns, and a row
/// without the unit that the others of its table have.
final class WholeChecks {
  /// A town named like its unit has about the people of all the others: it is their sum.
  private static final double LEAST = 0.9;

  private static final double MOST = 1.35;

  private static final Pattern UNIT_WORD =
      Pattern.compile(
          "\\b(district|province|county|commune|municipality|prefecture|region|governorate|khet|srok)\\b"
              + "|[省市县縣区區州]$|ខេត្ត|ស្រុក|ខណ្ឌ|ឃុំ");

  private static final List<String> WORDS =
      List.of(
          "district",
          "province",
          "county",
          "commune",
          "municipality",
          "prefecture",
          "region",
          "governorate",
          "khet",
          "srok",
          "ខេត្ត",
          "ស្រុក",
          "ខណ្ឌ",
          "ឃុំ");

  private static final List<String> NAMES = List.of("name", "name_zh", "name_km");

  private static final List<String> SUMMED =
      List.of(Schema.TOWNS, Schema.PLANTS, Schema.INDUSTRY, Schema.LIVESTOCK, Schema.LAND);

  /// Table whose rows may be a whole beside its parts; those of one key in a unit add up.
  private record Whole(String file, String key, List<String> sizes) {}

  private static final List<Whole> WHOLES =
      List.of(
          new Whole(
              Schema.INDUSTRY,
              "sector",
              List.of("wastewater_m3_per_d", "employees", "production_t_per_d")),
          new Whole(Schema.LIVESTOCK, "animal", List.of("heads")),
          new Whole(Schema.LAND, "land_use", List.of("area_km2", "input_t_per_a")),
          new Whole(Schema.PLANTS, "technology", List.of("capacity_m3_per_d")));

  private final Sheets sheets;
  private final Problems problems;

  WholeChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  void run() {
    SUMMED.forEach(this::units);
    districts();
    WHOLES.forEach(this::wholes);
  }

  /// Finds sources that are the sum of the others of their kind in a unit, and bear its name.
  private void wholes(Whole whole) {
    Map<String, List<Row>> together = new HashMap<>();
    for (Row row : sheets.rows(whole.file)) {
      String kind = row.text("unit") + "\t" + row.text(whole.key);
      together.computeIfAbsent(kind, k -> new ArrayList<>()).add(row);
    }
    Map<String, Row> units = new HashMap<>();
    sheets.rows(Schema.UNITS).forEach(u -> units.put(u.text("unit"), u));
    for (List<Row> rows : together.values()) {
      Row unit = units.get(rows.getFirst().text("unit"));
      if (rows.size() > 1 && unit != null) {
        whole.sizes.forEach(s -> whole(rows, s, unit));
      }
    }
  }

  private void whole(List<Row> rows, String size, Row unit) {
    double all = rows.stream().mapToDouble(r -> r.number(size, 0)).sum();
    Set<String> names = names(unit);
    for (Row row : rows) {
      double own = row.number(size, 0);
      double share = own / (all - own);
      boolean isSum = own > 0 && share >= LEAST && share <= MOST;
      if (isSum && isNamedLike(row, names, share)) {
        problems.warn(
            "named_like_its_unit",
            row.file(),
            row.number(),
            row.firstColumn(),
            unit.text("unit"),
            row.text(row.firstColumn()) + ": " + Figure.of(own),
            Figure.of(all - own));
      }
    }
  }

  /// Rows without a unit where others have one: they would be missing in every sum by unit.
  private void units(String file) {
    List<Row> rows = sheets.rows(file);
    if (rows.stream().anyMatch(r -> r.has("unit"))) {
      rows.stream()
          .filter(r -> !r.has("unit"))
          .forEach(
              r ->
                  problems.warn(
                      "empty_unit", file, r.number(), "unit", "", r.text(r.firstColumn()), ""));
    }
  }

  private void districts() {
    Map<String, Row> units = new HashMap<>();
    sheets.rows(Schema.UNITS).forEach(u -> units.put(u.text("unit"), u));
    Map<String, Double> people = new HashMap<>();
    Map<String, Integer> towns = new HashMap<>();
    for (Row town : sheets.rows(Schema.TOWNS)) {
      for (String unit : within(town.text("unit"), units)) {
        people.merge(unit, town.number("population", 0), Double::sum);
        towns.merge(unit, 1, Integer::sum);
      }
    }
    Map<String, Set<String>> names = new HashMap<>();
    units.forEach((id, unit) -> names.put(id, names(unit)));
    for (Row town : sheets.rows(Schema.TOWNS)) {
      for (String unit : within(town.text("unit"), units)) {
        double own = town.number("population", 0);
        double others = people.getOrDefault(unit, 0.0) - own;
        boolean isOne = towns.getOrDefault(unit, 0) > 1;
        if (isOne && isNamedLike(town, names.getOrDefault(unit, Set.of()), own / others)) {
          problems.warn(
              "named_like_its_unit",
              town.file(),
              town.number(),
              "town",
              unit,
              town.text("town") + ": " + Figure.of(own),
              Figure.of(others));
          break;
        }
      }
    }
  }

  /// The unit and all that it lies in.
  private static Set<String> within(String unit, Map<String, Row> units) {
    Set<String> path = new HashSet<>();
    String at = unit;
    while (!at.isEmpty() && path.add(at)) {
      Row row = units.get(at);
      at = row == null ? "" : row.text("parent");
    }
    return path;
  }

  /// Names of a unit without the words for what it is.
  private static Set<String> names(Row unit) {
    Set<String> names = new HashSet<>();
    for (String column : List.of("name", "name_zh", "name_km", "unit")) {
      names.add(bare(unit.text(column).strip().toLowerCase(Locale.ROOT)));
    }
    return names;
  }

  private static boolean isNamedLike(Row town, Set<String> names, double share) {
    for (String one : NAMES) {
      String name = town.text(one).strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && names.contains(bare(name))) {
        return UNIT_WORD.matcher(name).find() || (share >= LEAST && share <= MOST);
      }
    }
    return false;
  }

  /// Whether a name may hold a word for a unit: the pattern is slow, and few names do.
  private static boolean mayHoldWord(String name) {
    for (String word : WORDS) {
      if (name.contains(word)) {
        return true;
      }
    }
    return "省市县縣区區州".indexOf(name.charAt(name.length() - 1)) >= 0;
  }

  private static String bare(String name) {
    if (name.isEmpty() || !mayHoldWord(name)) {
      return name;
    }
    String bare = UNIT_WORD.matcher(name).replaceAll("").strip();
    return bare.isEmpty() ? name : bare;
  }
}
