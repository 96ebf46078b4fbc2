package org.tonle.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonle.folder.StudyReader;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.plan.answer.FreshCheck;
import org.tonle.plan.answer.PlanAnswer;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.answer.PlannedLimit;
import org.tonle.plan.cost.Horizon;
import org.tonle.plan.option.Refusal;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.scenario.Applied;
import org.tonle.service.UsageProblem;
import org.tonle.solve.Solvers;

/// FEATURE UNDER TEST: plans of two-towns from the study to works that fresh draws prove.
final class PlanRunTest {
  private static final double GAP = 0.001;

  private static final Path HOME = Path.of(System.getProperty("tonle.home", ".."));

  private final Study study =
      StudyReader.read(HOME.resolve("studies/two-towns")).study().orElseThrow();

  private PlanAnswer plan(double confidence, List<String> without) {
    return plan(study, confidence, without, List.of());
  }

  private static PlanAnswer plan(
      Study study, double confidence, List<String> without, List<String> with) {
    PlanRequest request =
        new PlanRequest(
            confidence,
            PlanRequest.Goal.LEAST_COST,
            OptionalDouble.empty(),
            study.settings().year(),
            new Horizon(30, study.catalogue().money().discount_per_a()),
            without,
            with,
            2000);
    return PlanRun.run(
            study,
            Scenario.BASELINE,
            new Options(500, 1, 2),
            request,
            Solvers.highs(),
            GAP,
            Duration.ofSeconds(60),
            new PlanRun.Listener() {
              @Override
              public void begins(PlanRun.Step step) {}

              @Override
              public boolean goesOn(double best_usd, double bound_usd) {
                return true;
              }
            })
        .planned()
        .orElseThrow()
        .answer();
  }

  @Test
  void fewerOptionsNeverHelpAndMoreConfidenceNeverCostsLess() {
    PlanAnswer plan = plan(0.8, List.of());
    assertTrue(
        plan.status() == PlanAnswer.Status.PROVEN || plan.status() == PlanAnswer.Status.FOUND,
        plan.status().id());
    assertTrue(plan.bound_usd() <= plan.cost_usd() * (1 + 1e-9), "bound above cost");
    double sum = plan.works().stream().mapToDouble(w -> w.present().total_usd()).sum();
    assertEquals(plan.cost_usd(), sum, 1e-6 * sum);
    for (PlannedLimit limit : plan.limits()) {
      if (limit.reach() == PlannedLimit.Reach.PLANNED) {
        assertTrue(limit.holds(), limit.toString());
        assertTrue(limit.after() > limit.before(), limit.toString());
      }
    }
    String first = plan.works().getFirst().option().id();
    PlanAnswer without = plan(0.8, List.of(first));
    assertTrue(without.works().stream().noneMatch(w -> w.option().id().equals(first)), first);
    assertTrue(without.cost_usd() >= plan.bound_usd() * (1 - 1e-9), "fewer options helped");
    PlanAnswer less = plan(0.5, List.of());
    assertTrue(less.bound_usd() <= plan.cost_usd() * (1 + 1e-9), "less confidence costs more");
  }

  @Test
  void unknownOptionsAreNamed() {
    assertThrows(UsageProblem.class, () -> plan(0.8, List.of("T-UP:gold")));
  }

  @Test
  void twoForcedOptionsOfOneSiteAreNamed() {
    List<String> two = List.of("T-LOW:tanks", "T-LOW:sludge");
    assertThrows(UsageProblem.class, () -> plan(study, 0.8, List.of(), two));
    List<String> tanks = List.of("T-LOW:tanks");
    assertThrows(UsageProblem.class, () -> plan(study, 0.8, tanks, tanks));
    PlanAnswer forced = plan(study, 0.8, List.of(), tanks);
    assertTrue(
        forced.works().stream().anyMatch(w -> w.option().id().equals("T-LOW:tanks")),
        forced.works().toString());
  }

  /// A plant of the town would cut the reach at a new point, which the water of the study has not.
  @Test
  void aTownWithoutAnOutfallOfItsOwnIsRefused(@TempDir Path folder) throws IOException {
    Path copy = folder.resolve("two-towns");
    try (Stream<Path> files = Files.walk(HOME.resolve("studies/two-towns"))) {
      for (Path file : files.toList()) {
        Files.copy(
            file, copy.resolve(HOME.resolve("studies/two-towns").relativize(file).toString()));
      }
    }
    Path table = copy.resolve("sanitation.csv");
    Files.writeString(
        table,
        Files.readString(table)
            .replaceAll("(?m)^(town,path,.*)$", "$1,node")
            .replaceAll("(?m)^(T-LOW,.*)$", "$1,FORK")
            .replaceAll("(?m)^(T-UP,.*)$", "$1,"));
    Study other = StudyReader.read(copy).study().orElseThrow();
    PlanAnswer plan = plan(other, 0.8, List.of(), List.of());
    assertTrue(
        plan.refused().contains(new Refusal("T-LOW", "", Refusal.Reason.NO_OUTFALL_YET)),
        plan.refused().toString());
  }

  /// Of 2,000 draws 1,823 prove 0.9 at a level of 95 %, and 1,822 do not (exact binomial tail).
  @Test
  void theCheckAsksForMoreThanTheShare() {
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
      Instance instance = Instance.of(Applied.of(study, Scenario.BASELINE));
      FreshCheck check = FreshCheck.of(instance, new Options(2000, 2, 2), pool);
      assertTrue(check.sureOf(1823 / 2000.0) >= 0.9);
      assertTrue(check.sureOf(1822 / 2000.0) < 0.9);
      assertEquals(0, check.sureOf(0));
    }
  }
}
