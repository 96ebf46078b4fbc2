package org.tonle.law;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.tonle.law.Variety.Feature;
import org.tonle.model.Scenario;
import org.tonle.model.Scenario.Change;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.run.Answer;
import org.tonle.run.Baseline;
import org.tonle.run.Cancel;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.Outcome;
import org.tonle.run.Progress;
import org.tonle.run.Pull;
import org.tonle.run.Runner;
import org.tonle.run.Session;
import org.tonle.scenario.Applied;

/// LAW: what a session answers is what a full run of the changed study says, bit for bit, in every
/// table it offers: one question after another, after a question that was cancelled or refused, and
/// from two threads at once.
public final class SessionLaw {
  private static final List<Integer> DRAWS = List.of(0, 1, 7, 16, 19, 19, 33);
  private static final int QUESTIONS = 3;

  /// Moments within a question at which it looks whether somebody cancelled it; most look less
  /// often.
  private static final int MOMENTS = 60;

  private static final List<Change> NOT_OF_THE_STUDY =
      List.of(new Change.ScaleRate("no such reaction", 2));

  private final ForkJoinPool pool;
  private final Variety variety;

  /// @param pool where sessions compute
  /// @param variety counts what the law was held on
  public SessionLaw(ForkJoinPool pool, Variety variety) {
    this.pool = pool;
    this.variety = variety;
  }

  /// Holds the law on the study and the scenarios of a seed.
  ///
  /// @return the first difference; empty where the law holds
  public Optional<String> check(long seed) {
    Optional<String> found = new Check(seed).first();
    return found.map(difference -> "seed " + seed + ", " + difference);
  }

  /// Scenario and what a full run says of it.
  private record Question(Scenario scenario, Outcome full) {}

  /// The law on one study.
  private final class Check {
    private final Study study;
    private final Dice dice;
    private final Options options;
    private final List<Question> questions = new ArrayList<>();
    private final Instance instance;
    private final Baseline baseline;

    Check(long seed) {
      study = new RandomCountry(seed).study();
      dice = new Dice(seed * 53 + 29);
      options = new Options(DRAWS.get(dice.from(0, DRAWS.size())), 11, 1);
      RandomChanges random = new RandomChanges(study, seed);
      instance = Instance.of(Applied.of(study, held(random)));
      if (instance.isWrong()) {
        throw new IllegalStateException("Seed " + seed + ": " + instance.problems());
      }
      baseline = Baseline.of(instance, options, pool);
      variety.study(instance, options.draws());
      for (int i = 0; i < QUESTIONS; i++) {
        Scenario scenario = dice.happens(0.1) ? random.unchecked() : random.next();
        variety.scenario(random.features());
        questions.add(new Question(scenario, Runner.run(study, scenario, options)));
      }
    }

    /// The scenario that the session is held on: mostly the study as it is.
    private Scenario held(RandomChanges random) {
      if (dice.happens(0.75)) {
        return Scenario.BASELINE;
      }
      Scenario scenario = random.next();
      boolean runs = !Instance.of(Applied.of(study, scenario)).isWrong();
      if (runs) {
        variety.add(Feature.BASELINE_OF_A_SCENARIO);
      }
      return runs ? scenario : Scenario.BASELINE;
    }

    Optional<String> first() {
      Outcome full = Runner.run(instance, options, Progress.NONE);
      if (full.result().isEmpty() || baseline.result().isEmpty()) {
        return same("the baseline", baseline.problems(), full);
      }
      Optional<String> first =
          ResultTables.difference(baseline.result().get(), full.result().get())
              .map(difference -> "the baseline: " + difference);
      if (first.isPresent()) {
        return first;
      }
      Session session = Session.on(baseline, pool);
      for (Question question : questions) {
        disturb(session);
        Answer answer = session.pull(question.scenario, Cancel.NEVER);
        variety.answer(answer);
        Optional<String> difference = difference(answer, question);
        if (difference.isPresent()) {
          return difference;
        }
      }
      return fromTwoThreads(session);
    }

    private Optional<String> same(String what, List<Problem> problems, Outcome full) {
      boolean isSame = full.result().isEmpty() && problems.stream().anyMatch(Problem::isError);
      return isSame ? Optional.empty() : Optional.of(what + " is refused by one alone");
    }

    /// Asks a question that is cancelled at a moment by chance, or one that no study could have.
    private void disturb(Session session) {
      if (dice.happens(0.5)) {
        AtomicInteger left = new AtomicInteger(dice.from(0, MOMENTS));
        Scenario scenario = questions.get(dice.from(0, QUESTIONS)).scenario;
        try {
          session.pull(scenario, () -> left.getAndDecrement() <= 0);
        } catch (CancellationException e) {
          variety.add(Feature.CANCELLED);
        }
      }
      if (dice.happens(0.3) && session.pull(NOT_OF_THE_STUDY) instanceof Answer.Refused) {
        variety.add(Feature.AFTER_A_REFUSAL);
      }
    }

    private Optional<String> fromTwoThreads(Session session) {
      List<Question> backwards = new ArrayList<>(questions);
      Collections.reverse(backwards);
      try (ForkJoinPool askers = new ForkJoinPool(2)) {
        ForkJoinTask<List<Answer>> one = askers.submit(() -> answers(session, questions));
        List<Answer> others = askers.submit(() -> answers(session, backwards)).join();
        List<Answer> found = one.join();
        for (int i = 0; i < QUESTIONS; i++) {
          int last = QUESTIONS - 1 - i;
          Question question = questions.get(i);
          Answer other = others.get(last);
          Optional<String> difference =
              difference(found.get(i), question).or(() -> difference(other, question));
          if (difference.isPresent()) {
            return difference.map(text -> "from two threads, " + text);
          }
        }
      }
      variety.add(Feature.FROM_TWO_THREADS);
      return Optional.empty();
    }

    private List<Answer> answers(Session session, List<Question> questions) {
      return questions.stream().map(q -> session.pull(q.scenario, Cancel.NEVER)).toList();
    }

    private Optional<String> difference(Answer answer, Question question) {
      Optional<String> found =
          switch (answer) {
            case Answer.Refused refused -> same("refused", refused.problems(), question.full);
            case Pull pull ->
                question
                    .full
                    .result()
                    .map(full -> ResultTables.difference(pull.result(), full))
                    .orElse(Optional.of("a full run refuses it"))
                    .or(() -> ResultTables.before(pull, baseline.result().orElseThrow()))
                    .map(difference -> pull.how() + ", " + difference);
          };
      return found.map(difference -> difference + "; " + question.scenario);
    }
  }
}
