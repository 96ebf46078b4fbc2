package org.tonle.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Runner;

/// GOLDEN STUDY: the central run of two-towns, against `expected/*.csv`, column by column. A header
/// `column ±1e-5` compares numbers to that share of the expected value; one without is text and
/// must be the same. A changed file is a changed result: it belongs under Results in the changelog.
class GoldenTest {
  @TestFactory
  Stream<DynamicTest> centralRun() throws IOException {
    Path folder = Folders.study("two-towns");
    Study study = StudyReader.read(folder).study().orElseThrow();
    Map<String, ResultSheet> sheets =
        Exports.sheets(
                Runner.run(study, Scenario.BASELINE, Options.of(2, 1)).result().orElseThrow())
            .stream()
            .collect(Collectors.toMap(ResultSheet::file, Function.identity()));
    List<Path> files;
    try (Stream<Path> list = Files.list(folder.resolve("expected"))) {
      files = list.sorted().toList();
    }
    assertFalse(files.isEmpty());
    return files.stream()
        .map(
            file -> {
              String name = file.getFileName().toString();
              ResultSheet found = Objects.requireNonNull(sheets.get(name), name + " is no result");
              return DynamicTest.dynamicTest(name, () -> compare(file, found));
            });
  }

  private static void compare(Path file, ResultSheet found) throws IOException {
    List<List<String>> expected =
        Files.readString(file)
            .replace("\ufeff", "")
            .lines()
            .map(l -> Arrays.asList(l.split(",", -1)))
            .toList();
    List<String> header = expected.getFirst();
    assertEquals(expected.size() - 1, found.rows().size(), "rows of " + file.getFileName());
    for (int r = 1; r < expected.size(); r++) {
      for (int c = 0; c < header.size(); c++) {
        String[] column = header.get(c).split(" ±");
        String was = expected.get(r).get(c);
        String is = CsvFile.cell(found.rows().get(r - 1)[found.columns().indexOf(column[0])]);
        String where = "%s row %d, %s: %s".formatted(file.getFileName(), r + 1, column[0], is);
        if (column.length == 1 || was.isEmpty()) {
          assertEquals(was, is, where);
        } else {
          double value = Double.parseDouble(was);
          // what is left of sums of the row's figures is rounding, no result
          double residue = 1e-15 * largest(expected.get(r));
          double tolerance = Double.parseDouble(column[1]) * StrictMath.abs(value) + residue;
          assertEquals(value, Double.parseDouble(is), tolerance, where);
        }
      }
    }
  }

  private static double largest(List<String> row) {
    return row.stream()
        .filter(cell -> cell.matches("-?[0-9.]+(E-?[0-9]+)?"))
        .mapToDouble(cell -> StrictMath.abs(Double.parseDouble(cell)))
        .max()
        .orElse(0);
  }
}
