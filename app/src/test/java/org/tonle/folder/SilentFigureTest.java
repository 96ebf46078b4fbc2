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
import org.junit.jupiter.params.provider.ValueSource;
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
    "uncertainty.csv, 'discharge,river', 'discharge,rivers', unknown_scope, 26, scope",
    "uncertainty.csv, 'retention,ground', 'retention,grund', unknown_scope, 29, scope",
    "uncertainty.csv, 'tutorial,FC,0.5', 'tutorial,FC,', missing_value, 29, sd_log10",
    "uncertainty.csv, 'tutorial,FC,0.5', 'tutorial,FC,NaN', missing_value, 29, sd_log10",
    "uncertainty.csv, 'retention,ground,,,,ESTIMATE,estimate,invented for the tutorial,FC', 'retention,ground,,,0.3,ESTIMATE,estimate,invented for the tutorial,FC', spread_in_other_column, 29, cv",
    "uncertainty.csv, 'rate,fc_dark,study,,0.3', 'rate,fc_dark,study,,', missing_value, 21, cv",
    "boundaries.csv, 'forest,river', 'forest,rivr', group_without_spread, 2, group",
    "source_seasons.csv, 'RICE,wet,2', 'RICE,wet,6', factors_not_around_one, 2, factor",
    "source_seasons.csv, 'RICE,dry', 'PIGS,dry', missing_season, 4, season",
    "sanitation.csv, 'none,0.1,,ground', 'none,0.1,,', retention_not_said, 9, retention",
    "plants.csv, conventional_activated_sludge, septic, unknown_figure, 2, technology",
    "factors.csv, 'passing,septic,BOD,0.4', 'passing,septic,BOD,0.0004', unusual_value, 9, value",
    "rates.csv, ',12,m/a', ',0.012,m/a', unusual_value, 2, value",
    "livestock.csv, ',8000,', ',8000000,', unusual_value, 2, heads",
    "reaches.csv, 'FORK,LAKE', 'LAKE,FORK', reach_in_wrong_place, 4, from_node",
    "reaches.csv, 'SRC,UP', 'SRC,FORK', reach_in_wrong_place, 2, to_node",
    "reaches.csv, ',60,2,50', ',60,50,2', odd_velocity, 4, section_discharge_m3_per_s",
    "reaches.csv, 'SRC,UP,25', 'SRC,UP,0.025', unusual_value, 2, length_km",
    "inflows.csv, 'dry,rain,1,', 'dry,rain,1000,', unusual_value, 7, discharge_m3_per_s",
    "reach_seasons.csv, 'ARM,ebb,40', 'ARM,ebb,0.04', unusual_value, 15, discharge_m3_per_s",
    "boundaries.csv, 'B1,SRC,dry', 'B2,SRC,dry', season_without_row, 2, season",
    "standards.csv, 'KH-27,KH,biodiversity,1,river,BOD', 'KH-27,KH,biodiversitty,1,river,BOD', rank_of_two_classes, 2, class",
    "reaches.csv, ',70,1.6,110', ',*,1.6,110', mark_among_values, 3, width_m",
    "study.toml, '2024-06-01', '1904-06-01', bad_date, 0, date",
    "observations.csv, '0.21,mg/L', '0.21,µg/L', unusual_value, 2, value",
    "towns.csv, 'T-LOW,Lower', 'T-UP,Lower', duplicate_row, 3, town",
    "towns.csv, 'T-LOW,Lower', 't-up,Lower', confusable_ids, 3, town",
    "towns.csv, 'T-LOW,Lower', 'Т-UP,Lower', confusable_ids, 3, town",
    "towns.csv, 'T-LOW,Lower', 'T\u200b-UP,Lower', confusable_ids, 3, town",
    "towns.csv, 'T-LOW,Lower', 'T–UP,Lower', confusable_ids, 3, town",
    "nodes.csv, 'MOUTH,', 'ＬＯＷ,', confusable_ids, 7, node",
    "towns.csv, 'urban,60000', 'urban,60\u0000000', zero_byte, 2, ''",
    "towns.csv, 'Upper Town', 'Upper \u202eTown', control_sign, 2, name",
    "towns.csv, 'urban,60000', 'urban,60', unusual_value, 2, population",
    "towns.csv, 'urban,60000', 'urban,312.5', unusual_value, 2, population",
    "towns.csv, 'urban,60000', 'urban,25000000000', out_of_range, 2, population",
    "towns.csv, '60000,2019', '60000,2091', far_from_the_year, 2, base_year",
    "towns.csv, '60000,2019', '60000,2031', after_the_study, 2, base_year",
    "towns.csv, '105.05,12.4', '105.05,12.94', far_from_its_water, 2, node",
    "land.csv, ',150,', ',15000,', area_above_outline, 2, area_km2",
    "plants.csv, '5000', 'n.d.', missing_value, 2, capacity_m3_per_d",
    "industry.csv, 'brewery,800', 'brewery,69120000', out_of_range, 2, wastewater_m3_per_d",
    "industry.csv, 'brewery,800', 'brewery,600000', unusual_value, 2, wastewater_m3_per_d",
    "abstractions.csv, ',1,LOWER', ',900,LOWER', more_than_its_river, 2, discharge_m3_per_s",
    "factors.csv, 'urban,BOD,40', 'urban,BOD,40000', impossible_value, 2, value",
    "factors.csv, 'urban,BOD,40', 'urban,BOD,0.04', unusual_value, 2, value",
    "factors.csv, 'urban,NH4-N,7.2', 'urban,NH4-N,19', part_above_whole, 5, value",
    "effluents.csv, 'BREW,,BOD,300', 'BREW,,BOD,300000', impossible_value, 2, value",
    "waters.csv, 'forest,,TP,0.03', 'forest,,TP,30', unusual_value, 6, value",
    "waters.csv, 'forest,,NH4-N,0.03', 'forest,,NH4-N,3', part_above_whole, 3, value",
    "reaches.csv, 'SRC,UP,25', 'SRC,UP,900', length_off_the_map, 2, length_km",
    "reaches.csv, 'SRC,UP,25', 'SRC,UP,2.5', length_off_the_map, 2, length_km",
    "reaches.csv, ',60,1.5,100', ',1.5,60,100', depth_above_width, 2, depth_m",
    "standards.csv, 'III,3,all,BOD,max,4', 'III,3,all,BOD,max,1', limits_out_of_order, 16, value",
    "standards.csv, 'III,3,all,BOD,', 'III,4,all,BOD,', rows_disagree, 16, rank",
    "standards.csv, 'mg/L,1999-04-06', 'mg/L,2042-04-06', after_the_study, 2, from",
    "standards.csv, '1999-04-06,,', '1999-04-06,1989-04-06,', ends_before_it_begins, 2, to",
    "observations.csv, '2024-04-12', '2042-04-12', after_the_study, 2, date",
    "observations.csv, 'TP,sample,1,<0.2', 'NH4-N,sample,1,0.4', samples_contradict, 3, value",
    "observations.csv, 'TP,sample,1,<0.2,mg/L', 'NH4-N,sample,1,210,µg/L', sample_stands_twice, 3, value",
    "plants.csv, capacity_m3_per_d, 'Capacity (MGD)', other_unit, 1, Capacity (MGD)",
    "plants.csv, capacity_m3_per_d, 'capacity (bathtubs/d)', other_unit, 1, capacity (bathtubs/d)",
    "plants.csv, capacity_m3_per_d, 'capacity (ml/d)', other_unit, 1, capacity (ml/d)",
    "towns.csv, ',population,', ',population (dozens),', other_unit, 1, population (dozens)",
    "observations.csv, '40,µg/L', '40,mg/L as NO3', unknown_unit, 5, unit",
    "observations.csv, '40,µg/L', '40,log CFU', unknown_unit, 5, unit",
    "towns.csv, ',LOWER,,TAIL', ',,,TAIL', empty_unit, 3, unit",
    "towns.csv, 'T-UP,Upper Town', 'T-UP,Example land region', named_like_its_unit, 2, town",
    "study.toml, '[hydraulics]', '[hydraulics]\ngroup_correlation = 1.2', out_of_range, 0, hydraulics.group_correlation",
    "study.toml, '[hydraulics]', '[hydraulics]\ngroup_correlation = nan', out_of_range, 0, hydraulics.group_correlation",
    "study.toml, '[hydraulics]', '[hydraulics]\ngroup_corelation = 0.7', unknown_key, 0, hydraulics.group_corelation",
    "study.toml, 'seed = 1', 'seed = {}', not_a_number, 0, seed",
    "study.toml, 'draws = 1000', 'draws = [1]', not_a_number, 0, draws",
    "study.toml, 'confidence = 0.9', 'confidence = \"0.9\"', not_a_number, 0, confidence",
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

  @ParameterizedTest
  @CsvSource({
    "livestock.csv, livestock.xlsx",
    "livestock.csv, tables/livestock.csv",
    "livestock.csv, livestock.csv/part1",
    "livestock.csv, livestock.csv.gz",
    "livestock.csv, Copy of livestock (2).csv",
    "towns.csv, Towns.ods",
    "source_seasons.csv, Source-Seasons.tsv"
  })
  void aTableThatIsNotReadIsNamed(String table, String arrives) throws IOException {
    Folders.twoTowns(folder);
    Path to = folder.resolve(arrives);
    byte[] bytes = Files.readAllBytes(folder.resolve(table));
    Files.delete(folder.resolve(table));
    Files.createDirectories(to.getParent());
    Files.write(to, bytes);
    List<Problem> wrong = wrong();
    assertTrue(
        wrong.stream()
            .anyMatch(p -> p.code().equals("table_elsewhere") && p.expected().equals(table)),
        wrong.toString());
  }

  @Test
  void aTableWithoutRowsIsNamed() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "receptors.csv", t -> t.substring(0, t.indexOf('\n') + 1));
    assertEquals(List.of("table_without_rows receptors.csv:1 "), told());
  }

  @ParameterizedTest
  @CsvSource({
    "land.csv, 'RICE2,Rice feilds,,,UPPER,HEAD,middle,rice,140,,,', possible_twin land.csv:3 land",
    "land.csv, 'RICE2,稻田,,,UPPER,HEAD,middle,rice,140,,,', possible_twin land.csv:3 land",
    "livestock.csv, 'PIGS2,Pigs along the midle reach,,,UPPER,MID,uniform,pigs,7500,,,', possible_twin livestock.csv:3 livestock",
    "land.csv, 'OTHER,Paddies of the east,,,UPPER,HEAD,middle,rice,140,,,', ''",
    "land.csv, 'RICE2,Rice fields,,,LOWER,TAIL,middle,rice,140,,,', ''"
  })
  void aSourceThatStandsTwiceIsNamed(String file, String row, String told) throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, file, t -> t + row + "\n");
    assertEquals(told.isEmpty() ? List.of() : List.of(told), told());
  }

  @Test
  void aTableThatEndsInAWordMayBeCut() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "observations.csv", t -> t.substring(0, t.length() - 6));
    assertEquals(List.of("no_line_end observations.csv:5 note"), told());
  }

  @Test
  void anExtraFileIsNamed() throws IOException {
    Folders.twoTowns(folder);
    Files.writeString(folder.resolve("towns.xlsx"), "x");
    Files.writeString(folder.resolve("measured.dbf"), "x");
    assertEquals(List.of("unknown_file measured.dbf:0 ", "unknown_file towns.xlsx:0 "), told());
  }

  @Test
  void aScenarioUnderAnotherEndingIsNamedOnce() throws IOException {
    Folders.twoTowns(folder);
    for (String name : List.of("wet.toml.txt", "wet.json", "notes.md", ".DS_Store")) {
      Files.writeString(folder.resolve("scenarios").resolve(name), "id = 'wet'\n");
    }
    Files.createDirectory(folder.resolve("Scenarios 2"));
    Files.writeString(folder.resolve("Scenarios 2/dry.toml"), "id = 'dry'\n");
    assertEquals(
        List.of(
            "unknown_file Scenarios 2:0 ",
            "unknown_file scenarios/wet.json:0 ",
            "unknown_file scenarios/wet.toml.txt:0 "),
        told());
  }

  @Test
  void aLinkOutOfTheStudyIsRefused(@TempDir Path elsewhere) throws IOException {
    Folders.twoTowns(folder);
    Path table = folder.resolve("livestock.csv");
    Files.move(table, elsewhere.resolve("secret"));
    Files.createSymbolicLink(table, elsewhere.resolve("secret"));
    assertTrue(told().contains("link_outside livestock.csv:0 "), told().toString());
  }

  // A scenario and the settings may come from somebody else as well as a table does; nothing of the
  // other file is told.
  @ParameterizedTest
  @ValueSource(strings = {"towns.csv", "study.toml", "scenarios/lower-works.toml"})
  void whatALinkLeadsToIsNeitherReadNorTold(String name, @TempDir Path elsewhere)
      throws IOException {
    Folders.twoTowns(folder);
    Path secret = elsewhere.resolve("secret");
    Files.writeString(secret, "root:x:0:0,password\n");
    Path link = folder.resolve(name);
    Files.delete(link);
    Files.createSymbolicLink(link, secret);
    List<Problem> problems = StudyReader.read(folder).problems();
    assertTrue(
        problems.stream().anyMatch(p -> p.code().equals("link_outside")), problems::toString);
    assertTrue(
        problems.stream().noneMatch(p -> p.toString().contains("root:x")), problems::toString);
  }

  // A link within the study, or to the study, is no link to elsewhere.
  @Test
  void aLinkWithinTheStudyIsFollowed(@TempDir Path elsewhere) throws IOException {
    Path real = Files.createDirectory(elsewhere.resolve("real"));
    Folders.twoTowns(real);
    Files.move(real.resolve("land.csv"), real.resolve("fields.txt"));
    Files.createSymbolicLink(real.resolve("land.csv"), Path.of("fields.txt"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("link"), real);
    assertTrue(StudyReader.read(link).study().isPresent());
  }

  @Test
  void seasonsThatMakeNoYearAreRefused() throws IOException {
    Folders.twoTowns(folder);
    Files.writeString(
        folder.resolve("seasons.csv"), "season,duration_d\nwet,150\nebb,120\ndry,90\n");
    assertTrue(told().contains("seasons_not_a_year seasons.csv:3 duration_d"), told().toString());
  }

  @Test
  void theFirstByteOfAnotherEncodingHasItsRow() throws IOException {
    Folders.twoTowns(folder);
    Files.write(
        folder.resolve("livestock.csv"),
        "livestock,node,animal,heads\nA,UP,pigs,1\n猪,UP,pigs,1\n"
            .getBytes(java.nio.charset.Charset.forName("GBK")));
    assertTrue(told().contains("unknown_encoding livestock.csv:3 "), told().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Value Flags | <",
        "remark_cd | <",
        "qualifier | U",
        "ResultDetectionConditionText | Not Detected",
        "resultatteckning | <=",
        "below LOQ | TRUE",
        "RESULT_LETTER | L",
        "检出情况 | 未检出",
        "foo | less than LOD"
      })
  void aFlagBesideAValueIsRefused(String heading, String flag) throws IOException {
    Folders.twoTowns(folder);
    List<String> lines = new java.util.ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("observations.csv"))) {
      lines.add(line + "," + (lines.isEmpty() ? heading : lines.size() == 2 ? flag : ""));
    }
    Files.write(folder.resolve("observations.csv"), lines);
    assertTrue(
        told().contains("flags_beside_values observations.csv:3 " + heading), told().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nodes.csv | ,lon,lat, | ,Longitude,Latitude,",
        "nodes.csv | ,lon,lat, | ,经度,纬度,",
        "reaches.csv | from_node,to_node | from,to",
        "reach_seasons.csv | discharge_m3_per_s | Q (m3/s)",
        "towns.csv | growth_percent_per_a | Growth (% per year)",
        "towns.csv | ,population, | ,ប្រជាជន,",
        "sanitation.csv | T-UP,septic, | T-UP,Septic tank,",
        "sanitation.csv | T-UP,septic, | T-UP,化粪池,",
        "sanitation.csv | T-LOW,pit, | T-LOW,បង្គន់រណ្ដៅ,",
        "geometry.csv | LINESTRING (105.00 | SRID=4326;LINESTRING (105.00",
        "observations.csv | 40,µg/L | 40000,ng/L",
        "observations.csv | 0.21,mg/L | 0.21,mg/L as N",
        "observations.csv | 2024-02-03 | 2024年2月3日",
        "observations.csv | 2024-02-03 | ๒๐๒๔-๐๒-๐๓",
        "observations.csv | 2024-02-03 | 2024-02-03T07:30:00Z",
        "towns.csv | urban,60000 | urban,6×10^4",
        "towns.csv | urban,60000 | urban,໖໐໐໐໐",
        "factors.csv | 40,g/d | 0.04,kg/person/d"
      })
  void ordinaryWordsAreRead(String file, String before, String after) throws IOException {
    Folders.twoTowns(folder);
    String sound = study();
    Folders.edit(folder, file, t -> t.replace(before, after));
    assertEquals(List.of(), told());
    assertEquals(sound, study());
  }

  private String study() {
    return StudyReader.read(folder)
        .study()
        .orElseThrow()
        .toString()
        .replaceAll("\\[D@\\w+", "line")
        .replaceAll("(40\\.0+|39\\.9+|0\\.040*)[0-9]*", "40");
  }

  // What a study calls its own E. coli is found by any name of it.
  @ParameterizedTest
  @ValueSource(strings = {"E. coli", "E.coli", "ecoli", "Escherichia coli", "大肠杆菌", "អ៊ីកូលី"})
  void anIdOfTheStudyItselfIsOffered(String word) throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "constituents.csv", t -> t + "E-COLI,,,,MPN/100 mL,coliform,,estimate,\n");
    Folders.edit(folder, "observations.csv", t -> t.replaceFirst(",TP,", "," + word + ","));
    assertEquals(
        "E-COLI",
        wrong().stream()
            .filter(p -> p.column().equals("constituent"))
            .findFirst()
            .orElseThrow()
            .hint());
  }

  @ParameterizedTest
  @CsvSource({
    "Total phosphorus, TP",
    "总磷, TP",
    "Ammonia, NH4-N",
    "Ammonia (NH3-N), NH4-N",
    "氨氮（NH3-N）, NH4-N",
    "អាម៉ូញាក់, NH4-N",
    "BOD₅, BOD",
    "粪大肠菌群, FC",
    "កូលីហ្វមលាមក, FC",
    "F. coli, FC",
    "BOD20, ''",
    "E. coli, ''",
    "大肠杆菌, ''",
    "Total coliforms, ''"
  })
  void namesOfConstituentsAreOffered(String word, String id) throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "observations.csv", t -> t.replaceFirst(",TP,", "," + word + ","));
    assertEquals(
        id,
        wrong().stream()
            .filter(p -> p.column().equals("constituent"))
            .findFirst()
            .orElseThrow()
            .hint());
  }

  @Test
  void aTownTwiceUnderAnotherSpellingIsNamed() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        "towns.csv",
        t -> t + "T3,Krong Loeu,,,UPPER,UP,,,urban,55200,2019,2,150,105.058,12.405,,estimate,\n");
    assertTrue(told().contains("possible_twin towns.csv:4 town"), told().toString());
  }

  @Test
  void aDistrictBesideItsTownsIsNamed() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        "towns.csv",
        t -> t + "T3,上游区,,,UPPER,UP,,,urban,99000,2019,2,150,105.02,12.45,,estimate,\n");
    assertTrue(told().contains("named_like_its_unit towns.csv:4 town"), told().toString());
  }

  @Test
  void pointsThatGroupMakeOthersAmbiguous() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        "industry.csv",
        t ->
            t.replace("brewery,800", "brewery,\"250.000,00\"")
                + "B2,,,,LOWER,MAIN,12,brewery,60.000,,,,,,\n");
    assertTrue(
        told().contains("ambiguous_number industry.csv:3 wastewater_m3_per_d"), told().toString());
  }

  @Test
  void loadWithoutSpreadIsNamed(@TempDir Path own) throws IOException {
    Folders.twoTowns(own);
    Folders.edit(own, "uncertainty.csv", t -> t.replace("load,land,", "load,livestock,"));
    Folders.edit(own, "uncertainty.csv", t -> t.replace("passing,septic,", "passing,pit,"));
    List<String> told =
        StudyReader.read(own).problems().stream()
            .filter(p -> p.code().equals("load_without_spread"))
            .map(p -> p.file() + " " + p.found())
            .toList();
    assertEquals(List.of("land.csv load,land", "sanitation.csv passing,septic"), told);
  }

  // Bacteria settle, nutrients settle in the lake, and the ground retains: all three say so.
  @ParameterizedTest
  @CsvSource({
    "rate§fc_settling, 'reactions.csv rate,fc_settling'",
    "rate§tp_lake_settling, 'reactions.csv rate,tp_lake_settling'",
    "retention§ground, 'sanitation.csv retention,ground'"
  })
  void aProcessWithoutSpreadIsNamed(String row, String expected, @TempDir Path own)
      throws IOException {
    Folders.twoTowns(own);
    String from = row.replace('§', ',');
    String to = from.startsWith("rate") ? "rate,fc_dark" : "retention,sewered";
    Folders.edit(own, "uncertainty.csv", t -> t.replace(from, to));
    List<String> told =
        StudyReader.read(own).problems().stream()
            .filter(p -> p.code().equals("load_without_spread"))
            .map(p -> p.file() + " " + p.found())
            .toList();
    assertEquals(List.of(expected), told);
  }

  @Test
  void noSpreadAtAllIsSaid() throws IOException {
    Folders.twoTowns(folder);
    Files.delete(folder.resolve("uncertainty.csv"));
    assertTrue(told().contains("no_uncertainty uncertainty.csv:0 "), told().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "median, mean",
    "MAC, max",
    "p75_max, p95_max",
    "qualifier, quality",
    "discharge_cfs, discharge_m3_per_s"
  })
  void noOtherQuantityIsOffered(String word, String known) {
    assertEquals("", org.tonle.problem.Nearest.of(word, List.of(known)));
  }

  @Test
  void anAcceptedWarningIsSilent() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "towns.csv", t -> t.replace("urban,60000", "urban,60"));
    String accepted =
        "\n[[accept]]\ncode = \"unusual_value\"\nabout = \"T-LOW\"\nreason = \"so few\"\n";
    Folders.edit(folder, "study.toml", t -> t + accepted);
    assertEquals(List.of("unusual_value towns.csv:2 population"), told());
    Folders.edit(folder, "study.toml", t -> t.replace("T-LOW", "T-UP"));
    assertEquals(List.of(), told());
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

  // E. coli is no faecal coliform: where a study has none, nothing is offered.
  @ParameterizedTest
  @CsvSource({"Ammonia, NH4-N", "Total nitrogen, TN", "E. coli, ''", "faecal coliforms, FC"})
  void anOrdinaryWordOfAConstituentGetsAnOffer(String word, String offer) throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "observations.csv", t -> t.replaceFirst("NH4-N,sample", word + ",sample"));
    Problem told =
        wrong().stream()
            .filter(p -> p.code().equals("unknown_reference"))
            .findFirst()
            .orElseThrow();
    assertEquals(word, told.found());
    assertEquals(offer, told.hint());
  }
}
