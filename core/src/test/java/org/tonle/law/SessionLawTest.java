package org.tonle.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Statistic;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.run.Answer;
import org.tonle.run.Baseline;
import org.tonle.run.Cancel;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.Outcome;
import org.tonle.run.Pull;
import org.tonle.run.Result;
import org.tonle.run.Runner;
import org.tonle.run.Session;
import org.tonle.scenario.Applied;

/// LAW: what a session answers is what a full run of the changed study says, bit for bit, in every
/// table it offers: after other questions, from two threads, after one that was cancelled or
/// refused.
class SessionLawTest {
  private static final Options OPTIONS = new Options(19, 11, 2);

  private static Session session(Study study, ForkJoinPool pool) {
    Instance instance = Instance.of(Applied.of(study, Scenario.BASELINE));
    return Session.on(Baseline.of(instance, OPTIONS, pool), pool);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void equalsAFullRun(int block) {
    for (long seed = 20L * block; seed < 20L * block + 20; seed++) {
      compare(seed, 3);
    }
  }

  private static void compare(long seed, int questions) {
    Study study = new RandomCountry(seed).study();
    RandomChanges chance = new RandomChanges(study, seed);
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
      Session session = session(study, pool);
      same(session.baseline().result().orElseThrow(), full(study, Scenario.BASELINE), "" + seed);
      for (int i = 0; i < questions; i++) {
        Scenario scenario = chance.next();
        answer(session, study, scenario, "seed " + seed + ", " + scenario);
      }
    }
  }

  private static void answer(Session session, Study study, Scenario scenario, String where) {
    Answer answer = session.pull(scenario, Cancel.NEVER);
    Outcome outcome = Runner.run(study, scenario, OPTIONS);
    if (outcome.result().isEmpty()) {
      assertInstanceOf(Answer.Refused.class, answer, where);
      return;
    }
    Pull pull = assertInstanceOf(Pull.class, answer, where);
    same(pull.result(), outcome.result().get(), pull.how() + " " + where);
  }

  private static Result full(Study study, Scenario scenario) {
    return Runner.run(study, scenario, OPTIONS).result().orElseThrow();
  }

  /// Every bit of every table that a session offers.
  static void same(Result found, Result full, String where) {
    Concentrations a = found.concentrations();
    Concentrations b = full.concentrations();
    assertEquals(b.places(), a.places(), where);
    for (int p = 0; p < b.places().size(); p++) {
      for (int s = 0; s < b.seasons().size(); s++) {
        assertEquals(b.state(p, s), a.state(p, s), where);
        assertEquals(b.isAnoxic(p, s), a.isAnoxic(p, s), where);
        for (int c = 0; c < b.constituents().size(); c++) {
          String at =
              "%s at %s, %s, %s"
                  .formatted(
                      where,
                      b.places().get(p).id(),
                      b.seasons().get(s).id(),
                      b.constituents().get(c).id());
          for (Statistic statistic : Statistic.values()) {
            assertEquals(
                b.value(statistic, p, s, c), a.value(statistic, p, s, c), at + " " + statistic);
          }
          assertEquals(b.head(p, s, c), a.head(p, s, c), at);
          assertEquals(b.end(p, s, c), a.end(p, s, c), at);
        }
      }
    }
    assertEquals(full.judged().verdicts(), found.judged().verdicts(), where);
    assertEquals(full.judged().classes(), found.judged().classes(), where);
    assertEquals(full.loads().terms(), found.loads().terms(), where);
    assertEquals(full.loads().services(), found.loads().services(), where);
    assertEquals(full.loads().outfalls(), found.loads().outfalls(), where);
    assertEquals(full.loads().people(), found.loads().people(), where);
  }

  @Test
  void answersFromTwoThreadsDoNotMix() throws Exception {
    Study study = new RandomCountry(4).study();
    RandomChanges chance = new RandomChanges(study, 4);
    List<Scenario> scenarios = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      scenarios.add(chance.next());
    }
    try (ForkJoinPool pool = new ForkJoinPool(2);
        ForkJoinPool askers = new ForkJoinPool(2)) {
      Session session = session(study, pool);
      List<Future<Answer>> answers = new ArrayList<>();
      for (Scenario scenario : scenarios) {
        answers.add(askers.submit(() -> session.pull(scenario, Cancel.NEVER)));
      }
      for (int i = 0; i < answers.size(); i++) {
        if (answers.get(i).get() instanceof Pull pull) {
          same(pull.result(), full(study, scenarios.get(i)), "question " + i);
        }
      }
    }
  }

  /// Cancelled before its first step, a question leaves nothing behind; so it does at any later
  /// one.
  @Test
  void aCancelledQuestionLeavesNothing() throws Exception {
    Study study = new RandomCountry(7).study();
    RandomChanges chance = new RandomChanges(study, 7);
    int cancelled = 0;
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
      Session session = session(study, pool);
      Dice dice = new Dice(1);
      for (int i = 0; i < 100; i++) {
        Scenario scenario = chance.next();
        AtomicInteger left = new AtomicInteger(dice.from(0, 60));
        Cancel cancel = () -> left.getAndDecrement() <= 0;
        try {
          session.pull(scenario, cancel);
        } catch (CancellationException e) {
          cancelled++;
        }
        if (i % 10 == 0) {
          answer(session, study, scenario, "after a cancelled question: " + scenario);
        }
      }
    }
    assertTrue(cancelled > 20, "Only " + cancelled + " of 100 questions were cancelled.");
  }

  @Test
  void aRefusedQuestionLeavesNothing() {
    Study study = new RandomCountry(9).study();
    RandomChanges chance = new RandomChanges(study, 9);
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
      Session session = session(study, pool);
      Answer answer = session.pull(List.of(new Scenario.Change.ScaleRate("no such reaction", 2)));
      assertInstanceOf(Answer.Refused.class, answer);
      Scenario scenario = chance.next();
      answer(session, study, scenario, "after a refused question: " + scenario);
    }
  }

  @Test
  @Tag("slow")
  void andOnManyMoreCountries() {
    for (long seed = 1000; seed < 1000 + Integer.getInteger("tonle.rounds", 60); seed++) {
      compare(seed, 6);
    }
  }
}
