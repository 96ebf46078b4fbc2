package org.tonle.folder.schema;

import static org.tonle.folder.schema.Column.any;
import static org.tonle.folder.schema.Column.atLeast0;
import static org.tonle.folder.schema.Column.choice;
import static org.tonle.folder.schema.Column.id;
import static org.tonle.folder.schema.Column.integer;
import static org.tonle.folder.schema.Column.number;
import static org.tonle.folder.schema.Column.reference;
import static org.tonle.folder.schema.Column.text;
import static org.tonle.folder.schema.Schema.CONCENTRATION;
import static org.tonle.folder.schema.Schema.CONDITIONS;
import static org.tonle.folder.schema.Schema.DESIGNATIONS;
import static org.tonle.folder.schema.Schema.EFFLUENT_STANDARDS;
import static org.tonle.folder.schema.Schema.LAKES;
import static org.tonle.folder.schema.Schema.LAWS;
import static org.tonle.folder.schema.Schema.REACHES;
import static org.tonle.folder.schema.Schema.RECEPTORS;
import static org.tonle.folder.schema.Schema.SEASONS;
import static org.tonle.folder.schema.Schema.STANDARDS;
import static org.tonle.folder.schema.SharedColumns.CONSTITUENT;
import static org.tonle.folder.schema.SharedColumns.SEASON;
import static org.tonle.folder.schema.SharedColumns.columns;
import static org.tonle.folder.schema.SharedColumns.names;
import static org.tonle.folder.schema.SharedColumns.place;
import static org.tonle.folder.schema.SharedColumns.with;

import java.util.List;

/// Tables of limits, and of the places that must meet them.
final class RuleTables {
  private RuleTables() {}

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

  private static Column temperature(String name, String meaning) {
    return number(name, "°C", 0, 45, meaning);
  }

  static List<Table> tables() {
    return List.of(
        Table.of(
            STANDARDS,
            "limits of water by class or use",
            List.of(
                "standard",
                "class",
                "waterbody",
                "constituent",
                "statistic",
                "from",
                "period",
                "season",
                "months",
                "temperature_from_c",
                "temperature_below_c",
                "parameter",
                "parameter_from",
                "parameter_below"),
            List.of(
                id("standard", "id of the instrument"),
                text("jurisdiction", "country or body that issued it").required(),
                text("class", "class or use").required(),
                integer("rank", 1, 50, "1 is the best class").required(),
                choice("waterbody", List.of("all", "river", "lake"), "kind of water that it binds")
                    .required(),
                CONSTITUENT,
                STATISTIC.required(),
                atLeast0("value", "", "limit").as(Ratio.BY_UNIT).required(),
                text("unit", CONCENTRATION + "; of oxygen also % (of saturation)").required(),
                choice(
                    "period",
                    List.of("season", "year"),
                    "samples that the statistic is of: those of each season by itself, or those of"
                        + " the year together; empty = season"),
                reference("season", "the only season that it binds; empty = every season", SEASONS),
                Column.of(
                    "months",
                    Column.Type.MONTHS,
                    "months that it binds, e.g. 6-9: seasons with most of their months among them;"
                        + " empty = all"),
                temperature("temperature_from_c", "water temperature from which it binds"),
                temperature("temperature_below_c", "water temperature below which it binds"),
                text("parameter", "property of the water, of conditions.csv, on which it depends"),
                any("parameter_from", "", "value of the parameter from which it binds"),
                any("parameter_below", "", "value of the parameter below which it binds"),
                number(
                    "parameter_exponent",
                    "",
                    -10,
                    10,
                    "the limit is value times the parameter to this power; empty = value"),
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
            LAWS,
            "names of the laws that the standards come from",
            List.of("standard"),
            columns(reference("standard", "standard", STANDARDS).required(), names())),
        Table.of(
            DESIGNATIONS,
            "class that a reach or lake must meet",
            List.of("place", "standard"),
            List.of(
                reference("place", "reach or lake; empty = all", REACHES, LAKES),
                reference("standard", "standard", STANDARDS).required(),
                text("class", "class").required())),
        Table.of(
            CONDITIONS,
            "pH, hardness and other properties of the water, on which limits depend",
            List.of("place", "season", "parameter"),
            List.of(
                reference("place", "reach or lake; empty = all", REACHES, LAKES),
                SEASON,
                text("parameter", "name of the property, e.g. ph, hardness").required(),
                any("value", "", "value in the unit that the limits use").required())),
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
}
