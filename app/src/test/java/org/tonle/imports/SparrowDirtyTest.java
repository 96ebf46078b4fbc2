package org.tonle.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.assess.MassBalance;
import org.tonle.fit.Conditioning;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.run.Options;
import org.tonle.run.Runner;
import org.tonle.simulate.course.MassLine;

/// FEATURE UNDER TEST: a network with faults (data/us-sparrow-mrb2-tn; U.S. Geological Survey,
/// sparrow-dss): the problems name its bad nodes and no others; taken knowingly, its published
/// predictions come out.
class SparrowDirtyTest {
  @TempDir Path folder;

  private static Path tables() {
    return SparrowCase.folder("data", "us-sparrow-mrb2-tn");
  }

  @Test
  void theProblemsNameExactlyTheBadNodes() throws IOException {
    SparrowImport read = SparrowImport.read(tables(), Optional.empty(), "", Set.of());
    assertFalse(read.isSound());
    assertEquals(
        List.of("3641", "7523", "7551", "7589", "7592", "7715"),
        read.problems().stream()
            .filter(p -> p.code().equals("fractions_do_not_sum"))
            .map(p -> p.found().replaceFirst(":.*", ""))
            .toList());
    assertEquals(
        List.of("7715 -> 7715 (81149)"),
        read.problems().stream()
            .filter(p -> p.code().equals("cycle_in_network"))
            .map(Problem::found)
            .toList());
    assertEquals(7, read.problems().size());
  }

  @Test
  void takenKnowinglyThePublishedPredictionsComeOut() throws IOException {
    Study study =
        SparrowCase.study(tables(), "", folder, "fractions_do_not_sum", "cycle_in_network");
    assertTrue(
        study.settings().accepted().stream()
            .anyMatch(a -> a.code().equals("fractions_do_not_sum") && !a.reason().isBlank()));
    Map<String, Double> loads = SparrowCase.loads(Conditioning.of(study));
    ForeignTable sites = ForeignTable.find(tables(), "resids.txt").orElseThrow();
    assertEquals(321, sites.size());
    for (int i = 0; i < sites.size(); i++) {
      String reach = sites.text(i, "MRB_ID");
      double published = sites.number(i, "PREDICT");
      double found = loads.getOrDefault(reach, Double.NaN);
      assertEquals(1, found / published, 1e-5, reach);
    }
    MassBalance balance =
        Runner.run(study, Scenario.BASELINE, Options.of(0, 1))
            .result()
            .orElseThrow()
            .balances()
            .mass()
            .getFirst();
    // five of the six nodes have rivers above them, whose load both branches get
    assertTrue(balance.value(MassLine.CREATED) > 0, "mass is made where shares sum to 2");
    assertTrue(balance.error() < 1e-9, "error " + balance.error());
  }
}
