package org.tonle.folder.schema;

import static org.tonle.folder.schema.Column.above0;
import static org.tonle.folder.schema.Column.atLeast0;
import static org.tonle.folder.schema.Column.choice;
import static org.tonle.folder.schema.Column.id;
import static org.tonle.folder.schema.Column.integer;
import static org.tonle.folder.schema.Column.number;
import static org.tonle.folder.schema.Column.reference;
import static org.tonle.folder.schema.Column.text;
import static org.tonle.folder.schema.Schema.COST_ITEMS;
import static org.tonle.folder.schema.Schema.EXCHANGE_RATES;
import static org.tonle.folder.schema.Schema.PROJECTS;
import static org.tonle.folder.schema.Schema.REMOVALS;
import static org.tonle.folder.schema.Schema.TECHNOLOGIES;
import static org.tonle.folder.schema.Schema.TECHNOLOGY_COSTS;
import static org.tonle.folder.schema.Schema.TECHNOLOGY_NEEDS;
import static org.tonle.folder.schema.Schema.UNITS;
import static org.tonle.folder.schema.SharedColumns.columns;
import static org.tonle.folder.schema.SharedColumns.names;
import static org.tonle.folder.schema.SharedColumns.with;

import java.util.List;

/// Tables of the catalogue: technologies and prices that a plan chooses from. Each has built-in
/// rows; a row of the study with the same key replaces one.
public final class CatalogueTables {
  /// Classes of technologies, as `model.Technology.Kind` has them.
  private static final List<String> CLASSES =
      List.of(
          "on_site",
          "faecal_sludge",
          "decentralised",
          "primary",
          "pond",
          "wetland",
          "secondary",
          "advanced",
          "tertiary",
          "disinfection",
          "industrial",
          "in_river");

  private static final double MOST_MONEY = 1e15;
  private static final double LARGEST_M3_PER_D = 1e7;

  private CatalogueTables() {}

  private static Column technology() {
    return reference("technology", "technology, built in or the study's own", TECHNOLOGIES);
  }

  private static Column ofClass() {
    return choice(
        "class",
        CLASSES,
        "class whose technologies it holds for where they have no row of their own; instead of a"
            + " technology");
  }

  private static Column capacity(String name, String meaning) {
    return above0(name, "m³/d", meaning).upTo(LARGEST_M3_PER_D).usually(0.1, 3e6);
  }

  private static List<Column> money() {
    return List.of(
        text("currency", "ISO 4217 code, e.g. USD, CNY, KHR"),
        integer("price_year", 1950, 2150, "year whose prices it holds"),
        number(
                "escalation_percent_per_a",
                "%/a",
                -20,
                50,
                "yearly rise of such prices; empty = the study's")
            .usually(0.1, 15));
  }

  static List<Table> tables() {
    return List.of(
        Table.of(
            TECHNOLOGIES,
            "technologies that a plan may build",
            List.of("technology"),
            columns(
                id("technology", "id"),
                names(),
                choice("class", CLASSES, "class, whose figures stand for those it lacks"),
                capacity("capacity_from_m3_per_d", "smallest plant of it; empty = any"),
                capacity("capacity_to_m3_per_d", "largest plant of it; empty = any"),
                above0("civil_life_a", "a", "years until buildings and tanks are renewed")
                    .upTo(200)
                    .usually(5, 80),
                above0("machines_life_a", "a", "years until machines are renewed")
                    .upTo(100)
                    .usually(3, 40),
                choice(
                    "skill",
                    List.of("low", "middle", "high"),
                    "skill of the people who run it; empty = middle"))),
        Table.of(
            REMOVALS,
            "what a technology removes of each constituent",
            List.of("technology", "class", "constituent"),
            List.of(
                technology(),
                ofClass(),
                text("constituent", "constituent; empty = all without a row of their own"),
                atLeast0("low", "", "removal of a poor plant"),
                atLeast0("typical", "", "removal of a plant as designed").required(),
                atLeast0("high", "", "removal of a good plant"),
                choice(
                    "unit",
                    List.of("share", "percent", "log10"),
                    "share = 0 to 1; log10 = steps of ten, for bacteria; empty = share"))),
        Table.of(
            TECHNOLOGY_NEEDS,
            "what a technology takes to run, and what it gives off",
            List.of("technology", "class", "need"),
            List.of(
                technology(),
                ofClass(),
                choice(
                        "need",
                        List.of(
                            "land_m2_per_m3_per_d",
                            "land_m2_per_person",
                            "energy_kwh_per_m3",
                            "sludge_g_per_person_per_d",
                            "methane_kg_per_kg",
                            "nitrous_oxide_kg_per_kg"),
                        "need, with its unit: land by capacity or by person, electricity, dry"
                            + " solids of sludge, methane per BOD5, nitrogen in nitrous oxide per"
                            + " nitrogen")
                    .required(),
                atLeast0("low", "", "low figure"),
                atLeast0("typical", "", "typical figure").upTo(1e6).required(),
                atLeast0("high", "", "high figure"))),
        costs(),
        Table.of(
            COST_ITEMS,
            "prices beside the plant: sewers, connections, pumps, services, land, energy",
            List.of("item", "unit"),
            with(
                List.of(
                    choice(
                            "item",
                            List.of(
                                "sewer",
                                "house_connection",
                                "trunk_sewer",
                                "pumping",
                                "faecal_sludge_service",
                                "onsite_improvement",
                                "land",
                                "energy"),
                            "item: sewer per m, house_connection and onsite_improvement per"
                                + " household, trunk_sewer per km, pumping per kW,"
                                + " faecal_sludge_service per person, land per m², energy per kWh")
                        .required(),
                    reference("unit", "unit that the price holds in; empty = all others", UNITS),
                    above0("capital", "", "cost of one").upTo(MOST_MONEY),
                    atLeast0("running_per_a", "", "cost of a year of running one").upTo(MOST_MONEY),
                    number(
                        "exponent",
                        "",
                        0,
                        1,
                        "both times the flow in m³/d to this power, e.g. of a trunk sewer"),
                    spread(),
                    above0("life_a", "a", "years until it is renewed; empty = never")
                        .upTo(200)
                        .usually(3, 100)),
                money())),
        Table.of(
            EXCHANGE_RATES,
            "exchange rates; a cost in another currency than USD needs that of its price year",
            List.of("currency", "year"),
            List.of(
                text("currency", "ISO 4217 code").required(),
                integer("year", 1950, 2150, "year").required(),
                above0("per_usd", "", "units of the currency for one US dollar")
                    .upTo(1e7)
                    .usually(0.1, 100_000)
                    .required())),
        projects());
  }

  private static Column spread() {
    return number("ln_sd", "", 0, 3, "standard deviation of its logarithm, of its own")
        .usually(0.02, 2);
  }

  private static Table costs() {
    return Table.of(
        TECHNOLOGY_COSTS,
        "what plants of a technology cost: points, a power of the capacity, or a share of the"
            + " capital",
        List.of("technology", "cost", "capacity_m3_per_d"),
        with(
            List.of(
                technology(),
                choice("cost", List.of("capital", "running"), "capital, or running cost of a year")
                    .required(),
                capacity("capacity_m3_per_d", "capacity of a point"),
                above0("amount", "", "cost at that capacity").upTo(MOST_MONEY),
                above0("factor", "", "a of a·Q^b, Q in m³/d").upTo(MOST_MONEY),
                number("exponent", "", 0.01, 3, "b of a·Q^b").usually(0.2, 1.2),
                capacity("from_m3_per_d", "smallest capacity that the curve was fitted to"),
                capacity("to_m3_per_d", "largest capacity that the curve was fitted to"),
                above0(
                        "ceiling_per_m3_per_d",
                        "",
                        "a smaller plant costs no more than this per m³/d; empty = no ceiling")
                    .upTo(MOST_MONEY),
                above0(
                        "floor_per_m3_per_d",
                        "",
                        "one more m³/d of a large plant costs no less than this; empty = no floor")
                    .upTo(MOST_MONEY),
                number(
                        "share_percent_per_a",
                        "%/a",
                        0,
                        100,
                        "running cost of a year as a share of the capital")
                    .as(Ratio.percent(0.2, 40)),
                spread(),
                text("scope", "what the cost pays for, e.g. plant, or plant and sewers")),
            money()));
  }

  private static Table projects() {
    return Table.of(
        PROJECTS,
        "projects planned or paid, to compare costs with",
        List.of("project"),
        columns(
            id("project", "id"),
            names(),
            text("country", "country"),
            text("city", "town or province"),
            technology(),
            capacity("capacity_m3_per_d", "capacity; empty = not known"),
            above0("cost", "", "capital; empty = not known").upTo(MOST_MONEY),
            text("currency", "ISO 4217 code"),
            integer("price_year", 1950, 2150, "year of the cost"),
            atLeast0("people", "people", "people served").upTo(2e8).usually(5, 1e8),
            text("scope", "what the cost pays for"),
            text("status", "planned, contract, built …"),
            Column.of(
                "in_curve",
                Column.Type.YES_NO,
                "yes = one of those that the default curve was fitted to")));
  }

  /// Figures that stand where nobody has stated a cost; built in, no table of a study.
  public static final Table DEFAULTS =
      Table.of(
          "defaults_cost.csv",
          "figures that stand where nobody has stated a cost",
          List.of("figure", "class"),
          List.of(
              text("figure", "name of the figure").required(),
              choice("class", CLASSES, "class that it holds for; empty = all others"),
              atLeast0("value", "", "figure").required(),
              text("unit", "unit of the figure")));
}
