package org.tonle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.cli.console.Exit;
import org.tonle.folder.Folders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `tonle compare` on two-towns, whose scenario gives Lower Town a plant. Its 25,000 people of 2019
/// grow by 1.5 % a year to 25000 x 1.015^5 = 26,932.1 in 2024; 0.7 of them, 18,852.5, come to the
/// plant.
class CompareCommandTest {
  @TempDir Path folder;

  private Path study() throws IOException {
    return Folders.twoTowns(folder.resolve("study"));
  }

  private static CommandsTest.Ran compare(Path study, Object... more) {
    Object[] all = new Object[more.length + 4];
    all[0] = "compare";
    all[1] = study;
    System.arraycopy(more, 0, all, 2, more.length);
    all[more.length + 2] = "--draws";
    all[more.length + 3] = "50";
    return CommandsTest.run(all);
  }

  private static List<String> rows(Path file, String start) throws IOException {
    return Files.readAllLines(file).stream().filter(l -> l.startsWith(start)).toList();
  }

  @Test
  void tellsWhoIsServedAndWhatIsRemoved() throws IOException {
    Path out = folder.resolve("out");
    CommandsTest.Ran ran = compare(study(), "baseline", "lower-works", "--json", "--out", out);
    assertEquals(Exit.DONE, ran.code(), ran.err());
    JsonNode one = new JsonMapper().readTree(ran.out()).get("scenarios").get(0);
    // 0.3 in pits before: 8,079.6 safely managed; after 0.7 at the plant and 0.3 x 0.3 in pits
    assertEquals(18852, one.get("toPlantsPeople").asDouble());
    assertEquals(13197, one.get("safelyManagedPeople").asDouble());
    // 0.875 of 1.6 g TP a day passes the plant; three tenths of what was stay as they were
    double people = 25000 * StrictMath.pow(1.015, 5);
    String[] tp =
        rows(out.resolve("load_changes.csv"), "lower-works,source,T-LOW,Lower Town,TP")
            .getFirst()
            .split(",", -1);
    double before = Double.parseDouble(tp[5]);
    double plant = 0.7 * people * 1.6 * 0.875 * 365.25 / 1e6;
    assertEquals(0.3 * before + plant, Double.parseDouble(tp[6]), 1e-4);
    assertTrue(Files.isRegularFile(out.resolve("comparison-km.html")));
    assertEquals(
        "lower-works,set_plant,WP2,status,planned,operating",
        rows(out.resolve("levers.csv"), "lower-works,set_plant").getFirst());
    assertEquals(
        "lower-works,set_sanitation,T-LOW,sewer_plant,0,0.7",
        rows(out.resolve("levers.csv"), "lower-works,set_sanitation").getFirst());
    // the town and its plant lie on the tail reach: all else is above or beside it
    assertEquals(6, rows(out.resolve("unchanged.csv"), "lower-works,").size());
    assertTrue(
        rows(out.resolve("unchanged.csv"), "lower-works,").stream()
            .allMatch(r -> r.endsWith(",nothing_above")));
    assertEquals(
        List.of(),
        rows(out.resolve("changes.csv"), "lower-works,").stream()
            .filter(r -> r.startsWith("lower-works,reach,") && !r.contains(",TAIL,"))
            .toList());
    assertFalse(rows(out.resolve("changes.csv"), "lower-works,reach,TAIL").isEmpty());
  }

  @Test
  void saysWhyALeverAloneDoesNothing() throws IOException {
    String out =
        compare(study(), "baseline", "lower-works", "--no-demand", "--out", folder.resolve("out"))
            .out();
    assertTrue(
        out.contains(
            "The plant Lower works (WP2) gets no wastewater: no town's or factory's sewer leads to"
                + " it."),
        out);
    assertTrue(out.contains("nothing that changed enters above them (ARM, MAIN"), out);
    assertTrue(out.contains("This lever is moved together with others"), out);
  }

  @Test
  void aComparisonWithoutDemandReplacesNoneThatHasIt() throws IOException {
    Path out = folder.resolve("out");
    Path study = study();
    assertEquals(Exit.DONE, compare(study, "baseline", "lower-works", "--out", out).code());
    List<String> cuts = Files.readAllLines(out.resolve("demand_changes.csv"));
    assertTrue(cuts.size() > 1, cuts.toString());
    CommandsTest.Ran less = compare(study, "baseline", "lower-works", "--no-demand", "--out", out);
    assertEquals(Exit.USAGE, less.code());
    assertTrue(less.err().contains("leave out --no-demand"), less.err());
    assertEquals(cuts, Files.readAllLines(out.resolve("demand_changes.csv")));
  }

  @Test
  void refusesWhatCannotBeCompared() throws IOException {
    Path study = study();
    CommandsTest.Ran unknown = compare(study, "baseline", "lower-work");
    assertEquals(Exit.USAGE, unknown.code());
    assertTrue(unknown.err().contains("Did you mean lower-works?"), unknown.err());
    CommandsTest.Ran same = compare(study, "lower-works", "lower-works");
    assertEquals(Exit.USAGE, same.code());
    assertTrue(same.err().contains("nothing to compare"), same.err());
    CommandsTest.Ran one = compare(study, "lower-works");
    assertEquals(Exit.USAGE, one.code());
    assertTrue(one.err().contains("needs two or more scenarios"), one.err());
    assertFalse(one.err().contains("fault"), one.err());
  }

  @Test
  void saysThatAScenarioChangesNothing() throws IOException {
    Path study = study();
    Files.writeString(study.resolve("scenarios/empty.toml"), "id = \"empty\"\nname = \"Empty\"\n");
    Files.writeString(
        study.resolve("scenarios/same.toml"),
        "id = \"same\"\nname = \"Same\"\n[[set_plant]]\nplant = \"WP\"\nstatus = \"operating\"\n");
    for (String id : List.of("empty", "same")) {
      CommandsTest.Ran ran = compare(study, "baseline", id, "--out", folder.resolve(id));
      assertEquals(Exit.DONE, ran.code(), ran.err());
      assertTrue(ran.out().contains("Nothing moves"), ran.out());
      assertTrue(ran.out().contains("set every lever to the same value"), ran.out());
      assertTrue(
          ran.err().contains("scenario_without_changes") || ran.err().contains("changes_nothing"),
          ran.err());
    }
  }
}
