package org.tonle.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonle.bench.StudyRecipe;
import org.tonle.problem.Severity;

/// FEATURE UNDER TEST: mistakes that moved a figure without a word, or with a word elsewhere, in
/// the torture of the input; each is told at its own cell by a rule of its family.
class ToldWhereItIsTest {
  @TempDir Path folder;

  private List<String> told() {
    return StudyReader.read(folder).problems().stream()
        .filter(p -> p.severity() != Severity.NOTE)
        .map(p -> p.code() + " " + p.file() + ":" + p.row() + " " + p.column())
        .toList();
  }

  private void isTold(String problem) {
    assertTrue(told().contains(problem), told().toString());
  }

  // file, text as it stands, text as it arrives, code, row, column
  @ParameterizedTest(name = "{3} in {0}: {2}")
  @CsvSource({
    "receptors.csv, ',TAIL,10,', ',TAIL,n/a,', mark_among_values, 3, position_km",
    "reach_seasons.csv, 'CHANNEL,dry,-21', 'CHANNEL,dry,21', unusual_value, 10, discharge_m3_per_s",
    "reach_seasons.csv, ',200,28,200', ',200,0.028,200', unusual_value, 2, temperature_c",
    "nodes.csv, '11.9,5,', '11.9,5000,', unusual_value, 7, altitude_m",
    "lake_seasons.csv, '0.885152,180,', '0.885152,0.18,', unusual_value, 2, area_km2",
    "uncertainty.csv, 'load,sewered,study,,0.2', 'load,sewered,study,,0.0002', unusual_value, 2, cv",
    "factors.csv, 'pigs,FC,10000000000', 'pigs,FC,10000000000000', unusual_value, 29, value",
    "factors.csv, 'pigs,FC,10000000000', 'pigs,FC,10000000', unusual_value, 29, value",
    "factors.csv, 'urban,FC,12000000000', 'urban,FC,12000000000000', unusual_value, 6, value",
    "waters.csv, 'forest,,FC,50', 'forest,,FC,500000', unusual_value, 7, value",
    "rates.csv, 'tp_lake_settling,LAKE,,12,m/a', 'bod_oxidation,,,0.0003,1/d', unusual_value, 2, value",
    "rates.csv, 'tp_lake_settling,LAKE,,12,m/a', 'bod_oxidation,,,300,1/d', unusual_value, 2, value",
    "factors.csv, 'passing,none,,1,1,', 'passing,none,,1,%,', unusual_value, 8, value",
    "industry.csv, ',brewery,800,', ',brewery,0.8,', unusual_value, 2, wastewater_m3_per_d",
    "standards.csv, 'lake,TP,max,0.05', 'lake,TP,max,50', unusual_value, 8, value",
    "lake_seasons.csv, ',200,2.5,', ',200,0.00025,', unusual_value, 2, wind_m_per_s",
    "plants.csv, '5000,conventional_activated_sludge', '5000,', technology_not_said, 2, technology",
    "inflows.csv, 'dry,local,2,', 'dry,local,0.0002,', unusual_value, 4, discharge_m3_per_s",
    "scenarios/lower-works.toml, '= 3000', '= 3', unusual_value, 6, capacity_m3_per_d",
    "scenarios/lower-works.toml, '= 3000', '= 900000', unusual_value, 6, capacity_m3_per_d",
    "scenarios/lower-works.toml, 'share = 0.7', 'share = 0.0007', unusual_value, 11, share",
  })
  void aFaultRaisesItsProblem(
      String file, String before, String after, String code, int row, String column)
      throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, file, t -> t.replaceFirst(Pattern.quote(before), after));
    isTold(code + " " + file + ":" + row + " " + column);
  }

  // file and a row after its last: one water, reach or place under another id
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "abstractions.csv, 'TAP2,LOW,,1,LOWER,,estimate,', 3",
    "boundaries.csv, 'B2,SRC,dry,20,forest,river,LAND,,estimate,', 5",
    "inflows.csv, 'I2,UP,ebb,local,10,forest,river,UPPER,,estimate,', 8",
    "losses.csv, 'E2,LAKE,dry,evaporation,3,,estimate,', 5",
    "receptors.csv, 'B2,Beach,浴场,ឆ្នេរ,bathing,,TAIL,10,2000,CN-GB3838,III,,estimate,', 4"
  })
  void aRowUnderAnotherIdIsATwin(String file, String more, int row) throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, file, t -> t + more + "\n");
    String id = Files.readString(folder.resolve(file)).replaceFirst(",(?s).*", "");
    isTold("possible_twin " + file + ":" + row + " " + id);
  }

  @Test
  void twoLossesThatAreBothNoneAreNoTwins() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        "losses.csv",
        t -> t + "X,LAKE,dry,loss,0,,estimate,\nY,LAKE,dry,loss,0,,estimate,\n");
    assertFalse(told().toString().contains("possible_twin"), told().toString());
  }

  @Test
  void aFactoryThatIsItsDistrictIsNamed() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        "industry.csv",
        t ->
            t
                + "B2,Mill,,,LOWER,MAIN,3,brewery,300,KH-27-2,105.1,12.1,,estimate,\n"
                + "X9,Lower district,,,LOWER,MAIN,3,brewery,1100,KH-27-2,105.1,12.1,,estimate,\n");
    isTold("named_like_its_unit industry.csv:4 industry");
  }

  @Test
  void aSectorBesideFiguresLeftOverIsNamed() throws IOException {
    Folders.twoTowns(folder);
    Files.delete(folder.resolve("effluents.csv"));
    Folders.edit(
        folder, "factors.csv", t -> t + "concentration,brewery,BOD,300,mg/L,,,estimate,\n");
    assertEquals(List.of(), told());
    Folders.edit(folder, "industry.csv", t -> t.replace(",brewery,", ",province,"));
    isTold("unknown_figure industry.csv:2 sector");
  }

  @Test
  void oneTableWithoutALineEndAmongOthersMayBeCut() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "designations.csv", t -> t.substring(0, 80));
    assertEquals(List.of("no_line_end designations.csv:2 note"), told());
  }

  @Test
  void aStudyThatNeverEndsInALineEndIsNotCut() throws IOException {
    Folders.twoTowns(folder);
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        Files.writeString(file, Files.readString(file).strip());
      }
    }
    assertFalse(told().toString().contains("designations.csv"), told().toString());
  }

  // Nobody knows the size of C1 and C2: only their neighbours show that a unit is wrong.
  @ParameterizedTest
  @CsvSource({
    "factors.csv, 'urban,C1,10,g/d', 'urban,C1,10,t/a', impossible_value factors.csv",
    "standards.csv, '2,2,all,C2', 'urban,2,all,C2', rank_of_two_classes standards.csv"
  })
  void ofAnUnknownConstituentTheNeighboursTell(
      String file, String before, String after, String told) throws IOException {
    new StudyRecipe(40, 3, 12, 2, 2, 1).write(folder, (key, arguments) -> {});
    String text = Files.readString(folder.resolve(file));
    assertTrue(text.contains(before), text);
    Folders.edit(folder, file, t -> t.replaceFirst(Pattern.quote(before), after));
    assertTrue(told().toString().contains(told), told().toString());
  }

  @Test
  void aHiddenFileInPlaceOfATableIsNamed() throws IOException {
    Folders.twoTowns(folder);
    Files.writeString(folder.resolve("._towns.csv"), "x");
    assertEquals(List.of(), told());
    Files.move(folder.resolve("designations.csv"), folder.resolve(".designations.csv"));
    isTold("table_elsewhere .designations.csv:0 ");
  }
}
