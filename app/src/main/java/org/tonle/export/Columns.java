package org.tonle.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.tonle.convert.Text;

/// Columns of the result tables, each explained in one sentence with its unit.
final class Columns {
  static final String FILE = "columns.csv";

  private static final Properties MEANINGS = load();

  private Columns() {}

  private static Properties load() {
    Properties meanings = new Properties();
    try (InputStream in = Columns.class.getResourceAsStream("columns.properties")) {
      if (in == null) {
        throw new IllegalStateException("columns.properties is not packed.");
      }
      meanings.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return meanings;
  }

  static String meaning(String file, String column) {
    @Nullable String own = MEANINGS.getProperty(file + "/" + column);
    @Nullable String meaning = own == null ? MEANINGS.getProperty(column) : own;
    if (meaning == null) {
      throw new IllegalArgumentException(
          Text.format("Column %s of %s has no meaning.", column, file));
    }
    return meaning;
  }

  /// The table that explains all others, written beside them; a row without a column explains its
  /// table.
  static ResultSheet sheet(List<ResultSheet> sheets) {
    ResultSheet all =
        new ResultSheet(
            FILE, "meaning of every column of these tables", "file", "column", "meaning");
    for (ResultSheet sheet : sheets) {
      all.add(sheet.file(), "", sheet.meaning());
      for (String column : sheet.columns()) {
        all.add(sheet.file(), column, meaning(sheet.file(), column));
      }
    }
    return all;
  }
}
