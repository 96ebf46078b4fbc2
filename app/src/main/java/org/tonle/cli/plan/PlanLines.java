package org.tonle.cli.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tonle.cli.console.ConsoleTable;
import org.tonle.convert.Text;
import org.tonle.export.LawNames;
import org.tonle.i18n.Words;
import org.tonle.model.Limit;
import org.tonle.model.Names;
import org.tonle.model.Study;
import org.tonle.plan.answer.PlanAnswer;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.answer.PlannedLimit;
import org.tonle.plan.answer.PlannedWork;
import org.tonle.plan.answer.Planner;
import org.tonle.plan.weighing.Reached;
import org.tonle.planning.PlanRun;

/// A plan as lines on the console: what it costs, the works, and the limits that it keeps or not.
final class PlanLines {
  private static final double MILLION = 1e6;
  private static final int MOST_LIMITS = 20;

  private final Study study;
  private final PlanRun.Outcome outcome;
  private final PlanAnswer answer;
  private final PlanRequest request;
  private final Words words;
  private final Map<String, Names> names;
  private final Map<String, String> seasons = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  PlanLines(Study study, PlanRun.Outcome outcome, PlanRequest request, Words words) {
    this.study = study;
    this.outcome = outcome;
    answer = outcome.planned().orElseThrow().answer();
    this.request = request;
    this.words = words;
    names = new HashMap<>(study.emissions().names());
    study.waterways().seasons().forEach(s -> seasons.put(s.id(), s.names().in(words.language())));
    study.catalogue().technologies().forEach(t -> names.put(t.id(), t.names()));
  }

  /// Of several laws, the one whose limits the plan keeps.
  private void law() {
    long laws = study.rules().limits().stream().map(Limit::standard).distinct().count();
    if (laws > 1) {
      lines.add(words.text("plan.law", new LawNames(study).main(words.language())));
    }
  }

  List<String> lines() {
    Planner.Planned planned = outcome.planned().orElseThrow();
    Reached reached = Reached.of(planned);
    Reached most = Reached.most(planned);
    lines.add(
        words.text(
            headline(),
            million(answer.cost_usd()),
            Double.isFinite(answer.gap()) ? Text.format("%.2f", 100 * answer.gap()) : "?",
            ConsoleTable.percent(request.confidence()),
            Text.format("%.0f", reached.river_km()),
            Text.format("%.0f", most.river_km()),
            Text.format("%.0f", reached.people()),
            Text.format("%.0f", most.people())));
    law();
    if (outcome.stop() == PlanRun.Stop.INTERRUPTED) {
      lines.add(words.text("plan.interrupted"));
    }
    works();
    if (!answer.works().isEmpty() && request.goal() == PlanRequest.Goal.LEAST_COST) {
      lines.add(
          words.text(
              "plan.reached",
              Text.format("%.0f", reached.river_km()),
              Text.format("%.0f", most.river_km()),
              Text.format("%.0f", reached.people()),
              Text.format("%.0f", most.people())));
    }
    limits();
    lines.addAll(
        new TradeLines(study, planned.model(), answer.cost_usd(), words).lines(outcome.trades()));
    lines.add(
        words.text(
            "plan.how",
            answer.options(),
            answer.sampleDraws(),
            answer.freshDraws(),
            answer.rounds()));
    return lines;
  }

  private String headline() {
    boolean isLeast = request.goal() == PlanRequest.Goal.LEAST_COST;
    boolean isShort =
        answer.status() == PlanAnswer.Status.IMPOSSIBLE && request.budget_usd().isPresent();
    if (isShort) {
      return "plan.status.budget";
    }
    return isLeast || answer.limits().isEmpty() || answer.status() == PlanAnswer.Status.NOT_FOUND
        ? "plan.status." + answer.status().id()
        : "plan.status.most";
  }

  static String million(double usd) {
    return Text.format(usd < 10 * MILLION ? "%.2f" : "%.1f", usd / MILLION);
  }

  private void works() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        Stream.of("site", "kind", "technology", "capacity", "capital", "running", "present")
            .map(k -> words.text("plan.work." + k))
            .toList());
    answer.works().stream()
        .sorted(Comparator.comparingDouble((PlannedWork w) -> -w.present().total_usd()))
        .forEach(
            w ->
                rows.add(
                    List.of(
                        sites(w),
                        words.text("plan.kind." + w.option().kind().id()),
                        technology(w.option().works().technology()),
                        w.option().works().capacity_m3_per_d() > 0
                            ? ConsoleTable.figure(w.option().works().capacity_m3_per_d())
                            : "",
                        million(w.cost().capital_usd()),
                        million(w.cost().running_usd_per_a()),
                        million(w.present().total_usd()))));
    if (rows.size() > 1) {
      lines.addAll(ConsoleTable.lines(rows));
    }
  }

  private String sites(PlannedWork work) {
    return String.join(
        " + ",
        work.option().sites().stream()
            .map(s -> names.getOrDefault(s, Names.of(s)).in(words.language()))
            .toList());
  }

  private String technology(String id) {
    return String.join(
        " + ",
        Stream.of(id.split("\\+"))
            .map(t -> names.getOrDefault(t, Names.of(t)).in(words.language()))
            .toList());
  }

  private void limits() {
    int[] count = new int[PlannedLimit.Reach.values().length];
    answer.limits().forEach(l -> count[l.reach().ordinal()]++);
    long kept = answer.limits().stream().filter(this::isKept).count();
    lines.add(
        words.text(
            "plan.limits",
            count[PlannedLimit.Reach.PLANNED.ordinal()],
            kept,
            count[PlannedLimit.Reach.GIVEN_UP.ordinal()],
            count[PlannedLimit.Reach.NONE_FOUND.ordinal()],
            count[PlannedLimit.Reach.BEYOND_WORKS.ordinal()],
            count[PlannedLimit.Reach.BEYOND_SOURCES.ordinal()]));
    answer.limits().stream()
        .filter(l -> l.reach() == PlannedLimit.Reach.PLANNED && !l.holds())
        .limit(MOST_LIMITS)
        .forEach(
            l ->
                lines.add(
                    words.text(
                        "plan.less",
                        l.question().place().names().in(words.language()),
                        seasons.getOrDefault(l.question().season(), l.question().season()),
                        l.question().constituent(),
                        Text.format("%.3f", l.after()),
                        Text.format("%.3f", l.aim()))));
  }

  private boolean isKept(PlannedLimit limit) {
    return limit.reach() == PlannedLimit.Reach.PLANNED && limit.holds();
  }
}
