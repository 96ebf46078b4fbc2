package org.tonle.bench.input;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Schema;
import org.tonle.text.Cells;

/// Mistakes in numbers: scale, sign, marks, missing words, years, places.
final class NumberMistakes {
  private static final List<String> MISSING =
      List.of(
          "n.d.", "ND", "NaN", "nan", "None", "NULL", ".", "inf", "-", "n/a", "#N/A", "tr.", "BDL",
          "*", "..", "无", "គ្មាន", "-9999", "-99", "9999", "1e30", "#REF!", "#DIV/0!", "?", "x");

  static final List<Mistake> ALL =
      List.of(
          new Mistake("S22", "thousand_times", (s, d) -> scaled(s, d, x -> x * 1e3)),
          new Mistake("S22", "thousandth", (s, d) -> scaled(s, d, x -> x / 1e3)),
          new Mistake("S22", "million_times", (s, d) -> scaled(s, d, x -> x * 1e6)),
          new Mistake("S22", "ten_thousand_times", (s, d) -> scaled(s, d, x -> x * 1e4)),
          new Mistake("S22", "ten_thousandth", (s, d) -> scaled(s, d, x -> x / 1e4)),
          new Mistake("S17", "per_second_for_per_day", NumberMistakes::otherTime),
          new Mistake("B14", "date_as_written", NumberMistakes::dateAsWritten),
          new Mistake("S22", "part_of_a_person", NumberMistakes::partOfAPerson),
          new Mistake("S24", "hectares", NumberMistakes::hectares),
          new Mistake("S15", "grouping_points", NumberMistakes::grouped),
          new Mistake("S15", "decimal_comma", NumberMistakes::comma),
          new Mistake("N09", "minus_sign", NumberMistakes::minus),
          new Mistake("B12", "missing_mark", NumberMistakes::missing),
          new Mistake("N16", "share_in_percent", NumberMistakes::percent),
          new Mistake("S21", "year_shifted", NumberMistakes::year),
          new Mistake("N10", "date_shifted", NumberMistakes::date),
          new Mistake("N11", "point_in_metres", NumberMistakes::metres),
          new Mistake("S11", "point_moved", NumberMistakes::moved),
          new Mistake("S19", "length_ten_times", NumberMistakes::length));

  private NumberMistakes() {}

  private static boolean isPoint(Column c) {
    return c.name().equals("lon") || c.name().equals("lat");
  }

  /// A column of numbers that something is computed from; years, points and counts of samples have
  /// mistakes of their own.
  private static boolean isSize(Column c) {
    return (c.type() == Column.Type.NUMBER
            || c.type() == Column.Type.BOUNDED
            || c.type() == Column.Type.INTEGER)
        && !isPoint(c)
        && !isYear(c)
        && !List.of("n", "rank", "draw").contains(c.name());
  }

  /// A place a metre from a reach's head is as sensible as any.
  static boolean isScaled(Column c) {
    return isSize(c) && !c.name().equals("position_km");
  }

  private static boolean isYear(Column column) {
    return column.type() == Column.Type.INTEGER && column.low() >= 1000;
  }

  private static Optional<CellAt> size(StudyText study, Lots lots) {
    return study.cell(
        lots, NumberMistakes::isScaled, c -> c.number().filter(x -> x != 0).isPresent());
  }

  private static Optional<Damage> scaled(StudyText study, Lots lots, ToDoubleFunction<Double> to) {
    return size(study, lots)
        .filter(c -> !isShareOfOrganisms(c))
        .map(c -> c.to(Cells.plain(to.applyAsDouble(c.number().orElseThrow()))));
  }

  /// Of organisms all pass a drain and one in ten thousand a wetland: any share makes sense.
  private static boolean isShareOfOrganisms(CellAt c) {
    return c.table().file().equals(Schema.FACTORS)
        && c.table().cell(c.row(), "constituent").equals("FC")
        && c.table().cell(c.row(), "unit").equals("1");
  }

  private static Optional<Damage> partOfAPerson(StudyText study, Lots lots) {
    return study
        .cell(lots, c -> c.counts() && !isYear(c) && !c.name().equals("n"), c -> true)
        .flatMap(c -> c.number().map(x -> c.to(lots.pick("12.5", "0.5", "1.25"))));
  }

  /// Water per second under a heading of water per day, or the other way round.
  private static Optional<Damage> otherTime(StudyText study, Lots lots) {
    return study
        .cell(
            lots,
            c -> c.unit().equals("m³/d") || c.unit().equals("m³/s"),
            c -> c.number().filter(x -> x != 0).isPresent())
        .map(
            c -> {
              double value = c.number().orElseThrow();
              boolean isPerDay = c.column().unit().equals("m³/d");
              return c.to(Cells.plain(isPerDay ? value / 86_400 : value * 86_400));
            });
  }

  /// A day as people and programs write it; it is read, or refused.
  private static Optional<Damage> dateAsWritten(StudyText study, Lots lots) {
    return study
        .cell(lots, c -> c.type() == Column.Type.DATE, c -> c.text().matches("\\d{4}-.*"))
        .map(
            c -> {
              String[] part = c.text().split("-", -1);
              return c.to(
                  lots.pick(
                      c.text() + " 08:30",
                      c.text() + "T08:30:00Z",
                      c.text().replace('-', '/'),
                      part[0] + "年" + Integer.parseInt(part[1]) + "月" + part[2] + "日",
                      part[2] + "." + part[1] + "." + part[0],
                      part[2] + "/" + part[1] + "/" + part[0].substring(2),
                      "45394",
                      "April 2024"));
            });
  }

  private static Optional<Damage> hectares(StudyText study, Lots lots) {
    return study
        .cell(lots, c -> c.unit().equals("km²"), c -> c.number().filter(x -> x != 0).isPresent())
        .map(c -> c.to(Cells.plain(c.number().orElseThrow() * lots.pick(100.0, 247.1, 1e6))));
  }

  /// 60000 as 60.000, 1250000 as 1.250.000,00.
  private static Optional<Damage> grouped(StudyText study, Lots lots) {
    return study
        .cell(
            lots,
            NumberMistakes::isSize,
            c -> c.number().filter(x -> x >= 1000 && x < 1e9 && x % 1 == 0).isPresent())
        .map(
            c -> {
              String digits = Cells.plain(c.number().orElseThrow());
              String mark = lots.pick(".", ".", "'", " ", " ", "’", "٬");
              StringBuilder text = new StringBuilder(digits);
              for (int at = digits.length() - 3; at > 0; at -= 3) {
                text.insert(at, mark);
              }
              return c.to(text + (mark.equals(".") && lots.below(3) == 0 ? ",00" : ""));
            });
  }

  private static Optional<Damage> comma(StudyText study, Lots lots) {
    return study
        .cell(
            lots,
            c -> isSize(c) || c.type() == Column.Type.SHARE,
            c -> c.number().filter(x -> x % 1 != 0).isPresent() && c.text().contains("."))
        .map(c -> c.to(c.text().replace('.', lots.pick(',', '·', '٫'))));
  }

  /// Towns shrink as well as grow: of their growth either sign makes sense.
  private static Optional<Damage> minus(StudyText study, Lots lots) {
    return size(study, lots)
        .filter(c -> !c.name().equals("growth_percent_per_a"))
        .map(
            c -> {
              String plain = c.text().replaceFirst("^-", "");
              return c.text().startsWith("-")
                  ? c.to(plain)
                  : c.to(
                      lots.pick(
                          "-" + plain, "−" + plain, "(" + plain + ")", plain + "-", "–" + plain));
            });
  }

  private static Optional<Damage> missing(StudyText study, Lots lots) {
    return study
        .cell(lots, c -> isSize(c) || c.type() == Column.Type.SHARE, c -> true)
        .map(c -> c.to(lots.pick(MISSING)));
  }

  private static Optional<Damage> percent(StudyText study, Lots lots) {
    return study
        .cell(
            lots,
            c -> c.ratio().isRatio() && !c.ratio().equals(org.tonle.folder.schema.Ratio.BY_UNIT),
            c -> c.number().filter(x -> x != 0).isPresent())
        .map(
            c -> {
              double value = c.number().orElseThrow();
              boolean isPercent = c.name().contains("percent");
              return c.to(Cells.plain(isPercent ? value / 100 : value * 100));
            });
  }

  private static Optional<Damage> year(StudyText study, Lots lots) {
    return study
        .cell(lots, NumberMistakes::isYear, c -> c.number().isPresent())
        .map(
            c -> {
              double year = c.number().orElseThrow();
              return c.to(
                  Cells.plain(lots.pick(year + 543, year + 72, year % 100, year * 10, year - 90)));
            });
  }

  private static Optional<Damage> date(StudyText study, Lots lots) {
    return study
        .cell(lots, c -> c.type() == Column.Type.DATE, c -> c.text().matches("\\d{4}-.*"))
        .map(
            c -> {
              int year = Integer.parseInt(c.text().substring(0, 4)) + lots.pick(543, 40, 100, -300);
              return c.to(year + c.text().substring(4));
            });
  }

  private static Optional<Damage> metres(StudyText study, Lots lots) {
    return study
        .cell(lots, NumberMistakes::isPoint, c -> c.number().isPresent())
        .map(c -> c.to(lots.pick("491827", "1277654", "354.2", "12°15'")));
  }

  /// A point half a degree off and more: its place lies 60 km from its node.
  private static Optional<Damage> moved(StudyText study, Lots lots) {
    return study
        .cell(lots, NumberMistakes::isPoint, c -> c.number().isPresent())
        .map(
            c -> {
              double value = c.number().orElseThrow();
              String cut = c.text().substring(1);
              return c.to(lots.pick(Cells.plain(value + 1), Cells.plain(value - 2), cut));
            });
  }

  private static Optional<Damage> length(StudyText study, Lots lots) {
    return study
        .cell(lots, c -> c.unit().equals("km"), c -> c.number().filter(x -> x > 0).isPresent())
        .map(c -> c.to(Cells.plain(c.number().orElseThrow() * lots.pick(13, 20, 100))));
  }
}
