package org.tonle.serve.job;

import java.util.concurrent.CancellationException;
import org.tonle.export.Summary;
import org.tonle.model.Scenario;
import org.tonle.run.Options;
import org.tonle.run.Outcome;
import org.tonle.run.Progress;
import org.tonle.run.Runner;
import org.tonle.serve.guard.RequestProblem;
import org.tonle.serve.held.PreparedStudy;
import org.tonle.serve.route.Served;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Run work: a full run of a scenario with other draws or another seed, told as its summary.
public final class RunWork {
  private static final int MOST_DRAWS = 20_000;

  private RunWork() {}

  /// @param settings `sc`, `draws`, `seed`
  public static QueuedJob.Work of(Served served, ObjectNode settings) {
    PreparedStudy study = served.study();
    JobSettings.requireKnown(settings, "sc", "draws", "seed");
    Options usual = study.baseline().options();
    int draws = JobSettings.whole(settings, "draws", usual.draws(), 0, MOST_DRAWS);
    int seed = JobSettings.whole(settings, "seed", (int) usual.seed(), 0, Integer.MAX_VALUE);
    Scenario scenario =
        served
            .scenarios()
            .scenario(study, JobSettings.text(settings, "sc"))
            .orElse(study.result().scenario());
    Options options = new Options(draws, seed, usual.threads());
    return job -> run(job, study, scenario, options);
  }

  private static ObjectNode run(
      QueuedJob job, PreparedStudy study, Scenario scenario, Options options) {
    Progress progress =
        (done, of) -> {
          if (job.isStopped()) {
            throw new CancellationException();
          }
          job.tell(new JsonMapper().createObjectNode().put("done", done).put("of", of));
        };
    Outcome outcome = Runner.run(study.study(), scenario, options, progress);
    return Summary.of(outcome.result().orElseThrow(() -> RequestProblem.of(outcome.problems())));
  }
}
