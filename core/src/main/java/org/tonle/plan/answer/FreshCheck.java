package org.tonle.plan.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ForkJoinPool;
import org.tonle.assess.Verdict;
import org.tonle.model.Limit;
import org.tonle.model.Scenario;
import org.tonle.run.Answer;
import org.tonle.run.Baseline;
import org.tonle.run.Cancel;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.Pull;
import org.tonle.run.Question;
import org.tonle.run.Session;

/// Check of plans with fresh draws of another seed: a full run of each plan's scenario, with the
/// discharges that it makes (docs/theory/plan.md, Eq. 22).
public final class FreshCheck {
  /// Rarity of the chance by which a limit would look better than it is.
  private static final double TAIL = 0.05;

  /// One session for each period.
  private final List<Session> periods;

  private final Map<Key, Double> before = new HashMap<>();

  private record Key(int period, Question question, Limit limit) {
    static Key of(int period, Verdict v) {
      return new Key(period, new Question(v.place(), v.season(), v.constituent()), v.limit());
    }
  }

  private FreshCheck(List<Session> periods) {
    this.periods = List.copyOf(periods);
    for (int t = 0; t < periods.size(); t++) {
      int period = t;
      periods
          .get(t)
          .baseline()
          .result()
          .orElseThrow()
          .judged()
          .verdicts()
          .forEach(v -> before.put(Key.of(period, v), v.probabilityOfMeeting()));
    }
  }

  /// A check with fresh draws.
  public static FreshCheck of(Instance instance, Options fresh, ForkJoinPool pool) {
    return of(List.of(instance), fresh, pool);
  }

  /// A check with fresh draws in every period.
  public static FreshCheck of(List<Instance> periods, Options fresh, ForkJoinPool pool) {
    return new FreshCheck(
        periods.stream().map(i -> Session.on(Baseline.of(i, fresh, pool), pool)).toList());
  }

  public int draws() {
    return periods.getFirst().baseline().options().draws();
  }

  /// Shares of fresh draws that meet limits under a plan.
  public final class After {
    private final Map<Key, Double> after = new HashMap<>(before);
    private final List<List<Verdict>> verdicts = new ArrayList<>();

    private void add(List<Verdict> ofPeriod) {
      int period = verdicts.size();
      verdicts.add(ofPeriod);
      ofPeriod.forEach(v -> after.put(Key.of(period, v), v.probabilityOfMeeting()));
    }

    public double of(int period, Verdict limit) {
      return after.getOrDefault(Key.of(period, limit), Double.NaN);
    }

    /// Verdicts of a period on the places that the plan touches.
    List<Verdict> verdicts(int period) {
      return verdicts.get(period);
    }
  }

  /// Share of fresh draws that meet a limit in a period without a plan.
  public double before(int period, Verdict limit) {
    return before.getOrDefault(Key.of(period, limit), Double.NaN);
  }

  /// Runs a plan in every period: its changes hold from their years on.
  ///
  /// @throws IllegalArgumentException for changes that the study refuses
  public After run(Scenario plan, Cancel cancel) {
    After after = new After();
    for (Session session : periods) {
      OptionalInt year = session.baseline().instance().applied().scenario().year();
      Scenario now = year.isPresent() ? plan.in(year.getAsInt()) : plan;
      switch (session.pull(now, cancel)) {
        case Pull pull -> after.add(pull.verdicts());
        case Answer.Refused refused ->
            throw new IllegalArgumentException("The plan is refused: " + refused.problems());
      }
    }
    return after;
  }

  /// The largest share that the true one is above at a level of 95 %, if `share` of the draws meet
  /// a limit (Clopper and Pearson 1934, one-sided).
  public double sureOf(double share) {
    int n = draws();
    int hits = (int) StrictMath.round(share * n);
    if (hits == 0) {
      return 0;
    }
    double low = 0;
    double high = share;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (atLeast(hits, n, middle) < TAIL) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Probability of at least `hits` of `n` at a share p, summed from the most likely count.
  private static double atLeast(int hits, int n, double p) {
    if (p <= 0 || p >= 1) {
      return p >= 1 ? 1 : 0;
    }
    int mode = (int) StrictMath.min(n, StrictMath.floor((n + 1) * p));
    double odds = p / (1 - p);
    double sum = 1;
    double tail = mode >= hits ? 1 : 0;
    double mass = 1;
    for (int x = mode; x < n && mass > 1e-18; x++) {
      mass *= odds * (n - x) / (x + 1);
      sum += mass;
      tail += x + 1 >= hits ? mass : 0;
    }
    mass = 1;
    for (int x = mode; x > 0 && mass > 1e-18; x--) {
      mass *= x / (odds * (n - x + 1));
      sum += mass;
      tail += x - 1 >= hits ? mass : 0;
    }
    return tail / sum;
  }
}
