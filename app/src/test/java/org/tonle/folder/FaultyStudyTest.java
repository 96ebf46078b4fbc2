package org.tonle.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.folder.schema.Schema;
import org.tonle.folder.sheet.Problems;
import org.tonle.folder.sheet.SheetReader;
import org.tonle.model.Observation;
import org.tonle.model.Scenario;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.problem.Severity;
import org.tonle.run.Runner;

/// What really arrives: each fault raises its own problem at its own cell, and nothing else; what
/// can be put in order reads as if it had been so from the start. It is long because the faults of
/// all tables stand beside one another.
class FaultyStudyTest {
  @TempDir Path folder;

  private Reading reading() {
    return StudyReader.read(folder);
  }

  /// The study in words; lines on the map as they are.
  private String told() {
    return reading().study().orElseThrow().toString().replaceAll("\\[D@\\w+", "line");
  }

  private List<Problem> wrong() {
    return reading().problems().stream().filter(p -> p.severity() != Severity.NOTE).toList();
  }

  @Test
  void anOutlineElsewhereIsSeen() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        "shapes.csv",
        text -> {
          int lake = text.indexOf("LAKE,");
          return text.substring(0, lake) + text.substring(lake).replace("104.", "109.");
        });
    assertEquals(
        List.of("far_from_others shapes.csv 4 area"),
        wrong().stream()
            .map(p -> p.code() + " " + p.file() + " " + p.row() + " " + p.column())
            .toList());
  }

  @Test
  void theSoundStudyHasNoProblems() throws IOException {
    Folders.twoTowns(folder);
    assertEquals(List.of(), reading().problems());
    assertTrue(reading().study().isPresent());
  }

  // file, text as it stands, text as it arrives, code, row, column; § stands for a comma
  @ParameterizedTest(name = "{3} in {0}")
  @CsvSource({
    "factors.csv, 'BOD,40,g/d,0.23', 'BOD,40,g/d,0.15', other_bottle_rate, 2, bottle_rate_per_d",
    "towns.csv, 'urban,60000', 'urban,sixty thousand', not_a_number, 2, population",
    "towns.csv, 'urban,60000', 'urban,\"60§000\"', ambiguous_number, 2, population",
    "towns.csv, 'urban,60000', 'urban,-60000', out_of_range, 2, population",
    "towns.csv, 'urban,60000', 'urban,-9999', missing_mark, 2, population",
    "towns.csv, 'urban,60000', 'urban,#REF!', spreadsheet_error, 2, population",
    "towns.csv, 'urban,60000', 'urban,', missing_value, 2, population",
    "towns.csv, '60000,2019', '60000,2562', bad_date, 2, base_year",
    "towns.csv, '105.05,12.4', '491827,1371000', not_degrees, 2, lon",
    "towns.csv, 'UPPER,UP,', 'UPPER,UPP,', unknown_reference, 2, node",
    "towns.csv, 'T-LOW,Lower Town', 'T-UP,Lower Town', duplicate_row, 3, town",
    "towns.csv, 'ទីក្រុងលើ', 'TIRkugelIxÐ', legacy_font_text, 2, name_km",
    "reaches.csv, 'TAIL,Tail reach', 'TAIL,Tail reach,', broken_row, 7, ''",
    "reaches.csv, 'MAIN,Main arm', 'Total,Main arm', total_row, 5, ''",
    "reaches.csv, 'SRC,UP,25,no', 'SRC,UP,25,perhaps', not_yes_or_no, 2, reverses",
    "reaches.csv, 'length_km', 'lenght_km', missing_column, 1, length_km",
    "reach_seasons.csv, 'HEAD,wet,200', 'HEAD,wet,-200', negative_discharge, 2, discharge_m3_per_s",
    "reach_seasons.csv, 'HEAD,wet', 'HEAD,wett', unknown_reference, 2, season",
    "seasons.csv, '6-9', '6-8', seasons_do_not_fill_year, 0, months",
    "seasons.csv, '6-9', '09-Jun', bad_months, 2, months",
    "sanitation.csv, 'sewer_plant,0.6', 'sewer_plant,0.5', shares_do_not_sum, 2, share",
    "sanitation.csv, 'sewer_plant,0.6', 'sewer_plant,60', percent_and_fraction, 2, share",
    "sanitation.csv, 'sewer_plant,0.6', 'sewer_plant,600', out_of_range, 2, share",
    "overflows.csv, '10%', '10', percent_without_mark, 2, share",
    "towns.csv, '2019,2,150', '2019,0.02,150', percent_or_fraction, 2, growth_percent_per_a",
    "towns.csv, '2019,2,150', '2019,15,150', odd_size, 2, growth_percent_per_a",
    "factors.csv, '40,g/d', '40%,g/d', unknown_unit, 2, unit",
    "sanitation.csv, 'T-UP,septic,', 'T-UP,septik,', unknown_word, 4, path",
    "lake_seasons.csv, 'LAKE,ebb,0.885152', 'LAKE,ebb,0.8', lake_volumes_do_not_meet, 3, volume_start_km3",
    "units.csv, 'Example land,示例地区,តំបន់គំរូ,,', 'Example land,示例地区,តំបន់គំរូ,UPPER,', units_in_a_circle, 2, parent",
    "factors.csv, '40,g/d', '40,stone/d', unknown_unit, 2, unit",
    "observations.csv, '<0.2', 'ND', word_for_a_value, 3, value",
    "observations.csv, '2024-04-12,,NH4-N', '2567-04-12,,NH4-N', bad_date, 2, date",
    "observations.csv, '2024-04-12,,NH4-N', '04/12/2024,,NH4-N', bad_date, 2, date",
    "observations.csv, '40,µg/L', '40,furlong', unknown_unit, 5, unit",
    "designations.csv, 'KH-27,biodiversity', 'KH-27,biodiversty', unknown_word, 2, class",
    "nodes.csv, '12.6,40,', '12.6,10,', reach_runs_uphill, 2, from_node",
    "study.toml, 'year = 2024', 'year = twenty', not_toml, 5, ''",
    "study.toml, 'draws = 1000', 'drawz = 1000', unknown_key, 0, drawz",
    "study.toml, 'CN-GB3838', 'CN-GB3839', unknown_reference, 0, main_standard",
    "scenarios/lower-works.toml, 'WP2', 'WP9', unknown_reference, 6, plant",
    "references.csv, 'dynqual,', 'dynquall,', unknown_source, 0, reference",
    "towns.csv, 'urban,60000', 'urban,60.000', ambiguous_number, 2, population",
    "towns.csv, 'urban,60000', 'urban,៦០.០០០', ambiguous_number, 2, population",
    "towns.csv, 'Upper Town', 'Total urban people', total_row, 2, ''",
    "towns.csv, 'Upper Town', 'áž‘áž¸', garbled_text, 2, name",
    "towns.csv, 'ទីក្រុងលើ', '?????????', garbled_text, 2, name_km",
    "towns.csv, 'Upper Town', 'UpperTown', control_sign, 2, name",
    "towns.csv, 'Upper Town', 'ext+kMBg:cam', legacy_font_text, 2, name",
    "towns.csv, '105.05,12.4', '108.05,12.4', far_from_others, 2, lon",
    "nodes.csv, '105.0,12.6', '12.6,105.0', not_degrees, 2, lat",
    "geometry.csv, '105.00 12.60', '491827 1277654', not_degrees, 2, line",
    "shapes.csv, '104.86 12.46', '491827 1277654', not_degrees, 2, area",
    "shapes.csv, 'POLYGON ((104.80 12.34', 'POLYGON ((104.80 12.35', bad_shape, 2, area",
    "shapes.csv, 'POLYGON ((104.80 12.34', 'POLYGON (104.80 12.34', bad_shape, 2, area",
    "shapes.csv, 'UPPER,', 'UPER,', unknown_reference, 2, place",
    "reach_seasons.csv, 'HEAD,wet,200', 'HEAD,wet,-32768', missing_mark, 2, discharge_m3_per_s",
    "land.csv, ',150,', ',999,', possible_missing_mark, 2, area_km2",
    "industry.csv, 'position_km', 'position_m', other_unit, 1, position_m",
    "plants.csv, 'capacity_m3_per_d', 'Capacity', other_unit, 1, Capacity",
    "standards.csv, ',note', ',averaging (h)', limit_with_condition, 1, averaging (h)",
    "standards.csv, ',note', ',hardness (mg/L)', limit_with_condition, 1, hardness (mg/L)",
    "standards.csv, 'mg/L', '% saturation', unknown_unit, 2, unit",
    "standards.csv, 'biodiversity,1,river,BOD', 'biodiversity,1.5,river,BOD', not_a_number, 2, rank",
    "towns.csv, 'urban,60000,2019', 'urban,60000,2019.5', not_a_number, 2, base_year",
    "observations.csv, '<0.2', '<LOD', word_for_a_value, 3, value",
    "observations.csv, '<0.2', '', word_for_a_value, 3, value",
    "observations.csv, '<0.2', '<0', out_of_range, 3, value",
    "observations.csv, '2024-04-12,,NH4-N', '0024-04-12,,NH4-N', bad_date, 2, date",
    "reaches.csv, 'SRC,UP,25', 'SRC,SRC,25', reach_to_itself, 2, to_node",
    "study.toml, '2024-06-01', '2567-06-01', bad_date, 0, date",
    "study.toml, 'year = 2024', 'crs = \"EPSG:3148\"', unknown_crs, 0, crs"
  })
  void aFaultRaisesItsProblem(
      String file, String before, String after, String code, int row, String column)
      throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        file,
        text -> {
          int at = text.indexOf(before);
          return text.substring(0, at)
              + after.replace('§', ',')
              + text.substring(at + before.length());
        });
    List<Problem> wrong = wrong();
    Problem found =
        wrong.stream()
            .filter(p -> p.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No %s, but %s".formatted(code, wrong)));
    String where = code.equals("reach_runs_uphill") ? "reaches.csv" : file;
    if (!code.equals("unknown_source")) {
      assertEquals(where, found.file());
      assertEquals(row, found.row(), found.toString());
      assertEquals(column, found.column());
    }
    boolean isError = wrong.stream().anyMatch(Problem::isError);
    assertEquals(isError, reading().study().isEmpty());
    assertEquals(List.of(code), follow(wrong, code), wrong.toString());
  }

  /// Codes other than the ones that a first fault brings along.
  private static List<String> follow(List<Problem> wrong, String code) {
    List<String> also =
        switch (code) {
          case "missing_column" -> List.of("unknown_column", "missing_value");
          case "not_toml", "unknown_crs" -> List.of("missing_value");
          case "total_row", "broken_row", "duplicate_row" ->
              List.of("unknown_reference", "shares_do_not_sum", "reaches_meet_at_an_end");
          case "reach_runs_uphill" -> List.of("reaches_to_turn");
          case "reach_to_itself" -> List.of("unconnected_reaches", "reaches_meet_at_an_end");
          default -> List.of();
        };
    return wrong.stream().map(Problem::code).distinct().filter(c -> !also.contains(c)).toList();
  }

  // file, text as it stands, text as it arrives: reads to the same study
  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "towns.csv, 'urban,60000', 'urban,60 000'",
    "towns.csv, 'urban,60000', 'urban, 60000.0 '",
    "towns.csv, 'urban,60000', 'urban,៦០០០០'",
    "towns.csv, 'urban,60000', 'urban,６００００'",
    "sanitation.csv, 'sewer_plant,0.6', 'sewer_plant,60%'",
    "towns.csv, '2019,2,150', '2019,2%,150'",
    "reaches.csv, 'length_km', 'Length (km)'",
    "reach_seasons.csv, 'discharge_m3_per_s', 'Discharge [m³/s]'",
    "lake_seasons.csv, 'LAKE,wet', '﻿LAKE,wet'",
    "observations.csv, '40,µg/L', '0.04,mg/l'",
    "observations.csv, '2024-04-12,,NH4-N', '2024/4/12,,NH4-N'",
    "seasons.csv, '12-5', '12;1;2;3;4;5'"
  })
  void whatCanBePutInOrderIs(String file, String before, String after) throws IOException {
    Folders.twoTowns(folder);
    String sound = told();
    Folders.edit(
        folder, file, text -> text.replaceFirst(java.util.regex.Pattern.quote(before), after));
    assertEquals(List.of(), wrong());
    assertEquals(sound, told());
  }

  @Test
  void bytesTellTheirEncoding() throws IOException {
    Folders.twoTowns(folder);
    String sound = told();
    String towns = Files.readString(folder.resolve("towns.csv"));
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Files.write(folder.resolve("towns.csv"), ("\ufeff" + towns).getBytes(charset));
      assertEquals(sound, told());
    }
    Files.write(
        folder.resolve("towns.csv"),
        ("\ufeff" + towns.replace(',', '\t').replace("\n", "\r\n"))
            .getBytes(StandardCharsets.UTF_16LE));
    assertEquals(sound, told());
    Files.write(folder.resolve("towns.csv"), towns.getBytes(Charset.forName("GB18030")));
    assertEquals("unknown_encoding", wrong().getFirst().code());
  }

  @Test
  void semicolonsAndDecimalCommas() throws IOException {
    Folders.twoTowns(folder);
    String sound = told();
    Folders.edit(folder, "lake_seasons.csv", t -> t.replace(',', ';').replace('.', ','));
    assertEquals(List.of(), wrong());
    assertEquals(sound, told());
  }

  @Test
  void pointsPartThousandsWhereCommasPartDecimals() throws IOException {
    Folders.twoTowns(folder);
    String sound = told();
    Folders.edit(
        folder,
        "towns.csv",
        t ->
            t.replace(',', ';')
                .replace('.', ',')
                .replace("urban;60000", "urban;60.000")
                .replace("urban;25000", "urban;25.000"));
    assertEquals(List.of(), wrong());
    assertEquals(sound, told());
    Folders.twoTownsAgain(folder);
    Folders.edit(
        folder,
        "towns.csv",
        t -> t.replace(',', ';').replace("urban;60000", "urban;60.000").replaceAll("12[.]", "12,"));
    assertEquals("ambiguous_number", wrong().getFirst().code());
  }

  @Test
  void oneFileThatCannotBeReadIsOneProblem() throws IOException {
    Folders.twoTowns(folder);
    Files.write(
        folder.resolve("towns.csv"),
        Files.readString(folder.resolve("towns.csv")).getBytes(Charset.forName("GB18030")));
    assertEquals(List.of("unknown_encoding"), wrong().stream().map(Problem::code).toList());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // a table summed above, below, in parts, and rounded; 85 000 = 60 000 + 25 000 come first
    "'12345 2345 7654 107344', total_row",
    "'12345 2345 7654 107300', possible_total",
    "'12345 2345 7654 22344', possible_total",
    "'12345 2345 7654 22345', ''",
    "'12345 97346 7654', ''"
  })
  void aSumIsSeenWhateverItsName(String people, String code) throws IOException {
    Folders.twoTowns(folder);
    StringBuilder towns = new StringBuilder(Files.readString(folder.resolve("towns.csv")));
    StringBuilder paths = new StringBuilder(Files.readString(folder.resolve("sanitation.csv")));
    int i = 0;
    for (String count : people.split(" ", -1)) {
      towns.append(
          "T%d,Place %d,,,UPPER,UP,,,urban,%s,2019,2,150,,,,,\n".formatted(i, i * 37, count));
      paths.append("T%d,none,1,,,,,\n".formatted(i++));
    }
    Files.writeString(folder.resolve("towns.csv"), towns);
    Files.writeString(folder.resolve("sanitation.csv"), paths);
    List<String> found =
        wrong().stream()
            .map(Problem::code)
            .filter(c -> c.endsWith("_total") || c.startsWith("total"))
            .toList();
    assertEquals(code.isEmpty() ? List.of() : List.of(code), found);
  }

  @Test
  void aNumberWithoutLineEndMayBeCut() throws IOException {
    Folders.twoTowns(folder);
    Files.writeString(folder.resolve("overflows.csv"), "plant,season,share\nWP,wet,0.1");
    assertEquals(List.of("no_line_end"), wrong().stream().map(Problem::code).toList());
  }

  @Test
  void sharesInPercentAreNamedByRowsAndTheirSum() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        "sanitation.csv",
        t -> t.replace("T-LOW,sewer,0.1", "T-LOW,sewer,10").replace("septic,0.5", "septic,50"));
    Folders.edit(
        folder,
        "sanitation.csv",
        t -> t.replace("pit,0.3", "pit,30").replace("T-LOW,none,0.1", "T-LOW,none,10"));
    List<Problem> wrong = wrong();
    assertEquals(
        List.of("percent_and_fraction", "shares_sum_to_100"),
        wrong.stream().map(Problem::code).toList());
    assertEquals("6, 7, 8, 9", wrong.get(0).found());
    assertEquals("2, 3, 4, 5", wrong.get(0).expected());
    assertEquals("T-LOW", wrong.get(1).found());
  }

  @Test
  void aSignOfPercentIsAUnitOfItsOwn() throws IOException {
    Folders.twoTowns(folder);
    String sound = told();
    Folders.edit(folder, "factors.csv", t -> t.replace("septic,BOD,0.4,1", "septic,BOD,40%,1"));
    assertEquals(List.of(), wrong());
    assertEquals(sound, told());
    Folders.edit(folder, "factors.csv", t -> t.replace("pit,BOD,0.3,1", "pit,BOD,0.3,%"));
    assertEquals(
        List.of("unusual_value", "odd_ratio"), wrong().stream().map(Problem::code).toList());
  }

  /// A check of 0.03 … 0.3 mg/L, its lower bound in µg/L; then both, above a hundred times the
  /// largest limit of 0.4.
  @Test
  void aCheckIsOfTheSizeOfItsWaters() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "checks.csv", t -> t.replace("TP,0.03,0.3", "TP,30,0.3"));
    assertEquals(
        List.of("low", "high"),
        StudyReader.read(folder).problems().stream()
            .filter(p -> p.code().equals("out_of_range"))
            .map(Problem::column)
            .toList());
    Folders.edit(folder, "checks.csv", t -> t.replace("TP,30,0.3", "TP,60,300"));
    assertEquals(
        List.of("unit_suspect", "unit_suspect"), wrong().stream().map(Problem::code).toList());
  }

  /// A class of rivers from 50 to 10 m³/s holds none: its rate would be dropped in silence.
  @ParameterizedTest
  @CsvSource({
    "min_discharge_m3_per_s, max_discharge_m3_per_s, 50, 10",
    "min_discharge_m3_per_s, max_discharge_m3_per_s, 10, 10",
    "min_depth_m, max_depth_m, 3, 2"
  })
  void aClassOfRiversHoldsSome(String low, String high, String from, String to) throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        "rates.csv",
        t ->
            t.replace(",quality,note", ",quality,note," + low + "," + high)
                .replace("for the tutorial", "for the tutorial," + from + "," + to));
    assertEquals(
        List.of("out_of_range " + low, "out_of_range " + high),
        wrong().stream().map(p -> p.code() + " " + p.column()).toList());
  }

  /// 60,000 people of 2019 with 2 % a year are 61,200 in 2020, 25,000 with 1.5 % are 25,375.
  @Test
  void townsMakeThePeopleThatWereCounted() throws IOException {
    Folders.twoTowns(folder);
    count("86575,2020", "61200,2020", "25375,2020");
    assertEquals(List.of(), wrong());
    Folders.edit(
        folder,
        "towns.csv",
        t -> t + "T-LOV,Lower Town on Sea,,,LOWER,,TAIL,3,urban,24600,2019,1.5,120,,,,,\n");
    Folders.edit(folder, "sanitation.csv", t -> t + "T-LOV,none,1,,ground,,,\n");
    List<Problem> wrong = wrong();
    assertEquals(
        List.of("LAND: 111544", "LOWER: 50344"), wrong.stream().map(Problem::found).toList());
    assertEquals("25375", wrong.get(1).expected());
    assertEquals("towns.csv (+98.4 %)", wrong.get(1).hint());
  }

  @Test
  void partsMakeTheWholeThatWasCounted() throws IOException {
    Folders.twoTowns(folder);
    count("89000,2020", "61200,2020", "25375,2020");
    assertEquals(
        List.of("towns.csv (-2.7 %)", "units.csv (-2.7 %)"),
        wrong().stream().map(Problem::hint).toList());
  }

  private void count(String land, String upper, String lower) throws IOException {
    Folders.edit(
        folder,
        "units.csv",
        t ->
            t.replace("kind,", "kind,population,population_year,")
                .replace(",country,", ",country," + land + ",")
                .replaceFirst(",district,", ",district ," + upper + ",")
                .replaceFirst(",district,", ",district," + lower + ","));
  }

  @Test
  void growthAsAFractionIsAskedAbout() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        "towns.csv",
        t -> t.replace("2019,2,", "2019,0.02,").replace("1.5,120", "0.015,120"));
    Problem odd = wrong().getFirst();
    assertEquals("odd_ratio", odd.code());
    assertEquals("2, 3", odd.found());
    assertEquals("0.02 → 2%", odd.hint());
    assertTrue(reading().study().isPresent());
  }

  @Test
  void reachesThatNoWaterEntersAreNamedWithWhatIsLostThere() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "nodes.csv", t -> t + "N1,a,,,105.1,12.3,,,,,\nN2,b,,,105.2,12.3,,,,,\n");
    Folders.edit(folder, "reaches.csv", t -> t + "ISLE,,,,N1,N2,5,no,,20,1,10,,,\n");
    Folders.edit(folder, "reach_seasons.csv", t -> t + "ISLE,,5,,,,,\n");
    Folders.edit(folder, "land.csv", t -> t.replace("HEAD,middle", "ISLE,middle"));
    Problem isle = wrong().getFirst();
    assertEquals("unconnected_reaches", isle.code());
    assertEquals("ISLE", isle.found());
    assertEquals("RICE", isle.expected());
  }

  @Test
  void theFewestReachesToTurnAreProposed() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "reaches.csv", t -> t.replace(",SRC,UP,25,", ",UP,SRC,25,"));
    Problem uphill =
        wrong().stream().filter(p -> p.code().equals("reaches_to_turn")).findFirst().orElseThrow();
    assertEquals("HEAD", uphill.hint());
    assertEquals("2 → 1", uphill.found());
  }

  @Test
  void withoutAltitudesTheEndsTellWhatToTurn() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder, "nodes.csv", t -> t.replaceAll("(1\\d\\d[.]\\d+,1\\d[.]\\d+),[\\d.]+,", "$1,,"));
    assertEquals(List.of(), wrong());
    Folders.edit(folder, "reaches.csv", t -> t.replace(",SRC,UP,25,", ",UP,SRC,25,"));
    Problem turn =
        wrong().stream().filter(p -> p.code().equals("reaches_to_turn")).findFirst().orElseThrow();
    assertEquals("HEAD", turn.hint());
    assertEquals("1", turn.expected());
  }

  /// 150 km² of rice at 4 kg TN and 0.4 kg TP per hectare and year: 60 t and 6 t.
  @Test
  void theRowsReadAreHeldAgainstThoseStated() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "study.toml", t -> t + "\n[rows]\ntowns = 2\nreaches = 6\n");
    assertEquals(List.of(), wrong());
    Folders.edit(folder, "study.toml", t -> t.replace("towns = 2", "towns = 3\ntownz = 3"));
    assertEquals(
        List.of("row_count_differs towns.csv 3 2", "unknown_key study.toml  rows.townz"),
        wrong().stream()
            .map(p -> "%s %s %s %s".formatted(p.code(), p.file(), p.expected(), p.found()))
            .toList());
  }

  @ParameterizedTest
  @CsvSource({"65535, row_limit", "65536, row_limit", "65534, ''", "1048575, row_limit"})
  void asManyRowsAsASpreadsheetHoldsAreAskedAbout(int rows, String code) throws IOException {
    StringBuilder places = new StringBuilder("place,variable,value\n");
    for (int i = 0; i < rows; i++) {
      places.append("R,v").append(i).append(",1\n");
    }
    Problems problems = new Problems();
    SheetReader.parse(
        places.toString(), Schema.find(Schema.DELIVERY_VARIABLES).orElseThrow(), problems);
    assertEquals(
        code.isEmpty() ? List.of() : List.of(code),
        problems.all().stream().map(Problem::code).toList());
  }

  /// Metres of UTM 48N; degrees by PROJ 9: 491827, 1277654 is 104.925041279, 11.557765100.
  @Test
  void metresOfADeclaredMapAreConverted() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "towns.csv", t -> t.replace("105.05,12.4", "491827,1277654"));
    Folders.edit(folder, "geometry.csv", t -> t.replace("105.00 12.60", "491827 1277654"));
    assertEquals("crs = \"EPSG:32648\"", wrong().getFirst().hint());
    Folders.edit(folder, "study.toml", t -> "crs = \"EPSG:32648\"\n" + t);
    assertEquals(List.of(), wrong().stream().filter(Problem::isError).toList());
    assertEquals(
        List.of("1", "1"),
        reading().problems().stream()
            .filter(p -> p.code().equals("points_converted"))
            .map(Problem::found)
            .toList());
    Study study = reading().study().orElseThrow();
    Source.Town town =
        study.emissions().sources().stream()
            .filter(s -> s.id().equals("T-UP"))
            .map(Source.Town.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals(104.925041279, town.lon_deg(), 1e-9);
    assertEquals(11.557765100, town.lat_deg(), 1e-9);
    Folders.edit(folder, "towns.csv", t -> t.replace("491827,1277654", "1277654,491827"));
    assertEquals("not_degrees", wrong().getFirst().code());
  }

  @Test
  void khmerOfAnOldFontIsConvertedInACopy(@TempDir Path copy) throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        "towns.csv",
        t -> t.replace("ទីក្រុងលើ", "xNÐdUneBj").replace("ទីក្រុងក្រោម", "kMBg;s<W"));
    String before = Files.readString(folder.resolve("towns.csv"));
    assertEquals(List.of("→ ខណ្ឌដូនពេញ", ""), wrong().stream().map(Problem::hint).toList());
    List<LegacyFonts.Change> changes = LegacyFonts.convert(folder, copy);
    assertEquals(
        List.of(
            new LegacyFonts.Change("towns.csv", 2, "name_km", "xNÐdUneBj", "ខណ្ឌដូនពេញ"),
            new LegacyFonts.Change("towns.csv", 3, "name_km", "kMBg;s<W", "")),
        changes);
    assertEquals(before, Files.readString(folder.resolve("towns.csv")));
    assertEquals(
        before.replace("xNÐdUneBj", "ខណ្ឌដូនពេញ"), Files.readString(copy.resolve("towns.csv")));
    assertEquals(
        Files.readString(folder.resolve("nodes.csv")), Files.readString(copy.resolve("nodes.csv")));
  }

  @Test
  void theMassThatAnIslandSwallowsIsStated() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "nodes.csv", t -> t + "N1,a,,,105.1,12.3,,,,,\nN2,b,,,105.2,12.3,,,,,\n");
    Folders.edit(folder, "reaches.csv", t -> t + "ISLE,,,,N1,N2,5,no,,20,1,10,,,\n");
    Folders.edit(folder, "reach_seasons.csv", t -> t + "ISLE,,5,,,,,\n");
    Folders.edit(folder, "land.csv", t -> t.replace("HEAD,middle", "ISLE,middle"));
    assertEquals("TN 60, TP 6 t/a", swallowed("ISLE").expected());
  }

  @Test
  void theMassThatADeadEndSwallowsIsStated() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "nodes.csv", t -> t + "N1,a,,,105.1,12.3,,,,,\n");
    Folders.edit(
        folder,
        "reaches.csv",
        t -> t + "END1,,,,SRC,N1,5,no,,20,1,10,,,\nEND2,,,,SRC,N1,5,no,,20,1,10,,,\n");
    Folders.edit(folder, "reach_seasons.csv", t -> t + "END1,,5,,,,,\nEND2,,5,,,,,\n");
    Folders.edit(folder, "land.csv", t -> t.replace("HEAD,middle", "END2,uniform"));
    assertEquals("TN 60, TP 6 t/a", swallowed("N1").expected());
  }

  private Problem swallowed(String where) {
    return Runner.check(reading().study().orElseThrow(), Scenario.BASELINE).stream()
        .filter(p -> p.code().equals("load_swallowed") && p.found().equals(where))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCycleOfOneSeasonIsNamedOnceByItsShortestWay() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        "reaches.csv",
        t ->
            t.replace("TAIL,Tail reach", "BACK,,,,LOW,FORK,5,yes,,20,1,10,,,\nTAIL,Tail reach")
                .replace(
                    "ARM,Small arm,支汊,ដៃតូច,FORK,MOUTH,40,no",
                    "ARM,Small arm,,,FORK,MOUTH,40,yes"));
    Folders.edit(
        folder,
        "reach_seasons.csv",
        t -> t + "BACK,wet,5,,,,,\nBACK,ebb,-5,,,,,\nBACK,dry,-5,,,,,\n");
    Problem cycle =
        Runner.check(reading().study().orElseThrow(), Scenario.BASELINE).stream()
            .filter(Problem::isError)
            .findFirst()
            .orElseThrow();
    assertEquals("cycle_in_network", cycle.code());
    assertEquals("FORK -> LOW -> FORK", cycle.found());
    assertEquals("wet", cycle.hint());
  }

  @Test
  void manyFaultsTakeNoLongerThanMany() throws IOException {
    Folders.twoTowns(folder);
    StringBuilder towns =
        new StringBuilder("town,name,unit,node,kind,population,base_year,lon,lat\n");
    for (int i = 0; i < 60_000; i++) {
      towns.append("T%d,Place %d,UPER,UP,urban,%d,2019,105.05,12.4\n".formatted(i, i, i + 1000));
    }
    Files.writeString(folder.resolve("towns.csv"), towns);
    assertTimeoutPreemptively(java.time.Duration.ofSeconds(20), () -> reading());
  }

  @Test
  void aBoundStaysABound() throws IOException {
    Folders.twoTowns(folder);
    Observation bound =
        reading().study().orElseThrow().evidence().observations().stream()
            .filter(o -> o.constituent().equals("TP") && o.place().equals("TAIL"))
            .findFirst()
            .orElseThrow();
    assertEquals(Observation.Bound.BELOW, bound.bound());
    assertEquals(0.2, bound.value(), 0);
  }

  @Test
  void manyOfOneKindAreCounted() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "factors.csv", t -> t.replace(",g/d,", ",furlong,"));
    StringBuilder rows = new StringBuilder(Files.readString(folder.resolve("land.csv")));
    for (int i = 0; i < 50; i++) {
      rows.append("L%d,,,,UPPER,NOWHERE,uniform,rice,1,,,\n".formatted(i));
    }
    Files.writeString(folder.resolve("land.csv"), rows);
    Problem more =
        wrong().stream()
            .filter(p -> p.code().equals("more_of_the_same") && p.file().equals("land.csv"))
            .findFirst()
            .orElseThrow();
    assertEquals("30", more.found());
  }

  /// Every row of a table with one more column, its cells by the row's text.
  private void addColumn(String file, String name, UnaryOperator<String> cell) throws IOException {
    Folders.edit(
        folder,
        file,
        t -> {
          List<String> lines = new java.util.ArrayList<>(t.lines().toList());
          lines.replaceAll(l -> l + "," + (l.equals(lines.getFirst()) ? "" : cell.apply(l)));
          lines.set(0, lines.getFirst() + name);
          return String.join("\n", lines) + "\n";
        });
  }

  @Test
  void sharesOfASplitThatDoNotSumNameTheirNode() throws IOException {
    Folders.twoTowns(folder);
    addColumn(
        "reach_seasons.csv",
        "fraction",
        l -> l.startsWith("MAIN,wet") || l.startsWith("CHANNEL,wet") ? "0.7" : "");
    assertEquals(1, wrong().size(), wrong().toString());
    assertEquals("fractions_do_not_sum", wrong().getFirst().code());
    assertEquals("FORK: 1.4", wrong().getFirst().found());
  }

  /// A row without a season holds in every season: 0.6 all year and 0.4 season by season make 1.
  @Test
  void sharesOfASplitAreSummedSeasonBySeason() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        "reach_seasons.csv",
        t -> t.replaceAll("MAIN,(ebb|dry),.*\n", "").replace("MAIN,wet", "MAIN,"));
    addColumn(
        "reach_seasons.csv",
        "fraction",
        l -> l.startsWith("MAIN,") ? "0.6" : l.startsWith("ARM,") ? "0.4" : "");
    List<String> arms =
        Files.readString(folder.resolve("reach_seasons.csv"))
            .lines()
            .filter(l -> l.startsWith("MAIN") || l.startsWith("ARM"))
            .toList();
    assertEquals(List.of(), wrong(), arms.toString());
    Folders.edit(folder, "reach_seasons.csv", t -> t.replaceFirst("(ARM,ebb.*),0.4", "$1,0.5"));
    assertEquals(
        List.of("fractions_do_not_sum FORK: 1.1"),
        wrong().stream().map(p -> p.code() + " " + p.found()).toList());
  }

  @Test
  void aConcentrationWithoutAVolumeIsNamed() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "industry.csv", t -> t.replace("brewery,800,", "brewery,,"));
    List<Problem> found =
        Runner.check(reading().study().orElseThrow(), Scenario.BASELINE).stream()
            .filter(p -> p.code().startsWith("concentration_"))
            .toList();
    assertEquals(
        List.of("concentration_without_volume industry.csv BREW: BOD, TN, TP, salt"),
        found.stream().map(p -> p.code() + " " + p.file() + " " + p.found()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "draws = 1000 | draws = 1000.5 | draws | 1000.5",
        "seed = 1 | seed = 1.5 | seed | 1.5",
        "year = 2024 | year = 2024.5 | year | 2024.5",
        "light_w_per_m2 = 200 | lake_steps = 2.5 | hydraulics.lake_steps | 2.5"
      })
  void aPartOfADrawIsRefused(String before, String after, String column, String found)
      throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "study.toml", t -> t.replace(before, after));
    assertEquals(
        List.of("not_a_whole_number " + column + " " + found),
        wrong().stream().map(p -> p.code() + " " + p.column() + " " + p.found()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[%s]~factor = 0.5 | [%s]",
        "%s = 0.5 | %s = 0.5",
        "%s = [0.5, 2] | %s = [0.5,2]",
        "%s.factor = 0.5 | [%s]"
      })
  void aChangeThatIsNoListOfTablesIsRefused(String text, String found) throws IOException {
    Folders.twoTowns(folder);
    for (String lever :
        List.of("scale_load", "set_plant", "set_sanitation", "scale_rate", "set_discharge")) {
      Files.writeString(
          folder.resolve("scenarios/half.toml"),
          "id = \"half\"\n" + text.formatted(lever).replace('~', '\n') + "\n");
      Problem wrong = wrong().getFirst();
      assertEquals("not_a_table " + lever, wrong.code() + " " + wrong.column());
      assertEquals("[[" + lever + "]]", wrong.expected());
      assertEquals(found.formatted(lever), wrong.found());
      assertEquals(1, wrong().size());
    }
  }

  @Test
  void aTableOfSettingsThatIsNoneIsRefused() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "study.toml", t -> t.replace("[hydraulics]", "[[hydraulics]]"));
    assertEquals(
        List.of("not_a_table hydraulics [hydraulics] [[hydraulics]]"),
        wrong().stream()
            .map(p -> String.join(" ", p.code(), p.column(), p.expected(), p.found()))
            .toList());
  }

  @Test
  void aReachThatTurnsRoundMustDeliver() throws IOException {
    Folders.twoTowns(folder);
    addColumn("reaches.csv", "delivers", l -> l.startsWith("CHANNEL") ? "no" : "");
    assertEquals(
        List.of("reversing_without_delivery"), wrong().stream().map(Problem::code).toList());
  }

  @Test
  void aParameterMustNameSomethingOfTheStudy() throws IOException {
    Folders.twoTowns(folder);
    Files.writeString(
        folder.resolve("parameters.csv"),
        """
        parameter,kind,scope,start,low,high,unit
        people,load,sewerd,1,,,
        oxidation,rate,bod_oxidation,0.2,,,m/d
        rice,load,land,0.5,1,2,
        """);
    assertEquals(
        List.of("unknown_reference scope", "unknown_unit unit", "out_of_range start"),
        wrong().stream().map(p -> p.code() + " " + p.column()).toList());
  }

  @Test
  void anAcceptedProblemStopsNothingAndSaysWhy() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder, "sanitation.csv", t -> t.replaceFirst("sewer_plant,0.6", "sewer_plant,0.5"));
    Folders.edit(
        folder,
        "study.toml",
        t -> t + "\n[[accept]]\ncode = \"shares_do_not_sum\"\nreason = \"a tenth moved away\"\n");
    assertTrue(reading().study().isPresent());
    assertTrue(
        reading().problems().stream()
            .anyMatch(p -> p.code().equals("accepted") && p.found().equals("a tenth moved away")));
  }

  @Test
  void theOrderOfRowsDoesNotMatter() throws IOException {
    Folders.twoTowns(folder);
    String sound = told();
    for (String file :
        List.of(
            "towns.csv",
            "reaches.csv",
            "reach_seasons.csv",
            "factors.csv",
            "waters.csv",
            "sanitation.csv",
            "standards.csv",
            "observations.csv",
            "nodes.csv")) {
      Folders.edit(
          folder,
          file,
          t -> {
            List<String> lines = new java.util.ArrayList<>(t.lines().toList());
            java.util.Collections.reverse(lines.subList(1, lines.size()));
            return String.join("\n", lines) + "\n";
          });
    }
    assertEquals(sound, told());
  }

  @Test
  void hostileInputIsRefusedOrShownAsText() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "towns.csv", t -> t.replaceFirst("Upper Town", "x".repeat(100_000)));
    assertEquals("too_long", wrong().getFirst().code());
    Folders.twoTownsAgain(folder);
    Folders.edit(folder, "towns.csv", t -> t.replaceFirst("T-UP,Upper Town", "\"T-UP,Upper Town"));
    assertTrue(wrong().stream().anyMatch(Problem::isError));
  }
}
