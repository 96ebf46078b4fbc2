package org.tonle.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.model.Scenario;
import org.tonle.problem.Problem;
import org.tonle.problem.Severity;
import org.tonle.run.Runner;

/// FEATURE UNDER TEST: clean studies raise no problem that nobody has looked at, neither those of
/// the project nor the clean twins of the faulty ones in `tonle.shared`.
class FalseAlarmTest {
  /// Warnings of studies/cambodia, which its README explains, whole: one a line.
  private static final String OF_CAMBODIA = "cambodia-warnings.txt";

  /// What makes a faulty study clean: file, text as it stands, text as it should be.
  private static final Map<String, List<Edit>> TWINS =
      Map.of(
          "t2-01-water-at-its-limit", List.of(),
          "t2-03-cuts-of-a-certain-study", List.of(),
          "t2-04-less-than-in-its-own-column",
              List.of(
                  new Edit("observations.csv", "check,<", "check"),
                  new Edit("observations.csv", "check,\n", "check\n"),
                  new Edit("observations.csv", ",Value Flags", ""),
                  new Edit("observations.csv", "0.05", "<0.05")),
          "t2-06-sludge-that-goes-nowhere",
              List.of(
                  new Edit("sanitation.csv", "septic_emptied", "sewer"),
                  new Edit("factors.csv", "passing,septic_emptied,TN,0.8", "passing,sewer,TN,1")),
          "t2-07-river-of-effluent", List.of(),
          "t2-08-capacity-in-ten-thousands",
              List.of(
                  new Edit("plants.csv", "capacity (万m3/d)", "capacity_m3_per_d"),
                  new Edit("plants.csv", "operating,0.5", "operating,20000")),
          "t2-12-more-taken-than-there-is",
              List.of(new Edit("abstractions.csv", "AB,B,2", "AB,B,0.8")),
          "t2-14-hints-that-change-the-figure",
              List.of(
                  new Edit("reach_seasons.csv", "discharge_cfs", "discharge_m3_per_s"),
                  new Edit("reach_seasons.csv", "R,10", "R,1"),
                  new Edit("standards.csv", "p75_max", "p80_max"),
                  new Edit("standards.csv", "median", "mean")));

  @TempDir Path folder;

  private record Edit(String file, String before, String after) {}

  private static List<Problem> told(Path study) {
    Reading reading = StudyReader.read(study);
    List<Problem> all = new ArrayList<>(reading.problems());
    reading.study().ifPresent(s -> all.addAll(Runner.check(s, Scenario.BASELINE)));
    return all.stream().filter(p -> p.severity() != Severity.NOTE).toList();
  }

  @Test
  void theTutorialStudyIsToldOfItsFullPlantOnly() {
    List<String> codes = told(Folders.study("two-towns")).stream().map(Problem::code).toList();
    assertEquals(List.of("plant_over_capacity"), codes);
  }

  @Test
  void cambodiaIsToldOfWhatItsReadmeExplains() throws IOException {
    String found =
        told(Folders.study("cambodia")).stream()
            .map(FalseAlarmTest::line)
            .collect(Collectors.joining("\n", "", "\n"));
    try (InputStream in =
        Objects.requireNonNull(FalseAlarmTest.class.getResourceAsStream(OF_CAMBODIA))) {
      assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), found);
    }
  }

  private static String line(Problem p) {
    String where = p.file() + (p.row() > 0 ? ":" + p.row() : "");
    return String.join(" | ", p.code(), where, p.column(), p.expected(), p.found(), p.hint());
  }

  @TestFactory
  Stream<DynamicTest> theCleanTwinOfAFaultyStudyIsSilent() {
    return TWINS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(twin -> DynamicTest.dynamicTest(twin.getKey(), () -> silent(twin)));
  }

  private void silent(Map.Entry<String, List<Edit>> twin) throws IOException {
    Path faults = Path.of(System.getProperty("tonle.shared", ""), "faults");
    Path from = faults.resolve(twin.getKey()).resolve("study");
    assumeTrue(Files.isDirectory(from), "Not there: " + from);
    Path copy = Files.createDirectory(folder.resolve(twin.getKey()));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    for (Edit edit : twin.getValue()) {
      Folders.edit(copy, edit.file, t -> t.replace(edit.before, edit.after));
    }
    assertEquals(List.of(), told(copy));
  }
}
