package org.tonle.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tonle.disk.WholeFile;
import org.tonle.folder.Reading;
import org.tonle.folder.StudyReader;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.schema.Table;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.Row;
import org.tonle.folder.sheet.SheetReader;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.service.UsageProblem;

/// Sample addition: a laboratory's sheet appended to the observations of a study. The sheet is read
/// as the study's own table would be, so that it has the same problems; what the table holds
/// already stays byte by byte.
public final class SampleAddition {
  private final Path study;
  private final Path sheet;
  private final String sheetName;
  private final Table table;
  private final Path target;
  private final byte[] before;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Duplicate> duplicates = new ArrayList<>();
  private final List<LabRow> added = new ArrayList<>();

  /// Row that stands already, in the table or further up in the sheet.
  public record Duplicate(
      int row, String station, String constituent, String value, String where) {}

  /// Rows added, by station and constituent.
  public record Count(String station, String constituent, int rows) {}

  private SampleAddition(Path study, Path sheet) throws IOException {
    this.study = study;
    this.sheet = sheet;
    sheetName = String.valueOf(sheet.getFileName());
    table = Schema.find(Schema.OBSERVATIONS).orElseThrow();
    Optional<Path> own = StudyReader.find(study, Schema.OBSERVATIONS);
    target = own.isPresent() ? own.get().toRealPath() : study.resolve(Schema.OBSERVATIONS);
    if (own.isPresent() && Files.isSameFile(target, sheet)) {
      throw new UsageProblem("samples.itself", sheet);
    }
    before =
        own.isPresent()
            ? Files.readAllBytes(target)
            : TableForm.newHeader(table).getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /// Reads a sheet and compares it with a study; writes nothing.
  ///
  /// @param study a study that can be read
  public static SampleAddition of(Path study, Path sheet) throws IOException {
    if (!Files.isDirectory(study)) {
      throw new UsageProblem("usage.no_file", study);
    }
    if (!Files.isRegularFile(sheet)) {
      throw new UsageProblem("usage.no_file", sheet);
    }
    SampleAddition addition = new SampleAddition(study, sheet);
    addition.read();
    return addition;
  }

  private void read() {
    Reading alone = StudyReader.readWith(study, Schema.OBSERVATIONS, sheet);
    alone.problems().stream()
        .filter(p -> p.isError() || p.file().equals(Schema.OBSERVATIONS))
        .filter(p -> !p.code().equals("row_count_differs"))
        .map(this::ofSheet)
        .forEach(problems::add);
    if (!isRefused()) {
      compare();
    }
  }

  /// A problem of the observations, under the name of the sheet.
  private Problem ofSheet(Problem p) {
    return p.file().equals(Schema.OBSERVATIONS)
        ? new Problem(
            p.severity(),
            p.code(),
            sheetName,
            p.row(),
            p.column(),
            p.expected(),
            p.found(),
            p.hint())
        : p;
  }

  private void compare() {
    List<Row> own =
        Files.exists(target)
            ? SheetReader.read(target, table, Optional.empty(), new Problems()).rows()
            : List.of();
    Map<List<String>, LabRow> known = new HashMap<>();
    own.forEach(r -> known.putIfAbsent(LabRow.of(r).key(), LabRow.of(r)));
    Map<List<String>, LabRow> above = new HashMap<>();
    TableForm form = TableForm.of(table, before);
    for (Row row : SheetReader.read(sheet, table, Optional.empty(), new Problems()).rows()) {
      if (!row.has("value")) {
        continue; // the reader's warning says that it is left out
      }
      LabRow one = LabRow.of(row);
      Optional<LabRow> same = Optional.ofNullable(known.get(one.key()));
      Optional<LabRow> twice = Optional.ofNullable(above.putIfAbsent(one.key(), one));
      if (same.isPresent() && same.get().hasValueOf(one)) {
        duplicates.add(duplicate(one, Schema.OBSERVATIONS + ":" + same.get().row().number()));
      } else if (twice.isPresent() && twice.get().hasValueOf(one)) {
        duplicates.add(duplicate(one, sheetName + ":" + twice.get().row().number()));
      } else {
        same.ifPresent(s -> problems.add(contradiction(one, s)));
        form.lacking(row).forEach(c -> problems.add(lacking(one, c)));
        added.add(one);
      }
    }
  }

  private static Duplicate duplicate(LabRow one, String where) {
    Row row = one.row();
    return new Duplicate(
        row.number(), row.text("station"), row.text("constituent"), one.value(), where);
  }

  private Problem contradiction(LabRow one, LabRow own) {
    return Problem.warning(
        "samples_contradict",
        sheetName,
        one.row().number(),
        "value",
        own.value(),
        one.value(),
        Integer.toString(own.row().number()));
  }

  private Problem lacking(LabRow one, String column) {
    return Problem.error(
        "missing_column",
        Schema.OBSERVATIONS,
        1,
        column,
        column,
        sheetName + ":" + one.row().number(),
        "");
  }

  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /// Whether an error prevents the addition.
  public boolean isRefused() {
    return problems.stream().anyMatch(Problem::isError);
  }

  public List<Duplicate> duplicates() {
    return List.copyOf(duplicates);
  }

  public int addedRows() {
    return added.size();
  }

  public List<Count> counts() {
    Map<List<String>, Integer> counts =
        new TreeMap<>(java.util.Comparator.comparing(List::toString));
    for (LabRow one : added) {
      counts.merge(
          List.of(one.row().text("station"), one.row().text("constituent")), 1, Integer::sum);
    }
    List<Count> found = new ArrayList<>();
    counts.forEach((key, rows) -> found.add(new Count(key.getFirst(), key.getLast(), rows)));
    return found;
  }

  /// The study as it is, if it can be read.
  public Optional<Study> studyBefore() {
    return StudyReader.read(study).study();
  }

  /// Writes the longer table beside the old one, reads the study with it, and puts it in the old
  /// one's place. If the study would then have an error, nothing is replaced and the errors are
  /// among the problems.
  ///
  /// @param isDry whether to stop before the table is replaced
  /// @return the study with the new rows; empty if refused
  public Optional<Study> write(boolean isDry) throws IOException {
    byte[] lines = TableForm.of(table, before).lines(added.stream().map(LabRow::row).toList());
    byte[] after = Arrays.copyOf(before, before.length + lines.length);
    System.arraycopy(lines, 0, after, before.length, lines.length);
    Path beside =
        isDry
            ? Files.createTempFile("tonle-samples-", ".csv")
            : target.resolveSibling(
                ".tonle-observations-" + ProcessHandle.current().pid() + ".part");
    try (WholeFile whole = WholeFile.beside(beside, target, after)) {
      Reading reading = StudyReader.readWith(study, Schema.OBSERVATIONS, beside);
      reading.problems().stream().filter(Problem::isError).forEach(problems::add);
      if (!isDry && !isRefused()) {
        requireUnchanged();
        whole.finish();
      }
      return isRefused() ? Optional.empty() : reading.study();
    }
  }

  /// If the table holds other bytes now, somebody else wrote meanwhile.
  private void requireUnchanged() throws IOException {
    if (Files.exists(target) && !Arrays.equals(before, Files.readAllBytes(target))) {
      throw new UsageProblem("samples.changed", target);
    }
  }
}
