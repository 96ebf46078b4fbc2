package org.tonle.folder.schema;

import static org.tonle.folder.schema.Column.atLeast0;
import static org.tonle.folder.schema.Column.choice;
import static org.tonle.folder.schema.Column.id;
import static org.tonle.folder.schema.Column.integer;
import static org.tonle.folder.schema.Column.reference;
import static org.tonle.folder.schema.Column.text;
import static org.tonle.folder.schema.Schema.CONCENTRATION;
import static org.tonle.folder.schema.Schema.DESIGNATIONS;
import static org.tonle.folder.schema.Schema.EFFLUENT_STANDARDS;
import static org.tonle.folder.schema.Schema.LAKES;
import static org.tonle.folder.schema.Schema.REACHES;
import static org.tonle.folder.schema.Schema.RECEPTORS;
import static org.tonle.folder.schema.Schema.STANDARDS;
import static org.tonle.folder.schema.SharedColumns.CONSTITUENT;
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

  static List<Table> tables() {
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
}
