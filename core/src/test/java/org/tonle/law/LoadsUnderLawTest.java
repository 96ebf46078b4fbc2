package org.tonle.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tonle.load.LoadModel;
import org.tonle.load.LoadTerm;
import org.tonle.model.Scenario;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.run.Baseline;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.scenario.Applied;

/// LAW: the loads of some sources under other changes, of which only what moves is computed, are
/// those of the whole study, bit for bit.
final class LoadsUnderLawTest {
  private static final int SEEDS = 30;

  @Test
  void loadsOfSomeSourcesAreThoseOfTheWholeStudy() {
    int compared = 0;
    int moved = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Study study = new RandomCountry(seed).study();
      Baseline baseline =
          Baseline.of(
              Instance.of(Applied.of(study, Scenario.BASELINE)),
              Options.of(0, 1),
              ForkJoinPool.commonPool());
      Scenario scenario = new RandomChanges(study, seed).next();
      Predicate<String> isAsked = id -> id.hashCode() % 3 != 0;
      Set<String> asked =
          study.emissions().sources().stream()
              .map(Source::id)
              .filter(isAsked)
              .collect(Collectors.toSet());
      List<LoadTerm> whole =
          LoadModel.of(study, Applied.of(study, scenario)).terms().stream()
              .filter(t -> asked.contains(t.source()))
              .toList();
      Optional<List<LoadTerm>> found = baseline.loadsUnder(scenario, asked);
      if (found.isPresent()) {
        for (String id : asked) {
          Predicate<LoadTerm> isOwn = t -> t.source().equals(id);
          assertEquals(
              whole.stream().filter(isOwn).toList(),
              found.get().stream().filter(isOwn).toList(),
              "seed " + seed + ", " + id);
          compared++;
        }
        List<LoadTerm> before =
            baseline.instance().loads().terms().stream()
                .filter(t -> asked.contains(t.source()))
                .toList();
        moved += whole.equals(before) ? 0 : 1;
      }
    }
    assertTrue(compared > SEEDS && moved > SEEDS / 3, compared + " sources, " + moved + " moved");
  }
}
