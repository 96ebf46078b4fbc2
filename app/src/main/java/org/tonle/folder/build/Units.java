package org.tonle.folder.build;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.convert.ConcentrationUnit;
import org.tonle.convert.QuantityUnit;
import org.tonle.convert.QuantityUnit.Dimension;
import org.tonle.convert.Tie;
import org.tonle.folder.schema.Ratio;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.model.Constituent;
import org.tonle.problem.Figure;
import org.tonle.text.Cells;

/// Units of a row: converts its `value` and `unit` to the unit of the model's records.
public final class Units {
  private static final String BOTTLE_RATE = "bottle_rate_per_d";

  private final Map<String, Constituent> constituents;
  private final Problems problems;

  public Units(Map<String, Constituent> constituents, Problems problems) {
    this.constituents = constituents;
    this.problems = problems;
  }

  Optional<Constituent> constituent(Row row) {
    return Optional.ofNullable(constituents.get(row.text("constituent")));
  }

  /// `value` in the unit of the row's constituent; NaN, with a problem, if the unit does not fit.
  double concentration(Row row, double value) {
    Optional<Constituent> constituent = constituent(row);
    Optional<ConcentrationUnit> unit = unit(row, constituent);
    return constituent.isEmpty() || unit.isEmpty()
        ? Double.NaN
        : constituent.get().unit() == unit.get()
            ? value
            : constituent.get().unit().fromKernel(unit.get().toKernel(value));
  }

  /// The row's value in g/m³ (count/m³).
  double kernelConcentration(Row row) {
    return unit(row, constituent(row)).map(u -> u.toKernel(row.number("value"))).orElse(Double.NaN);
  }

  private Optional<ConcentrationUnit> unit(Row row, Optional<Constituent> constituent) {
    Optional<ConcentrationUnit> unit = ConcentrationUnit.find(withoutForm(row));
    boolean fits =
        unit.isPresent()
            && !row.isPercent("value")
            && (constituent.isEmpty() || constituent.get().unit().counts() == unit.get().counts());
    if (!fits) {
      boolean counts = constituent.isPresent() && constituent.get().unit().counts();
      unknown(
          row,
          String.join(
              " | ",
              Arrays.stream(ConcentrationUnit.values())
                  .filter(u -> u.counts() == counts)
                  .map(ConcentrationUnit::symbol)
                  .toList()));
      return Optional.empty();
    }
    return unit;
  }

  boolean isConcentration(Row row) {
    return ConcentrationUnit.find(withoutForm(row)).isPresent();
  }

  /// The row's unit without the element it is reckoned as, if the constituent is reckoned so: "mg/L
  /// as N" of NH4-N or TN. Ammonium reckoned as NH4 stays another unit.
  private static String withoutForm(Row row) {
    String unit = row.text("unit");
    if (ConcentrationUnit.find(unit).isPresent()) {
      return unit;
    }
    String constituent = row.text("constituent");
    for (String element : List.of("N", "P")) {
      boolean isOf = constituent.endsWith("-" + element) || constituent.equals("T" + element);
      if (isOf) {
        String of = "(?i)(?:[ _(-]*as[ _-]*" + element + "\\)?|(?<=/[Ll]) " + element + ")$";
        return unit.replaceFirst(of, "")
            .replaceFirst("(?i)^([mµμun]?g)[- ]?" + element + "/", "$1/");
      }
    }
    return unit;
  }

  /// The row's value in the first unit of `dimension`.
  double quantity(Row row, Dimension dimension) {
    Optional<QuantityUnit> unit = QuantityUnit.find(row.text("unit"), dimension);
    if (unit.isEmpty() || (row.isPercent("value") && dimension != Dimension.SHARE)) {
      unknown(row, String.join(" | ", QuantityUnit.symbols(dimension)));
      return Double.NaN;
    }
    double written = row.number("value");
    double value = row.isPercent("value") ? written : unit.get().toRecord(written);
    if (dimension == Dimension.SHARE) {
      share(row, unit.get(), value);
    }
    return value;
  }

  /// Reports a share above 1, or below a hundredth though written in percent: probably a fraction
  /// with the wrong unit. For organisms a remainder of less than a hundredth is plausible.
  private void share(Row row, QuantityUnit unit, double value) {
    String written = Cells.plain(row.number("value"));
    boolean isFraction = unit == QuantityUnit.PERCENT && value > 0 && value < 0.01;
    if (value > 1) {
      problems.error("out_of_range", row.file(), row.number(), "value", "0 … 1", written);
    } else if (isFraction
        && !row.isPercent("value")
        && !constituent(row).map(c -> c.unit().counts()).orElse(true)) {
      problems.warn(
          "odd_ratio",
          row.file(),
          row.number(),
          "value",
          "≥ 1 %",
          Integer.toString(row.number()),
          written + " % → " + Ratio.percent(1, 100).marked(row.number("value")));
    }
  }

  private void unknown(Row row, String expected) {
    problems.error("unknown_unit", row.file(), row.number(), "unit", expected, row.text("unit"));
  }

  /// Share of a row's figure that is 5-day BOD: all, unless it is said to be ultimate. A study has
  /// one bottle rate for all its water, so that what goes in comes out (docs/theory/loads.md).
  double fiveDay(Row row) {
    Optional<Constituent> of = constituent(row);
    if (of.isEmpty() || !row.has(BOTTLE_RATE)) {
      return 1;
    }
    double stated = row.number(BOTTLE_RATE, 0);
    double known = of.get().bottleRate_per_d();
    if (stated > 0 && Tie.isMet(stated, known, true) && Tie.isMet(stated, known, false)) {
      return 1;
    }
    if (stated > 0) {
      problems.error(
          "other_bottle_rate",
          row.file(),
          row.number(),
          BOTTLE_RATE,
          Figure.of(known) + " (" + Schema.CONSTITUENTS + ")",
          Figure.of(stated));
    }
    return 1 / of.get().ultimateOverFiveDay();
  }
}
