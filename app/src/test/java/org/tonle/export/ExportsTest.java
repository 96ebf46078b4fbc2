package org.tonle.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBReader;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;

class ExportsTest {
  @TempDir Path folder;

  private static Result result() {
    Study study = StudyReader.read(Folders.study("two-towns")).study().orElseThrow();
    return Runner.run(study, Scenario.BASELINE, Options.of(50, 1)).result().orElseThrow();
  }

  @Test
  void numbersHaveSixDigits() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      double value =
          StrictMath.pow(10, 14 * random.nextDouble() - 5) * (random.nextBoolean() ? 1 : -1);
      BigDecimal expected = new BigDecimal(value).round(new MathContext(6, RoundingMode.HALF_UP));
      assertEquals(
          expected.doubleValue(),
          Double.parseDouble(CsvFile.number(value)),
          StrictMath.abs(value) * 1e-9,
          CsvFile.number(value));
    }
    assertEquals("1000", CsvFile.number(1000));
    assertEquals("0.05", CsvFile.number(0.05));
    assertEquals("1", CsvFile.number(0.9999999));
    assertEquals("", CsvFile.number(Double.NaN));
  }

  @Test
  void textIsNoFormula() {
    assertEquals("'=1+1", CsvFile.cell("=1+1"));
    assertEquals("\"'@a,b\"", CsvFile.cell("@a,b"));
    assertEquals("\"a\"\"b\"", CsvFile.cell("a\"b"));
    assertEquals("-3", CsvFile.cell(-3.0));
  }

  @Test
  void tablesAreWholeAndListed() throws Exception {
    Exports.write(result(), folder);
    String docs =
        Files.readString(
            Path.of(System.getProperty("tonle.home"), "docs", "reference", "results.md"));
    for (Sheet sheet : Exports.sheets(result())) {
      long lines = Files.readAllLines(folder.resolve(sheet.file())).size();
      assertEquals(sheet.rows().size() + 1, lines, sheet.file());
      assertTrue(docs.contains("## " + sheet.file()), sheet.file() + " is not in results.md");
      for (String column : sheet.columns()) {
        assertTrue(docs.contains("`" + column + "`"), column + " is not in results.md");
      }
    }
    assertTrue(Files.readString(folder.resolve(Exports.SUMMARY)).contains("\"massBalanceError\""));
  }

  @Test
  void theMapIsAGeoPackage() throws Exception {
    Exports.write(result(), folder);
    try (Connection db =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("results.gpkg"));
        Statement sql = db.createStatement()) {
      try (ResultSet id = sql.executeQuery("PRAGMA application_id")) {
        assertEquals(0x47504B47, id.getInt(1));
      }
      try (ResultSet rows = sql.executeQuery("SELECT geom, id FROM reaches WHERE id = 'HEAD'")) {
        assertTrue(rows.next());
        byte[] blob = rows.getBytes(1);
        byte[] wkb = java.util.Arrays.copyOfRange(blob, 8, blob.length);
        Geometry line = new WKBReader().read(wkb);
        assertEquals("LineString", line.getGeometryType());
        assertEquals(4, line.getNumPoints());
      }
      try (ResultSet rows =
          sql.executeQuery(
              "SELECT count(*) FROM gpkg_contents c JOIN gpkg_geometry_columns g USING (table_name)")) {
        assertEquals(3, rows.getInt(1));
      }
    }
  }
}
