package org.tonle.folder.build;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonle.folder.schema.CatalogueTables;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Defaults;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.Sheets;
import org.tonle.model.Provenance;

/// Rows of the catalogue: the built-in ones, each replaced by a row of the study with the same key.
public final class CatalogueRows {
  private final Sheets sheets;
  private final Defaults defaults;

  public CatalogueRows(Sheets sheets, Defaults defaults) {
    this.sheets = sheets;
    this.defaults = defaults;
  }

  /// Merged rows of a table by their whole key.
  List<Row> of(String file) {
    List<String> key = Schema.find(file).orElseThrow().key();
    Map<List<String>, Row> rows = new LinkedHashMap<>();
    defaults.catalogue(file).forEach(r -> rows.put(key(r, key), r));
    sheets.rows(file).forEach(r -> rows.put(key(r, key), r));
    return List.copyOf(rows.values());
  }

  private static List<String> key(Row row, List<String> columns) {
    return columns.stream()
        .map(c -> row.text(c).isEmpty() && row.has(c) ? "" + row.number(c) : row.text(c))
        .toList();
  }

  /// The study's own rows.
  List<Row> own(String file) {
    return sheets.rows(file);
  }

  List<Row> builtIn(String file) {
    return defaults.catalogue(file);
  }

  /// A figure of defaults_cost.csv: that of a class, else that of all others.
  public double figure(String name, String ofClass) {
    return row(name, ofClass).number("value");
  }

  double figure(String name) {
    return figure(name, "");
  }

  Provenance provenance(String name) {
    return row(name, "").provenance();
  }

  private Row row(String name, String ofClass) {
    Row general = null;
    for (Row row : defaults.catalogue(CatalogueTables.DEFAULTS.file())) {
      if (row.text("figure").equals(name)) {
        if (row.text("class").equals(ofClass)) {
          return row;
        }
        general = row.text("class").isEmpty() ? row : general;
      }
    }
    if (general == null) {
      throw new IllegalStateException("No figure " + name + " in defaults_cost.csv.");
    }
    return general;
  }
}
