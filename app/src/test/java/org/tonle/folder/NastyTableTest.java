package org.tonle.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.problem.Problem;
import org.tonle.problem.Severity;

/// FEATURE UNDER TEST: what really arrives, row by row of the list of nasty inputs as far as it is
/// text in cells: read as it is meant, or told at its cell.
class NastyTableTest {
  @TempDir Path folder;

  private List<String> told(Severity least) {
    return StudyReader.read(folder).problems().stream()
        .filter(p -> p.severity().compareTo(least) <= 0)
        .map(p -> p.code() + " " + p.file() + ":" + p.row() + " " + p.column())
        .toList();
  }

  private String study() {
    return StudyReader.read(folder).study().orElseThrow().toString().replaceAll("\\[D@\\w+", "-");
  }

  // row of the list | file | text as it stands | text as it arrives | problem
  @ParameterizedTest(name = "{0} {4}")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "N02 | towns.csv | Upper Town | xNÐdUneBj raCFanIPñMeBj | legacy_font_text towns.csv:2 name",
        "N07 | observations.csv | TN,mean,6,0.52 | TN,mean,6,520 | unusual_value observations.csv:4 value",
        "N08 | observations.csv | <0.2 | BDL | word_for_a_value observations.csv:3 value",
        "N08 | observations.csv | <0.2 | tr. | word_for_a_value observations.csv:3 value",
        "N08 | observations.csv | <0.2 | n/a | word_for_a_value observations.csv:3 value",
        "N08 | observations.csv | <0.2 | - | word_for_a_value observations.csv:3 value",
        "N09 | reach_seasons.csv | HEAD,dry,20 | HEAD,dry,-40 | negative_discharge reach_seasons.csv:4 discharge_m3_per_s",
        "N09 | reach_seasons.csv | HEAD,dry,20 | HEAD,dry,-99 | missing_mark reach_seasons.csv:4 discharge_m3_per_s",
        "N09 | reach_seasons.csv | HEAD,dry,20 | HEAD,dry,1e30 | missing_mark reach_seasons.csv:4 discharge_m3_per_s",
        "N10 | observations.csv | 2024-02-03 | 2566-02-03 | bad_date observations.csv:5 date",
        "N11 | nodes.csv | 105.0,12.6 | 491827,1277654 | not_degrees nodes.csv:2 lon",
        "N12 | towns.csv | T-LOW,Lower Town | T-LOW,Grand total (excl. Phnom Penh) | total_row towns.csv:3",
        "N12 | towns.csv | T-LOW,Lower Town | សរុប,Lower Town | total_row towns.csv:3",
        "N12 | towns.csv | T-LOW,Lower Town | 合计,Lower Town | total_row towns.csv:3",
        "N14 | towns.csv | urban,60000 | urban,#DIV/0! | spreadsheet_error towns.csv:2 population",
        "N15 | towns.csv | ,105.21,12.04,,estimate,invented for the tutorial | | broken_row towns.csv:3",
        "N16 | sanitation.csv | sewer_plant,0.6 | sewer_plant,60 | percent_and_fraction sanitation.csv:2 share",
        "N17 | reaches.csv | LOW,MOUTH,18 | LOW,LOW,18 | reach_to_itself reaches.csv:7 to_node",
        "N20 | towns.csv | Upper Town | a\u202eb | control_sign towns.csv:2 name"
      })
  void isTold(String row, String file, String before, String after, String problem)
      throws IOException {
    Folders.twoTowns(folder);
    String arrives = after == null ? "" : after;
    Folders.edit(
        folder,
        file,
        t ->
            t.replaceFirst(
                Pattern.quote(before), java.util.regex.Matcher.quoteReplacement(arrives)));
    List<String> told = told(Severity.WARNING);
    assertTrue(told.stream().anyMatch(t -> t.strip().equals(problem)), row + told);
  }

  // row of the list | file | text as it stands | text as it arrives; the study stays the same
  @ParameterizedTest(name = "{0} {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "N14 | towns.csv | urban,60000 | urban,'60000",
        "N16 | sanitation.csv | sewer_plant,0.6 | sewer_plant,60%",
        "N13 | towns.csv | population | Population"
      })
  void isReadAsItIsMeant(String row, String file, String before, String after) throws IOException {
    Folders.twoTowns(folder);
    String sound = study();
    Folders.edit(folder, file, t -> t.replace(before, after));
    assertEquals(List.of(), told(Severity.WARNING), row);
    assertEquals(sound, study(), row);
  }

  // N01 and N03: a whole table as a spreadsheet of another country saves it
  @ParameterizedTest
  @CsvSource({"UTF-16LE, true", "UTF-16LE, false", "UTF-8, true", "UTF-8, false"})
  void aTableOfAnotherCountryIsReadTheSame(String encoding, boolean isTabbed) throws IOException {
    Folders.twoTowns(folder);
    String sound = study();
    whole(
        "towns.csv",
        t -> {
          String cells =
              isTabbed
                  ? t.replace(',', '\t')
                  : t.replace(',', ';').replaceAll("(\\d)\\.(\\d)", "$1,$2");
          return "\uFEFF" + cells;
        },
        encoding);
    assertEquals(List.of(), told(Severity.WARNING));
    assertEquals(sound, study());
  }

  private void whole(String file, UnaryOperator<String> change, String encoding)
      throws IOException {
    String text = Files.readString(folder.resolve(file));
    Files.write(folder.resolve(file), change.apply(text).getBytes(Charset.forName(encoding)));
  }

  @Test
  void townsThatDoNotAddUpToTheCensusAreTold() throws IOException {
    Folders.twoTowns(folder);
    String rows =
        Files.readString(folder.resolve("units.csv"), StandardCharsets.UTF_8)
            .lines()
            .map(
                l ->
                    l
                        + (l.startsWith("unit,")
                            ? ",population,population_year"
                            : l.startsWith("UPPER") ? ",58900,2019" : ",,"))
            .collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(folder.resolve("units.csv"), rows);
    // 60,000 in Upper Town are 1.9 % more
    Problem told =
        StudyReader.read(folder).problems().stream()
            .filter(p -> p.code().equals("population_differs"))
            .findFirst()
            .orElseThrow();
    assertEquals("units.csv:3 population", told.file() + ":" + told.row() + " " + told.column());
    assertEquals("58900 UPPER: 60000", told.expected() + " " + told.found());
  }

  @Test
  void pointsInMetresGetTheZoneOfTheOthers() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "towns.csv", t -> t.replace("105.05,12.4", "491827,1277654"));
    Problem told =
        StudyReader.read(folder).problems().stream()
            .filter(p -> p.code().equals("not_degrees"))
            .findFirst()
            .orElseThrow();
    assertEquals("crs = \"EPSG:32648\"", told.hint());
  }

  @Test
  void linesAboveATableAreLeftOutAndTold() throws IOException {
    Folders.twoTowns(folder);
    String sound = study();
    Folders.edit(folder, "towns.csv", t -> "Table 3. Towns\nMinistry 2022\n\n" + t);
    assertEquals(List.of("title_lines towns.csv:0 "), told(Severity.NOTE));
    assertEquals(sound, study());
  }

  @Test
  void linesBelowATableAndARowOfUnitsAreTold() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "towns.csv", t -> t + "Source: MoE 2022\n");
    Folders.edit(folder, "seasons.csv", t -> t.replaceFirst("\n", "\n,,,,d\n"));
    List<String> told = told(Severity.WARNING);
    assertTrue(told.contains("stray_text towns.csv:4 "), told.toString());
    assertTrue(told.toString().contains("seasons.csv:2"), told.toString());
  }

  @Test
  void aRowThatIsTheSumOfThoseAboveIsTold() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        "livestock.csv",
        t ->
            t
                + "B,Ducks,,,UPPER,MID,uniform,pigs,5000,,estimate,\n"
                + "C,Geese,,,UPPER,MID,uniform,pigs,2500,,estimate,\n"
                + "D,Whole,,,UPPER,MID,uniform,pigs,15500,,estimate,\n");
    assertTrue(
        told(Severity.WARNING).toString().contains("livestock.csv:5"), "" + told(Severity.WARNING));
  }

  // stored as typed
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=HYPERLINK(\"\"http://x\"\"; \"\"y\"\")",
        "+1+cmd",
        "<img src=x onerror=alert(1)>",
        "Robert'); DROP TABLE towns;--"
      })
  void aHostileNameIsStoredAsTyped(String name) throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "towns.csv", t -> t.replace("Upper Town", "\"" + name + "\""));
    assertEquals(List.of(), told(Severity.ERROR));
    assertTrue(study().contains(name.replace("\"\"", "\"")), name);
  }

  @Test
  void aNameOfAHundredThousandLettersIsRefusedWithItsRow() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "towns.csv", t -> t.replace("Lower Town", "x".repeat(100_000)));
    assertTrue(told(Severity.ERROR).contains("too_long towns.csv:3 name"));
  }
}
