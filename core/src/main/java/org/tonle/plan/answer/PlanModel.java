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
import org.tonle.model.Study;
import org.tonle.plan.cost.PriceBook;
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

  private PlanModel(
      Baseline baseline,
      PlanRequest request,
      PlanOptions options,
      ForkJoinPool pool,
      Cancel cancel) {
    this.baseline = baseline;
    this.request = request;
    this.pool = pool;
    list = options.list();
    costs = options.costs();
    cost_usd =
        costs.stream().mapToDouble(c -> c.present(0, request.horizon()).total_usd()).toArray();
    list.options().forEach(o -> o.sites().forEach(s -> site.putIfAbsent(s, site.size())));
    beyond.addAll(options.beyond());
    add(options.aims(), cancel);
    choices = made();
  }

  /// Builds the model of a baseline with its options.
  public static PlanModel of(
      Baseline baseline,
      PlanRequest request,
      PlanOptions options,
      ForkJoinPool pool,
      Cancel cancel) {
    return new PlanModel(baseline, request, options, pool, cancel);
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
            PlannedLimit.beyond(
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

  public Baseline baseline() {
    return baseline;
  }

  /// Present cost of every option at other prices, such as drawn ones.
  public double[] cost_usd(PriceBook book) {
    Study study = baseline.instance().study();
    return PlanOptions.costs(study, book, list).stream()
        .mapToDouble(c -> c.present(0, request.horizon()).total_usd())
        .toArray();
  }
}
