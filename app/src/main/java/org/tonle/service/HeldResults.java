package org.tonle.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tonle.cause.WorstPlaces;
import org.tonle.export.Answers;
import org.tonle.export.Exports;
import org.tonle.export.book.Book;
import org.tonle.i18n.Words;
import org.tonle.report.Reports;
import org.tonle.run.Question;
import org.tonle.run.Result;
import org.tonle.text.CsvRows;

/// Held results: what a folder of results holds beyond the tables of every run. New results in the
/// same folder must not hold less.
///
/// @param reports languages of the reports
record HeldResults(
    boolean isResult,
    boolean isComparison,
    boolean hasCauses,
    boolean hasDemand,
    boolean hasBook,
    List<String> reports) {
  private static final String LEVERS = "levers.csv";
  private static final String CUTS = "demand_changes.csv";
  private static final String DEMAND = "demand.csv";

  static HeldResults in(Path folder) {
    boolean isOne = Files.isRegularFile(folder.resolve(Exports.SUMMARY));
    boolean isComparison = isOne && Files.isRegularFile(folder.resolve(LEVERS));
    return new HeldResults(
        isOne && !isComparison,
        isComparison,
        Files.isRegularFile(folder.resolve(AddedCauses.CONTRIBUTIONS)),
        Files.isRegularFile(folder.resolve(DEMAND)),
        Files.isRegularFile(folder.resolve(Book.FILE)),
        Words.LANGUAGES.stream()
            .filter(language -> Files.isRegularFile(folder.resolve(Reports.file(language))))
            .toList());
  }

  /// Whether the folder holds a demand of other constituents than this one.
  static boolean hasDemandBeyond(Path folder, String constituent) throws IOException {
    Path file = folder.resolve(DEMAND);
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (CsvRows rows = CsvRows.open(file)) {
      int column = rows.hasNext() ? List.of(rows.next().cells()).indexOf("constituent") : -1;
      while (rows.hasNext()) {
        String[] cells = rows.next().cells();
        if (column < 0 || column >= cells.length || !cells[column].equals(constituent)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether the folder holds a comparison with the load to cut.
  static boolean hasCutsCompared(Path folder) throws IOException {
    Path file = folder.resolve(CUTS);
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (CsvRows rows = CsvRows.open(file)) {
      if (rows.hasNext()) {
        rows.next();
      }
      return rows.hasNext();
    }
  }

  /// Whether the folder holds what these answers and reports do not.
  boolean isMoreThan(Answers findings, List<String> languages) {
    boolean isDemandMissing = hasDemand && findings.demand().isEmpty();
    return isResult && (hasCauses || isDemandMissing || !languages.containsAll(reports));
  }

  /// The answers, completed by the causes of every breach and, if the folder holds it, the demand.
  Answers complete(Answers findings) {
    Result result = findings.result();
    int worst = WorstPlaces.USUAL;
    List<Question> asked =
        findings.causes().all().stream()
            .map(a -> new Question(a.place(), a.season(), a.constituent().id()))
            .toList();
    List<Question> all =
        Stream.concat(Causes.questions(result, worst).stream(), asked.stream()).distinct().toList();
    Answers causes = Answers.of(result, all, worst);
    boolean needsDemand = hasDemand || !reports.isEmpty();
    if (!needsDemand || findings.demand().isPresent()) {
      return new Answers(
          result,
          causes.causes(),
          findings.worst(),
          findings.demand(),
          findings.worth(),
          findings.robustness());
    }
    Answers demand = Causes.ofBreaches(result, worst);
    return new Answers(
        result,
        causes.causes(),
        findings.worst(),
        demand.demand(),
        demand.worth(),
        demand.robustness());
  }

  List<String> with(List<String> languages) {
    return Stream.concat(languages.stream(), reports.stream()).distinct().toList();
  }
}
