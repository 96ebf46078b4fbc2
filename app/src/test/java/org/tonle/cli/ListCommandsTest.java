package org.tonle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.cli.console.Exit;
import org.tonle.folder.Folders;
import tools.jackson.databind.json.JsonMapper;

/// Commands that list what a study has, and what is offered where it has not.
class ListCommandsTest {
  @TempDir Path folder;

  @Test
  void scenariosAreListed() {
    CommandsTest.Ran ran = CommandsTest.run("scenarios", Folders.study("two-towns"), "--json");
    var second = new JsonMapper().readTree(ran.out()).get(1);
    assertEquals("lower-works", second.get("id").asString());
    assertEquals(2, second.get("changes").asInt());
    assertEquals("[\"loads\"]", second.get("touches").toString());
  }

  @Test
  void placesAreFoundInAnyScript() {
    Path study = Folders.study("two-towns");
    assertTrue(CommandsTest.run("places", study, "上镇").out().contains("T-UP"));
    assertTrue(CommandsTest.run("places", study, "uPPER tOWN").out().contains("T-UP"));
    CommandsTest.Ran none = CommandsTest.run("places", study, "Uper Town");
    assertEquals(Exit.USAGE, none.code());
    assertTrue(none.err().contains("Did you mean"), none.err());
  }

  @Test
  void theNearestScenarioIsOffered() {
    CommandsTest.Ran ran =
        CommandsTest.run("run", Folders.study("two-towns"), "--scenario", "lower-wroks");
    assertEquals(Exit.USAGE, ran.code());
    assertTrue(ran.err().contains("Did you mean lower-works?"), ran.err());
  }

  /// A plant too small only under the scenario: 0.7 of the people bring more than 100 m³/d.
  @Test
  void checkPreparesEveryScenario() throws IOException {
    Folders.twoTowns(folder);
    Path file = folder.resolve("scenarios/lower-works.toml");
    Files.writeString(
        file,
        Files.readString(file).replace("capacity_m3_per_d = 3000", "capacity_m3_per_d = 100"));
    CommandsTest.Ran ran = CommandsTest.run("check", folder, "--json");
    assertTrue(ran.out().contains("plants.csv (lower-works)"), ran.out());
  }

  @Test
  void theCatalogueIsListedWithItsMarks() {
    Path study = Folders.study("two-towns");
    var json = new JsonMapper().readTree(CommandsTest.run("catalogue", study, "--json").out());
    var ditch =
        json.get("technologies")
            .valueStream()
            .filter(t -> t.get("technology").asString().equals("oxidation_ditch"))
            .findFirst()
            .orElseThrow();
    // 154,651 · 10,000^0.526
    assertEquals(19.66e6, ditch.get("capital_usd").asDouble(), 0.02e6);
    assertEquals("unverified", ditch.get("removal").get("BOD").get("quality").asString());
    assertEquals(true, ditch.get("cost_is_default").asBoolean());
    for (String language : java.util.List.of("en", "zh", "km")) {
      String text = CommandsTest.run("catalogue", study, "--lang", language).out();
      assertTrue(text.contains("oxidation_ditch"), text);
      assertTrue(text.contains("282000"), text);
    }
    CommandsTest.Ran none = CommandsTest.run("catalogue", study, "--capacity", "0");
    assertEquals(Exit.USAGE, none.code());
    assertEquals(Exit.USAGE, CommandsTest.run("catalogue", study, "--capacity", "NaN").code());
  }
}
