package org.tonle.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.model.Scenario;
import org.tonle.problem.Problem;
import org.tonle.run.Runner;

/// What is wrong with the water of a study, and shows only when it is made ready: each fault raises
/// its own problem with its figures.
class WaterFaultsTest {
  @TempDir Path folder;

  private List<String> found(String code) {
    return Runner.check(StudyReader.read(folder).study().orElseThrow(), Scenario.BASELINE).stream()
        .filter(p -> p.code().equals(code))
        .map(WaterFaultsTest::told)
        .toList();
  }

  private static String told(Problem p) {
    return p.severity() + " " + p.found() + " | " + p.expected() + " | " + p.hint();
  }

  @Test
  void aFormulaBeyondItsRangeIsNamed() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "reach_seasons.csv", t -> t.replace("HEAD,wet,200,28", "HEAD,wet,200,43"));
    assertEquals(
        List.of("WARNING HEAD (wet): 43 °C | Benson & Krause 1984: temperature 0–40 °C | 1"),
        found("beyond_fit"));
  }

  // The river carries 200 m³/s in the wet season; the boundary brings only 120.
  @Test
  void waterFromNowhereIsNamed() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "boundaries.csv", t -> t.replace("B1,SRC,wet,200", "B1,SRC,wet,120"));
    assertEquals(List.of("WARNING SRC: 200 m³/s | 120 m³/s | wet"), found("water_from_nowhere"));
  }

  // All that arrives at the mouth evaporates: 40 + 119, 40 + 129 and 10 + 32.429355 m³/s.
  @Test
  void aLoadThatEndsWithoutWaterIsNamed() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(
        folder,
        "losses.csv",
        t ->
            t
                + """
                PAN,MOUTH,wet,evaporation,159,,estimate,
                PAN,MOUTH,ebb,evaporation,169,,estimate,
                PAN,MOUTH,dry,evaporation,42.429355,,estimate,
                """);
    assertEquals(
        List.of("WARNING MOUTH | BOD 501, NH4-N 108, TN 296, TP 42.8, salt 263 t/a | "),
        found("load_ends_without_water"));
  }

  // In the dry season 0.5 m³/s come from above and flow on: no room for the sewers of 60,000 people
  // five years later, 0.7 * 60,000 * 1.02^5 * 150 L/d = 6,956 m³/d = 0.0805 m³/s.
  @Test
  void moreEffluentThanItsRiverIsNamed() throws IOException {
    Folders.twoTowns(folder);
    Folders.edit(folder, "boundaries.csv", t -> t.replace("B1,SRC,dry,20", "B1,SRC,dry,0.5"));
    Folders.edit(folder, "inflows.csv", t -> t.replace("I1,UP,dry,local,2", "I1,UP,dry,local,0"));
    Folders.edit(
        folder,
        "reach_seasons.csv",
        t -> t.replace("HEAD,dry,20", "HEAD,dry,0.5").replace("MID,dry,22", "MID,dry,0.5"));
    assertEquals(
        List.of("WARNING UP: 0.0805 m³/s | 0.581 m³/s | dry"), found("effluent_above_river"));
  }
}
