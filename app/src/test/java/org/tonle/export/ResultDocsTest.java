package org.tonle.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.tonle.compare.Contrast;
import org.tonle.compare.ContrastBuilder;
import org.tonle.demand.Rule;
import org.tonle.export.map.GeoPackage;
import org.tonle.export.map.MapFindings;
import org.tonle.export.map.MapLayers;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Baseline;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;
import org.tonle.run.Session;
import org.tonle.scenario.Applied;

/// The reference page of the results says what is written. Run with -Dtonle.write=true to write it.
class ResultDocsTest {
  private static Result result() {
    Study study = StudyReader.read(Folders.study("two-towns")).study().orElseThrow();
    return Runner.run(study, Scenario.BASELINE, Options.of(0, 1)).result().orElseThrow();
  }

  @Test
  void results() throws IOException {
    Result result = result();
    Answers findings = Answers.ofBreaches(result).withDemand(Rule.EQUAL_PERCENTAGE, 0.9, "");
    List<ResultSheet> sheets = Exports.written(findings);
    StringBuilder page =
        new StringBuilder(
            """
            # Results

            `tonle run` writes a folder with the CSV tables below (UTF-8 with a byte order mark, by which
            spreadsheets know Khmer and Chinese; comma, six significant digits, empty = no value; text that a spreadsheet would take for a formula has an apostrophe in front),
            `results.gpkg` and `summary.json`. `tonle apportion` adds contributions.csv. `tonle demand` also adds
            demand.csv, capacity.csv, permits.csv, measure.csv and demand_marks.csv. `tonle report` writes all of
            them and one HTML page per language.
            `contributions: {places, of}` in the summary (`contributionsPlaces`, `contributionsOfPlaces`) says how many
            of the possible places contributions.csv holds: all of them up to 5,000 judged places, only the worst
            beyond that.
            The same study, seed and draws give the same tables on every machine; the `hash` in the summary lets
            you check the tables of `tonle run`. `inputs.sqlite` holds the inputs of the run; `tonle diff` reads it.
            `tonle report`, `tonle demo` and `tonle run --workbook` also write `results.xlsx`: every table as a sheet,
            with what each column holds below its name, and a first sheet that names the result and its sheets. A cell
            is the number or the text of the table, never a formula. A table of more than 1,048,574 rows is left out
            and named there. Later commands that write into the folder keep the workbook up to date.
            `tonle-manifest.json` lists the files with their hash (SHA-256): Tonle replaces and deletes no others.
            """);
    describe(page, sheets);
    page.append(
        "\n## columns.csv\n\nThese tables again, as a table: `file`, `column`, `meaning`.\n");
    layers(page, new MapFindings(result, findings.causes().all(), findings.demand()));
    page.append("\n## summary.json\n\n| key | holds |\n| --- | --- |\n");
    Summary.of(result).propertyNames().forEach(key -> row(page, key, meaning(key)));
    row(page, "hash", meaning("hash"));
    page.append(
        """

        ## inputs.sqlite

        The inputs of the result. The hash of a table is SHA-256 over the content of its rows. It does not
        depend on the order of rows (except in seasons.csv) and columns, or on how figures are written. The
        hash of the study is made from those of its tables. Input tables of more than 5 MB in all are left out.

        | table | holds |
        | --- | --- |
        | `run` | `version`, `study`, `study_hash`, `scenario`, `design_flow`, `draws`, `seed` |
        | `changes` | changes of the scenario, one on each line |
        | `settings` | keys of study.toml with their values |
        | `texts` | study.toml and the files of the scenarios that were run |
        | `inputs` | `table`, `hash`, `rows` and `separator` of every table of the study |
        | `towns` … | each table: `row` of the file, and its cells as typed |

        # Comparisons

        `tonle compare` writes a folder with the tables below, columns.csv, a summary.json and one HTML page
        per language. The first column of every table names the scenario; *before* is the first scenario that
        the command names, *after* is the scenario of the row. All are computed in the same draws. The summary
        has `study`, `comparedWith`, `seed`, `draws`, `version`, `hash`, and for each of `scenarios` its levers
        and their effects alone, total loads, verdicts that change, the load to cut and the 20 largest changes.
        """);
    describe(page, Contrasts.sheets(List.of(contrast(result.study()))));
    Path file = Path.of(System.getProperty("tonle.home", ".."), "docs", "reference", "results.md");
    if (Boolean.getBoolean("tonle.write")) {
      Files.writeString(file, page);
    }
    assertEquals(page.toString(), Files.readString(file));
  }

  private static Contrast contrast(Study study) {
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      Instance instance = Instance.of(Applied.of(study, Scenario.BASELINE));
      Session session = Session.on(Baseline.of(instance, Options.of(0, 1), pool), pool);
      return new ContrastBuilder(session, false)
          .contrast(study.scenarios().getFirst())
          .contrast()
          .orElseThrow();
    }
  }

  private static void describe(StringBuilder page, List<ResultSheet> sheets) {
    for (ResultSheet sheet : sheets) {
      page.append("\n## ").append(sheet.file()).append("\n\n").append(sheet.meaning());
      page.append(".\n\n| column | holds |\n| --- | --- |\n");
      for (String column : sheet.columns()) {
        row(page, column, Columns.meaning(sheet.file(), column));
      }
    }
  }

  private static String meaning(String key) {
    return Columns.meaning(Exports.SUMMARY, key);
  }

  private static void row(StringBuilder page, String name, String meaning) {
    page.append("| `").append(name).append("` | ").append(meaning).append(" |\n");
  }

  private static void layers(StringBuilder page, MapFindings findings) {
    page.append(
        """

        ## results.gpkg

        A map that QGIS opens, in WGS 84. A column that ends with the id of a season holds that season. A column
        that begins with the id of a constituent holds its central concentration, in `sources` its load [t/a;
        bacteria 10^12 counts/a]. `class` and `class_rank` follow the study's main standard. A place
        without coordinates has an empty geometry. `cuts` and `causes` are there after `tonle report` and
        `tonle demand`. Every layer but `nodes` and `sources` has styles with labels, in English, or in the language that the project
        variable `tonle_language` names (zh, km): rivers and lakes by class (named by the season) and by the verdict of
        the main law (`verdict` and the season), `chance` by season, `cuts` by constituent, `causes` by category.

        | layer | geometry | holds |
        | --- | --- | --- |
        """);
    for (GeoPackage.Layer layer : new MapLayers(findings).layers()) {
      page.append("| ").append(layer.name()).append(" | ").append(layer.geometryType());
      page.append(" | ").append(layer.meaning()).append(" |\n");
    }
  }
}
