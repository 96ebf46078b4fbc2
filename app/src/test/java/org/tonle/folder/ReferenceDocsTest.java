package org.tonle.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tonle.folder.build.SettingsReader;
import org.tonle.folder.schema.Column;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.i18n.Words;

/// The reference pages say what the schema and the catalogues say. Run with -Dtonle.write=true to
/// write them anew.
class ReferenceDocsTest {
  private static void same(String name, String expected) throws IOException {
    Path file = Path.of(System.getProperty("tonle.home", ".."), "docs", "reference", name);
    if (Boolean.getBoolean("tonle.write")) {
      Files.writeString(file, expected);
    }
    assertEquals(expected, Files.readString(file), name + " is behind; write it anew.");
  }

  @Test
  void tables() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # The study folder

            A study is a folder with `study.toml` and the tables below: CSV, UTF-8, comma, one header row.
            Tables that a study does not need may be missing. Columns in **bold** must be filled. Every row
            may carry `reference` (keys of references.csv, separated by `;`), `quality` (measured, published,
            derived, estimate, unverified) and `note`. The order of rows and files does not matter, except for
            seasons and constituents.

            study.toml: `id`, `title`, `title_zh`, `title_km`, `year`, `date` (standards in force),
            `confidence`, `draws`, `seed`, `main_standard`, `crs` (the projection of points in metres, such
            as `"EPSG:32648"` for UTM zone 48N on WGS 84; points in degrees stay as they are);
            `[rows]` with the number of rows that a table should have (`towns = 102`);
            `[money]` with `base_year` (whose prices plans are in; the study's year unless told otherwise),
            `currency`, `discount_percent_per_a`, `escalation_percent_per_a` (docs/theory/cost.md);
            `[capacity]` with `margin_of_safety` and `reserve`, shares of every capacity in limits.csv;
            `[hydraulics]` with `turning_share`,
            `closure_share`, `effluents` (`in_discharge`, the default: the discharges hold them; `join`: they come on
            top, docs/theory/transport.md), `discharge_exponent`, `group_correlation` (0 to 1: how much hydrological
            groups are wet or dry together, docs/theory/uncertainty.md), `lake_steps`, `max_lakes_in_cycle`, `temperature_c`,
            `light_w_per_m2`, `salinity_g_per_kg`, `tss_mg_per_l`; `[[accept]]` with `code` and `reason` for
            problems that the study accepts. scenarios/*.toml: `id`, `name`, `name_zh`, `name_km`,
            and any of `[[scale_load]]`, `[[set_plant]]`, `[[set_sanitation]]`, `[[scale_rate]]`,
            `[[set_discharge]]` (`season`, `group`, `factor`: a low flow that holds in every draw), `[[build]]`.
            docs/how-to/compare-a-scenario.md explains their keys.
            """);
    for (Table table : Schema.TABLES) {
      page.append("\n## ").append(table.file()).append(table.isRequired() ? " (required)" : "");
      page.append("\n\n").append(table.meaning()).append(".\n\n");
      page.append("| column | holds | range | meaning |\n| --- | --- | --- | --- |\n");
      for (Column c : table.columns()) {
        String name = c.isRequired() ? "**" + c.name() + "**" : c.name();
        page.append("| ").append(name).append(" | ").append(holds(c)).append(" | ");
        page.append(c.range()).append(" | ").append(c.meaning()).append(" |\n");
      }
    }
    same("tables.md", page.toString());
  }

  private static String holds(Column c) {
    return switch (c.type()) {
      case CHOICE -> String.join(", ", c.choices());
      case REFERENCE -> "id of " + String.join(" or ", c.refersTo());
      default -> c.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }

  @Test
  void problems() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Problems

            Problems that Tonle reports about a study. An error stops the computation, a warning does not, and
            a note says what the reader put in order. `{0}` is the expected value, `{1}` the value found, `{2}`
            a hint. Of one code in one file Tonle lists the first 20 problems and counts the others.

            | code | sentence | what to do |
            | --- | --- | --- |
            """);
    Words words = Words.in("en");
    for (String key : new TreeSet<>(words.keys())) {
      if (key.indexOf('.') < 0 && !key.equals("nearest")) {
        String todo = words.has(key + ".do") ? words.text(key + ".do") : "";
        page.append("| ").append(key).append(" | ").append(words.text(key)).append(" | ");
        page.append(todo).append(" |\n");
      }
    }
    page.append("\nCodes that a study may accept in `study.toml`: ");
    page.append(String.join(", ", new TreeSet<>(SettingsReader.ACCEPTABLE))).append(".\n");
    same("problems.md", page.toString());
  }
}
