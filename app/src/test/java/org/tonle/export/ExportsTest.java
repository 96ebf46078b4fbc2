package org.tonle.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBReader;
import org.tonle.demand.Demand;
import org.tonle.demand.Rule;
import org.tonle.export.map.GeoPackage;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

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

  /// A folder in the place of a table stops the tables; the map is finished before that is said.
  @Test
  void nothingIsWrittenAfterATableFailed() throws Exception {
    Result result = result();
    for (int round = 0; round < 5; round++) {
      Path own = Files.createDirectories(folder.resolve("round" + round));
      Files.createDirectories(own.resolve("loads.csv/full"));
      assertThrows(IOException.class, () -> Exports.write(result, own));
      Path map = own.resolve("results.gpkg");
      assertTrue(Files.exists(map));
      try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + map);
          Statement ask = file.createStatement();
          ResultSet styles = ask.executeQuery("select count(*) from layer_styles")) {
        assertTrue(styles.next() && styles.getInt(1) > 0);
      }
    }
  }

  @Test
  void textIsNoFormula() {
    assertEquals("'=1+1", CsvFile.cell("=1+1"));
    assertEquals("\"'@a,b\"", CsvFile.cell("@a,b"));
    assertEquals("\"a\"\"b\"", CsvFile.cell("a\"b"));
    assertEquals("-3", CsvFile.cell(-3.0));
  }

  @Test
  void aCellStaysOneCellUnderOtherSettings() {
    assertEquals("\"a;=1+1\"", CsvFile.cell("a;=1+1"));
    assertEquals("\"a\t=1+1\"", CsvFile.cell("a\t=1+1"));
    assertEquals("'\uff1d1+1", CsvFile.cell("\uff1d1+1"));
    assertEquals("\"'\n=1\"", CsvFile.cell("\n=1"));
  }

  @Test
  void everyTableReadsBackAsItWas() throws Exception {
    Result result = result();
    Exports.write(result, folder);
    for (ResultSheet sheet : Exports.written(Answers.of(result))) {
      List<List<String>> read = new ArrayList<>();
      byte[] bytes = Files.readAllBytes(folder.resolve(sheet.file()));
      assertEquals("efbbbf", HexFormat.of().formatHex(bytes, 0, 3), sheet.file());
      try (var csv =
          CsvReader.builder().detectBomHeader(true).ofCsvRecord(folder.resolve(sheet.file()))) {
        csv.forEach(row -> read.add(row.getFields()));
      }
      assertEquals(sheet.columns(), read.getFirst(), sheet.file());
      assertEquals(sheet.rows().size() + 1, read.size(), sheet.file());
      for (int r = 0; r < sheet.rows().size(); r++) {
        Object[] row = sheet.rows().get(r);
        for (int c = 0; c < row.length; c++) {
          String cell = read.get(r + 1).get(c);
          if (row[c] instanceof Double number && Double.isFinite(number)) {
            double near = StrictMath.abs(number) * 5.01e-6;
            assertEquals(number, Double.parseDouble(cell), near, sheet.file() + " row " + r);
          } else if (row[c] instanceof String text) {
            assertEquals(text, cell, sheet.file() + " row " + r);
          }
        }
      }
    }
  }

  @Test
  void sameResultSameFiles() throws Exception {
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));
    Exports.write(result(), first);
    Exports.write(result(), second);
    try (Stream<Path> files = Files.list(first)) {
      for (Path file : files.toList()) {
        assertEquals(-1, Files.mismatch(file, second.resolve(file.getFileName())), file.toString());
      }
    }
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
        assertEquals(10, rows.getInt(1));
      }
      try (ResultSet rows = sql.executeQuery("SELECT geom, FC_t_per_a FROM units")) {
        assertTrue(rows.next());
        byte[] blob = rows.getBytes(1);
        Geometry area = new WKBReader().read(java.util.Arrays.copyOfRange(blob, 8, blob.length));
        assertEquals("MultiPolygon", area.getGeometryType());
        // LOWER is some 0.5° by 0.45°, less its slanting corners
        assertEquals(0.18, area.getArea(), 0.03);
        assertTrue(rows.getDouble(2) > 0);
      }
      try (ResultSet rows = sql.executeQuery("SELECT id, class_wet FROM lake_shapes")) {
        assertTrue(rows.next());
        assertEquals("LAKE", rows.getString(1));
        assertFalse(rows.next());
      }
      try (ResultSet rows =
          sql.executeQuery(
              "SELECT styleName, styleQML FROM layer_styles"
                  + " WHERE f_table_name = 'reaches' AND useAsDefault")) {
        assertTrue(rows.next());
        // the dry season's classes differ most
        assertEquals("dry", rows.getString(1));
        String qml = rows.getString(2);
        assertTrue(qml.contains("attr=\"class_rank_dry\""), qml);
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(qml.replaceFirst("<!DOCTYPE[^>]*>", ""))));
        assertFalse(rows.next());
      }
      try (ResultSet wrong = sql.executeQuery("PRAGMA foreign_key_check")) {
        assertFalse(wrong.next());
      }
      try (ResultSet rows = sql.executeQuery("SELECT class_wet, TN_wet FROM reaches")) {
        while (rows.next()) {
          assertTrue(rows.getDouble(2) > 0);
        }
      }
    }
  }

  /// Each breach once, with its first cause; each unit with its cut; each style is XML and names a
  /// column that its layer has.
  @Test
  void theMapShowsBreachesChancesCutsAndCauses() throws Exception {
    Result result = result();
    Answers answers = Answers.ofBreaches(result).withDemand(Rule.EQUAL_PERCENTAGE, 0.9, "");
    Exports.write(answers, folder);
    long broken =
        result.judged().verdicts().stream().filter(v -> v.required() && v.isBroken(0.9)).count();
    double cut =
        answers.demand().orElseThrow().cuts().stream()
            .filter(c -> c.cause().unit().equals("UPPER") && c.cause().constituent().equals("FC"))
            .mapToDouble(Demand.Cut::cut_t_per_a)
            .sum();
    try (Connection db =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("results.gpkg"));
        Statement sql = db.createStatement()) {
      try (ResultSet rows =
          sql.executeQuery(
              "SELECT (SELECT count(*) FROM breaches) + (SELECT count(*) FROM breaches_at)")) {
        assertEquals(broken, rows.getLong(1));
      }
      try (ResultSet rows =
          sql.executeQuery("SELECT cause, times, chance FROM breaches WHERE id = 'MID'")) {
        assertTrue(rows.next());
        assertEquals("Upper Town", rows.getString(1));
        assertTrue(rows.getDouble(2) > 1);
        assertTrue(rows.getDouble(3) <= 10);
      }
      try (ResultSet rows = sql.executeQuery("SELECT cut_FC FROM cuts WHERE id = 'UPPER'")) {
        assertTrue(rows.next());
        assertEquals(cut, rows.getDouble(1), 1e-9 * cut);
      }
      try (ResultSet rows =
          sql.executeQuery("SELECT category, first_at FROM causes WHERE id = 'T-UP'")) {
        assertTrue(rows.next());
        assertEquals("sewered", rows.getString(1));
        assertTrue(rows.getDouble(2) > 0);
      }
      // as a chance of the draws, below the confidence where a limit is broken
      try (ResultSet rows = sql.executeQuery("SELECT p_dry, of_dry FROM chance WHERE id = 'MID'")) {
        assertTrue(rows.next());
        assertTrue(rows.getDouble(1) <= 10);
        assertEquals("FC", rows.getString(2));
      }
      stylesFitTheirLayers(db);
    }
  }

  private static void stylesFitTheirLayers(Connection db) throws Exception {
    Set<String> defaults = new TreeSet<>();
    try (Statement sql = db.createStatement();
        ResultSet rows =
            sql.executeQuery("SELECT f_table_name, styleQML, useAsDefault FROM layer_styles")) {
      while (rows.next()) {
        String layer = rows.getString(1);
        Element root =
            DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(
                    new InputSource(
                        new StringReader(rows.getString(2).replaceFirst("<!DOCTYPE[^>]*>", ""))))
                .getDocumentElement();
        Element renderer = (Element) root.getElementsByTagName("renderer-v2").item(0);
        String column = renderer.getAttribute("attr");
        if (!column.isEmpty()) {
          try (Statement ask = db.createStatement();
              ResultSet found =
                  ask.executeQuery("SELECT \"%s\" FROM \"%s\"".formatted(column, layer))) {
            assertEquals(column, found.getMetaData().getColumnName(1));
          }
        }
        assertTrue(!rows.getBoolean(3) || defaults.add(layer), layer + " has two defaults");
      }
    }
    assertTrue(
        defaults.containsAll(
            List.of("reaches", "lakes", "units", "breaches", "chance", "cuts", "causes")),
        defaults.toString());
  }

  @Test
  void namesThatDifferInCaseOnlyAreTwoColumns() throws Exception {
    var point = new GeometryFactory().createPoint();
    var layer =
        new GeoPackage.Layer(
            "places",
            "",
            "POINT",
            List.of("TN", "tn", "fid"),
            List.of(true, true, true),
            List.of(point),
            List.of(new Object[][] {{1.0, 2.0, 3.0}}));
    Path file = folder.resolve("a.gpkg");
    GeoPackage.write(List.of(layer), List.of(), file);
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = db.createStatement()) {
      try (ResultSet row = sql.executeQuery("SELECT TN, tn_2, fid_2 FROM places")) {
        assertEquals(1, row.getDouble(1));
        assertEquals(2, row.getDouble(2));
        assertEquals(3, row.getDouble(3));
      }
      try (ResultSet row = sql.executeQuery("SELECT min_x, geom FROM gpkg_contents, places")) {
        assertEquals(0, row.getDouble(1));
        assertTrue(row.wasNull());
        assertEquals(0x11, row.getBytes(2)[3]);
      }
    }
  }
}
