package org.tonle.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.plan.answer.PlannedLimit;
import org.tonle.plan.answer.Planner;

/// FEATURE UNDER TEST: works that change discharges by more than 5 % have their effects computed
/// again in the water that they make.
final class NewFlowsTest {
  /// Upper Town lets 2 m³ a person and day join the river, and its sewers may be led to Lower Town.
  private static Study thirsty(Path folder) throws IOException {
    StudyCopy copy = StudyCopy.of("two-towns", folder);
    copy.replace("study.toml", "(?m)^\\[hydraulics\\]$", "[hydraulics]\neffluents = \"join\"");
    copy.replace(
        "towns.csv", "urban,60000,2019,2,150,105.05,12.4", "urban,100000,2019,2,2000,105.05,12.4");
    copy.replace("towns.csv", "105.21,12.04", "105.07,12.32");
    return copy.study();
  }

  /// 70 % of 100,000 · 1.02⁵ people: 1.79 of 23.79 m³/s in the dry season leave the upper reach.
  @Test
  void effectsAreComputedAgainWithTheNewDischarges(@TempDir Path folder) throws IOException {
    Study study = thirsty(folder);
    Planner.Planned planned =
        StudyCopy.plan(
            study, Scenario.BASELINE, 0.7, r -> r, List.of("T-LOW+T-UP@T-LOW:mbr+chlorination"));
    assertEquals("MID", planned.notes().flows().reach());
    assertEquals("dry", planned.notes().flows().season());
    assertEquals(0.0752, planned.notes().flows().largestShare(), 0.002);
    assertEquals(1, planned.notes().flows().rounds());
    // The sample in the new water says what fresh draws of a full run find.
    for (int r = 0; r < planned.model().rows().size(); r++) {
      var row = planned.model().rows().get(r);
      double sample = (double) planned.plan().held()[r] / row.drawCount();
      double fresh =
          planned.answer().limits().stream()
              .filter(l -> l.question().equals(row.question()))
              .mapToDouble(PlannedLimit::after)
              .min()
              .orElseThrow();
      assertTrue(sample >= fresh - 0.06, row.question() + ": " + sample + ", fresh " + fresh);
    }
  }

  /// The same town with 150 litres changes no discharge by a tenth of that.
  @Test
  void smallChangesAreTold(@TempDir Path folder) throws IOException {
    StudyCopy copy = StudyCopy.of("two-towns", folder);
    copy.replace("study.toml", "(?m)^\\[hydraulics\\]$", "[hydraulics]\neffluents = \"join\"");
    Planner.Planned planned =
        StudyCopy.plan(copy.study(), Scenario.BASELINE, 0.7, r -> r, List.of());
    assertEquals(0, planned.notes().flows().rounds());
    assertTrue(planned.notes().flows().largestShare() < 0.05);
  }
}
