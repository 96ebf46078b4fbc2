package org.tonle.folder.check;

import java.util.HashSet;
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
import org.tonle.model.Category;
import org.tonle.model.Sanitation;
import org.tonle.model.Source;
import org.tonle.problem.Nearest;

/// Checks that the scopes of uncertainty.csv name something of the study, and that every
/// hydrological group has a spread where groups have any: else bands come out too narrow.
public final class ScopeChecks {
  private final Sheets sheets;
  private final Problems problems;
  private final ProcessSpreads processes;

  public ScopeChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
    processes = new ProcessSpreads(sheets, problems);
  }

  public void run() {
    boolean isWhole =
        List.of(
                Schema.INFLOWS,
                Schema.BOUNDARIES,
                Schema.WATERS,
                Schema.REACTIONS,
                Schema.PLANTS,
                Schema.SANITATION,
                Schema.FACTORS)
            .stream()
            .noneMatch(problems::hasErrors);
    if (!isWhole) {
      return;
    }
    for (Row row : sheets.rows(Schema.UNCERTAINTY)) {
      String scope = row.text("scope");
      Set<String> known = known(row.text("variable"));
      if (!scope.isEmpty() && !known.contains(scope) && row.has("variable")) {
        problems.error(
            "unknown_scope",
            row.file(),
            row.number(),
            "scope",
            String.join(" | ", known.stream().limit(12).toList()),
            scope,
            Nearest.of(scope, known));
      }
    }
    processes.columns();
    groups();
    loads();
    passing();
    without("rate", processes.reactions());
    retention();
  }

  /// Every way that retains load has a spread.
  private void retention() {
    Set<String> scopes = scopes("retention");
    Map<String, Row> retained = processes.retained();
    retained.keySet().removeIf(key -> processes.isCovered(key, scopes));
    without("retention", retained);
  }

  private Set<String> scopes(String variable) {
    Set<String> scopes = new TreeSet<>();
    sheets.rows(Schema.UNCERTAINTY).stream()
        .filter(r -> r.text("variable").equals(variable))
        .forEach(r -> scopes.add(r.text("scope")));
    return scopes;
  }

  /// Every category that carries load has a spread, where any input has one.
  private void loads() {
    Map<String, Row> carries = new TreeMap<>();
    for (Row row : sheets.rows(Schema.SANITATION)) {
      for (Sanitation.Path path : Sanitation.Path.values()) {
        if (path.id().equals(row.text("path"))) {
          carries.putIfAbsent(path.category().id(), row);
        }
      }
    }
    for (Row row : sheets.rows(Schema.INDUSTRY)) {
      boolean isPark = Source.Park.isSector(row.text("sector"));
      carries.putIfAbsent((isPark ? Category.PARK : Category.INDUSTRY).id(), row);
    }
    sheets.rows(Schema.LIVESTOCK).forEach(r -> carries.putIfAbsent(Category.LIVESTOCK.id(), r));
    sheets.rows(Schema.LAND).forEach(r -> carries.putIfAbsent(Category.LAND.id(), r));
    without("load", carries);
  }

  /// Every treatment that lets load pass has a spread.
  private void passing() {
    Set<String> removes = new HashSet<>();
    sheets.rows(Schema.FACTORS).stream()
        .filter(r -> r.text("kind").equals("passing"))
        .filter(r -> r.number("value") > 0 && r.number("value") < 1)
        .forEach(r -> removes.add(r.text("key")));
    Map<String, Row> carries = new TreeMap<>();
    for (Row row : sheets.rows(Schema.PLANTS)) {
      if (row.text("status").equals("operating") && removes.contains(row.text("technology"))) {
        carries.putIfAbsent(row.text("technology"), row);
      }
    }
    for (Row row : sheets.rows(Schema.SANITATION)) {
      if (removes.contains(row.text("path")) && row.number("share") > 0) {
        carries.putIfAbsent(row.text("path"), row);
      }
    }
    without("passing", carries);
  }

  private void without(String variable, Map<String, Row> carries) {
    Set<String> scopes = scopes(variable);
    if (scopes.isEmpty() || scopes.contains("")) {
      return;
    }
    carries.forEach(
        (scope, row) -> {
          if (!scopes.contains(scope)) {
            problems.warn(
                "load_without_spread",
                row.file(),
                row.number(),
                "",
                String.join(" | ", scopes),
                variable + "," + scope,
                "");
          }
        });
  }

  private Set<String> known(String variable) {
    Set<String> known = new TreeSet<>();
    switch (variable) {
      case "load" -> {
        for (Category category : Category.values()) {
          known.add(category.id());
        }
      }
      case "passing" -> {
        sheets.rows(Schema.FACTORS).stream()
            .filter(r -> r.text("kind").equals("passing"))
            .forEach(r -> known.add(r.text("key")));
        sheets.rows(Schema.PLANTS).forEach(r -> known.add(r.text("technology")));
        sheets.rows(Schema.SANITATION).forEach(r -> known.add(r.text("path")));
      }
      case "retention" -> {
        for (Category category : Category.values()) {
          known.add(category.id());
        }
        known.addAll(processes.retentionScopes());
      }
      case "discharge" -> known.addAll(groupsOfWater());
      case "rate" -> {
        known.addAll(sheets.ids(Schema.REACTIONS));
        Defaults.load().reactions().rows().forEach(r -> known.add(r.text("reaction")));
      }
      case "concentration" -> known.addAll(sheets.ids(Schema.WATERS));
      default -> {}
    }
    known.remove("");
    return known;
  }

  private Set<String> groupsOfWater() {
    Set<String> groups = new TreeSet<>();
    for (String file : List.of(Schema.INFLOWS, Schema.BOUNDARIES)) {
      sheets.rows(file).forEach(r -> groups.add(r.text("group")));
    }
    return groups;
  }

  private void groups() {
    Set<String> scopes = scopes("discharge");
    if (scopes.isEmpty() || scopes.contains("")) {
      return;
    }
    Set<String> told = new HashSet<>();
    for (String file : List.of(Schema.INFLOWS, Schema.BOUNDARIES)) {
      for (Row row : sheets.rows(file)) {
        String group = row.text("group");
        if (!scopes.contains(group) && told.add(group)) {
          problems.warn(
              "group_without_spread",
              file,
              row.number(),
              "group",
              String.join(" | ", scopes),
              group,
              Nearest.of(group, scopes));
        }
      }
    }
  }
}
