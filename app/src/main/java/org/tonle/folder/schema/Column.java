package org.tonle.folder.schema;

import java.util.List;
import org.tonle.text.Cells;

/// Column of a table: its type, unit and range.
///
/// @param low smallest value of a number, inclusive unless `isAbove`
/// @param isAbove whether the number must be above `low`, not equal
/// @param unit unit of a number, or ""
/// @param choices words of a CHOICE
/// @param refersTo files of which a REFERENCE names an id; an id of any of them is accepted
/// @param ratio how a number without unit may be written: as a fraction or in percent
/// @param sense which values are usual, and where else its words must occur
/// @param meaning one line for the reference docs
public record Column(
    String name,
    Type type,
    boolean isRequired,
    double low,
    double high,
    boolean isAbove,
    String unit,
    List<String> choices,
    List<String> refersTo,
    Ratio ratio,
    Sense sense,
    String meaning) {

  /// Type by which a cell is read.
  public enum Type {
    /// An id that this row defines or helps to define.
    ID,
    TEXT,
    NUMBER,
    /// 0..1; "35%" is 0.35.
    SHARE,
    INTEGER,
    YES_NO,
    CHOICE,
    DATE,
    MONTHS,
    /// A number, or a bound "<0.05" or ">5".
    BOUNDED,
    /// WKT LINESTRING, longitude before latitude.
    LINE,
    /// WKT POLYGON or MULTIPOLYGON, longitude before latitude.
    AREA,
    /// Ids of other tables.
    REFERENCE
  }

  private static Column plain(String name, Type type, String meaning) {
    return new Column(
        name,
        type,
        false,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        false,
        "",
        List.of(),
        List.of(),
        Ratio.NONE,
        Sense.NONE,
        meaning);
  }

  static Column id(String name, String meaning) {
    return plain(name, Type.ID, meaning).required();
  }

  static Column text(String name, String meaning) {
    return plain(name, Type.TEXT, meaning);
  }

  static Column of(String name, Type type, String meaning) {
    return plain(name, type, meaning);
  }

  static Column number(String name, String unit, double low, double high, String meaning) {
    return new Column(
        name,
        Type.NUMBER,
        false,
        low,
        high,
        false,
        unit,
        List.of(),
        List.of(),
        Ratio.NONE,
        Sense.NONE,
        meaning);
  }

  static Column any(String name, String unit, String meaning) {
    return number(name, unit, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, meaning);
  }

  static Column atLeast0(String name, String unit, String meaning) {
    return number(name, unit, 0, Double.POSITIVE_INFINITY, meaning);
  }

  static Column above0(String name, String unit, String meaning) {
    return new Column(
        name,
        Type.NUMBER,
        false,
        0,
        Double.POSITIVE_INFINITY,
        true,
        unit,
        List.of(),
        List.of(),
        Ratio.NONE,
        Sense.NONE,
        meaning);
  }

  static Column share(String name, String meaning) {
    Column c = plain(name, Type.SHARE, meaning);
    return new Column(
        name,
        c.type,
        false,
        0,
        1,
        false,
        "",
        List.of(),
        List.of(),
        Ratio.SHARE,
        Sense.NONE,
        meaning);
  }

  static Column integer(String name, double low, double high, String meaning) {
    Column c = plain(name, Type.INTEGER, meaning);
    return new Column(
        name,
        c.type,
        false,
        low,
        high,
        false,
        "",
        List.of(),
        List.of(),
        c.ratio,
        Sense.NONE,
        meaning);
  }

  static Column choice(String name, List<String> choices, String meaning) {
    Column c = plain(name, Type.CHOICE, meaning);
    return new Column(
        name,
        c.type,
        false,
        c.low,
        c.high,
        false,
        "",
        choices,
        List.of(),
        c.ratio,
        Sense.NONE,
        meaning);
  }

  static Column reference(String name, String meaning, String... files) {
    Column c = plain(name, Type.REFERENCE, meaning);
    return new Column(
        name,
        c.type,
        false,
        c.low,
        c.high,
        false,
        "",
        List.of(),
        List.of(files),
        c.ratio,
        Sense.NONE,
        meaning);
  }

  Column required() {
    return new Column(
        name, type, true, low, high, isAbove, unit, choices, refersTo, ratio, sense, meaning);
  }

  /// The same column as a ratio: a value outside the usual range may be meant in percent, or as a
  /// fraction.
  Column as(Ratio written) {
    return new Column(
        name,
        type,
        isRequired,
        low,
        high,
        isAbove,
        unit,
        choices,
        refersTo,
        written,
        sense,
        meaning);
  }

  private Column in(Sense found) {
    return new Column(
        name, type, isRequired, low, high, isAbove, unit, choices, refersTo, ratio, found, meaning);
  }

  /// The same column with a largest number: a larger one is not possible.
  Column upTo(double most) {
    return new Column(
        name, type, isRequired, low, most, isAbove, unit, choices, refersTo, ratio, sense, meaning);
  }

  /// The usual range as problems show it.
  public String usualRange() {
    String ofUnit = unit.isEmpty() ? "" : " " + unit;
    return Cells.plain(sense.low()) + " … " + Cells.plain(sense.high()) + ofUnit;
  }

  /// The same column where numbers outside this range are unusual: the order of magnitude of what
  /// it holds.
  Column usually(double least, double most) {
    return in(new Sense(least, most, sense.figures(), sense.tellsEmpty()));
  }

  /// The same column with cells that must be the key of a figure of one of these kinds.
  Column keys(String... kinds) {
    return in(new Sense(sense.low(), sense.high(), List.of(kinds), sense.tellsEmpty()));
  }

  /// The same column where an empty cell says something.
  Column tellingEmpty() {
    return in(new Sense(sense.low(), sense.high(), sense.figures(), true));
  }

  public boolean isNumeric() {
    return type == Type.NUMBER || type == Type.SHARE || type == Type.INTEGER;
  }

  /// Whether the column counts whole things: 60.000 of them may be sixty thousand.
  public boolean counts() {
    return type == Type.INTEGER || unit.equals("people") || name.equals("heads");
  }

  /// The range as problems and docs show it: "> 0 km", "0 … 1", "" if anything goes.
  public String range() {
    String ofUnit = unit.isEmpty() ? "" : " " + unit;
    boolean hasLow = low != Double.NEGATIVE_INFINITY;
    boolean hasHigh = high != Double.POSITIVE_INFINITY;
    if (hasLow && hasHigh) {
      return Cells.plain(low) + " … " + Cells.plain(high) + ofUnit;
    }
    if (hasLow) {
      return (isAbove ? "> " : "≥ ") + Cells.plain(low) + ofUnit;
    }
    return hasHigh ? "≤ " + Cells.plain(high) + ofUnit : unit;
  }

  public boolean allows(double value) {
    return (isAbove ? value > low : value >= low) && value <= high;
  }
}
