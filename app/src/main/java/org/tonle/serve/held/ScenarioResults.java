package org.tonle.serve.held;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.model.Scenario;
import org.tonle.problem.Nearest;
import org.tonle.problem.Problem;
import org.tonle.run.Answer;
import org.tonle.run.Cancel;
import org.tonle.run.Pull;
import org.tonle.run.Result;
import org.tonle.serve.draft.Draft;
import org.tonle.serve.guard.RequestProblem;
import org.tonle.serve.guard.Turnstile;

/// Scenario results of a prepared study: each made when it is first asked for, the latest kept.
public final class ScenarioResults {
  private static final int MOST_KEPT = 6;

  private final Turnstile turnstile;
  private final Draft draft;

  private record Key(PreparedStudy study, Scenario scenario) {}

  private final Map<Key, Pull> pulls =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Pull> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /// @param draft that holds the scenarios that people kept
  public ScenarioResults(Turnstile turnstile, Draft draft) {
    this.turnstile = turnstile;
    this.draft = draft;
  }

  /// The scenario with an id: the study's own or one that people kept; empty for the baseline.
  public Optional<Scenario> scenario(PreparedStudy study, String id) {
    if (id.isEmpty() || id.equals(Scenario.BASELINE.id())) {
      return Optional.empty();
    }
    Optional<Scenario> own =
        study.study().scenarios().stream().filter(s -> s.id().equals(id)).findFirst();
    return Optional.of(
        own.or(() -> KeptScenarios.find(draft, study, id))
            .orElseThrow(
                () ->
                    RequestProblem.missing(
                        "no_scenario",
                        id.length() > 60 ? id.substring(0, 60) : id,
                        Nearest.id(
                            id, study.study().scenarios().stream().map(Scenario::id).toList()))));
  }

  /// The result under a scenario of the study.
  public Result result(PreparedStudy study, String id) {
    return scenario(study, id).map(s -> pull(study, s).result()).orElse(study.result());
  }

  /// The difference that a scenario makes.
  public Pull pull(PreparedStudy study, Scenario scenario) {
    Key key = new Key(study, scenario);
    synchronized (pulls) {
      Pull known = pulls.get(key);
      if (known != null) {
        return known;
      }
    }
    Pull made =
        turnstile.pass(
            () ->
                switch (study.session().pull(scenario, Cancel.NEVER)) {
                  case Answer.Refused refusal -> throw refused(refusal.problems());
                  case Pull pull -> pull;
                });
    synchronized (pulls) {
      pulls.put(key, made);
    }
    return made;
  }

  private static RequestProblem refused(List<Problem> problems) {
    return RequestProblem.of(problems);
  }
}
