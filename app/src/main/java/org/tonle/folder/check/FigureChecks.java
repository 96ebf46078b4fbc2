package org.tonle.folder.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Defaults;
import org.tonle.folder.sheet.LandFigures;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheet;
import org.tonle.folder.sheet.Sheets;
import org.tonle.model.Category;
import org.tonle.problem.Nearest;

/// Checks of the keys of figures, both ways: a word without figures would count as the good or as
/// the bad case, and a figure whose key nobody uses is often such a word mistyped.
public final class FigureChecks {
  /// Most keys named in one problem.
  private static final int MOST_NAMED = 12;

  /// Paths have passing figures as technologies do, but are none.
  private static final Set<String> PATHS =
      Schema.find(Schema.SANITATION)
          .flatMap(t -> t.find("path"))
          .map(c -> Set.copyOf(c.choices()))
          .orElse(Set.of());

  private static final Set<String> DELIVERING = Set.of("per_head", "export", "input");

  private final Sheets sheets;
  private final Problems problems;

  /// Text of all scenarios: what only a scenario uses is used.
  private final String scenarios;

  private final Map<String, Set<String>> keysOf = new TreeMap<>();
  private final Set<String> used = new HashSet<>();

  /// Factories of a sector without figures, which a study may have.
  private final List<Row> lacking = new ArrayList<>();

  public FigureChecks(Sheets sheets, String scenarios, Problems problems) {
    this.sheets = sheets;
    this.scenarios = scenarios;
    this.problems = problems;
    for (Row row : sheets.rows(Schema.FACTORS)) {
      keysOf.computeIfAbsent(row.text("kind"), k -> new TreeSet<>()).add(row.text("key"));
    }
  }

  public void run() {
    if (problems.hasErrors(Schema.FACTORS)) {
      return;
    }
    if (sheets.rows(Schema.FACTORS).isEmpty()) {
      none();
      new LandChecks(sheets, problems).run();
      return;
    }
    boolean isWhole =
        Schema.TABLES.stream()
            .filter(t -> t.columns().stream().anyMatch(c -> !c.sense().figures().isEmpty()))
            .noneMatch(t -> problems.hasErrors(t.file()));
    for (Sheet sheet : sheets.all()) {
      for (Column column : sheet.table().columns()) {
        if (!column.sense().figures().isEmpty()) {
          keys(sheet, column);
        }
      }
    }
    for (Row row : sheets.rows(Schema.SANITATION)) {
      used.add("passing\t" + row.text("path"));
      used.add("wash_off\t" + row.text("path"));
      used.add("wash_off\t" + Category.ON_SITE.id());
    }
    for (String key : List.of("livestock", "land")) {
      if (!sheets.rows(key + ".csv").isEmpty()) {
        used.add("wash_off\t" + key);
      }
    }
    new WashOffChecks(sheets, problems).run();
    new LandChecks(sheets, problems).run();
    if (isWhole) {
      new FigureGaps(sheets, problems).run(unused());
    }
  }

  /// Sources without any figures or effluents make no load: nothing can be said of their water.
  private void none() {
    for (String file : List.of(Schema.TOWNS, Schema.LIVESTOCK, Schema.LAND)) {
      Set<String> bare = new TreeSet<>(sheets.ids(file));
      bare.removeAll(sheets.ids(Schema.EFFLUENTS));
      sheets.rows(Schema.LAND).stream()
          .filter(r -> LandFigures.uses().contains(r.text("land_use")))
          .forEach(r -> bare.remove(r.text("land")));
      if (!bare.isEmpty()) {
        problems.error("no_figures", Schema.FACTORS, 0, "", file, named(bare));
        return;
      }
    }
  }

  private void keys(Sheet sheet, Column column) {
    Set<String> known = new TreeSet<>();
    column.sense().figures().forEach(k -> known.addAll(keysOf.getOrDefault(k, Set.of())));
    boolean isLand = column.name().equals("land_use");
    if (isLand && areUsed(known)) {
      known.addAll(LandFigures.uses());
    }
    if (column.name().equals("technology")) {
      known.removeAll(PATHS);
    }
    Set<String> measured = sheets.ids(Schema.EFFLUENTS);
    for (Row row : sheet.rows()) {
      String key = row.text(column.name());
      column.sense().figures().forEach(k -> used.add(k + "\t" + key));
      if (column.sense().figures().stream().anyMatch(DELIVERING::contains)) {
        used.add("delivery\t" + key);
        used.add("wash_off\t" + key);
      }
      if (isLand) {
        used.add(LandChecks.RUNOFF + "\t" + key);
      }
      boolean isMeasured = measured.contains(row.text(row.firstColumn()));
      if (key.isEmpty() && column.name().equals("technology")) {
        technology(row, isMeasured, known);
      }
      boolean isInCatalogue = column.name().equals("technology") && isTechnology(key);
      if (key.isEmpty() || known.contains(key) || isInCatalogue) {
        continue;
      }
      boolean isOfOtherKind = keysOf.values().stream().anyMatch(k -> k.contains(key));
      boolean isIndustry = sheet.table().file().equals(Schema.INDUSTRY);
      boolean mayLack = isMeasured || (isIndustry && !isOfOtherKind);
      if (mayLack && !isMeasured) {
        lacking.add(row);
      }
      String near = Nearest.of(key, known);
      if (!mayLack || !near.isEmpty()) {
        problems.error(
            "unknown_figure", row.file(), row.number(), column.name(), named(known), key, near);
      }
    }
  }

  /// Where own figures of land are left over, a land use without figures may be meant by them, so
  /// that the built-in ones do not hold.
  private boolean areUsed(Set<String> own) {
    Set<String> left = new TreeSet<>(own);
    sheets.rows(Schema.LAND).forEach(row -> left.remove(row.text("land_use")));
    return left.isEmpty();
  }

  /// Whether the catalogue says what a technology removes.
  private boolean isTechnology(String id) {
    return sheets.ids(Schema.TECHNOLOGIES).contains(id)
        || Defaults.load().catalogue(Schema.TECHNOLOGIES).stream()
            .anyMatch(r -> r.text("technology").equals(id));
  }

  /// A plant of no technology removes nothing, which its row does not say.
  private void technology(Row plant, boolean isMeasured, Set<String> known) {
    if (!isMeasured && !known.isEmpty() && !plant.text("status").equals("closed")) {
      problems.warn(
          "technology_not_said",
          plant.file(),
          plant.number(),
          "technology",
          named(known),
          plant.text("plant"),
          "");
    }
  }

  private static String named(Set<String> known) {
    String first = String.join(" | ", known.stream().limit(MOST_NAMED).toList());
    return known.size() > MOST_NAMED ? first + " | …" : first;
  }

  /// Where figures of a sector are left over, a sector without figures may be meant by them.
  private void lacking(Set<String> unused) {
    List<String> kinds =
        Schema.find(Schema.INDUSTRY)
            .flatMap(t -> t.find("sector"))
            .map(c -> c.sense().figures())
            .orElse(List.of());
    Set<String> left = new TreeSet<>();
    for (String one : unused) {
      String[] parts = one.split("\t", -1);
      if (kinds.contains(parts[0])) {
        left.add(parts[1]);
      }
    }
    if (!left.isEmpty()) {
      for (Row row : lacking) {
        problems.warn(
            "unknown_figure",
            row.file(),
            row.number(),
            "sector",
            named(left),
            row.text("sector"),
            "");
      }
    }
  }

  /// Kind and key of figures that nobody uses. Paths are words of the program, so a list of figures
  /// may have them all.
  private Set<String> unused() {
    List<String> paths =
        Schema.find(Schema.SANITATION).flatMap(t -> t.find("path")).orElseThrow().choices();
    Map<String, List<String>> usedOf = new HashMap<>();
    used.forEach(
        u -> {
          int tab = u.indexOf('\t');
          usedOf
              .computeIfAbsent(u.substring(0, tab), k -> new ArrayList<>())
              .add(u.substring(tab + 1));
        });
    Set<String> told = new HashSet<>();
    for (Row row : sheets.rows(Schema.FACTORS)) {
      String kind = row.text("kind");
      String key = row.text("key");
      boolean isUsed =
          used.contains(kind + "\t" + key)
              || (kind.equals("passing") && paths.contains(key))
              || scenarios.contains('"' + key + '"');
      if (!isUsed && told.add(kind + "\t" + key)) {
        String near = Nearest.of(key, usedOf.getOrDefault(kind, List.of()));
        problems.warn("unused_figure", row.file(), row.number(), "key", kind, key, near);
      }
    }
    lacking(told);
    return told;
  }
}
