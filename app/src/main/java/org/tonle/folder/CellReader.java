package org.tonle.folder;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonle.model.Observation;
import org.tonle.model.Shape;

/// Reads the cells of one table by their columns, and says what is wrong with them.
final class CellReader {
  private static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_LINE = 4_000_000;
  private static final int BUDDHIST_ERA = 543;
  private static final String LINE = "LINESTRING (lon lat, …)";
  private static final String AREA = "POLYGON ((lon lat, …))";

  private final Table table;
  private final Problems problems;
  private final DecimalMark mark;
  private final Map<String, RatioTally> ratios = new LinkedHashMap<>();
  int reordered;
  int missingWords;

  CellReader(Table table, Problems problems, DecimalMark mark) {
    this.table = table;
    this.problems = problems;
    this.mark = mark;
  }

  /// The cell's value, or null where it is empty or wrong.
  @Nullable Object read(Column column, int row, String raw) {
    String cell = Cells.trim(raw);
    if (cell.isEmpty()) {
      if (column.type() == Column.Type.BOUNDED) {
        return noValue(column, row, cell);
      }
      if (column.isRequired()) {
        error("missing_value", column, row, column.range(), "");
      }
      return null;
    }
    if (Cells.isSheetError(cell)) {
      error("spreadsheet_error", column, row, column.range(), cell);
      return null;
    }
    if (cell.length() > longest(column)) {
      error("too_long", column, row, Integer.toString(longest(column)), cell);
      return null;
    }
    return switch (column.type()) {
      case ID, TEXT, REFERENCE -> cell;
      case NUMBER, INTEGER, SHARE ->
          column.ratio().isRatio() ? ratio(column, row, cell) : number(column, row, cell);
      case BOUNDED -> bounded(column, row, cell);
      case CHOICE -> choice(column, row, cell);
      case YES_NO -> orError(Cells.yesNo(cell), "not_yes_or_no", column, row, "yes | no", cell);
      case MONTHS ->
          orError(Cells.months(cell), "bad_months", column, row, "6-9 | 12-2 | 6;7;8", cell);
      case DATE -> date(column, row, cell);
      case LINE -> line(column, row, cell);
      case AREA -> area(column, row, cell);
    };
  }

  private static int longest(Column column) {
    return switch (column.type()) {
      case ID, REFERENCE -> LONGEST_ID;
      case LINE, AREA -> LONGEST_LINE;
      default -> LONGEST_TEXT;
    };
  }

  private void error(String code, Column column, int row, String expected, String found) {
    problems.error(code, table.file(), row, column.name(), expected, found);
  }

  private @Nullable Object orError(
      Optional<?> value, String code, Column column, int row, String expected, String found) {
    if (value.isPresent()) {
      return value.get();
    }
    error(code, column, row, expected, found);
    return null;
  }

  private @Nullable Object choice(Column column, int row, String cell) {
    String plain = cell.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    if (column.choices().contains(plain)) {
      return plain;
    }
    problems.error(
        "unknown_word",
        table.file(),
        row,
        column.name(),
        String.join(" | ", column.choices()),
        cell,
        Nearest.of(plain, column.choices()));
    return null;
  }

  private @Nullable Double number(Column column, int row, String cell) {
    if (Cells.isMissingWord(cell)) {
      if (column.isRequired()) {
        error("missing_value", column, row, column.range(), cell);
      } else {
        missingWords++;
      }
      return null;
    }
    Cells.Written number = Cells.number(cell, mark, column.counts());
    if (number.writing() == Cells.Writing.NOT_A_NUMBER) {
      error("not_a_number", column, row, column.range(), cell);
      return null;
    }
    if (number.writing() == Cells.Writing.AMBIGUOUS) {
      String text = Cells.ascii(cell);
      error(
          "ambiguous_number",
          column,
          row,
          text.replaceAll("[.,]", "") + " | " + text.replace(',', '.'),
          cell);
      return null;
    }
    reordered += number.writing() == Cells.Writing.REORDERED ? 1 : 0;
    return checked(column, row, cell, number.value());
  }

  private @Nullable Double checked(Column column, int row, String cell, double value) {
    if (MissingMarks.isSure(value)) {
      error("missing_mark", column, row, column.range(), cell);
      return null;
    }
    boolean isDegrees = column.name().equals("lon") || column.name().equals("lat");
    if (isDegrees && !column.allows(value)) {
      error("not_degrees", column, row, column.range(), cell);
      return null;
    }
    if (MissingMarks.isLikely(value) && column.allows(value)) {
      problems.warn(
          "possible_missing_mark", table.file(), row, column.name(), column.range(), cell, "");
    }
    boolean isYear = column.name().equals("base_year");
    if (isYear && value > 2400 && value < 2700) {
      problems.error(
          "bad_date",
          table.file(),
          row,
          column.name(),
          column.range(),
          cell,
          Cells.plain(value - BUDDHIST_ERA));
      return null;
    }
    boolean isJudgedLater = column.ratio().isShare() && column.ratio().isOther(value);
    if (!column.allows(value) && !(isJudgedLater && value > 0)) {
      error("out_of_range", column, row, column.range(), cell);
      return null;
    }
    if (column.type() == Column.Type.INTEGER && value != StrictMath.rint(value)) {
      error("not_a_number", column, row, column.range(), cell);
      return null;
    }
    return value;
  }

  /// A figure with a sign of percent says what it is; one without is judged with its column.
  private @Nullable Object ratio(Column column, int row, String cell) {
    String text = Cells.ascii(cell);
    if (!text.endsWith("%")) {
      Double value = number(column, row, cell);
      if (value != null) {
        ratios.computeIfAbsent(column.name(), n -> new RatioTally(column)).add(row, value);
      }
      return value;
    }
    Cells.Written number =
        Cells.number(Cells.trim(text.substring(0, text.length() - 1)), mark, false);
    if (number.writing() == Cells.Writing.NOT_A_NUMBER
        || number.writing() == Cells.Writing.AMBIGUOUS) {
      error("not_a_number", column, row, column.range(), cell);
      return null;
    }
    Double value = checked(column, row, cell, column.ratio().ofPercent(number.value()));
    return value != null && column.ratio().equals(Ratio.BY_UNIT) ? new Row.Percent(value) : value;
  }

  /// What only the columns as a whole can tell.
  void tellRatios() {
    ratios.values().forEach(t -> t.tell(table.file(), problems));
  }

  private Row.@Nullable Bounded bounded(Column column, int row, String cell) {
    String text = Cells.ascii(cell);
    Observation.Bound bound = Observation.Bound.EXACT;
    if (text.startsWith("<") || text.startsWith("≤")) {
      bound = Observation.Bound.BELOW;
    } else if (text.startsWith(">") || text.startsWith("≥")) {
      bound = Observation.Bound.ABOVE;
    }
    String rest = bound == Observation.Bound.EXACT ? cell : Cells.trim(text.substring(1));
    String figure = rest.startsWith("=") ? Cells.trim(rest.substring(1)) : rest;
    if (Cells.isMissingWord(figure) || Cells.isBelowDetection(figure)) {
      return noValue(column, row, cell);
    }
    Double value = number(column, row, figure);
    if (value == null) {
      return null;
    }
    if (value < 0 || (value == 0 && bound == Observation.Bound.BELOW)) {
      error("out_of_range", column, row, bound == Observation.Bound.EXACT ? "≥ 0" : "> 0", cell);
      return null;
    }
    return new Row.Bounded(bound, value);
  }

  /// A word or nothing in place of a measured value: the row is left out and named.
  private Row.@Nullable Bounded noValue(Column column, int row, String cell) {
    problems.warn("word_for_a_value", table.file(), row, column.name(), "<0.05 | >5", cell, "");
    return null;
  }

  private @Nullable Object line(Column column, int row, String cell) {
    Optional<List<double[]>> line = Wkt.line(cell);
    return areDegrees(line.orElse(List.of()), column, row, LINE)
        ? orError(line, "bad_line", column, row, LINE, cell)
        : null;
  }

  private @Nullable Object area(Column column, int row, String cell) {
    Optional<List<Shape.Polygon>> area = Wkt.area(cell);
    for (Shape.Polygon polygon : area.orElse(List.of())) {
      for (List<double[]> ring : polygon.rings()) {
        if (!areDegrees(ring, column, row, AREA)) {
          return null;
        }
      }
    }
    return orError(area, "bad_shape", column, row, AREA, cell);
  }

  /// Says the first point that is none.
  private boolean areDegrees(List<double[]> points, Column column, int row, String expected) {
    for (double[] point : points) {
      if (StrictMath.abs(point[0]) > 180 || StrictMath.abs(point[1]) > 90) {
        String found = Cells.plain(point[0]) + " " + Cells.plain(point[1]);
        error("not_degrees", column, row, expected, found);
        return false;
      }
    }
    return true;
  }

  private @Nullable LocalDate date(Column column, int row, String cell) {
    Optional<LocalDate> date = Cells.date(cell);
    if (date.isPresent() && Cells.isOfOurTime(date.get())) {
      return date.get();
    }
    String hint =
        date.map(d -> d.minusYears(BUDDHIST_ERA))
            .filter(Cells::isOfOurTime)
            .map(LocalDate::toString)
            .or(() -> Cells.serialDate(cell).map(LocalDate::toString))
            .orElse("");
    problems.error("bad_date", table.file(), row, column.name(), "2024-06-30", cell, hint);
    return null;
  }
}
