package org.tonle.folder.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.convert.QuantityUnit;
import org.tonle.convert.QuantityUnit.Dimension;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Defaults;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.text.Cells;

/// Checks of figures against the size that their constituent usually has there: warned beyond what
/// is usual, refused beyond what is possible.
public final class SizeChecks {
  private static final Set<String> ORGANISMS = Set.of("FC", "EC", "TC");

  /// Fewer samples have no middle to compare them with.
  private static final int FEW_SAMPLES = 4;

  /// Ids of reactions that bring oxygen in: rivulets take it up faster than anything decays.
  private final Set<String> reaerations = new HashSet<>();

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
    Map<String, Integer> samples = new HashMap<>();
    sheets
        .rows(Schema.OBSERVATIONS)
        .forEach(r -> samples.merge(r.text("constituent"), 1, Integer::sum));
    for (Row row : sheets.rows(Schema.OBSERVATIONS)) {
      boolean isFew = samples.getOrDefault(row.text("constituent"), 0) < FEW_SAMPLES;
      concentration(row, isFew ? "few observed" : "observed", row.bounded("value").value());
    }
    for (Row row : sheets.rows(Schema.STANDARDS)) {
      concentration(row, "classes", row.number("value"));
    }
    for (Row row : sheets.rows(Schema.EFFLUENT_STANDARDS)) {
      concentration(row, "limits", row.number("value"));
    }
    for (Row row : sheets.rows(Schema.EFFLUENTS)) {
      concentration(row, "effluents", row.number("value"));
    }
    sheets.rows(Schema.FACTORS).forEach(this::factor);
    Stream.concat(
            Defaults.load().reactions().rows().stream(), sheets.rows(Schema.REACTIONS).stream())
        .filter(r -> r.text("kind").equals("reaeration"))
        .forEach(r -> reaerations.add(r.text("reaction")));
    sheets.rows(Schema.RATES).forEach(this::rate);
    sheets.rows(Schema.REACTIONS).forEach(this::rate);
    new OutlierChecks(sheets, problems).run();
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

  /// A rate is compared in the unit in which it is written.
  private void rate(Row row) {
    boolean isReaeration = reaerations.contains(row.text("reaction"));
    boolean isPerDay = row.text("unit").equals("1/d");
    Sizes.of("rate", isReaeration && isPerDay ? "reaeration" : row.text("unit"), false)
        .ifPresent(r -> compare(row, row.number("value"), r, 1));
  }

  /// Whether other rows of a kind write fractions: one percent sign among them is mostly a slip.
  private boolean isFraction(String kind) {
    return sheets.rows(Schema.FACTORS).stream()
        .anyMatch(r -> r.text("kind").equals(kind) && r.text("unit").equals("1"));
  }

  /// A share of a half percent and less is usual of organisms only.
  private void share(Row row) {
    boolean isOrganism = ORGANISMS.contains(row.text("constituent"));
    double value = row.number("value");
    Sizes.Range range = Sizes.of("share", row.text("kind"), false).orElseThrow();
    boolean isPercent = row.text("unit").equals("%");
    boolean isTwice = isPercent && value <= 1 && isFraction(row.text("kind"));
    boolean isSmall = !isPercent && !isOrganism && value < range.low();
    if (value > 0 && (isTwice || isSmall)) {
      problems.warn(
          "unusual_value",
          row.file(),
          row.number(),
          "value",
          isTwice ? "1 … 100 %" : "≥ " + rounded(range.low()),
          rounded(value) + (isPercent ? " %" : ""),
          row.text("constituent"));
    }
  }

  private void factor(Row row) {
    String kind = row.text("kind");
    Optional<Dimension> dimension =
        switch (kind) {
          case "per_person", "per_head", "per_employee" -> Optional.of(Dimension.LOAD);
          case "export" -> Optional.of(Dimension.EXPORT);
          case "runoff" -> Optional.of(Dimension.RUNOFF);
          default -> Optional.empty();
        };
    if (List.of("passing", "retention", "delivery").contains(kind)) {
      share(row);
    } else if (kind.equals("concentration")) {
      concentration(row, "effluents", row.number("value"));
    } else if (dimension.isPresent()) {
      Optional<QuantityUnit> unit = QuantityUnit.find(row.text("unit"), dimension.get());
      Optional<Sizes.Range> range =
          Sizes.ofLoad(kind, row.text("constituent"), !row.text("unit").startsWith("count"));
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
      String constituent =
          Schema.find(row.file()).flatMap(t -> t.find("constituent")).isPresent()
              ? row.text("constituent")
              : "";
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
