package org.tonle.folder.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.convert.QuantityUnit;
import org.tonle.convert.QuantityUnit.Dimension;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.text.Cells;

/// Checks of figures against the size that their constituent usually has there: warned beyond what
/// is usual, refused beyond what is possible.
public final class SizeChecks {
  private static final Set<String> ORGANISMS = Set.of("FC", "EC", "TC");

  private final Sheets sheets;
  private final Problems problems;

  public SizeChecks(Sheets sheets, Problems problems) {
    this.sheets = sheets;
    this.problems = problems;
  }

  public void run() {
    for (Row row : sheets.rows(Schema.WATERS)) {
      concentration(row, "waters", row.number("value"));
    }
    for (Row row : sheets.rows(Schema.OBSERVATIONS)) {
      concentration(row, "observed", row.bounded("value").value());
    }
    for (String file : List.of(Schema.STANDARDS, Schema.EFFLUENT_STANDARDS)) {
      sheets.rows(file).forEach(r -> concentration(r, "limits", r.number("value")));
    }
    for (Row row : sheets.rows(Schema.EFFLUENTS)) {
      concentration(row, "effluents", row.number("value"));
    }
    sheets.rows(Schema.FACTORS).forEach(this::factor);
  }

  private void concentration(Row row, String what, double value) {
    Optional<ConcentrationUnit> unit = ConcentrationUnit.find(row.text("unit"));
    boolean isOrganism = ORGANISMS.contains(row.text("constituent"));
    boolean fits = unit.map(u -> u.counts() || !isOrganism).orElse(false);
    if (fits && (isOrganism || !unit.get().counts())) {
      ConcentrationUnit of = unit.get();
      Sizes.of(what, row.text("constituent"), !of.counts())
          .ifPresent(r -> compare(row, of.toKernel(value), r, 1 / of.toKernel(1)));
    }
  }

  private void factor(Row row) {
    String kind = row.text("kind");
    Optional<Dimension> dimension =
        switch (kind) {
          case "per_person", "per_head", "per_employee" -> Optional.of(Dimension.LOAD);
          case "export" -> Optional.of(Dimension.EXPORT);
          default -> Optional.empty();
        };
    if (kind.equals("concentration")) {
      concentration(row, "effluents", row.number("value"));
    } else if (dimension.isPresent()) {
      Optional<QuantityUnit> unit = QuantityUnit.find(row.text("unit"), dimension.get());
      Optional<Sizes.Range> range = Sizes.of(kind, row.text("constituent"), false);
      if (unit.isPresent() && range.isPresent()) {
        double one = unit.get().toRecord(1);
        compare(row, unit.get().toRecord(row.number("value")), range.get(), 1 / one);
      }
    }
  }

  /// @param written factor from the range's unit to that of the row
  private void compare(Row row, double value, Sizes.Range range, double written) {
    if (!(value > range.most()) && (Double.isNaN(value) || range.isUsual(value))) {
      return;
    }
    String found = rounded(value * written) + " " + row.text("unit");
    String usual =
        rounded(range.low() * written)
            + " … "
            + rounded(range.high() * written)
            + " "
            + row.text("unit");
    if (row.isPercent("value")) {
      return;
    }
    if (value > range.most()) {
      problems.error("impossible_value", row.file(), row.number(), "value", usual, found);
    } else if (!Double.isNaN(value) && !range.isUsual(value)) {
      String constituent = row.text("constituent");
      problems.warn(
          "unusual_value",
          row.file(),
          row.number(),
          "value",
          usual,
          found,
          constituent.isEmpty() ? "" : constituent);
    }
  }

  private static String rounded(double value) {
    return !Double.isNaN(value)
        ? Cells.plain(new BigDecimal(value).round(new MathContext(3)).doubleValue())
        : "";
  }
}
