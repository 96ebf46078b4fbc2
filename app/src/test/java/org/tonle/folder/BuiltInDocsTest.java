package org.tonle.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tonle.text.CsvRows;

/// The reference page of what is built in is the files themselves. Run with -Dtonle.write=true to
/// write it.
class BuiltInDocsTest {
  private static final String DEFAULTS = "/org/tonle/folder/sheet/defaults/";
  private static final String IMPORTS = "/org/tonle/imports/";

  private static String text(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(BuiltInDocsTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String table(String file) throws IOException {
    StringBuilder table = new StringBuilder();
    try (CsvRows rows = CsvRows.even(text(DEFAULTS + file), ',')) {
      for (boolean isHeader = true; rows.hasNext(); isHeader = false) {
        List<String> cells = List.of(rows.next().cells());
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
        if (isHeader) {
          table.append("|").append(" --- |".repeat(cells.size())).append("\n");
        }
      }
    }
    return table.toString();
  }

  @Test
  void builtIn() throws IOException {
    String page =
        """
        # What is built in

        ## Constituents

        A study names those it uses in constituents.csv; their id is enough. A filled cell of the study replaces
        the one below. The columns are those of [tables](tables.md).

        %s
        ## Reactions

        They act on the constituents that the study has. A row of reactions.csv with the same id replaces one;
        the value 0 turns it off.

        %s
        ## Model errors

        Draws of a study are read with them ([uncertainty](../theory/uncertainty.md), Eq. 17). A row of
        model_error.csv for the same constituent and kind of water replaces one; 0 turns it off. What rests on
        one of them is marked *model error assumed*.

        %s
        ## Figures of land

        They hold for a land use of land.csv of which the study has no export or input figure. All are estimates
        without a source; a note of `tonle check` names those that are used. Runoff carries all of it
        ([loads](../theory/loads.md), Eq. 11) unless the study says otherwise.

        %s
        ## References

        %s
        ## Catalogue

        Technologies and prices that a plan chooses from ([cost](../theory/cost.md)); `tonle catalogue STUDY` prints
        them with the study's own. A row of the study with the same key replaces one; of technologies.csv a filled
        cell replaces the one below, and any row for a cost of a technology replaces all built-in rows for it. Where
        a technology has no figure of its own, that of its class holds and is marked an estimate; without either it
        is 0.

        ### Technologies

        %s
        ### Removals

        %s
        ### Needs

        %s
        ### Costs of technologies

        %s
        ### Cost items

        %s
        ### Exchange rates

        %s
        ### Projects planned or paid

        %s
        ### Figures that stand where nobody has stated a cost

        All are estimates.

        %s
        ### References of the catalogue

        %s
        ## The mapping file of `tonle import sparrow`

        `--mapping FILE` names a TOML file that says which files and columns hold the variables of a model.
        Without it Tonle takes the first of the two below whose `network` file is there with the columns
        `reach`, `from` and `to`. `layout` is `rsparrow` (parameters by model, a design matrix) or `dss`
        (coefficients and delivery by reach). `[sources]` names each source column and its kind: `area` (km²),
        `mass` or `point` (kg a year). `[[accept]]` lists problems that the published model itself has.

        rsparrow.toml:

        ```toml
        %s```

        sparrow-dss.toml:

        ```toml
        %s```
        """
            .formatted(
                table("constituents.csv"),
                table("reactions.csv"),
                table("model_error.csv"),
                table("factors.csv"),
                table("references.csv"),
                table("technologies.csv"),
                table("removals.csv"),
                table("technology_needs.csv"),
                table("technology_costs.csv"),
                table("cost_items.csv"),
                table("exchange_rates.csv"),
                table("projects.csv"),
                table("defaults_cost.csv"),
                table("catalogue_references.csv"),
                text(IMPORTS + "rsparrow.toml"),
                text(IMPORTS + "sparrow-dss.toml"));
    Path file = Path.of(System.getProperty("tonle.home", ".."), "docs", "reference", "built-in.md");
    if (Boolean.getBoolean("tonle.write")) {
      Files.writeString(file, page);
    }
    assertEquals(page, Files.readString(file), "built-in.md is behind; write it anew.");
  }
}
