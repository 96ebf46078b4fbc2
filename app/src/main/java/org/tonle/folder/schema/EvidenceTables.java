package org.tonle.folder.schema;

import static org.tonle.folder.schema.Column.any;
import static org.tonle.folder.schema.Column.choice;
import static org.tonle.folder.schema.Column.id;
import static org.tonle.folder.schema.Column.integer;
import static org.tonle.folder.schema.Column.number;
import static org.tonle.folder.schema.Column.reference;
import static org.tonle.folder.schema.Column.share;
import static org.tonle.folder.schema.Column.text;
import static org.tonle.folder.schema.Schema.CHECKS;
import static org.tonle.folder.schema.Schema.CONCENTRATION;
import static org.tonle.folder.schema.Schema.CONSTITUENTS;
import static org.tonle.folder.schema.Schema.LAKES;
import static org.tonle.folder.schema.Schema.MODEL_ERROR;
import static org.tonle.folder.schema.Schema.NODES;
import static org.tonle.folder.schema.Schema.OBSERVATIONS;
import static org.tonle.folder.schema.Schema.PARAMETERS;
import static org.tonle.folder.schema.Schema.POSTERIOR;
import static org.tonle.folder.schema.Schema.PUBLISHED;
import static org.tonle.folder.schema.Schema.REACHES;
import static org.tonle.folder.schema.Schema.REFERENCES;
import static org.tonle.folder.schema.Schema.UNCERTAINTY;
import static org.tonle.folder.schema.SharedColumns.CONSTITUENT;
import static org.tonle.folder.schema.SharedColumns.SEASON;

import java.util.List;

/// Tables of measurements, of their sources, and of uncertainty.
final class EvidenceTables {
  private EvidenceTables() {}

  static List<Table> tables() {
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
            List.of("variable", "scope", "tier", "season", "constituent"),
            List.of(
                choice(
                        "variable",
                        List.of(
                            "load", "passing", "discharge", "rate", "concentration", "retention"),
                        "kind of input that varies")
                    .required(),
                text(
                    "scope",
                    "category, path, group, reaction or water; of retention also key of factors.csv,"
                        + " town or sewershed; empty = all"),
                choice("tier", List.of("study", "unit", "individual"), "inputs that vary together"),
                SEASON,
                number(
                        "cv",
                        "",
                        0,
                        10,
                        "coefficient of variation; of passing bacteria, of the log reduction; empty for"
                            + " retention, else required")
                    .usually(0.005, 3)
                    .as(Ratio.fraction(3)),
                reference(
                    "constituent",
                    "constituent, of passing and retention only; empty = all",
                    CONSTITUENTS),
                number(
                        "sd_log10",
                        "",
                        0,
                        5,
                        "standard deviation of the log10 of the share that is not retained; required for"
                            + " retention, else empty")
                    .usually(0.005, 3))),
        Table.of(
            MODEL_ERROR,
            "model errors: how far measurements lie from the model beyond what the inputs explain",
            List.of("constituent", "water"),
            List.of(
                CONSTITUENT,
                choice("water", List.of("river", "lake"), "kind of water; empty = both"),
                number(
                        "ln_sd",
                        "",
                        0,
                        10,
                        "standard deviation of ln(observed/simulated); 0 = none, with a note")
                    .usually(0.05, 4),
                integer("stations", 0, 1_000_000, "number of stations behind it"),
                choice(
                        "basis",
                        List.of("left_out", "default"),
                        "stations left out one at a time, or other studies")
                    .required(),
                number(
                        "sd_mg_per_l",
                        "mg/L",
                        0,
                        20,
                        "of oxygen, instead: standard deviation of observed less simulated")
                    .usually(0.05, 8))),
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
            PUBLISHED,
            "published figures on services, shown beside the computed ones",
            List.of("figure", "year"),
            List.of(
                choice(
                        "figure",
                        List.of(
                            "safely_managed",
                            "safely_managed_in_place",
                            "safely_managed_emptied",
                            "safely_managed_sewered",
                            "sewered",
                            "septic",
                            "pit",
                            "none"),
                        "safely managed after JMP, or its three parts; or people on sewers, tanks,"
                            + " pits, without a toilet")
                    .required(),
                share("share", "share of all people of the study").required(),
                integer("year", 1900, 2150, "year of the survey or estimate").required())),
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
}
