package org.tonle.model;

import java.util.ArrayList;
import java.util.List;

/// Scope of a limit: the period of its samples, and the seasons and the water that it binds
/// (docs/theory/uncertainty.md).
///
/// @param period time from which the samples of its statistic come
/// @param basis whether its value is a concentration or a share of oxygen saturation
/// @param season the only season that it binds, or ""
/// @param months months that it binds, or empty; it binds a season with most of its months among
///   them
/// @param temperature_c water temperatures at which it binds
/// @param parameter property of the water on which it depends, a key of [Condition], or ""
/// @param range values of the parameter at which it binds
/// @param exponent the value is multiplied by the parameter to this power; 0 = it stays
public record LimitScope(
    Period period,
    Basis basis,
    String season,
    List<Integer> months,
    Range temperature_c,
    String parameter,
    Range range,
    double exponent) {
  /// Every season by itself, in all water.
  public static final LimitScope EVERY_SEASON =
      new LimitScope(
          Period.SEASON, Basis.CONCENTRATION, "", List.of(), Range.ALL, "", Range.ALL, 0);

  public LimitScope {
    months = List.copyOf(months);
  }

  /// Time from which samples come: each season by itself, or all seasons of the year together.
  public enum Period {
    SEASON,
    YEAR
  }

  public enum Basis {
    CONCENTRATION,
    SATURATION
  }

  /// Range of values.
  ///
  /// @param high exclusive
  public record Range(double low, double high) {
    public static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    String text() {
      return (Double.isInfinite(low) ? "" : "≥ " + low)
          + (Double.isInfinite(low) || Double.isInfinite(high) ? "" : ", ")
          + (Double.isInfinite(high) ? "" : "< " + high);
    }

    /// Whether a value lies in the range; a value that is not known lies in the full range only.
    public boolean holds(double value) {
      return equals(ALL) || (value >= low && value < high);
    }
  }

  /// What it states beside the period, in one text; "" if nothing.
  public String text() {
    List<String> parts = new ArrayList<>();
    if (!season.isEmpty()) {
      parts.add("season " + season);
    }
    if (!months.isEmpty()) {
      parts.add("months " + String.join(" ", months.stream().map(String::valueOf).toList()));
    }
    if (!temperature_c.equals(Range.ALL)) {
      parts.add("temperature_c " + temperature_c.text());
    }
    if (!parameter.isEmpty()) {
      parts.add(
          exponent == 0
              ? parameter + " " + range.text()
              : parameter + "^" + exponent + (range.equals(Range.ALL) ? "" : " " + range.text()));
    }
    return String.join("; ", parts);
  }

  /// Whether samples of the year count together.
  public boolean isOfYear() {
    return period == Period.YEAR;
  }

  /// Whether the value is the same in all seasons and all water.
  public boolean isPlain() {
    return basis == Basis.CONCENTRATION
        && season.isEmpty()
        && months.isEmpty()
        && temperature_c.equals(Range.ALL)
        && parameter.isEmpty();
  }

  /// Whether a season is among those that it binds: the one it names, or one with most of its
  /// months among those it names.
  public boolean holds(Season of) {
    boolean isNamed = season.isEmpty() || season.equals(of.id());
    long within = of.months().stream().filter(months::contains).count();
    return isNamed && (months.isEmpty() || 2 * within > of.months().size());
  }
}
