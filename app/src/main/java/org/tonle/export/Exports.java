package org.tonle.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
    CompletableFuture<Void> map =
        CompletableFuture.runAsync(() -> map(result, folder.resolve("results.gpkg")));
    List<Sheet> sheets = sheets(result);
    for (Sheet sheet : sheets) {
      CsvFile.write(sheet, folder);
    }
    try {
      map.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof UncheckedIOException io ? io.getCause() : new IOException(e);
    }
    ObjectNode summary = Summary.of(result);
    summary.put("hash", Summary.hash(sheets));
    Files.writeString(folder.resolve(SUMMARY), summary.toPrettyString() + "\n");
  }

  private static void map(Result result, Path file) {
    try {
      GeoPackage.write(result, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// SHA-256 over every number and word of the result tables.
  public static String hash(Result result) {
    return Summary.hash(sheets(result));
  }
}
