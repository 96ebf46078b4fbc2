package org.tonle.folder.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Defaults;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.model.Constituent;
import org.tonle.model.Reaction;
import org.tonle.model.Sanitation;

/// Spreads of the processes that retain or remove load: which ones a study has, and whether each
/// row of uncertainty.csv states its spread in the column of its variable.
final class ProcessSpreads {
  private static final String RETENTION = "retention";
  private static final String SD = "sd_log10";

  private final Sheets sheets;
  private final Problems problems;

  ProcessSpreads(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  /// Retention is spread on logs, all else by a coefficient of variation.
  void columns() {
    for (Row row : sheets.rows(Schema.UNCERTAINTY)) {
      boolean isOnLogs = row.text("variable").equals(RETENTION);
      String needed = isOnLogs ? SD : "cv";
      String other = isOnLogs ? "cv" : SD;
      if (!row.has(needed)) {
        problems.error("missing_value", row.file(), row.number(), needed, needed, "");
      }
      if (row.has(other)) {
        problems.error(
            "spread_in_other_column",
            row.file(),
            row.number(),
            other,
            needed,
            row.text("variable"));
      }
    }
  }

  /// Reactions that remove load from the study's water; each with its row, if the study has one.
  Map<String, Row> reactions() {
    Map<String, String> kinetics = new HashMap<>();
    Defaults.load()
        .constituents()
        .rows()
        .forEach(r -> kinetics.put(r.text("constituent"), r.text("kinetics")));
    Set<String> present = new TreeSet<>();
    for (Row row : sheets.rows(Schema.CONSTITUENTS)) {
      present.add(row.text("constituent"));
      if (row.has("kinetics")) {
        kinetics.put(row.text("constituent"), row.text("kinetics"));
      }
    }
    String conservative = Constituent.Kinetics.CONSERVATIVE.name();
    present.removeIf(c -> conservative.equalsIgnoreCase(kinetics.getOrDefault(c, "")));
    Set<String> own = sheets.ids(Schema.REACTIONS);
    List<Row> rows = new ArrayList<>(sheets.rows(Schema.REACTIONS));
    Defaults.load().reactions().rows().stream()
        .filter(r -> !own.contains(r.text("reaction")))
        .forEach(rows::add);
    Map<String, Row> found = new TreeMap<>();
    for (Row row : rows) {
      if (present.contains(row.text("constituent")) && removes(row.text("kind"))) {
        found.putIfAbsent(row.text("reaction"), row);
      }
    }
    return found;
  }

  private boolean removes(String kind) {
    for (Reaction.Kind one : Reaction.Kind.values()) {
      if (one.name().equalsIgnoreCase(kind)) {
        return switch (one) {
          case DECAY, SETTLING, UPTAKE, REAERATION, LIGHT -> true;
          case LAKE_SETTLING, RELEASE, FRINGE_RELEASE, FRINGE_DEMAND, RESIDUAL ->
              !sheets.rows(Schema.LAKES).isEmpty();
          case SEDIMENT_DEMAND, PHOTOSYNTHESIS, RESPIRATION, BINDING -> false;
        };
      }
    }
    return false;
  }

  /// Ways to the water that retain a part of the load; each with the first row that takes it.
  Map<String, Row> retained() {
    Set<String> keeps = new TreeSet<>();
    sheets.rows(Schema.FACTORS).stream()
        .filter(r -> r.text("kind").equals(RETENTION))
        .filter(r -> r.number("value") > 0 && r.number("value") < 1)
        .forEach(r -> keeps.add(r.text("key")));
    Map<String, Row> found = new TreeMap<>();
    for (String file : List.of(Schema.SANITATION, Schema.SEWERSHEDS)) {
      for (Row row : sheets.rows(file)) {
        if (keeps.contains(row.text(RETENTION))) {
          found.putIfAbsent(row.text(RETENTION), row);
        }
      }
    }
    return found;
  }

  /// Scopes that a spread of retention may name.
  Set<String> retentionScopes() {
    Set<String> known = new TreeSet<>();
    sheets.rows(Schema.FACTORS).stream()
        .filter(r -> r.text("kind").equals(RETENTION))
        .forEach(r -> known.add(r.text("key")));
    sheets.rows(Schema.SANITATION).forEach(r -> known.add(r.text("path")));
    known.addAll(sheets.ids(Schema.TOWNS));
    known.addAll(sheets.ids(Schema.SEWERSHEDS));
    return known;
  }

  /// Whether a spread of retention covers a way: by its key, by another scope that its rows of
  /// sanitation.csv have, or as all.
  boolean isCovered(String key, Set<String> scopes) {
    if (scopes.contains("") || scopes.contains(key)) {
      return true;
    }
    Set<String> towns = new TreeSet<>();
    sheets.rows(Schema.SEWERSHEDS).stream()
        .filter(r -> r.text(RETENTION).equals(key))
        .forEach(r -> towns.add(r.text("sewershed")));
    boolean byPlace = !towns.isEmpty();
    for (Row row : sheets.rows(Schema.SANITATION)) {
      if (row.text(RETENTION).equals(key) && !isCovered(row, scopes)) {
        return false;
      }
    }
    return !byPlace || scopes.containsAll(towns) || scopes.contains("sewered");
  }

  private static boolean isCovered(Row row, Set<String> scopes) {
    for (Sanitation.Path path : Sanitation.Path.values()) {
      if (path.id().equals(row.text("path")) && scopes.contains(path.category().id())) {
        return true;
      }
    }
    return scopes.contains(row.text("path"))
        || scopes.contains(row.text("town"))
        || (row.has("sewershed") && scopes.contains(row.text("sewershed")));
  }
}
