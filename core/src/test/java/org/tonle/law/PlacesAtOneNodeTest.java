package org.tonle.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.model.Check;
import org.tonle.model.Entry;
import org.tonle.model.Names;
import org.tonle.model.Posterior;
import org.tonle.model.Provenance;
import org.tonle.model.Receptor;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Options;
import org.tonle.run.Runner;

/// LAW: an intake, a bathing place and a station at one node have one water.
class PlacesAtOneNodeTest {
  private static Receptor receptor(String id, Receptor.Kind kind, String node) {
    return new Receptor(id, Names.of(id), kind, Entry.atNode(node), 1, "", "", Provenance.NONE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void haveTheSameConcentrations(long seed) {
    Study study = new RandomStudy(seed).study();
    String node = study.waterways().reaches().getFirst().line().fromNode();
    Study.Rules rules =
        new Study.Rules(
            study.rules().limits(),
            study.rules().effluentLimits(),
            study.rules().designations(),
            List.of(
                receptor("intake", Receptor.Kind.INTAKE, node),
                receptor("beach", Receptor.Kind.BATHING, node)),
            study.rules().conditions(),
            study.rules().laws());
    Check check =
        new Check(
            node,
            study.waterways().seasons().getFirst().id(),
            study.chemistry().constituents().getFirst().id(),
            0,
            1,
            "");
    Study.Evidence evidence =
        new Study.Evidence(
            List.of(),
            List.of(),
            study.evidence().spreads(),
            List.of(check),
            List.of(),
            Posterior.NONE,
            List.of(),
            List.of());
    Concentrations found =
        Runner.run(with(study, rules, evidence), Scenario.BASELINE, Options.of(20, 1))
            .result()
            .orElseThrow()
            .concentrations();
    int intake = found.indexOf(Place.Kind.NODE, "intake");
    boolean isLake = study.waterways().lakes().stream().anyMatch(l -> l.id().equals(node));
    int station = isLake ? intake : found.indexOf(Place.Kind.NODE, node);
    int beach = found.indexOf(Place.Kind.NODE, "beach");
    double sum = 0;
    for (int s = 0; s < found.seasons().size(); s++) {
      for (int c = 0; c < found.constituents().size(); c++) {
        double expected = found.value(Statistic.MEAN, intake, s, c);
        assertEquals(expected, found.value(Statistic.MEAN, beach, s, c), 0);
        assertEquals(expected, found.value(Statistic.MEAN, station, s, c), 0);
        sum += expected;
      }
    }
    assertTrue(sum > 0);
  }

  private static Study with(Study study, Study.Rules rules, Study.Evidence evidence) {
    return new Study(
        study.id(),
        study.title(),
        study.settings(),
        study.waterways(),
        study.chemistry(),
        study.emissions(),
        rules,
        evidence,
        study.catalogue(),
        study.scenarios());
  }
}
