package org.tonle.folder.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tonle.convert.QuantityUnit;
import org.tonle.convert.QuantityUnit.Dimension;
import org.tonle.convert.Tie;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.problem.Figure;

/// Checks of constituents that are bound to others: what cannot be bound, and waters or waste that
/// hold less of a constituent than is bound in them.
public final class BindingChecks {
  private static final String BINDING = "binding";

  private final Sheets sheets;
  private final Problems problems;

  public BindingChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  public void run() {
    List<Row> bindings =
        sheets.rows(Schema.REACTIONS).stream().filter(r -> r.text("kind").equals(BINDING)).toList();
    Set<String> ids = new TreeSet<>();
    Set<String> bound = new TreeSet<>();
    Set<String> oxygen = new TreeSet<>();
    bindings.forEach(r -> ids.add(r.text("reaction")));
    bindings.forEach(r -> bound.add(r.text("product")));
    sheets.rows(Schema.CONSTITUENTS).stream()
        .filter(r -> r.flag("oxygen") || r.text("constituent").equals("DO"))
        .forEach(r -> oxygen.add(r.text("constituent")));
    for (Row row : bindings) {
      String carrier = row.text("constituent");
      String product = row.text("product");
      if (product.isEmpty()) {
        problems.error("missing_value", row.file(), row.number(), "product", "", "");
      } else if (bound.contains(carrier) || oxygen.contains(carrier) || oxygen.contains(product)) {
        problems.error(
            "binding_not_possible",
            row.file(),
            row.number(),
            "product",
            "",
            product + " → " + carrier);
      } else {
        amounts(row, Schema.WATERS);
        amounts(row, Schema.FACTORS);
      }
    }
    for (Row row : sheets.rows(Schema.RATES)) {
      if (ids.contains(row.text("reaction"))) {
        problems.error(
            "binding_by_place", row.file(), row.number(), "reaction", "", row.text("reaction"));
      }
    }
  }

  /// What is bound at most is all there is.
  private void amounts(Row binding, String file) {
    Optional<QuantityUnit> unit = QuantityUnit.find(binding.text("unit"), Dimension.BINDING);
    if (unit.isEmpty() || problems.hasErrors(file)) {
      return;
    }
    double ratio = unit.get().toRecord(binding.number("value"));
    Map<String, Row> wholes = new HashMap<>();
    for (Row row : sheets.rows(file)) {
      if (row.text("constituent").equals(binding.text("product"))) {
        wholes.put(key(row), row);
        wholes.putIfAbsent(anySeason(row), row);
      }
    }
    for (Row row : sheets.rows(file)) {
      Row whole = wholes.getOrDefault(key(row), wholes.get(anySeason(row)));
      if (whole != null && row.text("constituent").equals(binding.text("constituent"))) {
        double least = ratio * PartChecks.value(row);
        double held = PartChecks.value(whole);
        if (Tie.isAbove(least, held)) {
          problems.warn(
              "bound_above_whole",
              file,
              whole.number(),
              "value",
              row.text("constituent") + ": " + Figure.of(least),
              whole.text("constituent") + " " + Figure.of(held),
              "");
        }
      }
    }
  }

  private static String anySeason(Row row) {
    return row.file().equals(Schema.WATERS) ? row.text("water") : key(row);
  }

  private static String key(Row row) {
    return row.file().equals(Schema.WATERS)
        ? row.text("water") + "\t" + row.text("season")
        : row.text("kind") + "\t" + row.text("key");
  }
}
