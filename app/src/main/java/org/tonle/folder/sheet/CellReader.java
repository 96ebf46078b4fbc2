package org.tonle.folder.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonle.convert.TransverseMercator.Degrees;
import org.tonle.folder.schema.ChoiceWords;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Ratio;
import org.tonle.folder.schema.Table;
import org.tonle.model.Observation;
import org.tonle.model.Shape;
import org.tonle.problem.Nearest;
import org.tonle.problem.Severity;
import org.tonle.text.Cells;
import org.tonle.text.DecimalMark;
import org.tonle.text.MissingMarks;

/// Reader of the cells of one table by their columns; it reports their problems.
final class CellReader {
  private static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_LINE = 4_000_000;
  private static final int FEW_MARKS = 2;
  private static final int BUDDHIST_ERA = 543;
  private static final String LINE = "LINESTRING (lon lat, …)";
  private static final String AREA = "POLYGON ((lon lat, …))";

  private final Table table;
  private final Problems problems;
  private final DecimalMark mark;
  private final Optional<Projection> projection;
  private final Map<String, RatioTally> ratios = new LinkedHashMap<>();
  private final Map<String, List<Mark>> marks = new LinkedHashMap<>();
  private double factor = 1;
  int reordered;
  int missingWords;
  int projected;

  CellReader(Table table, Problems problems, DecimalMark mark, Optional<Projection> projection) {
    this.table = table;
    this.problems = problems;
    this.mark = mark;
    this.projection = projection;
  }

  /// The cell's value, or null if it is empty or wrong.
  ///
  /// @param factor from the unit of the heading to that of the column
  @Nullable Object read(Column column, int row, String raw, double factor) {
    this.factor = factor;
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

  static int longest(Column column) {
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
    Optional<String> word = ChoiceWords.find(column, cell.toLowerCase(Locale.ROOT));
    if (word.isPresent()) {
      return word.get();
    }
    boolean isRead = !problems.isFull("unknown_word", table.file());
    problems.error(
        "unknown_word",
        table.file(),
        row,
        column.name(),
        isRead ? String.join(" | ", column.choices()) : "",
        cell,
        isRead ? Nearest.of(plain, column.choices()) : "");
    return null;
  }

  private @Nullable Double number(Column column, int row, String cell) {
    if (Cells.isMissingWord(cell)) {
      if (column.isRequired() || column.sense().tellsEmpty()) {
        error("missing_value", column, row, column.range(), cell);
      } else {
        missingWords++;
        marks.computeIfAbsent(column.name(), c -> new ArrayList<>()).add(new Mark(row, cell));
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
    return MissingMarks.isSure(number.value())
        ? checked(column, row, cell, number.value())
        : checked(column, row, cell, number.value() * factor);
  }

  private @Nullable Double checked(Column column, int row, String cell, double value) {
    if (MissingMarks.isSure(value)) {
      error("missing_mark", column, row, column.range(), cell);
      return null;
    }
    boolean isDegrees = column.name().equals("lon") || column.name().equals("lat");
    if (isDegrees && projection.isPresent()) {
      return value;
    }
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
    boolean isCut = value != StrictMath.rint(value);
    if (column.type() == Column.Type.INTEGER && isCut) {
      error("not_a_number", column, row, column.range(), cell);
      return null;
    }
    boolean isPart = column.counts() && isCut && value < 1000;
    if (!column.sense().isUsual(value) || isPart) {
      problems.warn(
          "unusual_value", table.file(), row, column.name(), column.usualRange(), cell, "");
    }
    return value;
  }

  /// A value with a percent sign is unambiguous; one without is judged together with its column.
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

  /// Reports problems that show only in a column as a whole.
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

  /// A word or nothing in place of a measured value: the row is left out and reported.
  private Row.@Nullable Bounded noValue(Column column, int row, String cell) {
    problems.warn("word_for_a_value", table.file(), row, column.name(), "<0.05 | >5", cell, "");
    return null;
  }

  private @Nullable Object line(Column column, int row, String cell) {
    Optional<List<double[]>> line = Wkt.line(cell);
    return toDegrees(line.orElse(List.of()), column, row, LINE)
        ? orError(line, "bad_line", column, row, LINE, cell)
        : null;
  }

  private @Nullable Object area(Column column, int row, String cell) {
    Optional<List<Shape.Polygon>> area = Wkt.area(cell);
    for (Shape.Polygon polygon : area.orElse(List.of())) {
      for (List<double[]> ring : polygon.rings()) {
        if (!toDegrees(ring, column, row, AREA)) {
          return null;
        }
      }
    }
    return orError(area, "bad_shape", column, row, AREA, cell);
  }

  /// Converts points to degrees; reports the first that cannot be converted.
  private boolean toDegrees(List<double[]> points, Column column, int row, String expected) {
    for (double[] point : points) {
      if (!toDegrees(point)) {
        String found = Cells.plain(point[0]) + " " + Cells.plain(point[1]);
        error("not_degrees", column, row, expected, found);
        return false;
      }
    }
    return true;
  }

  /// Converts a point of the study's map to degrees; false if that is impossible.
  private boolean toDegrees(double[] point) {
    if (StrictMath.abs(point[0]) <= 180 && StrictMath.abs(point[1]) <= 90) {
      return true;
    }
    Optional<Degrees> found = projection.flatMap(p -> p.degrees(point[0], point[1]));
    found.ifPresent(
        d -> {
          point[0] = d.lon_deg();
          point[1] = d.lat_deg();
          projected++;
        });
    return found.isPresent();
  }

  /// Converts the point of a row to degrees, if the study's map is in metres.
  void place(@Nullable Object[] values, int row) {
    int lon = projection.isPresent() ? column("lon") : -1;
    int lat = projection.isPresent() ? column("lat") : -1;
    if (lon >= 0 && values[lon] instanceof Double x && values[lat] instanceof Double y) {
      double[] point = {x, y};
      if (toDegrees(point)) {
        values[lon] = point[0];
        values[lat] = point[1];
      } else {
        String found = Cells.plain(x) + " " + Cells.plain(y);
        error("not_degrees", table.columns().get(lon), row, "", found);
        values[lon] = null;
      }
    }
  }

  private int column(String name) {
    for (int c = 0; c < table.columns().size(); c++) {
      if (table.columns().get(c).name().equals(name)) {
        return c;
      }
    }
    return -1;
  }

  /// Word for a missing value.
  private record Mark(int row, String cell) {}

  /// Reports single words for a missing value in a column of numbers: in a column that has many,
  /// they are its way of writing.
  void tellMarks() {
    marks.forEach(
        (column, some) -> {
          if (some.size() <= FEW_MARKS) {
            some.forEach(
                m ->
                    problems.warn(
                        "mark_among_values", table.file(), m.row, column, "", m.cell, ""));
          }
        });
  }

  /// Reports the number of points converted to degrees.
  void tellProjected() {
    if (projected > 0) {
      String name = projection.map(Projection::name).orElse("");
      problems.add(
          Severity.NOTE,
          "points_converted",
          table.file(),
          0,
          "",
          name,
          Integer.toString(projected),
          "");
    }
  }

  private @Nullable Object date(Column column, int row, String cell) {
    String[] parts = Cells.dayAndTime(cell);
    Optional<LocalDate> date = Cells.date(parts[0]);
    if (date.isPresent() && Cells.isOfOurTime(date.get())) {
      return parts[1].isEmpty() ? date.get() : new Row.Moment(date.get(), parts[1]);
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
