package org.tonle.folder.schema;

import static org.tonle.folder.schema.Column.any;
import static org.tonle.folder.schema.Column.atLeast0;
import static org.tonle.folder.schema.Column.choice;
import static org.tonle.folder.schema.Column.id;
import static org.tonle.folder.schema.Column.number;
import static org.tonle.folder.schema.Column.reference;
import static org.tonle.folder.schema.Column.text;
import static org.tonle.folder.schema.Schema.CONCENTRATION;
import static org.tonle.folder.schema.Schema.CONSTITUENTS;
import static org.tonle.folder.schema.Schema.LAKES;
import static org.tonle.folder.schema.Schema.RATES;
import static org.tonle.folder.schema.Schema.REACHES;
import static org.tonle.folder.schema.Schema.REACTIONS;
import static org.tonle.folder.schema.SharedColumns.CONSTITUENT;
import static org.tonle.folder.schema.SharedColumns.SEASON;
import static org.tonle.folder.schema.SharedColumns.columns;
import static org.tonle.folder.schema.SharedColumns.names;

import java.util.List;

/// Tables of constituents, reactions and their rates.
final class ChemistryTables {
  private ChemistryTables() {}

  static List<Table> tables() {
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
                            "lake_settling",
                            "release",
                            "fringe_release",
                            "fringe_demand",
                            "residual",
                            "binding"),
                        "kind of reaction")
                    .required(),
                atLeast0("value", "", "rate at 20 °C").required(),
                text(
                        "unit",
                        "1/d, m/d, m/a, g/m2/d, mg/m2/d, g/m3/d, mg/L, mg/g or 1/d per W/m2, according"
                            + " to the kind")
                    .required(),
                number("theta", "", 0.9, 1.3, "temperature base").usually(0.97, 1.15),
                reference(
                    "product",
                    "constituent that the lost mass becomes, or that is bound",
                    CONSTITUENTS),
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
}
