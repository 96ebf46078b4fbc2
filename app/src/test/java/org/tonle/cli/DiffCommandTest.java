package org.tonle.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.cli.console.Exit;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.folder.sheet.InputTable;
import org.tonle.store.InputsFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// FEATURE UNDER TEST: `tonle diff` names what differs between two results, to the cell, and says
/// whether it is the cause of the numbers that moved.
class DiffCommandTest {
  @TempDir Path folder;

  private Path study;
  private Path before;

  @BeforeEach
  void runOnce() throws IOException {
    study = Folders.twoTowns(folder.resolve("study"));
    before = result("before");
  }

  private Path result(String name, Object... options) {
    Path out = folder.resolve(name);
    List<Object> line = new ArrayList<>(List.of("run", study, "--out", out, "--draws", 40));
    line.addAll(List.of(options));
    CommandsTest.Ran ran = CommandsTest.run(line.toArray());
    assertEquals(Exit.DONE, ran.code(), ran.err());
    return out;
  }

  private void edit(String file, String old, String now) throws IOException {
    Path path = study.resolve(file);
    String text = Files.readString(path);
    assertTrue(text.contains(old), old);
    Files.writeString(path, text.replace(old, now));
  }

  private JsonNode diff(Path after, Object... options) {
    List<Object> line = new ArrayList<>(List.of("diff", before, after, "--json"));
    line.addAll(List.of(options));
    CommandsTest.Ran ran = CommandsTest.run(line.toArray());
    assertEquals(Exit.DONE, ran.code(), ran.err());
    return new JsonMapper().readTree(ran.out());
  }

  @Test
  void oneChangedCellIsTheCause() throws IOException {
    edit("towns.csv", "urban,60000", "urban,66000");
    JsonNode json = diff(result("after"));
    assertEquals("one", json.get("verdict").asString());
    assertEquals(1, json.get("differences").size());
    JsonNode found = json.get("differences").get(0);
    assertEquals("towns.csv", found.get("file").asString());
    assertEquals(2, found.get("row").asInt());
    assertEquals("population", found.get("column").asString());
    assertEquals("T-UP", found.get("key").asString());
    assertEquals("60000", found.get("before").asString());
    assertEquals("66000", found.get("after").asString());
    JsonNode largest = json.get("moved").get("largest");
    assertTrue(json.get("moved").get("count").asInt() >= largest.size());
    double last = Double.POSITIVE_INFINITY;
    for (JsonNode moved : largest) {
      if (moved.get("change").isNumber()) {
        double a = moved.get("before").asDouble();
        double b = moved.get("after").asDouble();
        double size = Math.abs(b - a) / Math.max(Math.abs(a), Math.abs(b));
        assertTrue(size <= last, moved.toString());
        last = size;
      }
    }
    CommandsTest.Ran told = CommandsTest.run("diff", before, folder.resolve("after"));
    assertTrue(told.out().contains("towns.csv:2  population of T-UP: 60000 → 66000"), told.out());
    CommandsTest.Ran khmer =
        CommandsTest.run("diff", before, folder.resolve("after"), "--lang", "km");
    assertTrue(khmer.out().contains("មូលហេតុ"), khmer.out());
  }

  /// Rows from last to first, columns from last to first, line ends, a byte-order mark, semicolons,
  /// a new empty column and a thousands mark say nothing new.
  @Test
  void anotherWritingIsNoDifference() throws IOException {
    try (Stream<Path> files = Files.list(study)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        if (!file.endsWith("seasons.csv") && !file.endsWith("constituents.csv")) {
          Collections.reverse(lines.subList(1, lines.size()));
        }
        Files.writeString(file, "\uFEFF" + String.join("\r\n", lines) + "\r\n");
      }
    }
    Files.writeString(
        study.resolve("industry.csv"),
        """
        note;quality;reference;lat;lon;effluent_class;wastewater_m3_per_d;sector;position_km;reach;\
        unit;name_km;name_zh;name;industry;employees
        invented for the tutorial;estimate;;12.1;105.16;KH-27-2;800,0;brewery;12;MAIN;LOWER;\
        រោងចក្រស្រាបៀរ;啤酒厂;Brewery;BREW;
        """);
    edit("towns.csv", "urban,60000", "urban,60 000");
    JsonNode json = diff(result("after"));
    assertEquals(List.of(), List.copyOf(json.get("differences").valueStream().toList()));
    assertEquals("same", json.get("verdict").asString(), json.toString());
    assertEquals(
        json.get("before").get("studyHash").asString(),
        json.get("after").get("studyHash").asString());
  }

  /// The order of seasons is the order of the year.
  @Test
  void otherOrderOfSeasonsIsADifference() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(study.resolve("seasons.csv")));
    lines.add(1, lines.removeLast());
    Files.write(study.resolve("seasons.csv"), lines);
    JsonNode json = diff(result("after"));
    assertEquals("seasons.csv", json.get("parts").get(0).get("file").asString());
  }

  @Test
  void anotherSeedIsSpread() throws IOException {
    JsonNode json = diff(result("after", "--seed", 7));
    assertEquals("spread", json.get("verdict").asString());
    for (JsonNode moved : json.get("moved").get("largest")) {
      assertFalse(moved.get("column").asString().equals("central"), moved.toString());
    }
  }

  @Test
  void severalPartsGetSharesThatSumToTheWhole() throws IOException {
    edit("towns.csv", "urban,60000", "urban,90000");
    edit("plants.csv", "operating,5000", "operating,9000");
    edit("study.toml", "temperature_c = 28", "temperature_c = 25");
    Path after = result("after", "--seed", 7, "--scenario", "lower-works");
    assertEquals("several", diff(after).get("verdict").asString());
    assertFalse(diff(after).has("attribution"));
    JsonNode json = diff(after, "--attribute");
    assertEquals("several", json.get("verdict").asString());
    assertEquals(5, json.get("parts").size());
    JsonNode attribution = json.get("attribution");
    assertEquals(5, attribution.get("steps").size());
    JsonNode figures = attribution.get("figures");
    List<String> kinds = figures.valueStream().map(f -> f.get("kind").asString()).toList();
    assertTrue(kinds.containsAll(List.of("breaches", "cut_t_per_a", "concentration")), "" + kinds);
    for (int f = 0; f < figures.size(); f++) {
      double sum = 0;
      double shares = 0;
      for (JsonNode step : attribution.get("steps")) {
        sum += step.get("changes").get(f).asDouble();
        shares += step.get("shares").get(f).asDouble();
      }
      double all = figures.get(f).get("after").asDouble() - figures.get(f).get("before").asDouble();
      assertEquals(all, sum, 1e-9 * Math.abs(all) + 1e-12);
      if (all != 0) {
        assertEquals(1, shares, 1e-9);
      }
    }
    // the ends of the way are the results themselves
    assertEquals(json.get("before").get("breaches").asInt(), figures.get(0).get("before").asInt());
    assertEquals(json.get("after").get("breaches").asInt(), figures.get(0).get("after").asInt());
  }

  /// A town that sends to a new plant cannot be run without the plant's table, so both get one
  /// share.
  @Test
  void partsThatNeedEachOtherGoTogether() throws IOException {
    edit("sanitation.csv", "T-UP,sewer_plant,0.6,WP,", "T-UP,sewer_plant,0.6,NEW,");
    String plants = Files.readString(study.resolve("plants.csv"));
    String row = plants.lines().filter(l -> l.startsWith("WP,")).findFirst().orElseThrow();
    Files.writeString(
        study.resolve("plants.csv"),
        plants + row.replace("WP,Upper works", "NEW,New works") + "\n");
    edit("towns.csv", "urban,60000", "urban,66000");
    edit("sanitation.csv", "T-UP,sewer,0.1", "T-UP,sewer,0.1");
    JsonNode json = diff(result("after"), "--attribute");
    assertEquals(3, json.get("parts").size());
    List<List<String>> steps =
        json.get("attribution")
            .get("steps")
            .valueStream()
            .map(s -> s.get("parts").valueStream().map(p -> p.get("file").asString()).toList())
            .toList();
    assertEquals(3, steps.stream().mapToInt(List::size).sum(), steps.toString());
    assertTrue(steps.contains(List.of("sanitation.csv")) || steps.size() < 3, steps.toString());
  }

  @Test
  void rowsThatComeAndGoAreNamed() throws IOException {
    Files.writeString(
        study.resolve("livestock.csv"),
        Files.readString(study.resolve("livestock.csv")).lines().limit(1).findFirst().orElseThrow()
            + "\n");
    JsonNode json = diff(result("after"));
    for (JsonNode d : json.get("differences")) {
      assertEquals("livestock.csv", d.get("file").asString());
      assertEquals("", d.get("after").asString());
    }
    assertEquals("one", json.get("verdict").asString());
  }

  /// A result that keeps no inputs gets a sentence and what its summary tells.
  @Test
  void anOlderResultIsSaidToBeOne() throws IOException {
    Path after = result("after", "--seed", 7);
    Files.delete(after.resolve(InputsFile.NAME));
    JsonNode json = diff(after);
    assertEquals("not_known", json.get("verdict").asString());
    assertEquals("seed", json.get("parts").get(0).get("kind").asString());
    CommandsTest.Ran ran = CommandsTest.run("diff", before, after);
    assertTrue(ran.out().contains("has no inputs.sqlite"), ran.out());
    Files.delete(before.resolve(InputsFile.NAME));
    after = result("again");
    assertEquals("same_figures", diff(after).get("verdict").asString());
  }

  @Test
  void whatIsNoResultIsRefusedInASentence() throws IOException {
    for (Path other : List.of(folder.resolve("nothing"), study)) {
      CommandsTest.Ran ran = CommandsTest.run("diff", before, other);
      assertEquals(Exit.USAGE, ran.code());
      assertTrue(ran.err().contains(other.toString()), ran.err());
    }
    Path after = result("after");
    Files.writeString(after.resolve(InputsFile.NAME), "no database");
    assertEquals(Exit.USAGE, CommandsTest.run("diff", before, after).code());
    Files.writeString(after.resolve("summary.json"), "{");
    assertEquals(Exit.USAGE, CommandsTest.run("diff", before, after).code());
    assertEquals(Exit.USAGE, CommandsTest.run("diff", before).code());
  }

  /// The same inputs give the same bytes, and what was stored reads as what was read.
  @Test
  void inputsAreKeptAsTyped() throws IOException {
    edit("towns.csv", "urban,60000", "urban,60 000");
    Path one = result("one");
    Path two = result("two");
    assertArrayEquals(
        Files.readAllBytes(one.resolve(InputsFile.NAME)),
        Files.readAllBytes(two.resolve(InputsFile.NAME)));
    InputsFile.Stored stored = InputsFile.read(one.resolve(InputsFile.NAME));
    InputTable towns = stored.inputs().find("towns.csv").orElseThrow();
    assertTrue(towns.rows().getFirst().typed().contains("60 000"));
    Path again = Files.createDirectory(folder.resolve("again"));
    stored.inputs().write(again);
    assertEquals(stored.studyHash(), StudyReader.read(again).inputs().hash());
    assertEquals(stored.studyHash(), StudyReader.read(study).inputs().hash());
  }

  /// Above 5 MB only the hashes are kept, and `diff` says so.
  @Test
  void largeTablesKeepTheirHash() throws IOException {
    String note = "x".repeat(3900);
    StringBuilder text = new StringBuilder("reference,title\n");
    for (int i = 0; i < 1400; i++) {
      text.append("R").append(i).append(',').append(note).append('\n');
    }
    Path references = study.resolve("references.csv");
    Files.writeString(
        references, Files.readString(references).lines().findFirst().orElseThrow() + "\n");
    Files.write(references, text.toString().getBytes(StandardCharsets.UTF_8));
    Path large = result("large");
    assertTrue(Files.size(large.resolve(InputsFile.NAME)) < 1_000_000);
    CommandsTest.Ran ran = CommandsTest.run("diff", before, large);
    assertTrue(ran.out().contains("5 MB"), ran.out());
    assertTrue(ran.out().contains("references.csv: the table differs"), ran.out());
    edit("towns.csv", "urban,60000", "urban,66000");
    CommandsTest.Ran attributed = CommandsTest.run("diff", before, result("larger"), "--attribute");
    assertEquals(Exit.USAGE, attributed.code());
  }
}
