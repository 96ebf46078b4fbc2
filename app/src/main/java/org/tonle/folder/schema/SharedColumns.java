package org.tonle.folder.schema;

import static org.tonle.folder.schema.Column.atLeast0;
import static org.tonle.folder.schema.Column.choice;
import static org.tonle.folder.schema.Column.number;
import static org.tonle.folder.schema.Column.reference;
import static org.tonle.folder.schema.Column.text;
import static org.tonle.folder.schema.Schema.CONSTITUENTS;
import static org.tonle.folder.schema.Schema.NODES;
import static org.tonle.folder.schema.Schema.REACHES;
import static org.tonle.folder.schema.Schema.SEASONS;
import static org.tonle.folder.schema.Schema.UNITS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Columns that several tables share: names, place, season, unit.
final class SharedColumns {
  private SharedColumns() {}

  static List<Column> columns(Column first, List<Column> middle, Column... rest) {
    List<Column> all = new ArrayList<>();
    all.add(first);
    all.addAll(middle);
    all.addAll(List.of(rest));
    return all;
  }

  static List<Column> names() {
    return List.of(
        text("name", "name in English"),
        text("name_zh", "name in Chinese"),
        text("name_km", "name in Khmer"));
  }

  static final Column SEASON =
      reference("season", "season that the row holds for; empty = every season", SEASONS);
  static final Column UNIT = reference("unit", "unit that results are grouped by", UNITS);
  static final Column CONSTITUENT =
      reference("constituent", "constituent", CONSTITUENTS).required();
  static final Column DISCHARGE =
      number("discharge_m3_per_s", "m³/s", 0, 400_000, "mean of the season").usually(0, 100_000);
  static final Column TEMPERATURE =
      number("temperature_c", "°C", 0, 45, "temperature of the water");
  static final Column LIGHT =
      number("light_w_per_m2", "W/m²", 0, 500, "mean solar radiation on the water")
          .usually(10, 450);

  /// Towns grow and shrink by tenths to some percent per year; 0.02 probably means 2 % as a
  /// fraction.
  static final Ratio GROWTH = Ratio.percent(0.1, 10);

  static List<Column> place() {
    return List.of(
        reference("node", "node where it enters, or", NODES),
        reference("reach", "reach where it enters", REACHES),
        atLeast0("position_km", "km", "distance from the reach's from_node, for a point"),
        choice(
            "where",
            List.of("point", "middle", "uniform"),
            "how it enters a reach: at position_km, at the middle, or spread along it"));
  }

  static final List<Column> POINT =
      List.of(
          number("lon", "°", -180, 180, "longitude, WGS 84"),
          number("lat", "°", -90, 90, "latitude, WGS 84"));

  static List<Column> with(List<Column> one, List<Column> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }
}
