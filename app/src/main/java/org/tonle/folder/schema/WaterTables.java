package org.tonle.folder.schema;

import static org.tonle.folder.schema.Column.above0;
import static org.tonle.folder.schema.Column.atLeast0;
import static org.tonle.folder.schema.Column.choice;
import static org.tonle.folder.schema.Column.id;
import static org.tonle.folder.schema.Column.number;
import static org.tonle.folder.schema.Column.reference;
import static org.tonle.folder.schema.Column.share;
import static org.tonle.folder.schema.Column.text;
import static org.tonle.folder.schema.Schema.ABSTRACTIONS;
import static org.tonle.folder.schema.Schema.BOUNDARIES;
import static org.tonle.folder.schema.Schema.CONCENTRATION;
import static org.tonle.folder.schema.Schema.GEOMETRY;
import static org.tonle.folder.schema.Schema.INFLOWS;
import static org.tonle.folder.schema.Schema.LAKES;
import static org.tonle.folder.schema.Schema.LAKE_SEASONS;
import static org.tonle.folder.schema.Schema.LOSSES;
import static org.tonle.folder.schema.Schema.NODES;
import static org.tonle.folder.schema.Schema.REACHES;
import static org.tonle.folder.schema.Schema.REACH_SEASONS;
import static org.tonle.folder.schema.Schema.SEASONS;
import static org.tonle.folder.schema.Schema.SHAPES;
import static org.tonle.folder.schema.Schema.UNITS;
import static org.tonle.folder.schema.Schema.WATERS;
import static org.tonle.folder.schema.SharedColumns.CONSTITUENT;
import static org.tonle.folder.schema.SharedColumns.DISCHARGE;
import static org.tonle.folder.schema.SharedColumns.LIGHT;
import static org.tonle.folder.schema.SharedColumns.POINT;
import static org.tonle.folder.schema.SharedColumns.SEASON;
import static org.tonle.folder.schema.SharedColumns.TEMPERATURE;
import static org.tonle.folder.schema.SharedColumns.UNIT;
import static org.tonle.folder.schema.SharedColumns.columns;
import static org.tonle.folder.schema.SharedColumns.names;
import static org.tonle.folder.schema.SharedColumns.with;

import java.util.List;

/// Tables of the water: seasons, nodes, reaches, lakes, and the water that joins and leaves.
final class WaterTables {
  private static final Column UNDISTURBED =
      Column.of(
          "undisturbed",
          Column.Type.YES_NO,
          "yes = people leave no mark on this water, in any season; what it alone breaks is natural");

  private WaterTables() {}

  static List<Table> tables() {
    return List.of(
        Table.of(
                SEASONS,
                "slices of the cyclic year, in order",
                List.of("season"),
                columns(
                    id("season", "id"),
                    names(),
                    Column.of(
                        "months", Column.Type.MONTHS, "calendar months, e.g. 6-9 or 12-2 or 6;7;8"),
                    number(
                        "duration_d",
                        "d",
                        0.01,
                        366,
                        "length of the season, if no months are given")))
            .required(),
        Table.of(
                NODES,
                "confluences, bifurcations, gauges, outfalls, lakes, outlets",
                List.of("node"),
                columns(
                    id("node", "id"),
                    with(names(), POINT),
                    number("altitude_m", "m", -450, 6000, "altitude, for oxygen saturation"),
                    UNIT))
            .required(),
        Table.of(
                REACHES,
                "river segments between two nodes",
                List.of("reach"),
                columns(
                    id("reach", "id"),
                    names(),
                    reference("from_node", "upper node", NODES).required(),
                    reference("to_node", "lower node", NODES).required(),
                    number(
                            "length_km",
                            "km",
                            0,
                            7000,
                            "length; 0 of a link without water of its own")
                        .usually(0.0005, 1500)
                        .required(),
                    Column.of(
                        "reverses", Column.Type.YES_NO, "yes = may flow backwards in a season"),
                    UNIT,
                    above0("width_m", "m", "width at section_discharge_m3_per_s")
                        .upTo(50_000)
                        .usually(0.3, 5000),
                    above0("depth_m", "m", "depth at section_discharge_m3_per_s")
                        .upTo(300)
                        .usually(0.03, 60),
                    above0(
                            "section_discharge_m3_per_s",
                            "m³/s",
                            "discharge at which width and depth hold")
                        .upTo(400_000)
                        .usually(0.0001, 100_000),
                    number("slope", "", 0.000001, 1, "bed slope, for Manning")
                        .as(Ratio.fraction(0.1)),
                    number("manning_n", "", 0.005, 0.5, "Manning's roughness"),
                    atLeast0("reaeration_per_d", "1/d", "reaeration at 20 °C, if known")
                        .upTo(1000)
                        .usually(0.01, 100),
                    atLeast0("area_km2", "km²", "own drainage area").upTo(7e6).usually(0, 200_000),
                    Column.of(
                        "minor_path",
                        Column.Type.YES_NO,
                        "yes = lesser branch, which passes no drainage area on from above; it starts with its"
                            + " own"),
                    text("rate_class", "class that rows of rates.csv can name"),
                    Column.of(
                        "delivers",
                        Column.Type.YES_NO,
                        "no = its load leaves the study at its end; empty = yes")))
            .required(),
        Table.of(
            GEOMETRY,
            "lines of reaches on the map",
            List.of("reach"),
            List.of(
                reference("reach", "reach", REACHES).required(),
                Column.of("line", Column.Type.LINE, "WKT LINESTRING (lon lat, …)").required())),
        Table.of(
            SHAPES,
            "outlines of units and lakes on the map",
            List.of("place"),
            List.of(
                reference("place", "unit or lake", UNITS, LAKES).required(),
                Column.of(
                        "area",
                        Column.Type.AREA,
                        "WKT POLYGON or MULTIPOLYGON (lon lat, …); rings end where they begin")
                    .required())),
        Table.of(
                REACH_SEASONS,
                "discharge, section and water of each reach and season",
                List.of("reach", "season"),
                List.of(
                    reference("reach", "reach", REACHES).required(),
                    SEASON,
                    number(
                            "discharge_m3_per_s",
                            "m³/s",
                            -400_000,
                            400_000,
                            "mean; negative = the reach flows backwards")
                        .usually(0, 100_000)
                        .required(),
                    atLeast0(
                        "mean_absolute_discharge_m3_per_s", "m³/s", "mean of |daily| discharge"),
                    share(
                        "fraction",
                        "share of its upper node's load, if not in proportion to discharge"),
                    above0("width_m", "m", "width").upTo(50_000).usually(0.3, 5000),
                    above0("depth_m", "m", "depth").upTo(300).usually(0.03, 60),
                    above0(
                            "velocity_m_per_s",
                            "m/s",
                            "velocity, if known, at this discharge; without a depth, the water fills"
                                + " the width")
                        .upTo(15)
                        .usually(0.005, 5),
                    atLeast0("travel_time_d", "d", "travel time, if known")
                        .upTo(3660)
                        .usually(0.001, 90),
                    TEMPERATURE,
                    LIGHT))
            .required(),
        Table.of(
            LAKES,
            "nodes with storage",
            List.of("lake"),
            columns(reference("lake", "node that is a lake", NODES).required(), names(), UNIT)),
        Table.of(
            LAKE_SEASONS,
            "storage of each lake and season",
            List.of("lake", "season"),
            List.of(
                reference("lake", "lake", LAKES).required(),
                SEASON,
                atLeast0("volume_start_km3", "km³", "volume at the season's start")
                    .upTo(100_000)
                    .usually(1e-5, 200)
                    .required(),
                atLeast0("volume_end_km3", "km³", "volume at the season's end")
                    .upTo(100_000)
                    .usually(1e-5, 200)
                    .required(),
                above0("area_km2", "km²", "mean surface")
                    .upTo(400_000)
                    .usually(0.01, 20_000)
                    .required(),
                atLeast0(
                    "level_volume_end_km3", "km³", "volume at the season's end by the level curve"),
                TEMPERATURE,
                LIGHT,
                number("wind_m_per_s", "m/s", 0, 40, "wind over the water").usually(0.1, 20),
                atLeast0(
                        "fringe_area_km2",
                        "km²",
                        "part of area_km2 that is flooded land: forest, fields; empty = none")
                    .upTo(400_000)
                    .usually(0, 20_000))),
        Table.of(
            INFLOWS,
            "water that joins at a node with a concentration of its own",
            List.of("inflow", "season"),
            List.of(
                id("inflow", "id"),
                reference("node", "node where it joins", NODES).required(),
                SEASON,
                choice("kind", List.of("local", "rain"), "kind of the row").required(),
                DISCHARGE.required(),
                reference("water", "water that it brings", WATERS).required(),
                text("group", "hydrological group whose wet and dry years it shares"),
                UNIT,
                UNDISTURBED)),
        Table.of(
            BOUNDARIES,
            "rivers that enter the study",
            List.of("boundary", "season"),
            List.of(
                id("boundary", "id"),
                reference("node", "node where it enters", NODES).required(),
                SEASON,
                DISCHARGE.required(),
                reference("water", "water that it brings", WATERS).required(),
                text("group", "hydrological group whose wet and dry years it shares"),
                UNIT,
                UNDISTURBED)),
        Table.of(
            LOSSES,
            "water that leaves the study at a node",
            List.of("loss", "season"),
            List.of(
                id("loss", "id"),
                reference("node", "node where it leaves", NODES).required(),
                SEASON,
                choice(
                        "kind",
                        List.of("loss", "evaporation"),
                        "a loss takes load along, evaporation does not")
                    .required(),
                DISCHARGE.required())),
        Table.of(
            ABSTRACTIONS,
            "water taken from a node, with its load",
            List.of("abstraction", "season"),
            List.of(
                id("abstraction", "id"),
                reference("node", "node where it is taken", NODES).required(),
                SEASON,
                DISCHARGE.required(),
                UNIT)),
        Table.of(
            WATERS,
            "concentrations of the waters that join",
            List.of("water", "season", "constituent"),
            List.of(
                id("water", "id"),
                SEASON,
                CONSTITUENT,
                atLeast0("value", "", "concentration").required(),
                text("unit", CONCENTRATION).required())));
  }
}
