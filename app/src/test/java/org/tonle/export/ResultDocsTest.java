package org.tonle.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Runner;

/// The reference page of the results says what is written. Run with -Dtonle.write=true to write it.
class ResultDocsTest {
  @Test
  void results() throws IOException {
    Study study = StudyReader.read(Folders.study("two-towns")).study().orElseThrow();
    StringBuilder page =
        new StringBuilder(
            """
            # Results

            `tonle run` writes a folder with the CSV tables below (UTF-8, comma, six significant digits, empty
            = no value), `results.gpkg` (layers reaches, lakes, sources; opens in QGIS) and `summary.json`.
            `tonle report` adds one HTML page per language. Same study, seed and draws give the same tables on
            every machine: `hash` in the summary is the SHA-256 of all their values.
            """);
    for (Sheet sheet :
        Exports.sheets(
            Runner.run(study, Scenario.BASELINE, Options.of(0, 1)).result().orElseThrow())) {
      page.append("\n## ").append(sheet.file()).append("\n\n").append(sheet.meaning());
      page.append(".\n\nColumns: `").append(String.join("`, `", sheet.columns())).append("`.\n");
    }
    Path file = Path.of(System.getProperty("tonle.home", ".."), "docs", "reference", "results.md");
    if (Boolean.getBoolean("tonle.write")) {
      Files.writeString(file, page);
    }
    assertEquals(page.toString(), Files.readString(file));
  }
}
