package org.tonle.cli.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tonle.cli.console.ConsoleTable;
import org.tonle.convert.Text;
import org.tonle.i18n.Words;
import org.tonle.model.Names;
import org.tonle.model.Study;
import org.tonle.plan.answer.PlanAnswer;
import org.tonle.plan.answer.PlanNotes;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.answer.PlannedLimit;
import org.tonle.plan.answer.PlannedWork;
import org.tonle.plan.cost.CapacityCost;
import org.tonle.plan.cost.PriceBook;

/// What a plan does when, as lines on the console: works and money by period, standards that wait,
/// how provinces fare, and what becomes of the discharges.
final class PeriodLines {
  private static final double MILLION = 1e6;
  private static final int MOST_WAITING = 20;

  private final Study study;
  private final PlanAnswer answer;
  private final PlanNotes notes;
  private final PlanRequest request;
  private final Words words;
  private final List<String> lines = new ArrayList<>();

  PeriodLines(Study study, PlanAnswer answer, PlanNotes notes, PlanRequest request, Words words) {
    this.study = study;
    this.answer = answer;
    this.notes = notes;
    this.request = request;
    this.words = words;
  }

  List<String> lines() {
    for (int year : request.periods().years()) {
      period(year);
    }
    extrapolated();
    if (answer.status() == PlanAnswer.Status.BUDGET_TOO_SMALL) {
      waiting();
    }
    if (request.equity() > 0) {
      equity();
    }
    if (!Double.isNaN(notes.flows().largestShare())) {
      flows();
    }
    return lines;
  }

  /// Works whose size lies outside what their technology's prices come from.
  private void extrapolated() {
    PriceBook book = PriceBook.of(study.catalogue());
    List<String> ids =
        answer.works().stream()
            .filter(
                w ->
                    book.technology(w.option().works().technology())
                        .filter(
                            p ->
                                p.extent(w.option().works().capacity_m3_per_d())
                                    != CapacityCost.Extent.WITHIN)
                        .isPresent())
            .map(w -> w.option().id())
            .toList();
    if (!ids.isEmpty()) {
      lines.add(words.text("plan.extrapolated", String.join(", ", ids)));
    }
  }

  private void period(int year) {
    double capital_usd = 0;
    List<String> ids = new ArrayList<>();
    for (PlannedWork work : answer.works()) {
      if (work.year() == year) {
        capital_usd += work.cost().capital_usd();
        ids.add(work.option().id());
      }
    }
    double budget_usd = request.periods().budget_usd(request.periods().of(year));
    lines.add(
        words.text(
            budget_usd < Double.POSITIVE_INFINITY ? "plan.period.budget" : "plan.period",
            String.valueOf(year),
            ids.size(),
            Text.format("%.2f", capital_usd / MILLION),
            Text.format("%.2f", budget_usd / MILLION)));
    ids.forEach(id -> lines.add("  " + id));
  }

  /// Standards that wait: to which year, or beyond the plan.
  private void waiting() {
    Map<String, Set<Integer>> years = new LinkedHashMap<>();
    Map<String, PlannedLimit> of = new LinkedHashMap<>();
    for (PlannedLimit limit : answer.limits()) {
      if (limit.reach() == PlannedLimit.Reach.GIVEN_UP) {
        String key = limit.question().toString();
        of.putIfAbsent(key, limit);
        years.computeIfAbsent(key, k -> new TreeSet<>()).add(limit.year());
      }
    }
    lines.add(words.text("plan.waiting", of.size()));
    of.entrySet().stream()
        .limit(MOST_WAITING)
        .forEach(
            e ->
                lines.add(
                    words.text(
                        "plan.waits",
                        e.getValue().question().place().names().in(words.language()),
                        season(e.getValue().question().season()),
                        e.getValue().question().constituent(),
                        String.join(
                            ", ",
                            years.getOrDefault(e.getKey(), Set.of()).stream()
                                .map(String::valueOf)
                                .toList()))));
  }

  private String season(String id) {
    return study.waterways().seasons().stream()
        .filter(s -> s.id().equals(id))
        .map(s -> s.names().in(words.language()))
        .findFirst()
        .orElse(id);
  }

  private void equity() {
    if (notes.equity().isEmpty()) {
      lines.add(words.text("plan.equity.all"));
      return;
    }
    double least = notes.equity().getAsDouble();
    lines.add(
        words.text(
            least >= request.equity() ? "plan.equity.kept" : "plan.equity.less",
            ConsoleTable.percent(request.equity()),
            ConsoleTable.percent(least),
            name(notes.leastProvince())));
  }

  private String name(String unit) {
    return study.emissions().units().stream()
        .filter(u -> u.id().equals(unit))
        .findFirst()
        .map(org.tonle.model.Unit::names)
        .orElse(Names.of(unit))
        .in(words.language());
  }

  private void flows() {
    PlanNotes.FlowChange flows = notes.flows();
    lines.add(
        words.text(
            flows.rounds() > 0
                ? "plan.flows.again"
                : flows.largestShare() > 0 ? "plan.flows.small" : "plan.flows.none",
            Text.format("%.1f", 100 * flows.largestShare()),
            flows.reach(),
            season(flows.season())));
  }
}
