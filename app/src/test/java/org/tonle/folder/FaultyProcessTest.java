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
import org.tonle.load.LoadModel;
import org.tonle.model.Scenario;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.problem.Severity;
import org.tonle.scenario.Applied;

/// Processes, each fault at its own cell, and nothing else: lakes with bed and fringe, runoff, rain
/// in sewers, stated velocities, and model errors.
class FaultyProcessTest {
  @TempDir Path folder;

  private Reading reading() {
    return StudyReader.read(folder);
  }

  private List<Problem> wrong() {
    return reading().problems().stream().filter(p -> p.severity() != Severity.NOTE).toList();
  }

  private static final String REACTIONS =
      "reaction,constituent,kind,value,unit,theta,product,yield,reference,quality,note\n";

  /// What is wrong after fringes of the lake, in the order of its seasons, and rows of reactions.
  private List<String> wrongWithFringes(List<String> fringes, String... reactions)
      throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        "lake_seasons.csv",
        text -> {
          String[] lines = text.split("\n");
          lines[0] += ",fringe_area_km2";
          for (int i = 1; i < lines.length; i++) {
            lines[i] += "," + fringes.get(i - 1);
          }
          return String.join("\n", lines) + "\n";
        });
    if (reactions.length > 0) {
      Folders.edit(folder, "reactions.csv", t -> REACTIONS + String.join("\n", reactions) + "\n");
    }
    return wrong().stream().map(p -> p.code() + " " + p.file() + " " + p.row()).toList();
  }

  @Test
  void aFringeLargerThanItsLakeIsRefused() throws IOException {
    assertEquals(
        List.of("fringe_above_area lake_seasons.csv 3"),
        wrongWithFringes(List.of("180", "200.1", "0")));
  }

  @Test
  void aProcessOfAFringeNeedsOne() throws IOException {
    String soil = "soil,TP,fringe_release,2,mg/m2/d,1,,,,estimate,";
    assertEquals(
        List.of("fringe_not_stated reactions.csv 2", "load_without_spread reactions.csv 2"),
        wrongWithFringes(List.of("", "", ""), soil));
  }

  @ParameterizedTest
  @CsvSource({"inflows.csv, ''", "boundaries.csv, no"})
  void theMarkOfAWaterHoldsInAllSeasons(String file, String other) throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        file,
        text -> {
          String[] lines = text.split("\n");
          lines[0] += ",undisturbed";
          for (int i = 1; i < lines.length; i++) {
            lines[i] += "," + (i == 3 ? other : "yes");
          }
          return String.join("\n", lines) + "\n";
        });
    assertEquals(
        List.of("rows_disagree " + file + " 4 undisturbed"),
        wrong().stream()
            .map(p -> p.code() + " " + p.file() + " " + p.row() + " " + p.column())
            .toList());
  }

  @Test
  void aFringeTakesOxygenOnly() throws IOException {
    assertEquals(
        List.of(
            "load_without_spread reactions.csv 3",
            "load_without_spread reactions.csv 4",
            "load_without_spread reactions.csv 2",
            "kind_not_of_constituent reactions.csv 2",
            "kind_not_of_constituent reactions.csv 3"),
        wrongWithFringes(
            List.of("90", "90", "0"),
            "soil,TP,fringe_demand,0.3,g/m2/d,1,,,,estimate,",
            "air,DO,residual,3,mg/L,1,,,,estimate,",
            "humic,BOD,residual,0.3,mg/L,1,,,,estimate,"));
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "'wash_off,septic,FC,0.5,1'; ''",
        "'wash_off,on_site,,50,%'; ''",
        "'wash_off,sewer,,0.5,1'; 'wash_off_not_of_land key'",
        "'wash_off,on_site,,1.5,1'; 'out_of_range value'",
        "'wash_off,on_sight,,0.5,1'; 'unused_figure key'"
      },
      delimiter = ';')
  void runoffWashesLand(String row, String found) throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder, "factors.csv", text -> text.stripTrailing() + "\n" + row + ",,,estimate,\n");
    assertEquals(
        found.isEmpty() ? List.of() : List.of(found),
        wrong().stream().map(p -> p.code() + " " + p.column()).toList());
  }

  /// Salt stands for sediment: 40 mg/L of the forest's water, with 0.03 mg/L of phosphorus.
  @ParameterizedTest
  @CsvSource(
      value = {
        "'bound,salt,binding,0.5,mg/g,,TP'; ''; ''",
        "'bound,salt,binding,1,mg/g,,TP'; ''; 'bound_above_whole waters.csv 6 value'",
        "'bound,salt,binding,0.5,mg/g,,'; ''; 'missing_value reactions.csv 2 product'",
        "'bound,salt,binding,0.5,1/d,,TP'; ''; 'unknown_unit reactions.csv 2 unit'",
        "'bound,DO,binding,0.5,mg/g,,TP'; ''; 'binding_not_possible reactions.csv 2 product'",
        "'bound,salt,binding,0.5,mg/g,,salt'; ''; 'binding_not_possible reactions.csv 2 product'",
        "'bound,salt,binding,0.5,mg/g,,TP'; 'bound,,,0.4,mg/g'; 'binding_by_place rates.csv 2 reaction'"
      },
      delimiter = ';')
  void aConstituentIsBoundToAnother(String row, String rate, String found) throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "reactions.csv", t -> REACTIONS + row + ",,,estimate,\n");
    if (!rate.isEmpty()) {
      Folders.edit(
          folder,
          "rates.csv",
          t ->
              "reaction,place,season,value,unit,reference,quality,note\n" + rate + ",,estimate,\n");
    }
    assertEquals(
        found,
        wrong().stream()
            .filter(p -> !p.code().equals("load_without_spread"))
            .map(p -> p.code() + " " + p.file() + " " + p.row() + " " + p.column())
            .collect(java.util.stream.Collectors.joining(", ")));
  }

  @Test
  void whatIsBoundIsSolvedWithItsCarrier() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder, "reactions.csv", t -> REACTIONS + "bound,salt,binding,0.5,mg/g,,TP,,,estimate,\n");
    List<String> groups =
        reading().study().orElseThrow().chemistry().constituents().stream()
            .filter(c -> List.of("salt", "TP").contains(c.id()))
            .map(c -> c.group())
            .toList();
    assertEquals(List.of("salt and bound", "salt and bound"), groups);
  }

  /// The tanks of 6624 people are emptied to a plant, for all or 500 of them.
  @ParameterizedTest
  @CsvSource({"40000, ''", "500, sludge_over_capacity plants.csv sludge_capacity_people"})
  void aPlantHasRoomForSludge(String people, String found) throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        "plants.csv",
        text -> {
          String[] lines = text.split("\n");
          lines[0] += ",sludge_capacity_people";
          lines[1] += "," + people;
          lines[2] += ",";
          return String.join("\n", lines) + "\n";
        });
    Folders.edit(
        folder, "sanitation.csv", t -> t.replace("septic_emptied,0.1,,", EMPTIED_TO_PLANT));
    Study study = reading().study().orElseThrow();
    List<String> told =
        LoadModel.of(study, Applied.of(study, Scenario.BASELINE)).problems().stream()
            .filter(p -> p.code().startsWith("sludge"))
            .map(p -> p.code() + " " + p.file() + " " + p.column())
            .toList();
    assertEquals(found, String.join(", ", told));
  }

  private static final String EMPTIED_TO_PLANT = "septic_emptied,0.1,WP,";

  private static final String LAND =
      "land,name,unit,node,land_use,area_km2,runoff_mm_per_a,reference,quality,note\n";

  /// Rice of the study drains 150 km² at a node; its runoff is stated or not.
  private List<String> toldOfLand(String land, String... figures) throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "land.csv", text -> LAND + land + "\n");
    Folders.edit(
        folder,
        "factors.csv",
        text -> text.stripTrailing() + "\n" + String.join("\n", figures) + "\n");
    return reading().problems().stream()
        .filter(p -> p.severity() != Severity.NOTE || p.code().equals("built_in_land"))
        .map(p -> p.code() + " " + p.file() + " " + p.row() + " " + p.column())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "'700'; 'runoff,rice,,600,mm/a,,,estimate,'; ''",
        "'700'; 'runoff,rice,TN,0.6,m/a,,,estimate,'; ''",
        "''; 'runoff,rice,,600,mm/a,,,estimate,'; 'runoff_depth_not_known factors.csv 46 key'",
        "'700'; 'wash_off,rice,,1,1,,,estimate,'; 'runoff_not_used land.csv 2 runoff_mm_per_a'",
        "'700'; 'runoff,rice,,0,mm/a,,,estimate,'; 'out_of_range factors.csv 46 value'",
        "'700'; 'runoff,rice,,600,mm,,,estimate,'; 'unknown_unit factors.csv 46 unit'",
        "'700'; 'runoff,rice,,6,mm/a,,,estimate,'; 'unusual_value factors.csv 46 value'",
        "'70000'; 'runoff,rice,,600,mm/a,,,estimate,'; 'out_of_range land.csv 2 runoff_mm_per_a'"
      },
      delimiter = ';')
  void exportFollowsAKnownRunoff(String depth_mm, String figure, String found) throws IOException {
    String land = "RICE,Rice fields,UPPER,UP,rice,150," + depth_mm + ",,estimate,";
    assertEquals(found.isEmpty() ? List.of() : List.of(found), toldOfLand(land, figure));
  }

  private static final String TWO_LANDS =
      "RICE,Rice fields,UPPER,UP,rice,150,,,estimate,\nPADDY,Paddies,UPPER,UP,paddy,70,,,estimate,";

  @Test
  void figuresOfLandAreBuiltInAndTold() throws IOException {
    assertEquals(
        List.of("built_in_land land.csv 0 land_use"),
        toldOfLand(TWO_LANDS, "wash_off,rice,,1,1,,,estimate,"));
  }

  @ParameterizedTest
  @CsvSource({
    "'wash_off,land,,0.5,1,,,estimate,', 'export BOD, export TN, export TP'",
    "'export,paddy,TN,3,kg/ha/a,,,estimate,', export TN",
    "'input,paddy,TN,3,kg/t,,,estimate,', input TN"
  })
  void ownFiguresStandInPlaceOfThoseBuiltIn(String own, String found) throws IOException {
    toldOfLand(TWO_LANDS, own);
    assertEquals(found, String.join(", ", figures("paddy")));
  }

  private List<String> figures(String use) {
    return reading().study().orElseThrow().emissions().factors().stream()
        .filter(f -> f.key().equals(use))
        .map(f -> f.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + f.constituent())
        .toList();
  }

  @Test
  void runoffThatNobodyKnowsWashesNothing() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "inflows.csv", text -> text.replace(",local,", ",rain,"));
    Folders.edit(
        folder,
        "factors.csv",
        text -> text.stripTrailing() + "\nwash_off,on_site,,0.5,1,,,estimate,\n");
    assertEquals(
        List.of("runoff_not_known"),
        wrong().stream().map(Problem::code).filter(c -> c.startsWith("runoff")).toList());
  }

  // 61 of 122 days with 12 mm where 6 mm are held: 0.5 * e^-0.5 = 0.303265
  @ParameterizedTest
  @CsvSource(
      value = {
        "',61,12,6'; '0.303265'",
        "'10%,,,'; '0.100000'",
        "',61,12,'; '0.500000'",
        "'10%,61,12,6'; 'overflow_stated_twice share'",
        "',123,12,6'; 'rain_days_above_season rain_days'",
        "',61,,6'; 'missing_value rain_per_day_mm'",
        "',,,'; 'missing_value share'"
      },
      delimiter = ';')
  void rainSpillsFromCombinedSewers(String row, String found) throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        "overflows.csv",
        t ->
            "plant,season,share,rain_days,rain_per_day_mm,storage_mm,reference,quality,note\nWP,wet,"
                + row
                + ",,estimate,\n");
    List<String> wrong = wrong().stream().map(p -> p.code() + " " + p.column()).toList();
    String spilt =
        reading().study().stream()
            .flatMap(s -> s.emissions().sources().stream())
            .filter(s -> s.id().equals("WP") && s instanceof Source.Plant)
            .map(s -> "%.6f".formatted(((Source.Plant) s).overflow().getFirst()))
            .findFirst()
            .orElse("");
    assertEquals(found, wrong.isEmpty() ? spilt : String.join(", ", wrong));
  }

  // 0, a negative or an impossible velocity is refused; one that floods rarely reach is asked about
  @ParameterizedTest
  @CsvSource({"0,out_of_range", "-1,out_of_range", "16,out_of_range", "6,unusual_value"})
  void aVelocityIsPlausible(String velocity, String code) throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        "reach_seasons.csv",
        text -> {
          String[] lines = text.split("\n");
          lines[0] += ",velocity_m_per_s";
          lines[1] += "," + velocity;
          for (int i = 2; i < lines.length; i++) {
            lines[i] += ",";
          }
          return String.join("\n", lines) + "\n";
        });
    assertEquals(
        List.of(code + " reach_seasons.csv 2 velocity_m_per_s"),
        wrong().stream()
            .map(p -> p.code() + " " + p.file() + " " + p.row() + " " + p.column())
            .toList());
  }

  private void errors() throws IOException {
    Folders.twoTowns(folder);
    Files.writeString(
        folder.resolve("model_error.csv"),
        """
        constituent,water,ln_sd,stations,basis,sd_mg_per_l,note
        TN,river,0.5,6,left_out,,
        TN,lake,0.7,0,default,,
        DO,,,8,left_out,1.5,
        salt,,0,0,default,,a tracer
        """);
  }

  @Test
  void modelErrorsOfTheStudyStandBeforeTheBuiltInOnes() throws IOException {
    errors();
    assertEquals(List.of(), reading().problems());
    assertEquals(
        List.of(
            "BOD ALL 0.8 DEFAULT",
            "DO ALL 1.5 LEFT_OUT",
            "FC ALL 2.303 DEFAULT",
            "NH4-N ALL 1.2 DEFAULT",
            "NO3-N ALL 0.9 DEFAULT",
            "TN RIVER 0.5 LEFT_OUT",
            "TN LAKE 0.7 DEFAULT",
            "TP ALL 0.8 DEFAULT",
            "salt ALL 0.0 DEFAULT"),
        errorsRead());
    Folders.edit(folder, "model_error.csv", t -> t.replace("TN,lake,0.7,0,default,,\n", ""));
    assertTrue(errorsRead().contains("TN LAKE 0.6 DEFAULT"), errorsRead().toString());
  }

  private List<String> errorsRead() {
    return reading().study().orElseThrow().evidence().modelErrors().stream()
        .map(e -> e.constituent() + " " + e.water() + " " + e.spread() + " " + e.basis())
        .toList();
  }

  // text as it stands, text as it arrives, code, row, column
  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "'TN,river,0.5', 'TN,river,-0.5', out_of_range, 2, ln_sd",
    "'TN,river,0.5', 'TN,river,half', not_a_number, 2, ln_sd",
    "'TN,river,0.5', 'TN,river,', missing_value, 2, ln_sd",
    "'TN,river,0.5', 'TN,river,5', unusual_value, 2, ln_sd",
    "'TN,river,0.5', 'TN,river,50', out_of_range, 2, ln_sd",
    "'TN,river,0.5', 'TN,pond,0.5', unknown_word, 2, water",
    "'TN,river,0.5', 'TM,river,0.5', unknown_reference, 2, constituent",
    "'TN,lake', 'TN,river', duplicate_row, 3, constituent",
    "'0.5,6,left_out', '0.5,6,guessed', unknown_word, 2, basis",
    "'0.5,6,left_out', '0.5,6,', missing_value, 2, basis",
    "'0.5,6,left_out', '0.5,-6,left_out', out_of_range, 2, stations",
    "'0.5,6,left_out', '0.5,4,left_out', model_error_of_few_stations, 2, stations",
    "'0.5,6,left_out,', '0.5,6,left_out,1', model_error_of_other_kind, 2, sd_mg_per_l",
    "'DO,,,8', 'DO,,1,8', model_error_of_other_kind, 4, ln_sd",
    "'left_out,1.5', 'left_out,', missing_value, 4, sd_mg_per_l",
    "'left_out,1.5', 'left_out,-1.5', out_of_range, 4, sd_mg_per_l",
    "'left_out,1.5', 'left_out,9', unusual_value, 4, sd_mg_per_l",
    "'a tracer', '', model_without_error, 5, note"
  })
  void aFaultOfAModelErrorRaisesItsProblem(
      String before, String after, String code, int row, String column) throws IOException {
    errors();
    Folders.edit(folder, "model_error.csv", t -> t.replace(before, after));
    List<String> found =
        wrong().stream().map(p -> p.code() + " " + p.row() + " " + p.column()).toList();
    assertEquals(List.of(code + " " + row + " " + column), found, wrong().toString());
  }

  @Test
  void noNumberIsNoModelError() throws IOException {
    errors();
    Folders.edit(folder, "model_error.csv", t -> t.replace("TN,river,0.5", "TN,river,NaN"));
    assertEquals(
        List.of("mark_among_values 2", "missing_value 2"),
        wrong().stream().map(p -> p.code() + " " + p.row()).toList());
  }
}
