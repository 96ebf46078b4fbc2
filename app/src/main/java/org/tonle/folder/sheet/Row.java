package org.tonle.folder.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tonle.model.Names;
import org.tonle.model.Observation;
import org.tonle.model.Provenance;
import org.tonle.model.Quality;
import org.tonle.model.Shape;

/// Row of a sheet, its cells already read by their columns' types.
///
/// @param number row as a spreadsheet counts, the header row being 1
public final class Row {
  private final Sheet sheet;
  private final int number;
  private final @Nullable Object[] values;

  Row(Sheet sheet, int number, @Nullable Object[] values) {
    this.sheet = sheet;
    this.number = number;
    this.values = values;
  }

  /// Number that may be a detection limit of the laboratory.
  public record Bounded(Observation.Bound bound, double value) {}

  public int number() {
    return number;
  }

  public String file() {
    return sheet.table().file();
  }

  /// The column that identifies the row.
  public String firstColumn() {
    return sheet.table().columns().getFirst().name();
  }

  private @Nullable Object value(String column) {
    return values[sheet.index(column)];
  }

  /// A cell in one writing: two cells that mean the same give the same text.
  String meant(String column) {
    return meant(sheet.index(column));
  }

  /// The same by the column's number.
  String meant(int column) {
    Object value = values[column];
    if (value == null || value instanceof String) {
      return value == null ? "" : (String) value;
    }
    StringBuilder text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  private static void write(@Nullable Object value, StringBuilder text) {
    switch (value) {
      case null -> {}
      case Double number -> text.append(number == 0 ? 0.0 : number);
      case Percent percent -> text.append(percent.fraction() * 100).append(" %");
      case Moment moment -> text.append(moment.date()).append(' ').append(moment.time());
      case Bounded bounded -> text.append(bounded.bound()).append(' ').append(bounded.value());
      case double[] point -> text.append(point[0]).append(' ').append(point[1]);
      case Shape.Polygon polygon -> write(polygon.rings(), text);
      case List<?> list -> {
        text.append('(');
        for (Object one : list) {
          write(one, text);
          text.append(", ");
        }
        text.append(')');
      }
      default -> text.append(value);
    }
  }

  public boolean has(String column) {
    return value(column) != null;
  }

  public String text(String column) {
    return value(column) instanceof String text ? text : "";
  }

  /// Value written with a percent sign in a column of many units.
  record Percent(double fraction) {}

  public boolean isPercent(String column) {
    return value(column) instanceof Percent;
  }

  /// The number, or NaN if the cell is empty.
  public double number(String column) {
    return number(column, Double.NaN);
  }

  public double number(String column, double otherwise) {
    return switch (value(column)) {
      case Double number -> number;
      case Percent percent -> percent.fraction();
      case null, default -> otherwise;
    };
  }

  public OptionalDouble optional(String column) {
    return value(column) instanceof Double number
        ? OptionalDouble.of(number)
        : OptionalDouble.empty();
  }

  public boolean flag(String column) {
    return value(column) instanceof Boolean flag && flag;
  }

  /// Day and time of a sample.
  record Moment(LocalDate date, String time) {}

  public Optional<LocalDate> date(String column) {
    return switch (value(column)) {
      case LocalDate date -> Optional.of(date);
      case Moment moment -> Optional.of(moment.date());
      case null, default -> Optional.empty();
    };
  }

  /// The date with its time of the day, if one is given: two samples of a day may differ in it.
  public String moment(String column) {
    return value(column) instanceof Moment moment
        ? moment.date() + " " + moment.time()
        : date(column).map(LocalDate::toString).orElse("");
  }

  @SuppressWarnings("unchecked")
  public List<Integer> months(String column) {
    return value(column) instanceof List<?> months ? (List<Integer>) months : List.of();
  }

  @SuppressWarnings("unchecked")
  public List<double[]> points(String column) {
    return value(column) instanceof List<?> points ? (List<double[]>) points : List.of();
  }

  @SuppressWarnings("unchecked")
  public List<Shape.Polygon> polygons(String column) {
    return value(column) instanceof List<?> polygons ? (List<Shape.Polygon>) polygons : List.of();
  }

  public Bounded bounded(String column) {
    return value(column) instanceof Bounded bounded
        ? bounded
        : new Bounded(Observation.Bound.EXACT, Double.NaN);
  }

  public Names names() {
    return new Names(text("name"), text("name_zh"), text("name_km"));
  }

  /// A value without a reference is an estimate; one with a reference but no mark is unverified.
  public Provenance provenance() {
    String quality = text("quality");
    if (!quality.isEmpty()) {
      return new Provenance(
          text("reference"), Quality.valueOf(quality.toUpperCase(java.util.Locale.ROOT)));
    }
    return text("reference").isEmpty()
        ? Provenance.NONE
        : new Provenance(text("reference"), Quality.UNVERIFIED);
  }
}
