package org.tonle.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.model.Keeping;
import org.tonle.model.Sanitation;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.problem.Severity;

/// Sewersheds and services, each fault at its own cell, and nothing else: divided towns, how tanks
/// are kept, and published figures.
class FaultySewershedTest {
  @TempDir Path folder;

  private Reading reading() {
    return StudyReader.read(folder);
  }

  private List<Problem> wrong() {
    return reading().problems().stream().filter(p -> p.severity() != Severity.NOTE).toList();
  }

  /// Upper Town in two sewersheds, and 5,000 people in none: at FORK, a node further down, people
  /// have paths of their own.
  private void divide() throws IOException {
    Folders.twoTowns(folder);
    Files.writeString(
        folder.resolve("sewersheds.csv"),
        """
        sewershed,town,people,combined,node,retention
        UP-A,T-UP,40000,yes,UP,
        UP-B,T-UP,15000,no,FORK,ground
        """);
    Folders.edit(
        folder,
        "sanitation.csv",
        t ->
            t.replaceFirst("town,path", "town,sewershed,path")
                    .replaceAll("(?m)^(T-[A-Z]+),", "$1,,")
                + "T-UP,UP-B,sewer,0.7,,,,,\nT-UP,UP-B,pit,0.3,,ground,,,\n");
  }

  @Test
  void aDividedTownHasNoProblems() throws IOException {
    divide();
    assertEquals(List.of(), reading().problems());
    List<String> towns =
        reading().study().orElseThrow().emissions().sources().stream()
            .filter(s -> s instanceof Source.Town)
            .map(s -> (Source.Town) s)
            .map(t -> t.id() + " " + t.town() + " " + t.population() + " " + t.entry().id())
            .toList();
    assertEquals(
        List.of(
            "T-LOW T-LOW 25000.0 TAIL",
            "T-UP-rest T-UP 5000.0 UP",
            "UP-A T-UP 40000.0 UP",
            "UP-B T-UP 15000.0 FORK"),
        towns);
  }

  // file, text as it stands, text as it arrives, code, row, column; § stands for a comma
  @ParameterizedTest(name = "{3} in {0}")
  @CsvSource({
    "sewersheds.csv, 'UP-A,T-UP', 'UP-B,T-UP', duplicate_row, 3, sewershed",
    "sewersheds.csv, 'UP-A,T-UP', 'up-b,T-UP', confusable_ids, 3, sewershed",
    "sewersheds.csv, 'UP-A,T-UP', 'UP-A,T-UPP', unknown_reference, 2, town",
    "sewersheds.csv, 'UP-A,T-UP', 'UP-A,', missing_value, 2, town",
    "sewersheds.csv, '40000', '', missing_value, 2, people",
    "sewersheds.csv, '40000', '0', out_of_range, 2, people",
    "sewersheds.csv, '40000', '-5', out_of_range, 2, people",
    "sewersheds.csv, '40000', '50000', sewersheds_above_town, 3, people",
    "sewersheds.csv, '40000', '40.000', ambiguous_number, 2, people",
    "sewersheds.csv, 'yes,UP,', 'yes,,', missing_value, 2, node",
    "sewersheds.csv, 'yes,UP,', 'yes,UPP,', unknown_reference, 2, node",
    "sewersheds.csv, 'yes,UP,', 'partly,UP,', not_yes_or_no, 2, combined",
    "sewersheds.csv, 'FORK,ground', 'FORK,grund', unknown_figure, 3, retention",
    "sewersheds.csv, 'UP-A,T-UP', 'WP,T-UP', sewershed_id_taken, 2, sewershed",
    "sewersheds.csv, 'UP-A,T-UP', 'T-UP,T-UP', sewershed_id_taken, 2, sewershed",
    "sewersheds.csv, 'UP-A,T-UP', 'T-UP-rest,T-UP', sewershed_id_taken, 2, sewershed",
    "sanitation.csv, 'UP-B,sewer,0.7', 'UP-B,sewer,0.9', shares_do_not_sum, 10, share",
    "sanitation.csv, 'UP-B,sewer,0.7', 'UP-B,sewer,1.7', percent_and_fraction, 10, share",
    "sanitation.csv, 'T-UP,UP-B,sewer,0.7', 'T-UP,UP-C,sewer,0.7', unknown_reference, 10, sewershed",
    "sanitation.csv, 'T-LOW,,sewer,0.1', 'T-LOW,UP-A,sewer,0.1', sewershed_of_another_town, 6, sewershed",
    "effluents.csv, 'BREW,,BOD', 'T-UP,,BOD', effluent_of_divided_town, 2, source"
  })
  void aFaultOfASewershedRaisesItsProblem(
      String file, String before, String after, String code, int row, String column)
      throws IOException {
    divide();
    Folders.edit(folder, file, t -> t.replaceFirst(before, after));
    List<String> found =
        wrong().stream().map(p -> p.code() + " " + p.row() + " " + p.column()).toList();
    assertEquals(List.of(code + " " + row + " " + column), found, wrong().toString());
  }

  /// The paths with shares of how tanks are kept, and a published figure of the year before.
  private void keep() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        "sanitation.csv",
        t -> t.lines().map(FaultySewershedTest::kept).collect(Collectors.joining("\n", "", "\n")));
    Files.writeString(
        folder.resolve("published.csv"),
        """
        figure,share,year,reference
        safely_managed,0.3,2023,
        sewered,0.1,2019,
        sewered,0.2,2023,
        """);
  }

  private static String kept(String line) {
    String more = line.contains(",septic,") ? ",0.5,0.2,0.1,0.05" : ",,,,";
    return line + (line.startsWith("town,") ? ",contained,emptied,drains,shared" : more);
  }

  @Test
  void keptTanksAndPublishedFiguresHaveNoProblems() throws IOException {
    keep();
    assertEquals(List.of(), reading().problems());
    Study study = reading().study().orElseThrow();
    assertEquals(
        List.of("[0.5] [0.2] [0.1] 0.05", "[0.5] [0.2] [0.1] 0.05"),
        study.emissions().sanitation().stream()
            .map(Sanitation::keeping)
            .filter(Keeping::isSaid)
            .map(
                k ->
                    (k.containedShare() + " " + k.emptiedShare() + " " + k.drainsShare())
                            .replace("OptionalDouble", "")
                        + " "
                        + k.sharedShare())
            .toList());
    assertEquals(
        List.of("safely_managed 2023 0.3", "sewered 2019 0.1", "sewered 2023 0.2"),
        study.evidence().published().stream()
            .map(p -> p.figure().id() + " " + p.year() + " " + p.share())
            .toList());
  }

  // file, text as it stands, text as it arrives, code, row, column
  @ParameterizedTest(name = "{3} in {0}")
  @CsvSource({
    "sanitation.csv, '0.5,0.2,0.1', '0.8,0.2,0.1', kept_shares_above_1, 4, drains",
    "sanitation.csv, '0.5,0.2,0.1', '0.7,0.4,', kept_shares_above_1, 4, emptied",
    "sanitation.csv, '0.5,0.2,0.1', '-0.5,0.2,0.1', out_of_range, 4, contained",
    "sanitation.csv, '0.5,0.2,0.1', '0.5,-0.2,0.1', out_of_range, 4, emptied",
    "sanitation.csv, '0.2,0.1,0.05', '0.2,-0.1,0.05', out_of_range, 4, drains",
    "sanitation.csv, '0.1,0.05', '0.1,-0.05', out_of_range, 4, shared",
    "sanitation.csv, '0.1,0.05', '0.1,5', percent_and_fraction, 4, shared",
    "sanitation.csv, ',,,,', ',0.4,,,', nothing_to_keep, 2, contained",
    "sanitation.csv, ',,,,', ',,0.4,,', nothing_to_keep, 2, emptied",
    "sanitation.csv, ',,,,', ',,,0.4,', nothing_to_keep, 2, drains",
    "published.csv, '0.3,2023', '0.3,2030', after_the_study, 2, year",
    "published.csv, '0.3,2023', '-0.3,2023', out_of_range, 2, share",
    "published.csv, '0.3,2023', '0.3,', missing_value, 2, year",
    "published.csv, 'safely_managed', 'safely', unknown_word, 2, figure",
    "published.csv, '0.2,2023', '0.2,2019', duplicate_row, 4, figure"
  })
  void aFaultOfAServiceRaisesItsProblem(
      String file, String before, String after, String code, int row, String column)
      throws IOException {
    keep();
    Folders.edit(folder, file, t -> t.replaceFirst(before, after));
    List<String> found =
        wrong().stream().map(p -> p.code() + " " + p.row() + " " + p.column()).toList();
    assertEquals(List.of(code + " " + row + " " + column), found, wrong().toString());
  }

  /// All people of a town in sewersheds with paths of their own leave none for those of the town.
  @Test
  void pathsOfNobodyAreTold() throws IOException {
    divide();
    Folders.edit(folder, "sewersheds.csv", t -> t.replace("T-UP,40000", "T-UP,45000"));
    assertEquals(List.of(), wrong());
    Folders.edit(folder, "sanitation.csv", t -> t + "T-UP,UP-A,sewer,1,,,,,\n");
    assertEquals(
        List.of("sanitation_of_nobody 2 sewershed"),
        wrong().stream().map(p -> p.code() + " " + p.row() + " " + p.column()).toList());
    Folders.edit(folder, "sanitation.csv", t -> t.replaceAll("(?m)^T-UP,,.*\\R", ""));
    assertEquals(List.of(), wrong());
    Folders.edit(folder, "sanitation.csv", t -> t.replaceAll("(?m)^T-UP,UP-A,.*\\R", ""));
    assertTrue(
        wrong().stream()
            .anyMatch(
                p ->
                    p.code().equals("town_without_sanitation")
                        && p.file().equals("sewersheds.csv")
                        && p.found().equals("UP-A")),
        wrong().toString());
  }
}
