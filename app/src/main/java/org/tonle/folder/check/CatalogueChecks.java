package org.tonle.folder.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Defaults;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.model.Money;
import org.tonle.problem.Nearest;
import org.tonle.text.Cells;

/// Checks of the technologies of the catalogue: what they remove and need, and for what sizes they
/// are built. Their prices are checked by `PriceChecks`.
public final class CatalogueChecks {
  /// Nothing that a plant does takes away more steps of ten.
  private static final double MOST_LOG10 = 12;

  /// Classes that a plan may use although they remove nothing from the wastewater of a plant.
  private static final Set<String> NOT_REMOVING = Set.of("in_river", "faecal_sludge");

  private final Sheets sheets;
  private final Defaults defaults;
  private final Money money;
  private final Problems problems;

  public CatalogueChecks(Sheets sheets, Defaults defaults, Money money, Problems problems) {
    this.sheets = sheets;
    this.defaults = defaults;
    this.money = money;
    this.problems = problems;
  }

  public void run() {
    Set<String> constituents = new TreeSet<>(sheets.ids(Schema.CONSTITUENTS));
    defaults.constituents().rows().forEach(r -> constituents.add(r.text("constituent")));
    for (Row row : readable(Schema.REMOVALS)) {
      ofOne(row);
      removal(row);
      inOrder(row);
      String constituent = row.text("constituent");
      if (!constituent.isEmpty() && !constituents.contains(constituent)) {
        problems.error(
            "unknown_reference",
            row.file(),
            row.number(),
            "constituent",
            Schema.CONSTITUENTS,
            constituent,
            Nearest.of(constituent, constituents));
      }
    }
    for (Row row : readable(Schema.TECHNOLOGY_NEEDS)) {
      ofOne(row);
      inOrder(row);
    }
    readable(Schema.TECHNOLOGIES).forEach(this::technology);
    new PriceChecks(sheets, defaults, money, problems).run();
  }

  /// Rows of a table without errors: a cell that could not be read would be missing, too.
  private List<Row> readable(String file) {
    return problems.hasErrors(file) ? List.of() : sheets.rows(file);
  }

  /// A row is for a technology or for a class, not for both.
  private void ofOne(Row row) {
    boolean isOfTechnology = row.has("technology");
    if (isOfTechnology == row.has("class")) {
      if (isOfTechnology) {
        problems.error(
            "technology_and_class",
            row.file(),
            row.number(),
            "class",
            row.text("technology"),
            row.text("class"));
      } else {
        missing(row, "technology");
      }
    }
  }

  private void missing(Row row, String column) {
    problems.error("missing_value", row.file(), row.number(), column, "", "");
  }

  private void removal(Row row) {
    double most =
        switch (row.text("unit")) {
          case "log10" -> MOST_LOG10;
          case "percent" -> 100;
          default -> 1;
        };
    for (String column : List.of("low", "typical", "high")) {
      if (row.number(column, 0) > most) {
        problems.error(
            "out_of_range",
            row.file(),
            row.number(),
            column,
            "0 … " + Cells.plain(most),
            Cells.plain(row.number(column)));
      }
    }
  }

  private void inOrder(Row row) {
    double typical = row.number("typical");
    if (row.number("low") > row.number("high")) {
      return; // a check of bounds says so
    }
    boolean isBelow = row.has("low") && row.number("low") > typical;
    boolean isAbove = row.has("high") && row.number("high") < typical;
    if (isBelow || isAbove) {
      problems.error(
          "figures_out_of_order",
          row.file(),
          row.number(),
          "typical",
          Cells.plain(row.number(isBelow ? "low" : "high")),
          Cells.plain(typical));
    }
  }

  private void technology(Row row) {
    String id = row.text("technology");
    Map<String, Row> builtIn = new HashMap<>();
    defaults.catalogue(Schema.TECHNOLOGIES).forEach(r -> builtIn.put(r.text("technology"), r));
    Row known = builtIn.getOrDefault(id, row);
    if (!row.has("class") && !known.has("class")) {
      missing(row, "class");
      return;
    }
    double from = capacity(row, known, "capacity_from_m3_per_d", 0);
    double to = capacity(row, known, "capacity_to_m3_per_d", Double.POSITIVE_INFINITY);
    boolean isOwn = row.has("capacity_from_m3_per_d") && row.has("capacity_to_m3_per_d");
    if (from >= to && !isOwn) {
      problems.error(
          "figures_out_of_order",
          row.file(),
          row.number(),
          row.has("capacity_to_m3_per_d") ? "capacity_to_m3_per_d" : "capacity_from_m3_per_d",
          Cells.plain(row.has("capacity_to_m3_per_d") ? from : to),
          Cells.plain(row.has("capacity_to_m3_per_d") ? to : from));
    }
    String of = row.has("class") ? row.text("class") : known.text("class");
    if (!NOT_REMOVING.contains(of) && !removes(id, of)) {
      problems.warn(
          "technology_removes_nothing", row.file(), row.number(), "technology", "", id, "");
    }
  }

  private static double capacity(Row row, Row known, String column, double otherwise) {
    return row.has(column) ? row.number(column) : known.number(column, otherwise);
  }

  private boolean removes(String id, String of) {
    Set<List<String>> said = new HashSet<>();
    for (List<Row> rows :
        List.of(sheets.rows(Schema.REMOVALS), defaults.catalogue(Schema.REMOVALS))) {
      for (Row row : rows) {
        boolean isMeant =
            row.text("technology").equals(id)
                || (row.text("technology").isEmpty() && row.text("class").equals(of));
        boolean isNew =
            isMeant
                && said.add(
                    List.of(row.text("technology"), row.text("class"), row.text("constituent")));
        if (isNew && row.number("typical") > 0 && isNotSaidOtherwise(row, id)) {
          return true;
        }
      }
    }
    return false;
  }

  /// A class's figure holds only where the technology has none.
  private boolean isNotSaidOtherwise(Row row, String id) {
    return row.text("technology").equals(id)
        || sheets.rows(Schema.REMOVALS).stream()
            .filter(r -> r.text("technology").equals(id))
            .noneMatch(
                r ->
                    r.text("constituent").isEmpty()
                        || r.text("constituent").equals(row.text("constituent")));
  }
}
