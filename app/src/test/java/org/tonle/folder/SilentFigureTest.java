package org.tonle.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.problem.Problem;
import org.tonle.problem.Severity;

/// Faults that would give a wrong figure without a word: each raises its problem at its cell.
class SilentFigureTest {
  @TempDir Path folder;

  private List<Problem> wrong() {
    return StudyReader.read(folder).problems().stream()
        .filter(p -> p.severity() != Severity.NOTE)
        .toList();
  }

  private List<String> told() {
    return wrong().stream()
        .map(p -> p.code() + " " + p.file() + ":" + p.row() + " " + p.column())
        .toList();
  }

  // file, text as it stands, text as it arrives, code, row, column
  @ParameterizedTest(name = "{3} in {0}: {2}")
  @CsvSource({
    "plants.csv, conventional_activated_sludge, conventional_activated_slugde, unknown_figure, 2, technology",
    "livestock.csv, ',pigs,', ',pigz,', unknown_figure, 2, animal",
    "towns.csv, 'urban,6', 'urbam,6', unknown_figure, 2, kind",
    "land.csv, ',rice,', ',maize,', unknown_figure, 2, land_use",
    "sanitation.csv, ',ground,', ',grond,', unknown_figure, 4, retention",
    "factors.csv, 'passing,septic,BOD', 'passing,septik,BOD', unused_figure, 9, key",
    "factors.csv, 'passing,pit,TP', 'passing,pit,salt', figure_gap, 15, constituent",
    "sanitation.csv, 'sewer_plant,0.6,WP', 'sewer_plant,0.6,', missing_value, 2, plant",
    "sanitation.csv, 'sewer_plant,0.6,WP', 'sewer,0.6,WP', path_without_plant, 2, plant",
    "sanitation.csv, 'septic,0.2,,ground', 'septic,0.2,,', retention_not_said, 4, retention",
    "plants.csv, operating, planned, path_to_idle_plant, 2, plant",
    "uncertainty.csv, 'load,sewered,study', 'load,sewerd,study', unknown_scope, 2, scope",
    "uncertainty.csv, 'discharge,river', 'discharge,rivers', unknown_scope, 20, scope",
    "boundaries.csv, 'forest,river', 'forest,rivr', group_without_spread, 2, group",
  })
  void aFaultRaisesItsProblem(
      String file, String before, String after, String code, int row, String column)
      throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, file, t -> t.replaceFirst(java.util.regex.Pattern.quote(before), after));
    String where = file.equals("plants.csv") && column.equals("plant") ? "sanitation.csv" : file;
    List<String> told = told();
    assertTrue(told.contains(code + " " + where + ":" + row + " " + column), told.toString());
  }

  @Test
  void sourcesWithoutAnyFiguresAreRefused() throws IOException {
    Folders.twoTowns(folder);
    Files.delete(folder.resolve("factors.csv"));
    assertTrue(told().contains("no_figures factors.csv:0 "), told().toString());
  }

  @Test
  void theExamplesHaveNoNewProblems() {
    assertEquals(List.of(), problems("two-towns"));
    assertEquals(
        List.of("unit_suspect", "unit_suspect", "unit_suspect", "unit_suspect"),
        problems("cambodia"));
  }

  private static List<String> problems(String study) {
    return StudyReader.read(Folders.study(study)).problems().stream()
        .filter(p -> p.severity() != Severity.NOTE)
        .map(Problem::code)
        .toList();
  }
}
