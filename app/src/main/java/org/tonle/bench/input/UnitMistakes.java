package org.tonle.bench.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.bench.input.Damage.Spot;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Schema;
import org.tonle.text.Cells;

/// Mistakes in units, in headings that scale, and in signs that stand in a column of their own.
final class UnitMistakes {
  /// Units that people take for one another, a factor of 1,000 apart or more.
  private static final Map<String, List<String>> TAKEN_FOR =
      Map.of(
          "mg/L", List.of("µg/L", "ug/L"),
          "µg/L", List.of("mg/L"),
          "MPN/100 mL", List.of("mg/L"),
          "g/d", List.of("kg/d", "t/a"),
          "kg/d", List.of("g/d", "kg/a"),
          "kg/t", List.of("g/t", "kg/kg"),
          "kg/ha/a", List.of("t/ha/a", "g/ha/a"),
          "count/d", List.of("g/d", "1e6/d"),
          "1", List.of("%", "g/d"));

  /// Scaled units, and what a figure in the column's own unit is to be divided by.
  private static final Map<String, Map<String, Double>> SCALES =
      Map.of(
          "m³/d", Map.of("万m3/d", 1e4, "1000 m3/d", 1e3, "MGD", 3785.41, "ML/d", 1e3),
          "m³/s", Map.of("L/s", 1e-3, "cfs", 0.0283168, "m3/d", 1 / 86400.0, "万m3/d", 0.115741),
          "km", Map.of("m", 1e-3, "mi", 1.609344, "miles", 1.609344, "里", 0.5),
          "km²", Map.of("ha", 0.01, "acres", 0.00404686, "公顷", 0.01, "亩", 1 / 1500.0),
          "people",
              Map.of(
                  "thousands", 1e3, "000", 1e3, "万人", 1e4, "millions", 1e6, "persons x1000", 1e3),
          "m", Map.of("ft", 0.3048, "cm", 0.01, "feet", 0.3048),
          "km³", Map.of("MCM", 1e-3, "亿m3", 0.1, "million m3", 1e-3),
          "L/d", Map.of("m3/d", 1e3, "gal/d", 3.78541),
          "t/a", Map.of("kg/a", 1e-3, "万t/a", 1e4));

  private static final List<String> SIGN_COLUMNS =
      List.of(
          "Value Flags",
          "flag",
          "qualifier",
          "remark_cd",
          "RESULT_LETTER",
          "censored",
          "MeasureQualifierCode",
          "ResultDetectionConditionText",
          "符号",
          "សញ្ញា");

  static final List<Mistake> ALL =
      List.of(
          new Mistake("S18", "unit_taken_for_another", UnitMistakes::swapped),
          new Mistake("S18", "unit_left_out", UnitMistakes::leftOut),
          new Mistake("B14", "unit_of_a_laboratory", UnitMistakes::laboratory),
          new Mistake("B6", "heading_in_scaled_unit", UnitMistakes::heading),
          new Mistake("B2", "sign_in_own_column", UnitMistakes::sign),
          new Mistake("N07", "one_value_in_other_unit", UnitMistakes::oneValue));

  private UnitMistakes() {}

  private static boolean isUnit(Column column) {
    return column.name().equals("unit") && column.type() == Column.Type.TEXT;
  }

  private static Optional<Damage> swapped(StudyText study, Lots lots) {
    return study
        .cell(lots, UnitMistakes::isUnit, c -> TAKEN_FOR.containsKey(c.text()) && hasValue(c))
        .map(
            c ->
                c.to(lots.pick(TAKEN_FOR.getOrDefault(c.text(), List.of("?"))))
                    .also(new Spot(c.table().file(), c.row() + 1, "value")));
  }

  private static boolean hasValue(CellAt cell) {
    return TableText.number(cell.table().cell(cell.row(), "value")).filter(x -> x != 0).isPresent();
  }

  private static Optional<Damage> leftOut(StudyText study, Lots lots) {
    return study.cell(lots, UnitMistakes::isUnit, c -> true).map(c -> c.to(""));
  }

  /// A unit as laboratories write it, with the value that belongs to it: read, or refused.
  private static Optional<Damage> laboratory(StudyText study, Lots lots) {
    return study
        .cell(lots, UnitMistakes::isUnit, c -> c.text().equals("mg/L") && hasValue(c))
        .map(
            c -> {
              boolean isNano = lots.below(3) == 0;
              String unit =
                  isNano
                      ? lots.pick("ng/L", "ng/l")
                      : lots.pick("mg/l", "mg L-1", "mg/L as N", "g/m3", "ppm", "mg/litre", "MG/L");
              double value = TableText.number(c.table().cell(c.row(), "value")).orElseThrow();
              String[] row = c.table().rows().get(c.row()).clone();
              row[c.at()] = unit;
              row[c.table().at("value")] = Cells.plain(isNano ? value * 1e6 : value);
              Spot spot = new Spot(c.table().file(), c.row() + 1, "");
              return Damage.of(spot, c.text(), unit, c.table().with(c.row(), row));
            });
  }

  /// A whole column under a heading with another unit, and with the figures of that unit.
  private static Optional<Damage> heading(StudyText study, Lots lots) {
    return study
        .cell(lots, c -> SCALES.containsKey(c.unit()), c -> true)
        .map(
            c -> {
              Map<String, Double> scales = SCALES.getOrDefault(c.column().unit(), Map.of());
              String unit = lots.pick(scales.keySet().stream().sorted().toList());
              String stem = c.name().replaceFirst("_(m3|km|km2|km3|m|l|t)(_per_\\w+)?$", "");
              String heading =
                  lots.pick(stem + " (" + unit + ")", stem + "_" + unit, stem + " [" + unit + "]");
              TableText changed = c.table().with(0, c.at(), heading);
              for (int r = 1; r < changed.rows().size(); r++) {
                double scale = scales.getOrDefault(unit, 1.0);
                Optional<Double> value = TableText.number(changed.rows().get(r)[c.at()]);
                if (value.isPresent()) {
                  changed = changed.with(r, c.at(), Cells.plain(value.get() / scale));
                }
              }
              return Damage.of(new Spot(c.table().file(), 1, heading), c.name(), heading, changed)
                  .also(new Spot(c.table().file(), 1, c.name()));
            });
  }

  private static Optional<Damage> sign(StudyText study, Lots lots) {
    return study
        .cell(
            lots,
            c -> c.name().equals("value"),
            c -> c.table().file().equals(Schema.OBSERVATIONS) && c.number().isPresent())
        .map(
            c -> {
              String heading = lots.pick(SIGN_COLUMNS);
              String sign =
                  lots.pick(
                      "<", "U", "Not Detected", "TRUE", "1", "BDL", "ND", "< LOD", ">", "未检出");
              TableText changed = c.table().plusColumn(heading, c.row(), sign);
              Spot spot = new Spot(c.table().file(), c.row() + 1, heading);
              return Damage.of(spot, "", sign, changed)
                  .also(new Spot(c.table().file(), c.row() + 1, "value"));
            });
  }

  /// One value among others of its column written in µg/L.
  private static Optional<Damage> oneValue(StudyText study, Lots lots) {
    return study
        .cell(
            lots,
            c -> c.name().equals("value"),
            c -> c.table().cell(c.row(), "unit").equals("mg/L") && hasValue(c))
        .map(c -> c.to(Cells.plain(c.number().orElse(1.0) * 1000)));
  }
}
