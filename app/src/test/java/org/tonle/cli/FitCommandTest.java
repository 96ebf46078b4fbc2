package org.tonle.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.cli.console.Exit;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.model.Posterior;
import org.tonle.model.Study;
import org.tonle.service.PosteriorFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FitCommandTest {
  @TempDir Path folder;

  /// Two towns with one parameter and observations to fit it by.
  private Path study() throws IOException {
    Path study = Folders.twoTowns(folder.resolve("study"));
    Path observations = study.resolve("observations.csv");
    String text = Files.readString(observations);
    Files.writeString(
        observations,
        text.replace("mean,6,0.52,mg/L,check", "mean,6,0.52,mg/L,fit")
            .replace("sample,1,0.21,mg/L,check", "sample,1,0.21,mg/L,fit"));
    Files.writeString(
        study.resolve("parameters.csv"),
        """
        parameter,kind,scope,constituent,start,low,high,prior_cv,unit,reference,quality,note
        sewered load,load,sewered,,1,0.2,5,0.2,,,estimate,a guess
        """);
    return study;
  }

  @Test
  void aFitPrintsItsParametersAndGrades() throws IOException {
    CommandsTest.Ran ran = CommandsTest.run("fit", study(), "--json");
    assertEquals(Exit.DONE, ran.code(), ran.err());
    JsonNode json = new JsonMapper().readTree(ran.out());
    assertEquals("sewered load", json.at("/parameters/0/name").asString());
    double estimate = json.at("/parameters/0/estimate").asDouble();
    assertTrue(0.2 <= estimate && estimate <= 5, "" + estimate);
    assertEquals(2, json.get("observations").asInt());
    json.get("grades").forEach(g -> assertTrue(g.get("coverage90").isNull(), g.toString()));
  }

  @Test
  void stationsLeftOutBecomeATable() throws IOException {
    Path study = study();
    Path own = study.resolve("model_error.csv");
    String before = Files.readString(own);
    CommandsTest.Ran refused = CommandsTest.run("fit", study, "--leave-out", "--write", own);
    assertEquals(Exit.USAGE, refused.code());
    assertTrue(refused.err().contains("exists"), refused.err());
    assertEquals(before, Files.readString(own));
    assertEquals(Exit.USAGE, CommandsTest.run("fit", study, "--write", "new.csv").code());
    Path table = folder.resolve("new.csv");
    CommandsTest.Ran ran =
        CommandsTest.run("fit", study, "--leave-out", "--draws", 50, "--write", table, "--json");
    assertEquals(Exit.DONE, ran.code(), ran.err());
    JsonNode json = new JsonMapper().readTree(ran.out());
    assertEquals(1, json.get("refitted").size());
    assertEquals("default", json.at("/modelErrors/0/basis").asString());
    assertTrue(Files.readString(table).contains("\nFC,,0.3,0,default,,"));
    Files.move(table, own, StandardCopyOption.REPLACE_EXISTING);
    assertTrue(StudyReader.read(study).problems().stream().noneMatch(p -> p.isError()));
    CommandsTest.Ran told = CommandsTest.run("fit", study, "--leave-out", "--draws", 50);
    assertTrue(told.out().contains("fewer than 5 stations"), told.out());
  }

  @Test
  void nothingToLeaveOutIsSaid() throws IOException {
    Path study = Folders.twoTowns(folder.resolve("bare"));
    Files.delete(study.resolve("observations.csv"));
    CommandsTest.Ran ran = CommandsTest.run("fit", study, "--leave-out");
    assertEquals(Exit.PROBLEMS, ran.code());
    assertTrue(ran.err().contains("no observation tests the model"), ran.err());
  }

  @Test
  void drawsTellTheCoverageOfTheBand() throws IOException {
    CommandsTest.Ran ran = CommandsTest.run("fit", study(), "--draws", 30, "--json");
    assertEquals(Exit.DONE, ran.code(), ran.err());
    JsonNode grades = new JsonMapper().readTree(ran.out()).get("grades");
    assertFalse(grades.isEmpty());
    grades.forEach(
        g -> {
          double covered = g.get("coverage90").asDouble(-1);
          assertTrue(0 <= covered && covered <= 1, g.toString());
        });
  }

  @Test
  void wrongInputIsSaid() throws IOException {
    Path study = study();
    assertEquals(Exit.USAGE, CommandsTest.run("fit", study, "--draws", 3).code());
    assertEquals(Exit.USAGE, CommandsTest.run("fit", study, "--ensemble", "--draws", 10).code());
    assertEquals(Exit.USAGE, CommandsTest.run("fit", study, "--start", "none.csv").code());
    Files.delete(study.resolve("parameters.csv"));
    CommandsTest.Ran ran = CommandsTest.run("fit", study);
    assertEquals(Exit.PROBLEMS, ran.code());
    assertTrue(ran.err().contains("no_parameters"), ran.err());
  }

  @Test
  void importRefusesWhatItCannotRead() {
    Path out = folder.resolve("out");
    CommandsTest.Ran none =
        CommandsTest.run("import", "sparrow", folder.resolve("nothing"), "--out", out);
    assertEquals(Exit.USAGE, none.code());
    assertEquals(Exit.USAGE, CommandsTest.run("import", "fish", folder, "--out", out).code());
    assertEquals(
        Exit.USAGE,
        CommandsTest.run("import", "sparrow", folder, "--out", out, "--tolerate", "rain").code());
    assertEquals(Exit.PROBLEMS, CommandsTest.run("import", "sparrow", folder, "--out", out).code());
    assertFalse(Files.exists(out));
  }

  @Test
  void aPosteriorIsReadAsItWasWritten() throws IOException {
    Path study = Folders.twoTowns(folder.resolve("study"));
    Posterior.Input plain = new Posterior.Input("load/study", "livestock");
    Posterior.Input quoted = new Posterior.Input("load/individual", "a, \"b\"");
    Posterior written =
        new Posterior(
            Map.of(plain, new double[] {0.5, -1.25, 3}, quoted, new double[] {0, 1e-5, -2}));
    PosteriorFile.write(written, study);
    Study read = StudyReader.read(study).study().orElseThrow();
    Posterior again = read.evidence().posterior();
    assertEquals(written.inputs(), again.inputs());
    for (Posterior.Input input : written.inputs()) {
      assertArrayEquals(
          written.find(input.variable(), input.object()).orElseThrow(),
          again.find(input.variable(), input.object()).orElseThrow(),
          1e-7);
    }
  }
}
