package org.tonle.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tonle.assess.Verdict;
import org.tonle.folder.StudyReader;
import org.tonle.law.RandomCountry;
import org.tonle.model.Catalogue;
import org.tonle.model.Limit;
import org.tonle.model.Scenario;
import org.tonle.plan.answer.PlanAnswer;
import org.tonle.plan.answer.PlannedLimit;
import org.tonle.plan.answer.Planner;
import org.tonle.plan.program.Effort;
import org.tonle.plan.program.Plan;
import org.tonle.plan.weighing.TradeRequest;
import org.tonle.run.Answer;
import org.tonle.run.Baseline;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.Pull;
import org.tonle.run.Question;
import org.tonle.run.Session;
import org.tonle.scenario.Applied;

/// LAW: a search that is stopped at any moment tells a plan that it can defend, or none: its bound
/// is valid, its cost adds up, its status is true, and it hides no limit that the plan breaks.
final class StoppedPlanLawTest {
  private static final int SEEDS = Integer.getInteger("tonle.rounds", 14);
  private static final double CONFIDENCE = 0.8;

  /// Moments of each search at which it is stopped, of even distance.
  private static final int STOPS = 6;

  /// Far more than a search takes: time plays no part.
  private static final Duration LONG = Duration.ofMinutes(10);

  private final Catalogue catalogue =
      StudyReader.read(Path.of(System.getProperty("tonle.home", "..")).resolve("studies/two-towns"))
          .study()
          .orElseThrow()
          .catalogue();

  /// Limit on a concentration at a place in a season; of several the hardest to meet is told.
  private record Held(Question question, Limit limit) {
    static Held of(Verdict v) {
      return new Held(new Question(v.place(), v.season(), v.constituent()), v.limit());
    }
  }

  @Test
  void aStoppedSearchTellsAPlanThatItCanDefend() {
    int stopped = 0;
    int unproven = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      PlanDoor door =
          new PlanDoor(
              PlanLawTest.with(new RandomCountry(seed).study(), catalogue), CONFIDENCE, 60, 100, 1);
      int checks = checks(door);
      Breaks breaks = new Breaks(door);
      for (int k = 1; k <= STOPS; k++) {
        Optional<Planner.Planned> planned = stoppedAfter(door, checks * k / (STOPS + 1));
        if (planned.isPresent()) {
          requireDefended(planned.get(), breaks, "seed " + seed + ", stop " + k);
          stopped++;
          unproven += planned.get().plan().status() == Plan.Status.FOUND ? 1 : 0;
        }
      }
    }
    assertTrue(stopped > SEEDS, stopped + " stopped with an answer");
    assertTrue(unproven > 0, "no search was stopped before its end");
  }

  /// How often a whole search asks whether it is cancelled.
  private static int checks(PlanDoor door) {
    AtomicInteger asked = new AtomicInteger();
    door.plan(
        door.least(),
        TradeRequest.NONE,
        LONG,
        new PlanDoor.Silent(
            () -> {
              asked.incrementAndGet();
              return false;
            }));
    return asked.get();
  }

  private static Optional<Planner.Planned> stoppedAfter(PlanDoor door, int checks) {
    AtomicInteger left = new AtomicInteger(checks);
    try {
      return door.plan(
              door.least(),
              TradeRequest.NONE,
              LONG,
              new PlanDoor.Silent(() -> left.decrementAndGet() < 0))
          .planned();
    } catch (CancellationException e) {
      return Optional.empty();
    }
  }

  private static void requireDefended(Planner.Planned planned, Breaks breaks, String where) {
    PlanAnswer answer = planned.answer();
    if (!planned.plan().isFound()) {
      assertNotEquals(PlanAnswer.Status.PROVEN, answer.status(), where);
      return;
    }
    double cost_usd =
        Arrays.stream(planned.plan().columns())
            .filter(c -> !planned.model().options().get(c).isNothing())
            .mapToDouble(c -> planned.model().present(c).total_usd())
            .sum();
    assertEquals(cost_usd, answer.cost_usd(), 1e-9 * cost_usd, where);
    Plan best =
        planned
            .program()
            .solve(
                planned.question(),
                Effort.unlimited(PlanDoor.GAP),
                List.of(planned.plan().ofSite()));
    assertTrue(answer.bound_usd() <= best.measure() * (1 + 1e-6) + 1e-6, where + ": bound");
    assertTrue(best.isFound(), where);
    boolean holds =
        answer.limits().stream()
            .filter(l -> l.reach() == PlannedLimit.Reach.PLANNED)
            .allMatch(PlannedLimit::holds);
    switch (answer.status()) {
      case PROVEN -> {
        assertTrue(holds, where + ": proven");
        assertTrue(cost_usd <= best.measure() * (1 + PlanDoor.GAP) + 1e-6, where + ": least");
      }
      case FOUND -> assertTrue(holds, where + ": found");
      default -> assertEquals(PlanAnswer.Status.HOLDS_LESS, answer.status(), where);
    }
    Set<Question> told = new HashSet<>();
    answer.limits().forEach(l -> told.add(l.question()));
    for (Held one : breaks.of(answer)) {
      assertTrue(told.contains(one.question()), where + ": hides that " + one + " breaks");
    }
  }

  /// Limits that hold today and break under a plan, by a session of the test's own.
  private static final class Breaks {
    private final Session session;

    Breaks(PlanDoor door) {
      ForkJoinPool pool = ForkJoinPool.commonPool();
      session =
          Session.on(
              Baseline.of(
                  Instance.of(Applied.of(door.study(), Scenario.BASELINE)),
                  new Options(door.freshDraws(), 2, 1),
                  pool),
              pool);
    }

    List<Held> of(PlanAnswer answer) {
      Set<Held> held = new HashSet<>();
      session.baseline().result().orElseThrow().judged().verdicts().stream()
          .filter(v -> v.probabilityOfMeeting() >= CONFIDENCE)
          .forEach(v -> held.add(Held.of(v)));
      Answer pulled = session.pull(answer.scenario(), () -> false);
      assertTrue(pulled instanceof Pull, "refused");
      return ((Pull) pulled)
          .verdicts().stream()
              .filter(v -> v.required() && v.isJudged() && !v.isOfYear())
              .filter(v -> v.probabilityOfMeeting() < CONFIDENCE)
              .map(Held::of)
              .filter(held::contains)
              .toList();
    }
  }
}
