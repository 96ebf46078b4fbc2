package org.tonle.bench.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.tonle.bench.input.Damage.Spot;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Schema;
import org.tonle.text.Cells;

/// Mistakes in a column as a whole: thousands, grouping points, merged cells, a column left out.
final class ColumnMistakes {
  /// Rates of tables that a study need not have are as often left out as said.
  private static final Set<String> TELLING = Set.of("technology", "retention");

  static final List<Mistake> ALL =
      List.of(
          new Mistake("S13", "cells_under_a_merged_one", ColumnMistakes::merged),
          new Mistake("S15", "column_with_grouping_points", ColumnMistakes::grouped),
          new Mistake("S22", "column_in_thousands", (s, d) -> scaled(s, d, 1e-3)),
          new Mistake("S22", "column_in_ten_thousands", (s, d) -> scaled(s, d, 1e-4)),
          new Mistake("S22", "column_a_thousand_times", (s, d) -> scaled(s, d, 1e3)),
          new Mistake("S25", "column_emptied", ColumnMistakes::emptied),
          new Mistake("S9", "factors_not_around_one", ColumnMistakes::factors));

  private ColumnMistakes() {}

  /// The table with a column rewritten cell by cell; told at any of its cells.
  private static Optional<Damage> rewritten(CellAt cell, UnaryOperator<String> rewrite) {
    TableText changed = cell.table();
    for (int r = 1; r < changed.rows().size(); r++) {
      String text =
          cell.at() < changed.rows().get(r).length ? changed.rows().get(r)[cell.at()] : "";
      if (!text.isEmpty()) {
        changed = changed.with(r, cell.at(), rewrite.apply(text));
      }
    }
    Spot spot = new Spot(cell.table().file(), 0, cell.name());
    String after = changed.rows().get(cell.row())[cell.at()];
    return Optional.of(Damage.of(spot, cell.text(), after, changed));
  }

  private static boolean isSize(Column c) {
    boolean isNumber = c.type() == Column.Type.NUMBER || c.type() == Column.Type.INTEGER;
    return isNumber && NumberMistakes.isScaled(c);
  }

  /// A word that stands in the first of its rows alone, as in a sheet with merged cells.
  private static Optional<Damage> merged(StudyText study, Lots lots) {
    Predicate<Column> isWord =
        c -> {
          boolean isText = c.type() == Column.Type.TEXT || c.type() == Column.Type.REFERENCE;
          return isText && (c.name().equals("unit") ? !c.refersTo().isEmpty() : c.isRequired());
        };
    return study
        .cell(lots, isWord, c -> c.row() > 1 && isRepeated(c))
        .map(
            c -> {
              TableText changed = c.table();
              int first = 0;
              for (int r = c.table().rows().size() - 1; r > 1; r--) {
                if (above(c.table(), r, c.at()).equals(c.table().rows().get(r)[c.at()])) {
                  changed = changed.with(r, c.at(), "");
                  first = r;
                }
              }
              Spot spot = new Spot(c.table().file(), first + 1, c.name());
              return Damage.of(spot, c.text(), "", changed)
                  .also(new Spot(c.table().file(), 0, c.name()));
            });
  }

  private static boolean isRepeated(CellAt cell) {
    return above(cell.table(), cell.row(), cell.at()).equals(cell.text());
  }

  private static String above(TableText table, int row, int at) {
    return table.rows().get(row - 1)[at];
  }

  private static Optional<Damage> grouped(StudyText study, Lots lots) {
    return study
        .cell(
            lots,
            ColumnMistakes::isSize,
            c -> c.number().filter(x -> x >= 1000 && x < 1e9 && x % 1 == 0).isPresent())
        .flatMap(
            c -> {
              String end = lots.pick("", ",00");
              return rewritten(c, text -> grouped(text) + (text.equals(c.text()) ? end : ""));
            });
  }

  private static String grouped(String text) {
    StringBuilder digits = new StringBuilder(text);
    for (int at = text.length() - 3; at > 0 && text.matches("[0-9]+"); at -= 3) {
      digits.insert(at, '.');
    }
    return digits.toString();
  }

  private static Optional<Damage> scaled(StudyText study, Lots lots, double by) {
    return study
        .cell(
            lots,
            ColumnMistakes::isSize,
            c -> c.number().filter(x -> x != 0).isPresent() && isOf(c))
        .flatMap(
            c ->
                rewritten(
                    c, text -> TableText.number(text).map(x -> Cells.plain(x * by)).orElse(text)));
  }

  /// Figures with a unit beside them have mistakes in units; theirs are no column in one scale.
  private static boolean isOf(CellAt cell) {
    return cell.table().at("unit") < 0 || !cell.name().equals("value");
  }

  private static Optional<Damage> emptied(StudyText study, Lots lots) {
    return study
        .cell(lots, c -> TELLING.contains(c.name()), c -> true)
        .flatMap(c -> rewritten(c, text -> ""))
        .map(d -> d.also(new Spot(d.at().file(), 0, "")));
  }

  /// Factors of one source over the year, each times the same.
  private static Optional<Damage> factors(StudyText study, Lots lots) {
    List<Double> by = new ArrayList<>(List.of(3.0, 0.3, 100.0, 1.5));
    return study
        .cell(
            lots,
            c -> c.name().equals("factor"),
            c -> c.table().file().equals(Schema.SOURCE_SEASONS))
        .flatMap(
            c -> {
              double times = lots.pick(by);
              return rewritten(
                  c, text -> TableText.number(text).map(x -> Cells.plain(x * times)).orElse(text));
            });
  }
}
