package org.tonle.plan.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.tonle.assess.Verdict;
import org.tonle.model.Scenario;
import org.tonle.plan.cost.PresentCost;
import org.tonle.plan.cost.PriceBook;
import org.tonle.plan.option.Option;
import org.tonle.plan.option.OptionCost;
import org.tonle.plan.option.OptionEffects;
import org.tonle.plan.option.OptionList;
import org.tonle.plan.option.OptionRow;
import org.tonle.plan.option.PointLoads;
import org.tonle.plan.program.Choices;
import org.tonle.plan.program.PlanQuestion;
import org.tonle.run.Baseline;
import org.tonle.run.Cancel;
import org.tonle.run.Instance;
import org.tonle.run.Question;

/// Model of a plan: the options of a study with their costs, the limits that works may keep, and
/// the choices that both make. It is built once; any number of questions may follow.
public final class PlanModel {
  private final List<Baseline> periods;
  private final PlanRequest request;
  private final ForkJoinPool pool;
  private final PlanOptions options;
  private final OptionList list;
  private final TimedOptions timed;
  private final double[] cost_usd;
  private final List<OptionRow> rows = new ArrayList<>();

  /// Period of each row.
  private final List<Integer> periodOf = new ArrayList<>();

  private final List<PlannedLimit> beyond = new ArrayList<>();
  private final Map<String, Integer> site = new LinkedHashMap<>();
  private Choices choices;

  private PlanModel(
      List<Baseline> periods, PlanRequest request, PlanOptions options, ForkJoinPool pool) {
    this.periods = List.copyOf(periods);
    this.request = request;
    this.pool = pool;
    list = options.list();
    this.options = options;
    timed = TimedOptions.of(options, request, baseYear());
    cost_usd = timed.cost_usd();
    list.options().forEach(o -> o.sites().forEach(s -> site.putIfAbsent(s, site.size())));
    choices = made();
  }

  /// Builds the model of a baseline with its options.
  public static PlanModel of(
      Baseline baseline,
      PlanRequest request,
      PlanOptions options,
      ForkJoinPool pool,
      Cancel cancel) {
    return of(List.of(baseline), request, options, pool, cancel);
  }

  /// Builds the model of a study.
  ///
  /// @param periods the study with the loads of each period
  public static PlanModel of(
      List<Baseline> periods,
      PlanRequest request,
      PlanOptions options,
      ForkJoinPool pool,
      Cancel cancel) {
    PlanModel model = new PlanModel(periods, request, options, pool);
    options.aims().forEach(a -> model.beyond.addAll(a.beyond()));
    model.add(options.aims().stream().map(PlanOptions.Aims::aims).toList(), cancel);
    return model;
  }

  /// The same options and limits with the effects that options have in the water of a plan.
  Optional<PlanModel> inWaterOf(Scenario plan, Cancel cancel) {
    return NewFlows.under(periods, plan, pool)
        .map(there -> of(there, request, options, pool, cancel));
  }

  /// The model with limits of each period, too, that a plan broke which held before. It has all of
  /// them or is not made.
  ///
  /// @throws java.util.concurrent.CancellationException if cancelled
  PlanModel withBroken(List<List<Verdict>> broken, Cancel cancel) {
    PlanModel more = copy();
    more.add(
        broken.stream()
            .map(
                ofPeriod ->
                    ofPeriod.stream()
                        .map(
                            v ->
                                new OptionEffects.Aim(
                                    Attempt.questionOf(v), v, request.confidence()))
                        .toList())
            .toList(),
        cancel);
    return more;
  }

  /// Adds rows of limits of each period; those that no works meet are listed apart.
  private void add(List<List<OptionEffects.Aim>> ofPeriods, Cancel cancel) {
    for (int t = 0; t < ofPeriods.size(); t++) {
      if (!ofPeriods.get(t).isEmpty()) {
        add(t, ofPeriods.get(t), cancel);
      }
    }
    choices = made();
  }

  private void add(int period, List<OptionEffects.Aim> aims, Cancel cancel) {
    Map<Question, Double> best = new HashMap<>();
    List<OptionRow> found =
        OptionEffects.of(
            periods.get(period),
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
    for (OptionEffects.Aim aim : aims) {
      Double chance = best.get(aim.question());
      if (chance != null) {
        beyond.add(
            PlannedLimit.beyond(
                aim.question(),
                aim.verdict(),
                PlannedLimit.Reach.BEYOND_WORKS,
                aim.share(),
                chance,
                yearOfPeriod(period)));
      }
    }
    for (OptionRow row : found) {
      if (!best.containsKey(row.question())) {
        rows.add(timed.row(row, period));
        periodOf.add(period);
      }
    }
  }

  /// Whether a limit is one of oxygen, whose worst point moves with the loads.
  boolean isOfOxygen(Question question) {
    Instance instance = baseline().instance();
    return instance.groups().stream()
        .filter(g -> g.oxygen() >= 0)
        .map(g -> instance.study().chemistry().constituents().get(g.constituents()[g.oxygen()]))
        .anyMatch(c -> c.id().equals(question.constituent()));
  }

  /// Rows of limits of a period at the worst points of some loads, by columns.
  List<OptionRow> rowsAt(
      int period, PointLoads loads, List<OptionEffects.Aim> aims, Cancel cancel) {
    return OptionEffects.of(
            periods.get(period), loads, list.options(), aims, r -> true, pool, cancel)
        .stream()
        .map(row -> timed.row(row, period))
        .toList();
  }

  /// The model with rows of limits of each period at further points, too.
  PlanModel withRows(List<List<OptionRow>> ofPeriods) {
    PlanModel more = copy();
    for (int t = 0; t < ofPeriods.size(); t++) {
      for (OptionRow row : ofPeriods.get(t)) {
        more.rows.add(row);
        more.periodOf.add(t);
      }
    }
    more.choices = more.made();
    return more;
  }

  private PlanModel copy() {
    PlanModel copy = new PlanModel(periods, request, options, pool);
    copy.rows.addAll(rows);
    copy.periodOf.addAll(periodOf);
    copy.beyond.addAll(beyond);
    return copy;
  }

  private Choices made() {
    List<Choices.Column> columns = new ArrayList<>();
    for (int o = 0; o < options().size(); o++) {
      int[] sites =
          options().get(o).sites().stream().mapToInt(s -> site.getOrDefault(s, 0)).toArray();
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

  /// The choice that leaves every site as it is.
  int[] doingNothing() {
    int[] ofSite = new int[site.size()];
    for (int o = 0; o < options().size(); o++) {
      if (options().get(o).isNothing()) {
        ofSite[site.getOrDefault(options().get(o).sites().getFirst(), 0)] = o;
      }
    }
    return ofSite;
  }

  public Choices choices() {
    return choices;
  }

  /// Options by column; over periods one for each that they may be built in.
  public List<Option> options() {
    return timed.options();
  }

  public OptionList list() {
    return list;
  }

  public OptionCost cost(int option) {
    return timed.costs().get(option);
  }

  /// Present cost of an option by column.
  public PresentCost present(int option) {
    return timed.present().get(option);
  }

  /// Period that an option is built in.
  public int period(int option) {
    return timed.period()[option];
  }

  /// Number of an option's base in the list, the same in every period.
  int base(int option) {
    return timed.base()[option];
  }

  /// First year of a period.
  public int yearOfPeriod(int period) {
    return request.periods().year(period, periods.get(period).instance().applied().year());
  }

  /// Share of the years from the first period to the horizon's end that lie in a period.
  double shareOfYears(int period) {
    PlanPeriods all = request.periods();
    if (all.isOne()) {
      return 1;
    }
    int end = baseYear() + request.horizon().years();
    int next = period + 1 < all.count() ? all.years().get(period + 1) : end;
    return (double) (next - all.years().get(period)) / (end - all.years().getFirst());
  }

  /// Year that an option is built in.
  public int year(int option) {
    return request.periods().year(period(option), request.year());
  }

  /// Period whose loads a row holds.
  public int periodOfRow(int row) {
    return periodOf.get(row);
  }

  /// Limit of a period. One of a reach has a row for each point that may be the worst.
  public record Limit(Question question, int period) {}

  /// Limit that a row is one of.
  public Limit limit(int row) {
    return new Limit(rows.get(row).question(), periodOf.get(row));
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

  /// The study with the loads of the first period.
  public Baseline baseline() {
    return periods.getFirst();
  }

  List<Baseline> periods() {
    return periods;
  }

  /// Ceilings that no money lifts: land, and works at a time.
  public List<PlanQuestion.Ceiling> means() {
    return new PlanBounds(this, request).means();
  }

  /// Present cost of every option at other prices, such as drawn ones.
  public double[] cost_usd(PriceBook book) {
    return TimedOptions.of(options.at(book, periods, request), request, baseYear()).cost_usd();
  }

  private int baseYear() {
    return baseline().instance().study().catalogue().money().baseYear();
  }
}
