package org.tonle.export.map;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.tonle.convert.Text;

/// GeoPackage (OGC 1.3) with the map of a result, which QGIS opens.
public final class GeoPackage implements AutoCloseable {
  private static final int WGS_84 = 4326;

  /// Constant time stamp, so that the same result gives the same file.
  private static final String LAST_CHANGE = "2000-01-01T00:00:00.000Z";

  /// Number of rows sent to the database at once.
  private static final int BATCH = 1000;

  private final Connection database;

  private GeoPackage(Path file) throws SQLException {
    database = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
    database.setAutoCommit(false);
  }

  public static void write(List<Layer> layers, List<MapStyles.Style> styles, Path file)
      throws IOException {
    try (GeoPackage out = new GeoPackage(file)) {
      out.begin();
      for (Layer layer : layers) {
        out.write(layer);
      }
      out.styles(layers, styles);
      out.database.commit();
    } catch (SQLException e) {
      throw new IOException("The GeoPackage could not be written: " + e.getMessage(), e);
    }
  }

  private void begin() throws SQLException {
    try (Statement sql = database.createStatement()) {
      sql.execute("PRAGMA application_id = 1196444487");
      sql.execute("PRAGMA user_version = 10300");
      sql.execute(
          """
          CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL \
          PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, \
          definition TEXT NOT NULL, description TEXT)""");
      sql.execute(
          """
          INSERT INTO gpkg_spatial_ref_sys VALUES \
          ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', NULL), \
          ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL), \
          ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",\
          6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],\
          AUTHORITY["EPSG","4326"]]', 'longitude, latitude')""");
      sql.execute(
          """
          CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT \
          NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT \
          NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, \
          max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES \
          gpkg_spatial_ref_sys(srs_id))""");
      sql.execute(
          """
          CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, \
          geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, \
          m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), \
          CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY \
          (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY \
          (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))""");
    }
  }

  /// Layer of the map.
  ///
  /// @param columns names of the columns, without fid and geom; text unless the rows hold numbers
  public record Layer(
      String name,
      String meaning,
      String geometryType,
      List<String> columns,
      List<Boolean> isNumber,
      List<Geometry> geometries,
      List<Object[]> rows) {}

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /// SQLite does not distinguish "TN" from "tn", so the later name gets a number.
  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = name + "_" + i;
    }
    return free;
  }

  private void write(Layer layer) throws SQLException {
    StringBuilder create =
        new StringBuilder("CREATE TABLE ")
            .append(quoted(layer.name()))
            .append(" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom ")
            .append(layer.geometryType());
    StringBuilder insert =
        new StringBuilder("INSERT INTO ").append(quoted(layer.name())).append(" VALUES (NULL, ?");
    Set<String> taken = new HashSet<>(Set.of("fid", "geom"));
    for (int c = 0; c < layer.columns().size(); c++) {
      create.append(", ").append(quoted(free(layer.columns().get(c), taken)));
      create.append(layer.isNumber().get(c) ? " REAL" : " TEXT");
      insert.append(", ?");
    }
    Envelope all = new Envelope();
    try (Statement sql = database.createStatement()) {
      sql.execute(create.append(')').toString());
    }
    try (PreparedStatement sql = database.prepareStatement(insert.append(')').toString())) {
      for (int r = 0; r < layer.rows().size(); r++) {
        Geometry geometry = layer.geometries().get(r);
        all.expandToInclude(geometry.getEnvelopeInternal());
        sql.setBytes(1, blob(geometry));
        Object[] row = layer.rows().get(r);
        for (int c = 0; c < row.length; c++) {
          sql.setObject(c + 2, row[c] instanceof Double d && !Double.isFinite(d) ? null : row[c]);
        }
        sql.addBatch();
        if (r % BATCH == BATCH - 1) {
          sql.executeBatch();
        }
      }
      sql.executeBatch();
    }
    register(layer, all);
  }

  private void register(Layer layer, Envelope all) throws SQLException {
    try (PreparedStatement sql =
        database.prepareStatement(
            "INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)")) {
      sql.setString(1, layer.name());
      sql.setString(2, layer.name());
      sql.setString(3, layer.meaning());
      sql.setString(4, LAST_CHANGE);
      double[] bounds = {all.getMinX(), all.getMinY(), all.getMaxX(), all.getMaxY()};
      for (int i = 0; i < bounds.length; i++) {
        sql.setObject(5 + i, all.isNull() ? null : bounds[i]);
      }
      sql.setInt(9, WGS_84);
      sql.execute();
    }
    try (PreparedStatement sql =
        database.prepareStatement(
            "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)")) {
      sql.setString(1, layer.name());
      sql.setString(2, layer.geometryType());
      sql.setInt(3, WGS_84);
      sql.execute();
    }
  }

  /// The table in which QGIS looks for styles of a layer.
  private void styles(List<Layer> layers, List<MapStyles.Style> styles) throws SQLException {
    try (Statement sql = database.createStatement()) {
      sql.execute(
          """
          CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, \
          f_table_catalog TEXT, f_table_schema TEXT, f_table_name TEXT, f_geometry_column TEXT, \
          styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, \
          owner TEXT, ui TEXT, update_time DATETIME)""");
      sql.execute(
          Text.format(
              """
          INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, srs_id) \
          VALUES ('layer_styles', 'attributes', 'layer_styles', '%s', 0)""",
              LAST_CHANGE));
    }
    Set<String> written = layers.stream().map(Layer::name).collect(Collectors.toSet());
    try (PreparedStatement sql =
        database.prepareStatement(
            "INSERT INTO layer_styles VALUES (NULL, '', '', ?, 'geom', ?, ?, '', ?, '', '', NULL, ?)")) {
      for (MapStyles.Style style : styles) {
        if (written.contains(style.layer())) {
          sql.setString(1, style.layer());
          sql.setString(2, style.name());
          sql.setString(3, style.qml());
          sql.setBoolean(4, style.isDefault());
          sql.setString(5, LAST_CHANGE);
          sql.addBatch();
        }
      }
      sql.executeBatch();
    }
  }

  /// "GP", version 0, flags (little-endian, no envelope, empty or not), srs id, WKB.
  private static byte[] blob(Geometry geometry) {
    byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
    byte[] blob = new byte[8 + wkb.length];
    blob[0] = 'G';
    blob[1] = 'P';
    blob[2] = 0;
    blob[3] = (byte) (geometry.isEmpty() ? 0x11 : 0x01);
    for (int i = 0; i < 4; i++) {
      blob[4 + i] = (byte) (WGS_84 >> (8 * i));
    }
    System.arraycopy(wkb, 0, blob, 8, wkb.length);
    return blob;
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
