package org.tonle.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tonle.run.Result;
import tools.jackson.databind.node.ObjectNode;

/// Writes a result as files.
public final class Exports {
  public static final String SUMMARY = "summary.json";

  private Exports() {}

  static List<Sheet> sheets(Result result) {
    List<Sheet> sheets = new ArrayList<>(new LoadSheets(result).sheets());
    sheets.addAll(new StateSheets(result).sheets());
    return sheets;
  }

  /// Tables, map and summary into an existing folder.
  public static void write(Result result, Path folder) throws IOException {
    List<Sheet> sheets = sheets(result);
    for (Sheet sheet : sheets) {
      CsvFile.write(sheet, folder);
    }
    GeoPackage.write(result, folder.resolve("results.gpkg"));
    ObjectNode summary = Summary.of(result);
    summary.put("hash", Summary.hash(sheets));
    Files.writeString(folder.resolve(SUMMARY), summary.toPrettyString() + "\n");
  }

  /// SHA-256 over every number and word of the result tables.
  public static String hash(Result result) {
    return Summary.hash(sheets(result));
  }
}
