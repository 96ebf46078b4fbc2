package org.tonle.folder.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tonle.convert.Text;
import org.tonle.folder.schema.CatalogueTables;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;

/// Default constituents, reactions, model errors and figures of land, with the publications behind
/// them.
///
/// @param catalogue tables of the catalogue by file
public record Defaults(
    Sheet constituents,
    Sheet reactions,
    Sheet modelErrors,
    Sheet land,
    Sheet references,
    Map<String, Sheet> catalogue) {
  /// Publications that the catalogue's rows rest on. They are apart, so that a result without a
  /// plan does not list them.
  public static final String CATALOGUE_REFERENCES = "catalogue_references.csv";

  /// Begin of the keys of built-in references, which no study lists itself.
  public static final String PREFIX = "DEFAULT_";

  /// Holder of what is read once: every study reads the defaults several times.
  private static final class Loaded {
    static final Defaults ONCE =
        new Defaults(
            sheet(Schema.CONSTITUENTS),
            sheet(Schema.REACTIONS),
            sheet(Schema.MODEL_ERROR),
            sheet(Schema.FACTORS),
            sheet(Schema.REFERENCES),
            catalogueSheets());
  }

  private static Map<String, Sheet> catalogueSheets() {
    Map<String, Sheet> sheets = new HashMap<>();
    for (String file :
        List.of(
            Schema.TECHNOLOGIES,
            Schema.REMOVALS,
            Schema.TECHNOLOGY_NEEDS,
            Schema.TECHNOLOGY_COSTS,
            Schema.COST_ITEMS,
            Schema.EXCHANGE_RATES,
            Schema.PROJECTS)) {
      sheets.put(file, sheet(file));
    }
    sheets.put(
        CATALOGUE_REFERENCES,
        sheet(CATALOGUE_REFERENCES, Schema.find(Schema.REFERENCES).orElseThrow()));
    sheets.put(
        CatalogueTables.DEFAULTS.file(),
        sheet(CatalogueTables.DEFAULTS.file(), CatalogueTables.DEFAULTS));
    return Map.copyOf(sheets);
  }

  /// Built-in rows of a table of the catalogue.
  public List<Row> catalogue(String file) {
    return Objects.requireNonNull(catalogue.get(file), file).rows();
  }

  public static Defaults load() {
    return Loaded.ONCE;
  }

  private static Sheet sheet(String file) {
    return sheet(file, Schema.find(file).orElseThrow());
  }

  private static Sheet sheet(String file, Table table) {
    Problems problems = new Problems();
    Sheet sheet = SheetReader.parse(text("defaults/" + file), table, problems);
    if (problems.hasErrors()) {
      throw new IllegalStateException(Text.format("Defaults of %s: %s", file, problems.all()));
    }
    return sheet;
  }

  static String text(String name) {
    try (InputStream in = Objects.requireNonNull(Defaults.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
