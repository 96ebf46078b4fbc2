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
import static org.tonle.folder.schema.Schema.CONCENTRATION;
import static org.tonle.folder.schema.Schema.CONSTITUENTS;
import static org.tonle.folder.schema.Schema.DELIVERY;
import static org.tonle.folder.schema.Schema.DELIVERY_VARIABLES;
import static org.tonle.folder.schema.Schema.EFFLUENTS;
import static org.tonle.folder.schema.Schema.EFFLUENT_STANDARDS;
import static org.tonle.folder.schema.Schema.FACTORS;
import static org.tonle.folder.schema.Schema.INDUSTRY;
import static org.tonle.folder.schema.Schema.LAND;
import static org.tonle.folder.schema.Schema.LIVESTOCK;
import static org.tonle.folder.schema.Schema.NODES;
import static org.tonle.folder.schema.Schema.OVERFLOWS;
import static org.tonle.folder.schema.Schema.PLANTS;
import static org.tonle.folder.schema.Schema.REACHES;
import static org.tonle.folder.schema.Schema.SANITATION;
import static org.tonle.folder.schema.Schema.SEWERSHEDS;
import static org.tonle.folder.schema.Schema.SOURCE_SEASONS;
import static org.tonle.folder.schema.Schema.TOWNS;
import static org.tonle.folder.schema.Schema.UNITS;
import static org.tonle.folder.schema.SharedColumns.CONSTITUENT;
import static org.tonle.folder.schema.SharedColumns.GROWTH;
import static org.tonle.folder.schema.SharedColumns.POINT;
import static org.tonle.folder.schema.SharedColumns.SEASON;
import static org.tonle.folder.schema.SharedColumns.UNIT;
import static org.tonle.folder.schema.SharedColumns.columns;
import static org.tonle.folder.schema.SharedColumns.names;
import static org.tonle.folder.schema.SharedColumns.place;
import static org.tonle.folder.schema.SharedColumns.with;

import java.util.List;
import java.util.stream.Stream;

/// Tables of sources, and of the figures that turn people and land into loads.
final class SourceTables {
  private SourceTables() {}

  static List<Table> tables() {
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
            SEWERSHEDS,
            "people of a town whose wastewater leaves by one outfall; a town without rows is one"
                + " sewershed",
            List.of("sewershed"),
            columns(
                id("sewershed", "id"),
                with(names(), place()),
                reference("town", "town", TOWNS).required(),
                above0(
                        "people",
                        "people",
                        "people in the town's base_year; all others of the town" + " are its rest")
                    .upTo(2e8)
                    .usually(50, 1.5e7)
                    .required(),
                Column.of(
                    "combined", Column.Type.YES_NO, "yes = its sewers carry rain too; empty = no"),
                text("retention", "key of what is retained between its sewers and the outfall")
                    .keys("retention"))),
        Table.of(
            SANITATION,
            "share of a town's people on each sanitation path",
            List.of("town", "sewershed", "path", "plant", "node", "reach", "retention"),
            Stream.concat(
                    Stream.of(
                        reference("town", "town", TOWNS).required(),
                        reference(
                            "sewershed",
                            "sewershed whose people the row divides; empty = all of the town that"
                                + " have no rows of their own",
                            SEWERSHEDS,
                            TOWNS),
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
                        share("share", "share of the people of the town or sewershed").required(),
                        reference("plant", "plant at the end of the sewer", PLANTS)),
                    Stream.concat(
                        place().stream(),
                        Stream.of(
                            text("retention", "key of the retention figure that applies")
                                .keys("retention"),
                            share(
                                "contained",
                                "share of the row's people whose excreta stay in place: contained,"
                                    + " not emptied; empty on pit = the rest"),
                            share(
                                "emptied",
                                "share of the row's people whose tank or pit is emptied; empty on"
                                    + " septic_emptied = the rest"),
                            share(
                                "drains",
                                "share of the row's people whose tank or pit drains to a ditch or"
                                    + " open water"),
                            share(
                                "shared",
                                "share of the row's people whose toilet other households use too"))))
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
                POINT.get(1),
                atLeast0(
                        "sludge_capacity_people",
                        "people",
                        "people whose tank or pit sludge it can treat; empty = all that it is"
                            + " brought")
                    .upTo(2e8)
                    .usually(100, 2e7))),
        Table.of(
            OVERFLOWS,
            "share of a plant's inflow that combined sewers spill",
            List.of("plant", "season"),
            List.of(
                reference("plant", "plant", PLANTS).required(),
                SEASON,
                share("share", "share that is spilt untreated; empty = by rain"),
                atLeast0("rain_days", "d", "days with rain in the season").upTo(366),
                above0("rain_per_day_mm", "mm", "mean rain of such a day").upTo(1000),
                atLeast0(
                        "storage_mm",
                        "mm",
                        "rain that sewers and tanks hold, over the drained area")
                    .upTo(1000))),
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
                text("land_use", "key of its export, input and runoff figures")
                    .required()
                    .keys("export", "input"),
                atLeast0("area_km2", "km²", "area, for export figures")
                    .upTo(7e6)
                    .usually(1, 100_000),
                atLeast0("input_t_per_a", "t/a", "amount applied to it, for input figures")
                    .upTo(1e8)
                    .usually(1e-4, 1e6),
                atLeast0(
                        "runoff_mm_per_a",
                        "mm/a",
                        "depth of its runoff in a year; empty = local inflow over drainage area")
                    .upTo(15_000)
                    .usually(20, 5000))),
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
                            "retention",
                            "wash_off",
                            "runoff"),
                        "kind of figure")
                    .required(),
                text(
                        "key",
                        "town kind, sector, animal, land use, path or technology; of wash_off also"
                            + " on_site, livestock or land")
                    .required(),
                reference(
                    "constituent",
                    "constituent; empty = all without a row of their own",
                    CONSTITUENTS),
                atLeast0("value", "", "figure").as(Ratio.BY_UNIT).required(),
                text("unit", "according to the kind: g/d, kg/t, kg/ha/a, mm/a, m3/d, mg/L, 1 …")
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
                reference(
                        "source",
                        "plant, industry, town or sewershed",
                        PLANTS,
                        INDUSTRY,
                        TOWNS,
                        SEWERSHEDS)
                    .required(),
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
                reference("source", "source", TOWNS, SEWERSHEDS, INDUSTRY, LIVESTOCK, LAND)
                    .required(),
                SEASON.required(),
                atLeast0("factor", "", "factor on its load in that season")
                    .as(Ratio.fraction(12))
                    .required())));
  }
}
