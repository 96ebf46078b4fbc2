package org.tonle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tonle.cli.console.Exit;
import org.tonle.folder.Folders;
import tools.jackson.databind.json.JsonMapper;

/// `tonle explain` by id, by name, of an outfall, downstream, and where nothing has the name.
class ExplainCommandTest {
  private static final Path STUDY = Folders.study("two-towns");

  @Test
  void aPlaceIsExplainedWithFilesAndRows() {
    CommandsTest.Ran ran =
        CommandsTest.run("explain", STUDY, "--at", "Tail reach", "--constituent", "BOD");
    assertEquals(Exit.DONE, ran.code(), ran.err());
    assertTrue(ran.out().contains("sanitation.csv, row 6"), ran.out());
    assertTrue(ran.out().contains("Sum: "), ran.out());
  }

  @Test
  void jsonHasTheSameParts() {
    CommandsTest.Ran ran =
        CommandsTest.run(
            "explain", STUDY, "--at", "LAKE", "--constituent", "TP", "--season", "dry", "--json");
    var root = new JsonMapper().readTree(ran.out());
    double sum = 0;
    for (var part : root.get("parts")) {
      sum += part.get("added").asDouble();
    }
    assertEquals(root.get("concentration").asDouble(), sum, 1e-12);
  }

  @Test
  void anOutfallIsExplained() {
    CommandsTest.Ran ran =
        CommandsTest.run("explain", STUDY, "--at", "BREW", "--constituent", "BOD");
    assertTrue(ran.out().contains("240 kg/d"), ran.out());
    assertTrue(ran.out().contains("effluents.csv, row 2"), ran.out());
  }

  @Test
  void aTownIsFollowedDownstream() {
    CommandsTest.Ran ran =
        CommandsTest.run(
            "explain", STUDY, "--source", "上镇", "--constituent", "BOD", "--lang", "km");
    assertTrue(ran.out().contains("INTAKE"), ran.out());
  }

  @Test
  void theNearestNamesAreOffered() {
    CommandsTest.Ran place =
        CommandsTest.run("explain", STUDY, "--at", "Tail rech", "--constituent", "BOD");
    assertEquals(Exit.USAGE, place.code());
    assertTrue(place.err().contains("Did you mean TAIL?"), place.err());
    CommandsTest.Ran what =
        CommandsTest.run("explain", STUDY, "--at", "TAIL", "--constituent", "BOF");
    assertTrue(what.err().contains("Did you mean BOD?"), what.err());
    CommandsTest.Ran several =
        CommandsTest.run("explain", STUDY, "--at", "Upper Town", "--constituent", "BOD");
    assertTrue(several.err().contains("UP, T-UP"), several.err());
    CommandsTest.Ran neither = CommandsTest.run("explain", STUDY, "--constituent", "BOD");
    assertEquals(Exit.USAGE, neither.code());
  }
}
