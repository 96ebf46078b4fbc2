package org.tonle.serve.plan;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.cost.Horizon;
import org.tonle.plan.weighing.TradeRequest;
import org.tonle.plan.weighing.Trades;
import org.tonle.planning.PlanJson;
import org.tonle.planning.PlanRun;
import org.tonle.planning.PointJson;
import org.tonle.planning.WorksJson;
import org.tonle.run.Options;
import org.tonle.serve.guard.RequestProblem;
import org.tonle.serve.held.PreparedStudy;
import org.tonle.serve.job.JobSettings;
import org.tonle.serve.job.QueuedJob;
import org.tonle.serve.route.Served;
import org.tonle.solve.MissingSolverException;
import org.tonle.solve.Solver;
import org.tonle.solve.Solvers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Plan work: the search for a plan, with its best, its bound and its gap while it lasts. Stopped,
/// it keeps the best plan so far.
public final class PlanWork {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int FRESH_DRAWS = 2000;
  private static final int HORIZON_A = 30;
  private static final double GAP = 0.002;
  private static final List<String> GOALS = List.of("least_cost", "most_river", "most_people");

  private PlanWork() {}

  /// What a plan is asked for.
  private record Asked(
      Study study,
      Scenario scenario,
      Options options,
      PlanRequest request,
      TradeRequest trades,
      Duration limit) {}

  /// @param settings `sc`, `confidence` in percent, `goal`, `budget_usd`, `seconds`, `curve`
  ///   (points of it), `alternatives`
  public static QueuedJob.Work of(Served served, ObjectNode settings) {
    PreparedStudy study = served.study();
    JobSettings.requireKnown(
        settings, "sc", "confidence", "goal", "budget_usd", "seconds", "curve", "alternatives");
    double usual = study.study().settings().judging().confidence();
    double confidence =
        JobSettings.whole(settings, "confidence", (int) StrictMath.round(usual * 100), 50, 99)
            / 100.0;
    String goal = JobSettings.text(settings, "goal");
    if (!goal.isEmpty() && !GOALS.contains(goal)) {
      throw RequestProblem.bad("unknown_value", "goal", goal, "", String.join(", ", GOALS));
    }
    double budget_usd = JobSettings.number(settings, "budget_usd", Double.NaN, 0, 1e15);
    PlanRequest request =
        new PlanRequest(
            confidence,
            PlanRequest.Goal.values()[StrictMath.max(0, GOALS.indexOf(goal))],
            Double.isNaN(budget_usd) ? OptionalDouble.empty() : OptionalDouble.of(budget_usd),
            study.study().settings().year(),
            new Horizon(HORIZON_A, study.study().catalogue().money().discount_per_a()),
            List.of(),
            List.of(),
            FRESH_DRAWS);
    TradeRequest trades =
        new TradeRequest(
            JobSettings.whole(settings, "curve", 6, 0, 12),
            List.of(),
            0,
            JobSettings.whole(settings, "alternatives", 2, 0, 5),
            false,
            study.result().options().seed());
    Scenario scenario =
        served
            .scenarios()
            .scenario(study, JobSettings.text(settings, "sc"))
            .orElse(study.result().scenario());
    int seconds = JobSettings.whole(settings, "seconds", 60, 1, 3600);
    Asked asked =
        new Asked(
            study.study(),
            scenario,
            study.baseline().options(),
            request,
            trades,
            Duration.ofSeconds(seconds));
    return job -> run(job, asked);
  }

  private static ObjectNode run(QueuedJob job, Asked asked) {
    Solver solver;
    try {
      solver = Solvers.highs();
    } catch (MissingSolverException e) {
      throw RequestProblem.conflict("no_solver", System.getProperty("os.name", ""));
    }
    PlanRun.Order order =
        new PlanRun.Order(asked.request(), asked.trades(), GAP, asked.limit(), false);
    Watch watch = new Watch(job);
    PlanRun.Outcome outcome =
        PlanRun.run(asked.study(), asked.scenario(), asked.options(), order, solver, watch);
    if (outcome.planned().isEmpty()) {
      throw RequestProblem.of(outcome.problems());
    }
    ObjectNode answer = PlanJson.of(asked.study(), outcome, asked.request());
    WorksJson.add(
        answer,
        asked.study(),
        asked.scenario(),
        outcome.planned().get().answer(),
        asked.request().horizon());
    PointJson.add(answer, asked.study(), outcome, asked.request().horizon());
    PlanJson.addSeconds(answer, outcome);
    return answer;
  }

  /// Watch over a search, which tells the job and stops with it.
  private static final class Watch implements PlanRun.Listener {
    private final QueuedJob job;
    private final long start_ns = System.nanoTime();
    private PlanRun.Step step = PlanRun.Step.STUDY;
    private String part = "";
    private double best_usd = Double.NaN;
    private double bound_usd = Double.NaN;

    Watch(QueuedJob job) {
      this.job = job;
    }

    @Override
    public void begins(PlanRun.Step next) {
      step = next;
      if (job.isStopped() && next.compareTo(PlanRun.Step.SEARCH) <= 0) {
        throw new CancellationException();
      }
      tell();
    }

    @Override
    public void begins(Trades.Part next) {
      part = next.id();
      tell();
    }

    @Override
    public boolean goesOn(double best, double bound) {
      boolean isNew = best != best_usd || bound != bound_usd;
      best_usd = best;
      bound_usd = bound;
      if (isNew) {
        tell();
      }
      return !job.isStopped();
    }

    @Override
    public boolean isCancelled() {
      return job.isStopped();
    }

    private void tell() {
      ObjectNode how = MAPPER.createObjectNode();
      how.put("done", step.ordinal()).put("of", PlanRun.Step.values().length);
      how.put("step", step.id()).put("part", part);
      how.put("seconds", StrictMath.rint((System.nanoTime() - start_ns) * 1e-8) / 10);
      put(how, "best_usd", best_usd);
      put(how, "bound_usd", bound_usd);
      put(how, "gap", (best_usd - bound_usd) / best_usd);
      job.tell(how);
    }

    private static void put(ObjectNode to, String key, double value) {
      if (Double.isFinite(value)) {
        to.put(key, value);
      } else {
        to.putNull(key);
      }
    }
  }
}
