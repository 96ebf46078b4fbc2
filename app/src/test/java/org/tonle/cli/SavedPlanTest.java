package org.tonle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.cli.console.Exit;
import org.tonle.folder.Folders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What other commands show of a scenario that `tonle plan --save` wrote, with its answer beside
/// it.
class SavedPlanTest {
  @TempDir Path folder;
  private Path study;

  @BeforeEach
  void save() throws IOException {
    study = Folders.twoTowns(folder.resolve("study"));
    Path saved =
        Path.of(System.getProperty("tonle.home", ".."))
            .resolve("app/src/test/resources/org/tonle/report/plan");
    Files.copy(saved.resolve("two-towns.toml"), study.resolve("scenarios/plan.toml"));
    Files.copy(saved.resolve("two-towns.plan.json"), study.resolve("scenarios/plan.plan.json"));
  }

  private void edit(String what, String with) throws IOException {
    Path file = study.resolve("scenarios/plan.toml");
    String text = Files.readString(file);
    assertTrue(text.contains(what));
    Files.writeString(file, text.replace(what, with));
  }

  private JsonNode plans(String... scenarios) throws IOException {
    CommandsTest.Ran ran =
        CommandsTest.run(
            "compare",
            study,
            scenarios[0],
            scenarios[1],
            "--draws",
            20,
            "--no-demand",
            "--json",
            "--out",
            folder.resolve("out"));
    assertEquals(Exit.DONE, ran.code(), ran.err());
    return new JsonMapper().readTree(ran.out()).get("plans");
  }

  @Test
  void theAnswerIsNoUnknownFileOfTheStudy() {
    CommandsTest.Ran ran = CommandsTest.run("check", study);
    assertFalse((ran.out() + ran.err()).contains("plan.json"), ran.out() + ran.err());
  }

  /// 39.832 + 21.756 million to build.
  @Test
  void aComparisonTellsWhatThePlanCosts() throws IOException {
    JsonNode plans = plans("baseline", "plan");
    assertEquals(1, plans.size());
    assertEquals("plan", plans.get(0).get("scenario").asString());
    assertEquals(61.588e6, plans.get(0).get("capital_usd").asDouble(), 1e3);
    assertEquals(21, plans.get(0).get("proven").asInt());
    assertFalse(plans.get(0).get("changed").asBoolean());
    String page = Files.readString(folder.resolve("out/comparison-zh.html"));
    assertTrue(page.contains("各规划的费用"));
  }

  @Test
  void aComparisonWithoutPlansSaysNothingOfCosts() throws IOException {
    assertEquals(0, plans("baseline", "lower-works").size());
    assertFalse(
        Files.readString(folder.resolve("out/comparison-en.html")).contains("What the plans cost"));
  }

  @Test
  void aPlanEditedByHandIsSaidToBeChanged() throws IOException {
    edit("11328", "9000");
    assertTrue(plans("baseline", "plan").get(0).get("changed").asBoolean());
  }

  /// A name and a comment change nothing.
  @Test
  void aPlanWithANameIsTheSamePlan() throws IOException {
    edit("\"Plan\"", "\"Works for 2035\" # so");
    assertFalse(plans("baseline", "plan").get(0).get("changed").asBoolean());
  }

  @Test
  void theReportHasAChapterAndPicturesOfIt() throws IOException {
    CommandsTest.Ran ran =
        CommandsTest.run(
            "report",
            study,
            "--scenario",
            "plan",
            "--draws",
            20,
            "--lang",
            "en",
            "--out",
            folder.resolve("report"));
    assertEquals(Exit.DONE, ran.code(), ran.err());
    String page = Files.readString(folder.resolve("report/report-en.html"));
    assertTrue(page.contains("<h2 id='plan'>") && page.contains("<a href='#plan'>"));
    CommandsTest.Ran listed =
        CommandsTest.run("picture", study, "--scenario", "plan", "--draws", 20);
    for (String name : new String[] {"plan-map", "plan-before", "plan-after", "cash-flow"}) {
      assertTrue(listed.out().contains(name + "\t"), name);
    }
    CommandsTest.Ran drawn =
        CommandsTest.run(
            "picture",
            study,
            "plan-map",
            "--scenario",
            "plan",
            "--draws",
            20,
            "--out",
            folder.resolve("map.svg"));
    assertEquals(Exit.DONE, drawn.code(), drawn.err());
    assertTrue(Files.readString(folder.resolve("map.svg")).contains("class='work'"));
  }

  /// The report judges by the study's own law, of which the plan says nothing.
  @Test
  void aPlanByAnotherLawSaysSoInItsFileAndInTheReport() throws IOException {
    Path file = study.resolve("scenarios/other.toml");
    CommandsTest.Ran ran =
        CommandsTest.run(
            "plan",
            study,
            "--law",
            "KH-27",
            "--draws",
            20,
            "--limit",
            20,
            "--no-trades",
            "--save",
            file);
    assertEquals(Exit.DONE, ran.code(), ran.err());
    assertTrue(ran.out().contains("The limits are those of Sub-Decree No. 27"), ran.out());
    JsonNode plan =
        new JsonMapper().readTree(Files.readString(study.resolve("scenarios/other.plan.json")));
    assertEquals("KH-27", plan.get("standard").asString());
    assertTrue(plan.get("receptors").size() > 0);
    for (String list : new String[] {"receptors", "beyond"}) {
      plan.get(list).forEach(r -> assertEquals("KH-27", r.get("standard").asString()));
    }
    Path out = folder.resolve("report");
    CommandsTest.Ran own =
        CommandsTest.run(
            "report", study, "--scenario", "other", "--draws", 20, "--lang", "en", "--out", out);
    assertEquals(Exit.DONE, own.code(), own.err());
    String says = "The plan keeps the limits of KH-27; this report judges by CN-GB3838.";
    assertTrue(Files.readString(out.resolve("report-en.html")).contains(says));
    CommandsTest.run(
        "report",
        study,
        "--scenario",
        "other",
        "--law",
        "KH-27",
        "--draws",
        20,
        "--lang",
        "en",
        "--out",
        out);
    assertFalse(Files.readString(out.resolve("report-en.html")).contains(says));
  }

  @Test
  void theReportOfAnotherScenarioHasNone() throws IOException {
    CommandsTest.run(
        "report", study, "--draws", 20, "--lang", "en", "--out", folder.resolve("report"));
    assertFalse(Files.readString(folder.resolve("report/report-en.html")).contains("id='plan'"));
  }
}
