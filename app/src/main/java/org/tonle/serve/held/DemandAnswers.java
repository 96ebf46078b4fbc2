package org.tonle.serve.held;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tonle.cause.WorstPlaces;
import org.tonle.demand.Rule;
import org.tonle.export.Answers;
import org.tonle.run.Result;
import org.tonle.serve.guard.Turnstile;
import org.tonle.service.Causes;

/// Demand answers: causes and load to cut of a result by a rule, found when asked for and kept.
public final class DemandAnswers {
  private static final int MOST_KEPT = 4;

  private final Turnstile turnstile;

  private record Key(int result, Rule rule, double confidence) {}

  private final Map<Key, Answers> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Answers> eldest) {
          return size() > MOST_KEPT;
        }
      };

  public DemandAnswers(Turnstile turnstile) {
    this.turnstile = turnstile;
  }

  @SuppressWarnings("ReferenceEquality")
  public Answers of(Result result, Rule rule, double confidence) {
    Key key = new Key(System.identityHashCode(result), rule, confidence);
    synchronized (kept) {
      Answers known = kept.get(key);
      if (known != null && known.result() == result) {
        return known;
      }
    }
    Answers found =
        turnstile.pass(
            () ->
                Answers.of(result, Causes.questions(result, WorstPlaces.USUAL))
                    .withDemand(rule, confidence, ""));
    synchronized (kept) {
      kept.put(key, found);
    }
    return found;
  }
}
