package org.tonle.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tonle.folder.ScenarioText;
import org.tonle.folder.StudyReader;
import org.tonle.model.Names;
import org.tonle.model.Sanitation;
import org.tonle.model.Scenario;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Scenario.From;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.scenario.ScenarioCheck;

/// FEATURE UNDER TEST: a scenario written as a file reads back as the same scenario.
final class ScenarioTomlTest {
  private final Study study =
      StudyReader.read(Path.of(System.getProperty("tonle.home", "..")).resolve("studies/two-towns"))
          .study()
          .orElseThrow();

  @Test
  void everyScenarioOfTheStudyComesBack() {
    for (Scenario scenario : study.scenarios()) {
      assertComesBack(scenario);
    }
  }

  @Test
  void everyKindOfChangeComesBack() {
    String town = town().town();
    String sewershed = town().sewershed().isPresent() ? town().id() : "";
    List<Change> changes =
        List.of(
            new Change.ScaleLoad("", "", town().id(), "", 0.5, OptionalInt.of(2030)),
            new Change.SetSanitation(
                town,
                sewershed,
                Sanitation.Path.SEPTIC,
                1 / 3.0,
                "",
                From.ALL,
                OptionalInt.empty()),
            new Change.Build(
                town().id(),
                "waste_stabilisation_ponds+chlorination",
                OptionalDouble.of(1234.5),
                "",
                List.of(),
                0.85,
                OptionalInt.of(2030)));
    assertComesBack(
        new Scenario("a-plan", new Names("A \"plan\" \\ of works", "规划", "ផែនការ"), changes));
  }

  private Source.Town town() {
    return study.emissions().sources().stream()
        .filter(Source.Town.class::isInstance)
        .map(Source.Town.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private void assertComesBack(Scenario scenario) {
    String text = ScenarioToml.of(scenario, List.of("a comment"));
    ScenarioText read = ScenarioText.toml("", text, ScenarioCheck.of(study));
    assertEquals(List.of(), read.problems().stream().filter(p -> p.isError()).toList(), text);
    assertEquals(scenario.changes(), read.scenario().orElseThrow().changes(), text);
    assertEquals(scenario.names(), read.scenario().orElseThrow().names());
    assertEquals(scenario.year(), read.scenario().orElseThrow().year());
    assertEquals(scenario.growth(), read.scenario().orElseThrow().growth());
    assertEquals(scenario.climate(), read.scenario().orElseThrow().climate());
  }
}
