package org.tonle.plan.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.tonle.assess.Verdict;
import org.tonle.model.Source;
import org.tonle.model.Study;
import org.tonle.plan.cost.PriceBook;
import org.tonle.plan.option.Candidates;
import org.tonle.plan.option.Option;
import org.tonle.plan.option.OptionCost;
import org.tonle.plan.option.OptionEffects;
import org.tonle.plan.option.OptionList;
import org.tonle.plan.option.OptionRow;
import org.tonle.plan.program.Choices;
import org.tonle.run.Baseline;
import org.tonle.run.Cancel;
import org.tonle.run.Question;

/// Model of a plan: the options of a study with their costs, the limits that works may keep, and
/// the choices that both make. It is built once; any number of questions may follow.
public final class PlanModel {
  /// Share of draws above which a limit is likely to hold without the listed sources
  /// (docs/theory/demand.md, Eq. 2).
  private static final double LIKELY = 0.5;

  private final Baseline baseline;
  private final PlanRequest request;
  private final ForkJoinPool pool;
  private final OptionList list;
  private final List<OptionCost> costs;
  private final double[] cost_usd;
  private final List<OptionRow> rows = new ArrayList<>();
  private final List<PlannedLimit> beyond = new ArrayList<>();
  private final Map<String, Integer> site = new LinkedHashMap<>();
  private Choices choices;

  private PlanModel(Baseline baseline, PlanRequest request, ForkJoinPool pool, Cancel cancel) {
    this.baseline = baseline;
    this.request = request;
    this.pool = pool;
    Study study = baseline.instance().study();
    PriceBook book = PriceBook.of(study.catalogue());
    List<OptionEffects.Aim> aims = limits();
    Set<String> constituents = new HashSet<>();
    aims.forEach(a -> constituents.add(a.question().constituent()));
    list =
        OptionList.of(
            baseline.instance(),
            new Candidates(study, book, request.horizon(), constituents),
            request.year());
    Map<String, String> unitOf = new HashMap<>();
    study.emissions().sources().forEach((Source s) -> unitOf.put(s.id(), s.unit()));
    costs =
        list.options().stream()
            .map(
                o ->
                    OptionCost.of(
                        o.works(),
                        book,
                        study.catalogue().sizes(),
                        unitOf.getOrDefault(o.sites().getFirst(), "")))
            .toList();
    cost_usd =
        costs.stream().mapToDouble(c -> c.present(0, request.horizon()).total_usd()).toArray();
    list.options().forEach(o -> o.sites().forEach(s -> site.putIfAbsent(s, site.size())));
    add(aims, cancel);
    choices = made();
  }

  /// Builds the model of a baseline.
  ///
  /// @throws IllegalArgumentException for options that the study refuses
  public static PlanModel of(
      Baseline baseline, PlanRequest request, ForkJoinPool pool, Cancel cancel) {
    return new PlanModel(baseline, request, pool, cancel);
  }

  /// The limit that is hardest to meet of every concentration that must meet one and does so in too
  /// few draws.
  private List<OptionEffects.Aim> limits() {
    Map<Question, Verdict> strictest = new LinkedHashMap<>();
    for (Verdict v : baseline.result().orElseThrow().judged().verdicts()) {
      if (v.required() && v.isJudged() && !v.isOfYear() && isValid(v)) {
        strictest.merge(
            new Question(v.place(), v.season(), v.constituent()),
            v,
            (a, b) -> a.probabilityOfMeeting() <= b.probabilityOfMeeting() ? a : b);
      }
    }
    List<OptionEffects.Aim> aims = new ArrayList<>();
    strictest.forEach(
        (question, v) -> {
          double aim = aim(v);
          if (v.probabilityOfMeeting() < request.confidence()) {
            if (Double.isNaN(aim)) {
              beyond.add(limit(question, v, PlannedLimit.Reach.BEYOND_SOURCES, aim, Double.NaN));
            } else if (v.probabilityOfMeeting() < aim) {
              aims.add(new OptionEffects.Aim(question, v, aim));
            }
          }
        });
    return aims;
  }

  private static boolean isValid(Verdict v) {
    return v.outcome() != Verdict.Outcome.MODEL_NOT_VALID;
  }

  /// Share of draws that a plan must meet a limit in: the confidence, or that share of the draws
  /// that meet it without the sources where these are too few; NaN where they are at most half.
  private double aim(Verdict v) {
    double without = v.probabilityWithout();
    if (without >= request.confidence()) {
      return request.confidence();
    }
    return without > LIKELY ? request.confidence() * without : Double.NaN;
  }

  private static PlannedLimit limit(
      Question question, Verdict v, PlannedLimit.Reach reach, double aim, double best) {
    double now = v.probabilityOfMeeting();
    return new PlannedLimit(question, v, reach, aim, best, now, now, Double.NaN);
  }

  /// Adds rows of further limits; those that no works meet are listed apart.
  private void add(List<OptionEffects.Aim> aims, Cancel cancel) {
    Map<Question, Double> best = new HashMap<>();
    List<OptionRow> found =
        OptionEffects.of(
            baseline,
            list.options(),
            aims,
            row -> {
              double chance = row.chanceAtBest();
              boolean isWithinReach = chance >= row.aim();
              synchronized (best) {
                if (!isWithinReach) {
                  best.merge(row.question(), chance, StrictMath::min);
                }
              }
              return isWithinReach;
            },
            pool,
            cancel);
    Set<Question> isBeyond = new HashSet<>();
    for (OptionEffects.Aim aim : aims) {
      Double chance = best.get(aim.question());
      if (chance != null) {
        isBeyond.add(aim.question());
        beyond.add(
            limit(
                aim.question(),
                aim.verdict(),
                PlannedLimit.Reach.BEYOND_WORKS,
                aim.share(),
                chance));
      }
    }
    found.stream().filter(r -> !isBeyond.contains(r.question())).forEach(rows::add);
  }

  /// Adds limits that a plan broke which held before.
  void addBroken(List<Verdict> broken, Cancel cancel) {
    add(
        broken.stream()
            .map(
                v ->
                    new OptionEffects.Aim(
                        new Question(v.place(), v.season(), v.constituent()),
                        v,
                        request.confidence()))
            .toList(),
        cancel);
    choices = made();
  }

  private Choices made() {
    List<Choices.Column> columns = new ArrayList<>();
    for (int o = 0; o < list.options().size(); o++) {
      int[] sites =
          list.options().get(o).sites().stream().mapToInt(s -> site.getOrDefault(s, 0)).toArray();
      columns.add(new Choices.Column(sites, cost_usd[o], new int[0], new double[0]));
    }
    List<Choices.ChanceRow> chances = new ArrayList<>();
    for (OptionRow row : rows) {
      chances.add(
          new Choices.ChanceRow(
              row.effect(), row.rest(), row.option(), row.way(), row.amount(), row.aim(), 1));
    }
    return new Choices(site.size(), columns, chances, List.of());
  }

  public Choices choices() {
    return choices;
  }

  public List<Option> options() {
    return list.options();
  }

  public OptionList list() {
    return list;
  }

  public OptionCost cost(int option) {
    return costs.get(option);
  }

  public double[] cost_usd() {
    return cost_usd.clone();
  }

  public List<OptionRow> rows() {
    return rows;
  }

  /// Limits that works cannot keep, and why.
  public List<PlannedLimit> beyond() {
    return beyond;
  }

  Baseline baseline() {
    return baseline;
  }

  /// Bytes that the rows take.
  public long size_byte() {
    return rows.stream().mapToLong(OptionRow::size_byte).sum();
  }

  /// Ids of options that the study does not have.
  public List<String> unknown(List<String> ids) {
    Set<String> known = new HashSet<>();
    list.options().forEach(o -> known.add(o.id()));
    return ids.stream().filter(id -> !known.contains(id)).toList();
  }
}
