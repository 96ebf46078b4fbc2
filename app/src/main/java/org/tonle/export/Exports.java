package org.tonle.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tonle.disk.SideWork;
import org.tonle.export.map.GeoPackage;
import org.tonle.export.map.MapFindings;
import org.tonle.export.map.MapLayers;
import org.tonle.export.map.MapStyles;
import org.tonle.run.Result;
import tools.jackson.databind.node.ObjectNode;

/// Exports of a result as files.
public final class Exports {
  public static final String SUMMARY = "summary.json";
  public static final String MAP = "results.gpkg";

  private Exports() {}

  static List<ResultSheet> sheets(Result result) {
    List<ResultSheet> sheets = new ArrayList<>(new LoadSheets(result).sheets());
    sheets.addAll(new StateSheets(result).sheets());
    return sheets;
  }

  /// Tables of what was measured, which the hash leaves out: it is that of what was computed.
  static List<ResultSheet> measured(Result result) {
    return MeasuredSheet.sheets(result);
  }

  /// Tables of causes and demand, if they were asked for.
  static List<ResultSheet> sheets(Answers findings) {
    List<ResultSheet> sheets = new ArrayList<>();
    if (!findings.causes().all().isEmpty()) {
      sheets.addAll(new CauseSheets(findings).sheets());
    }
    Result result = findings.result();
    findings
        .demand()
        .ifPresent(d -> sheets.addAll(new DemandSheets(result, d, findings.robustness()).sheets()));
    if (findings.demand().isPresent() && findings.worth().isPresent()) {
      sheets.addAll(
          new MeasureSheets(result, findings.demand().get(), findings.worth().get()).sheets());
    }
    return sheets;
  }

  /// All tables as they are written, with the columns of letters.
  static List<ResultSheet> written(Answers findings) {
    return written(findings, sheets(findings.result()));
  }

  /// @param computed tables of the result alone
  private static List<ResultSheet> written(Answers findings, List<ResultSheet> computed) {
    List<ResultSheet> all = new ArrayList<>(computed);
    all.addAll(measured(findings.result()));
    all.addAll(sheets(findings));
    LetterSheets letters = new LetterSheets(findings);
    all.replaceAll(letters::of);
    return all;
  }

  /// Writes tables, map and summary of a result alone.
  public static void write(Result result, Path folder) throws IOException {
    write(Answers.of(result), folder);
  }

  /// Writes tables, map and summary into an existing folder.
  public static void write(Answers findings, Path folder) throws IOException {
    Result result = findings.result();
    List<ResultSheet> computed = sheets(result);
    try (SideWork beside = new SideWork()) {
      beside.start(() -> map(findings, folder.resolve(MAP)));
      List<ResultSheet> all = written(findings, computed);
      for (ResultSheet sheet : all) {
        CsvFile.write(sheet, folder);
      }
      CsvFile.write(Columns.sheet(all), folder);
      beside.join();
    }
    ObjectNode summary = Summary.of(result);
    Summary.contributions(summary, findings);
    findings.robustness().ifPresent(r -> DemandJson.put(summary, r));
    summary.put("hash", Summary.hash(computed));
    Files.writeString(folder.resolve(SUMMARY), summary.toPrettyString() + "\n");
  }

  private static void map(Answers answers, Path file) throws IOException {
    MapFindings findings =
        new MapFindings(answers.result(), answers.causes().all(), answers.demand());
    GeoPackage.write(new MapLayers(findings).layers(), new MapStyles(findings).styles(), file);
  }

  /// SHA-256 over every number and word of the result tables.
  public static String hash(Result result) {
    return Summary.hash(sheets(result));
  }
}
