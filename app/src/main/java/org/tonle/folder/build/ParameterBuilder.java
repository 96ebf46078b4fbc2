package org.tonle.folder.build;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tonle.convert.QuantityUnit;
import org.tonle.convert.QuantityUnit.Dimension;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.model.Category;
import org.tonle.model.Parameter;
import org.tonle.model.Parameter.Kind;
import org.tonle.model.Reaction;
import org.tonle.model.Study;
import org.tonle.problem.Nearest;
import org.tonle.text.Cells;

/// Builder of the parameters that a fit may change; each must name something in the study.
final class ParameterBuilder {
  private final Sheets sheets;
  private final Study.Chemistry chemistry;
  private final Problems problems;

  ParameterBuilder(Sheets sheets, Study.Chemistry chemistry, Problems problems) {
    this.sheets = sheets;
    this.chemistry = chemistry;
    this.problems = problems;
  }

  /// Parameters in the order of the file: results print them so.
  List<Parameter> parameters() {
    return sheets.rows(Schema.PARAMETERS).stream().map(this::parameter).toList();
  }

  private Parameter parameter(Row row) {
    Kind kind = Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT));
    checkScope(row, kind);
    double low = row.number("low", kind == Kind.DELIVERY ? Double.NEGATIVE_INFINITY : 0);
    double high = row.number("high", Double.POSITIVE_INFINITY);
    double start = row.number("start");
    if (!(start >= low && start <= high)) {
      problems.error(
          "out_of_range",
          row.file(),
          row.number(),
          "start",
          Cells.plain(low) + " … " + Cells.plain(high),
          Cells.plain(start));
    }
    return new Parameter(
        row.text("parameter"),
        kind,
        row.text("scope"),
        row.text("constituent"),
        start,
        low,
        high,
        row.optional("prior_cv"),
        recordFactor(row, kind),
        row.provenance());
  }

  private void checkScope(Row row, Kind kind) {
    String scope = row.text("scope");
    Set<String> known =
        switch (kind) {
          case FACTOR -> words(Schema.FACTORS, "key");
          case RATE, RATE_MULTIPLIER ->
              chemistry.reactions().stream().map(Reaction::id).collect(Collectors.toSet());
          case DELIVERY -> words(Schema.DELIVERY, "variable");
          case LOAD -> loads();
          case WATER -> sheets.ids(Schema.WATERS);
        };
    boolean mayBeEmpty = kind == Kind.LOAD || kind == Kind.WATER;
    if (!known.contains(scope) && !(scope.isEmpty() && mayBeEmpty)) {
      problems.error(
          "unknown_reference",
          row.file(),
          row.number(),
          "scope",
          row.text("kind"),
          scope,
          Nearest.id(scope, known));
    }
  }

  private Set<String> words(String file, String column) {
    return sheets.rows(file).stream()
        .map(r -> r.text(column))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> loads() {
    Set<String> known = new TreeSet<>();
    for (Category category : Category.values()) {
      known.add(category.id());
    }
    for (String file :
        List.of(
            Schema.UNITS,
            Schema.TOWNS,
            Schema.SEWERSHEDS,
            Schema.PLANTS,
            Schema.INDUSTRY,
            Schema.LIVESTOCK,
            Schema.LAND)) {
      known.addAll(sheets.ids(file));
    }
    return known;
  }

  /// Factor from the row's unit to that of the model's records.
  private double recordFactor(Row row, Kind kind) {
    Optional<Dimension> dimension =
        switch (kind) {
          case FACTOR -> factorDimension(row.text("scope"));
          case RATE ->
              chemistry.reactions().stream()
                  .filter(r -> r.id().equals(row.text("scope")))
                  .map(r -> ChemistryBuilder.dimension(r.kind()))
                  .findFirst();
          case DELIVERY, LOAD, WATER, RATE_MULTIPLIER -> Optional.empty();
        };
    if (dimension.isEmpty()) {
      return 1;
    }
    Optional<QuantityUnit> unit = QuantityUnit.find(row.text("unit"), dimension.get());
    if (unit.isEmpty()) {
      problems.error(
          "unknown_unit",
          row.file(),
          row.number(),
          "unit",
          String.join(" | ", QuantityUnit.symbols(dimension.get())),
          row.text("unit"));
    }
    return unit.map(u -> u.toRecord(1)).orElse(Double.NaN);
  }

  private Optional<Dimension> factorDimension(String key) {
    for (Row row : sheets.rows(Schema.FACTORS)) {
      if (row.text("key").equals(key)) {
        Optional<Dimension> found =
            switch (row.text("kind")) {
              case "per_person", "per_employee", "per_head" -> Optional.of(Dimension.LOAD);
              case "per_tonne", "input" -> Optional.of(Dimension.PER_PRODUCT);
              case "export" -> Optional.of(Dimension.EXPORT);
              default -> Optional.empty();
            };
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
