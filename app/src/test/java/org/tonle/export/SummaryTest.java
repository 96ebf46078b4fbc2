package org.tonle.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonle.assess.Confidence;
import org.tonle.assess.Verdict;
import org.tonle.folder.Folders;
import org.tonle.folder.StudyReader;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Result;
import org.tonle.run.Runner;
import tools.jackson.databind.node.ObjectNode;

/// FEATURE UNDER TEST: the summary names law, day and finding, and how sure its counts are.
class SummaryTest {
  private static Result result(int draws) {
    Study study = StudyReader.read(Folders.study("two-towns")).study().orElseThrow();
    return Runner.run(study, Scenario.BASELINE, Options.of(draws, 1)).result().orElseThrow();
  }

  @Test
  void namesLawDayAndFinding() {
    Result result = result(50);
    ObjectNode summary = Summary.of(result);
    String law = "GB 3838-2002 Environmental quality standards for surface water";
    assertEquals(law, summary.get("law").asString());
    assertEquals("CN-GB3838", summary.get("standard").asString());
    assertEquals(
        result.study().settings().judging().date().toString(),
        summary.get("standardsDate").asString());
    long breaches =
        result.judged().verdicts().stream()
            .filter(v -> v.required() && v.outcome() == Verdict.Outcome.BREACHED)
            .count();
    String finding = summary.get("finding").asString();
    assertTrue(finding.startsWith("By " + law + ", " + breaches + " limits are broken"), finding);
    assertTrue(finding.contains("Middle reach"), finding);
    assertTrue(summary.get("findingZh").asString().contains("中段"));
    assertTrue(summary.get("findingKm").asString().contains("កំណាត់កណ្ដាល"));
  }

  @Test
  void everyOutcomeHasAKeyOfItsOwn() {
    ObjectNode summary = Summary.of(result(50));
    for (List<String> pair :
        List.of(
            List.of("beyondSources", "beyond_sources"),
            List.of("needsMoreDraws", "needs_more_draws"),
            List.of("modelNotValid", "model_not_valid"),
            List.of("notJudged", "not_judged"))) {
      assertEquals(
          summary.get("verdicts").get(pair.get(1)).asLong(), summary.get(pair.get(0)).asLong());
    }
    summary
        .propertyNames()
        .forEach(key -> assertTrue(key.matches("[a-z][a-zA-Z0-9]*"), key + " is no camelCase"));
    assertEquals(0, Summary.of(result(0)).get("metStandardError").asDouble());
  }

  /// Of 4 draws each is met with chance 1/2, the limit counts as met from 3: chance 5/16, so the
  /// error is √(5/16 · 11/16) = 0.4635; breached to 1 likewise; neither at 2: chance 6/16,
  /// √(60)/16.
  @Test
  void errorsOfCounts() {
    Confidence confidence = new Confidence(0.75, 4);
    assertEquals(0.4635, confidence.errorOfMet(0.5), 1e-4);
    assertEquals(0.4635, confidence.errorOfBreach(0.5), 1e-4);
    assertEquals(0.4841, confidence.errorOfNeither(0.5), 1e-4);
    assertEquals(0, confidence.errorOfMet(1));
  }
}
