package org.tonle.folder.schema;

import static org.tonle.folder.schema.Column.above0;
import static org.tonle.folder.schema.Column.any;
import static org.tonle.folder.schema.Column.atLeast0;
import static org.tonle.folder.schema.Column.choice;
import static org.tonle.folder.schema.Column.id;
import static org.tonle.folder.schema.Column.integer;
import static org.tonle.folder.schema.Column.number;
import static org.tonle.folder.schema.Column.reference;
import static org.tonle.folder.schema.Column.share;
import static org.tonle.folder.schema.Column.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Schema of all tables of a study. Reader, ranges, units and the reference docs come from here. It
/// is long because it is one list, table after table, that is read and looked up as a whole.
public final class Schema {
  public static final String SEASONS = "seasons.csv";
  public static final String UNITS = "units.csv";
  public static final String CONSTITUENTS = "constituents.csv";
  public static final String REACTIONS = "reactions.csv";
  public static final String RATES = "rates.csv";
  public static final String NODES = "nodes.csv";
  public static final String REACHES = "reaches.csv";
  public static final String GEOMETRY = "geometry.csv";
  public static final String SHAPES = "shapes.csv";
  public static final String REACH_SEASONS = "reach_seasons.csv";
  public static final String LAKES = "lakes.csv";
  public static final String LAKE_SEASONS = "lake_seasons.csv";
  public static final String INFLOWS = "inflows.csv";
  public static final String BOUNDARIES = "boundaries.csv";
  public static final String LOSSES = "losses.csv";
  public static final String ABSTRACTIONS = "abstractions.csv";
  public static final String WATERS = "waters.csv";
  public static final String TOWNS = "towns.csv";
  public static final String SANITATION = "sanitation.csv";
  public static final String PLANTS = "plants.csv";
  public static final String OVERFLOWS = "overflows.csv";
  public static final String INDUSTRY = "industry.csv";
  public static final String LIVESTOCK = "livestock.csv";
  public static final String LAND = "land.csv";
  public static final String DELIVERY_VARIABLES = "delivery_variables.csv";
  public static final String DELIVERY = "delivery.csv";
  public static final String FACTORS = "factors.csv";
  public static final String EFFLUENTS = "effluents.csv";
  public static final String SOURCE_SEASONS = "source_seasons.csv";
  public static final String STANDARDS = "standards.csv";
  public static final String EFFLUENT_STANDARDS = "effluent_standards.csv";
  public static final String DESIGNATIONS = "designations.csv";
  public static final String RECEPTORS = "receptors.csv";
  public static final String OBSERVATIONS = "observations.csv";
  public static final String REFERENCES = "references.csv";
  public static final String UNCERTAINTY = "uncertainty.csv";
  public static final String CHECKS = "checks.csv";
  public static final String PARAMETERS = "parameters.csv";
  public static final String POSTERIOR = "posterior.csv";

  public static final String CONCENTRATION = "mg/L, µg/L, g/m³, MPN/100 mL, CFU/100 mL or MPN/L";

  private Schema() {}

  public static Optional<Table> find(String file) {
    return TABLES.stream().filter(t -> t.file().equals(file)).findFirst();
  }

  private static List<Column> columns(Column first, List<Column> middle, Column... rest) {
    List<Column> all = new ArrayList<>();
    all.add(first);
    all.addAll(middle);
    all.addAll(List.of(rest));
    return all;
  }

  private static List<Column> names() {
    return List.of(
        text("name", "name in English"),
        text("name_zh", "name in Chinese"),
        text("name_km", "name in Khmer"));
  }

  private static final Column SEASON =
      reference("season", "season that the row holds for; empty = every season", SEASONS);
  private static final Column UNIT = reference("unit", "unit that results are grouped by", UNITS);
  private static final Column CONSTITUENT =
      reference("constituent", "constituent", CONSTITUENTS).required();
  private static final Column DISCHARGE =
      number("discharge_m3_per_s", "m³/s", 0, 400_000, "mean of the season").usually(0, 100_000);
  private static final Column TEMPERATURE =
      number("temperature_c", "°C", 0, 45, "temperature of the water").usually(0.1, 42);
  private static final Column LIGHT =
      number("light_w_per_m2", "W/m²", 0, 500, "mean solar radiation on the water")
          .usually(10, 450);

  /// Towns grow and shrink by tenths to some percent per year; 0.02 probably means 2 % as a
  /// fraction.
  private static final Ratio GROWTH = Ratio.percent(0.1, 10);

  private static List<Column> place() {
    return List.of(
        reference("node", "node where it enters, or", NODES),
        reference("reach", "reach where it enters", REACHES),
        atLeast0("position_km", "km", "distance from the reach's from_node, for a point"),
        choice(
            "where",
            List.of("point", "middle", "uniform"),
            "how it enters a reach: at position_km, at the middle, or spread along it"));
  }

  private static final List<Column> POINT =
      List.of(
          number("lon", "°", -180, 180, "longitude, WGS 84"),
          number("lat", "°", -90, 90, "latitude, WGS 84"));

  private static List<Column> with(List<Column> one, List<Column> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static List<Table> water() {
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
                    above0("velocity_m_per_s", "m/s", "velocity, if known")
                        .upTo(15)
                        .usually(0.005, 4),
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
                number("wind_m_per_s", "m/s", 0, 40, "wind over the water").usually(0.1, 20))),
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
                UNIT)),
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
                UNIT)),
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

  private static List<Table> chemistry() {
    return List.of(
        Table.of(
                CONSTITUENTS,
                "what the water carries; a built-in constituent needs only its id",
                List.of("constituent"),
                columns(
                    id("constituent", "id that names the form: NH4-N, COD-Mn"),
                    names(),
                    text("unit", CONCENTRATION),
                    choice(
                        "kinetics",
                        List.of("conservative", "first_order", "linked", "coliform"),
                        "how its concentration changes"),
                    text("group", "linked group; its members turn into one another"),
                    number(
                        "bottle_rate_per_d",
                        "1/d",
                        0,
                        5,
                        "k_b of a 5-day BOD, in all water of the study"),
                    number(
                            "sample_cv",
                            "",
                            0,
                            10,
                            "coefficient of variation of samples in a season")
                        .usually(0.01, 5)
                        .as(Ratio.fraction(5)),
                    Column.of("oxygen", Column.Type.YES_NO, "yes for dissolved oxygen")))
            .required(),
        Table.of(
            REACTIONS,
            "reactions in addition to the built-in ones, or in their place (same id); value 0 = off",
            List.of("reaction", "constituent", "product"),
            List.of(
                id("reaction", "id"),
                CONSTITUENT,
                choice(
                        "kind",
                        List.of(
                            "decay",
                            "settling",
                            "uptake",
                            "reaeration",
                            "sediment_demand",
                            "photosynthesis",
                            "respiration",
                            "light",
                            "lake_settling"),
                        "kind of reaction")
                    .required(),
                atLeast0("value", "", "rate at 20 °C").required(),
                text("unit", "1/d, m/d, m/a, g/m2/d, g/m3/d or 1/d per W/m2, according to the kind")
                    .required(),
                number("theta", "", 0.9, 1.3, "temperature base").usually(0.97, 1.15),
                reference("product", "constituent that the lost mass becomes", CONSTITUENTS),
                any(
                    "yield",
                    "",
                    "mass of product per mass lost; negative = the product is consumed"))),
        Table.of(
            RATES,
            "rates that hold for part of the study",
            List.of(
                "reaction",
                "place",
                "reach_class",
                "season",
                "min_discharge_m3_per_s",
                "min_depth_m"),
            List.of(
                text("reaction", "reaction whose value the row replaces").required(),
                reference("place", "reach or lake; empty = all", REACHES, LAKES),
                text("reach_class", "rate_class of reaches; empty = all"),
                SEASON,
                atLeast0("min_discharge_m3_per_s", "m³/s", "lower end of a class of discharge"),
                atLeast0("max_discharge_m3_per_s", "m³/s", "upper end of the class, exclusive"),
                atLeast0("min_depth_m", "m", "lower end of a class of depth"),
                atLeast0("max_depth_m", "m", "upper end of the class, exclusive"),
                atLeast0("value", "", "rate at 20 °C").required(),
                text("unit", "as in reactions.csv").required())));
  }

  private static List<Table> sources() {
    return List.of(
        Table.of(
            UNITS,
            "provinces and control units; units may contain others",
            List.of("unit"),
            columns(
                id("unit", "id"),
                names(),
                reference("parent", "larger unit that contains it", UNITS),
                text("kind", "e.g. country, province, control_unit"),
                above0("population", "people", "census count; the unit's towns must add up to it")
                    .upTo(2e9)
                    .usually(100, 1.5e9),
                integer("population_year", 1900, 2100, "year of the census"))),
        Table.of(
            TOWNS,
            "towns and their people",
            List.of("town"),
            columns(
                id("town", "id"),
                with(names(), with(List.of(UNIT), place())),
                text("kind", "key of the per_person figures, e.g. urban")
                    .required()
                    .keys("per_person"),
                atLeast0("population", "people", "population in base_year")
                    .upTo(2e8)
                    .usually(200, 1.5e7)
                    .required(),
                integer("base_year", 1900, 2100, "year of the population").required(),
                number("growth_percent_per_a", "%/a", -20, 20, "yearly growth").as(GROWTH),
                number("wastewater_l_per_d", "L/d", 0, 2000, "wastewater per person")
                    .usually(20, 600),
                POINT.get(0),
                POINT.get(1))),
        Table.of(
            SANITATION,
            "share of a town's people on each sanitation path",
            List.of("town", "path", "plant", "node", "reach", "retention"),
            Stream.concat(
                    Stream.of(
                        reference("town", "town", TOWNS).required(),
                        choice(
                                "path",
                                List.of(
                                    "sewer_plant",
                                    "sewer",
                                    "septic_emptied",
                                    "septic",
                                    "pit",
                                    "none"),
                                "path of excreta and wastewater")
                            .required(),
                        share("share", "share of the town's people").required(),
                        reference("plant", "plant at the end of the sewer", PLANTS)),
                    Stream.concat(
                        place().stream(),
                        Stream.of(
                            text("retention", "key of the retention figure that applies")
                                .keys("retention"))))
                .toList()),
        Table.of(
            PLANTS,
            "wastewater treatment plants",
            List.of("plant"),
            columns(
                id("plant", "id"),
                with(names(), with(List.of(UNIT), place())),
                choice(
                        "status",
                        List.of("operating", "under_construction", "planned", "closed"),
                        "only an operating plant treats")
                    .required(),
                atLeast0(
                        "capacity_m3_per_d",
                        "m³/d",
                        "volume it can treat; empty = all that it receives")
                    .upTo(1e7)
                    .usually(20, 3e6)
                    .tellingEmpty(),
                text("technology", "key of its passing figures").keys("passing"),
                reference("effluent_class", "effluent standard", EFFLUENT_STANDARDS),
                POINT.get(0),
                POINT.get(1))),
        Table.of(
            OVERFLOWS,
            "share of a plant's inflow that combined sewers spill",
            List.of("plant", "season"),
            List.of(
                reference("plant", "plant", PLANTS).required(),
                SEASON,
                share("share", "share that is spilt untreated").required())),
        Table.of(
            INDUSTRY,
            "factories, zones and clusters",
            List.of("industry"),
            columns(
                id("industry", "id"),
                with(names(), with(List.of(UNIT), place())),
                text("sector", "key of its figures per employee, tonne or volume")
                    .required()
                    .keys(
                        "per_employee",
                        "per_tonne",
                        "wastewater_per_employee",
                        "wastewater_per_tonne",
                        "concentration"),
                atLeast0("employees", "people", "number of jobs").upTo(1e7).usually(1, 300_000),
                atLeast0("production_t_per_d", "t/d", "production")
                    .upTo(1e6)
                    .usually(0.001, 50_000),
                atLeast0("wastewater_m3_per_d", "m³/d", "wastewater").upTo(1e7).usually(1, 150_000),
                reference("plant", "plant that treats its wastewater", PLANTS),
                reference("effluent_class", "effluent standard", EFFLUENT_STANDARDS),
                POINT.get(0),
                POINT.get(1))),
        Table.of(
            LIVESTOCK,
            "livestock",
            List.of("livestock"),
            columns(
                id("livestock", "id"),
                with(names(), with(List.of(UNIT), place())),
                text("animal", "key of its per_head figures").required().keys("per_head"),
                atLeast0("heads", "", "number of animals").upTo(2e9).usually(1, 5e7).required())),
        Table.of(
            LAND,
            "land that exports load",
            List.of("land"),
            columns(
                id("land", "id"),
                with(names(), with(List.of(UNIT), place())),
                text("land_use", "key of its export and input figures")
                    .required()
                    .keys("export", "input"),
                atLeast0("area_km2", "km²", "area, for export figures")
                    .upTo(7e6)
                    .usually(1e-4, 100_000),
                atLeast0("input_t_per_a", "t/a", "amount applied to it, for input figures")
                    .upTo(1e8)
                    .usually(1e-4, 1e6))),
        Table.of(
            DELIVERY_VARIABLES,
            "delivery variables of the places that land drains to: rain, soil, drains",
            List.of("place", "variable"),
            List.of(
                reference("place", "reach or node", REACHES, NODES).required(),
                text("variable", "name of the variable").required(),
                any("value", "", "value in the variable's own unit").required())),
        Table.of(
            DELIVERY,
            "effect of a delivery variable on the load of a land use: times exp(coefficient (value - mean))",
            List.of("land_use", "variable"),
            List.of(
                text("land_use", "land use").required(),
                text("variable", "variable of delivery_variables.csv").required(),
                any("coefficient", "", "coefficient θ, per unit of the variable").required())),
        Table.of(
            FACTORS,
            "figures that turn people, jobs, heads and land into loads",
            List.of("kind", "key", "constituent"),
            List.of(
                choice(
                        "kind",
                        List.of(
                            "per_person",
                            "per_employee",
                            "per_tonne",
                            "wastewater_per_employee",
                            "wastewater_per_tonne",
                            "concentration",
                            "per_head",
                            "delivery",
                            "export",
                            "input",
                            "passing",
                            "retention"),
                        "kind of figure")
                    .required(),
                text("key", "town kind, sector, animal, land use, path or technology").required(),
                reference(
                    "constituent",
                    "constituent; empty = all without a row of their own",
                    CONSTITUENTS),
                atLeast0("value", "", "figure").as(Ratio.BY_UNIT).required(),
                text("unit", "according to the kind: g/d, kg/t, kg/ha/a, m3/d, mg/L, 1 …")
                    .required(),
                number(
                    "bottle_rate_per_d",
                    "1/d",
                    0,
                    5,
                    "0: the figure is ultimate BOD; empty, or the constituent's k_b: it is BOD5"))),
        Table.of(
            EFFLUENTS,
            "measured effluents; they override the computed ones",
            List.of("source", "season", "constituent"),
            List.of(
                reference("source", "plant, industry or town", PLANTS, INDUSTRY, TOWNS).required(),
                SEASON,
                CONSTITUENT,
                atLeast0("value", "", "concentration or load").required(),
                text("unit", CONCENTRATION + "; or g/d, kg/d, t/a, count/d").required(),
                number(
                    "bottle_rate_per_d",
                    "1/d",
                    0,
                    5,
                    "0: the figure is ultimate BOD; empty, or the constituent's k_b: it is BOD5"))),
        Table.of(
            SOURCE_SEASONS,
            "shape of a source's load over the year",
            List.of("source", "season"),
            List.of(
                reference("source", "source", TOWNS, INDUSTRY, LIVESTOCK, LAND).required(),
                SEASON.required(),
                atLeast0("factor", "", "factor on its load in that season")
                    .as(Ratio.fraction(12))
                    .required())));
  }

  private static final Column STATISTIC =
      choice(
          "statistic",
          List.of(
              "max",
              "min",
              "p90_max",
              "p95_max",
              "p80_max",
              "p20_min",
              "mean",
              "geometric_mean",
              "median",
              "p10_min"),
          "statistic that the limit binds");

  private static List<Table> rules() {
    return List.of(
        Table.of(
            STANDARDS,
            "limits of water by class or use",
            List.of("standard", "class", "waterbody", "constituent", "statistic", "from"),
            List.of(
                id("standard", "id of the instrument"),
                text("jurisdiction", "country or body that issued it").required(),
                text("class", "class or use").required(),
                integer("rank", 1, 50, "1 is the best class").required(),
                choice("waterbody", List.of("all", "river", "lake"), "kind of water that it binds")
                    .required(),
                CONSTITUENT,
                STATISTIC.required(),
                atLeast0("value", "", "limit").required(),
                text("unit", CONCENTRATION).required(),
                Column.of("from", Column.Type.DATE, "in force from"),
                Column.of("to", Column.Type.DATE, "in force until, exclusive"))),
        Table.of(
            EFFLUENT_STANDARDS,
            "limits of effluents",
            List.of("effluent_class", "constituent", "statistic"),
            List.of(
                id("effluent_class", "id"),
                CONSTITUENT,
                STATISTIC.required(),
                atLeast0("value", "", "limit").required(),
                text("unit", CONCENTRATION).required())),
        Table.of(
            DESIGNATIONS,
            "class that a reach or lake must meet",
            List.of("place", "standard"),
            List.of(
                reference("place", "reach or lake; empty = all", REACHES, LAKES),
                reference("standard", "standard", STANDARDS).required(),
                text("class", "class").required())),
        Table.of(
            RECEPTORS,
            "drinking-water intakes and bathing places",
            List.of("receptor"),
            columns(
                id("receptor", "id"),
                with(names(), place()),
                choice("kind", List.of("intake", "bathing"), "kind of the row").required(),
                atLeast0("people", "people", "people who depend on it").upTo(2e8).usually(5, 3e7),
                reference("standard", "standard", STANDARDS),
                text("class", "class"))));
  }

  private static List<Table> evidence() {
    return List.of(
        Table.of(
            OBSERVATIONS,
            "measurements in the water",
            List.of(),
            List.of(
                text("station", "name of the station").required(),
                reference("place", "reach, lake or node", REACHES, LAKES, NODES).required(),
                Column.of("date", Column.Type.DATE, "day of a single sample"),
                Column.of("months", Column.Type.MONTHS, "months that the value represents"),
                CONSTITUENT,
                choice(
                        "statistic",
                        List.of("sample", "mean", "median", "min", "max", "p10", "p90"),
                        "statistic that the value is")
                    .required(),
                integer("n", 1, 10_000_000, "number of samples"),
                Column.of("value", Column.Type.BOUNDED, "value, or a bound as <0.05 or >5")
                    .required(),
                text("unit", CONCENTRATION).required(),
                choice("use", List.of("fit", "check", "leave_out"), "fit, check or leave out"))),
        new Table(
            REFERENCES,
            "publications, data sets and laws",
            false,
            List.of("reference"),
            List.of(
                id("reference", "key"),
                text("title", "title").required(),
                text("publisher", "publisher"),
                text("year", "year"),
                text("url", "address where the public finds it"),
                text("licence", "licence"))),
        Table.of(
            UNCERTAINTY,
            "uncertainty of inputs",
            List.of("variable", "scope", "tier", "season"),
            List.of(
                choice(
                        "variable",
                        List.of("load", "passing", "discharge", "rate", "concentration"),
                        "kind of input that varies")
                    .required(),
                text("scope", "category, path, group, reaction or water; empty = all"),
                choice("tier", List.of("study", "unit", "individual"), "inputs that vary together"),
                SEASON,
                number("cv", "", 0, 10, "coefficient of variation")
                    .usually(0.005, 3)
                    .as(Ratio.fraction(3))
                    .required())),
        Table.of(
            CHECKS,
            "results that the study expects",
            List.of("place", "season", "constituent"),
            List.of(
                reference("place", "reach, lake or node", REACHES, LAKES, NODES).required(),
                SEASON.required(),
                CONSTITUENT,
                any("low", "", "smallest value expected").required(),
                any("high", "", "largest value expected").required())),
        Table.of(
            PARAMETERS,
            "figures that tonle fit may change",
            List.of("parameter"),
            List.of(
                id("parameter", "name"),
                choice(
                        "kind",
                        List.of("factor", "rate", "delivery", "load", "water", "rate_multiplier"),
                        "value of a factor, rate or delivery coefficient; multiplier of loads,"
                            + " of a water's concentrations or of a rate")
                    .required(),
                text(
                    "scope",
                    "key of the factor, reaction, delivery variable, category, unit, source or"
                        + " water; empty = all"),
                reference("constituent", "constituent; empty = all", CONSTITUENTS),
                any("start", "", "value from which the fit starts").required(),
                any("low", "", "smallest value allowed"),
                any("high", "", "largest value allowed"),
                number("prior_cv", "", 0.000001, 10, "coefficient of variation of the prior")
                    .usually(0.005, 3)
                    .as(Ratio.fraction(3)),
                text(
                    "unit",
                    "unit of a factor or rate, as in its own table; empty for the others"))),
        new Table(
            POSTERIOR,
            "draws of uncertain inputs conditioned on the measurements; written by tonle fit",
            false,
            List.of("variable", "object", "draw"),
            List.of(
                text("variable", "tier of the input, e.g. load/unit").required(),
                text("object", "input").required(),
                integer("draw", 0, 10_000_000, "draw, from 0").required(),
                any("value", "", "standard-normal number of the draw").required())));
  }

  /// Tables in the best order for reading a study.
  public static final List<Table> TABLES =
      Stream.of(water(), chemistry(), sources(), rules(), evidence())
          .flatMap(List::stream)
          .toList();
}
