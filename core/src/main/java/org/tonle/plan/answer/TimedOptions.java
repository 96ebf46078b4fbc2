package org.tonle.plan.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.plan.cost.PresentCost;
import org.tonle.plan.option.Option;
import org.tonle.plan.option.OptionCost;
import org.tonle.plan.option.OptionRow;

/// Timed options: the columns of a plan's program, one for each option and each period that it may
/// be built in; doing nothing has one (docs/theory/plan.md, Eq. 24).
///
/// @param options each with the year in its id and its changes, where periods are stated
/// @param base number of each one's option in the list that they are made from
/// @param period that each is built in
/// @param nothing the option that changes nothing at each site of the list's options, by number
record TimedOptions(
    List<Option> options,
    List<OptionCost> costs,
    List<PresentCost> present,
    int[] base,
    int[] period,
    int[][] nothing) {

  /// @param baseYear to which costs are discounted
  static TimedOptions of(PlanOptions of, PlanRequest request, int baseYear) {
    List<Option> all = of.list().options();
    PlanPeriods periods = request.periods();
    List<Option> options = new ArrayList<>();
    List<OptionCost> costs = new ArrayList<>();
    List<PresentCost> present = new ArrayList<>();
    List<Integer> base = new ArrayList<>();
    List<Integer> period = new ArrayList<>();
    for (int o = 0; o < all.size(); o++) {
      Option option = all.get(o);
      OptionCost cost = of.costs().get(o);
      for (int t = 0; t < (option.isNothing() ? 1 : periods.count()); t++) {
        boolean isTimed = !periods.isOne() && !option.isNothing();
        int start = isTimed ? periods.years().get(t) - baseYear : 0;
        options.add(isTimed ? option.from(periods.years().get(t)) : option);
        costs.add(cost);
        present.add(
            isTimed
                ? cost.present(
                    start,
                    request.horizon(),
                    running(of.running_usd_per_a()[o], start, request, baseYear))
                : cost.present(start, request.horizon()));
        base.add(o);
        period.add(t);
      }
    }
    return new TimedOptions(
        options,
        costs,
        present,
        base.stream().mapToInt(Integer::intValue).toArray(),
        period.stream().mapToInt(Integer::intValue).toArray(),
        nothing(all));
  }

  /// Running cost of each year after the start, by the period that the year lies in.
  private static double[] running(
      double[] byPeriod_usd_per_a, int start, PlanRequest request, int baseYear) {
    double[] running = new double[StrictMath.max(0, request.horizon().years() - start)];
    for (int i = 0; i < running.length; i++) {
      running[i] = byPeriod_usd_per_a[request.periods().of(baseYear + start + i)];
    }
    return running;
  }

  private static int[][] nothing(List<Option> all) {
    Map<String, Integer> ofSite = new HashMap<>();
    for (int o = 0; o < all.size(); o++) {
      if (all.get(o).isNothing()) {
        ofSite.put(all.get(o).sites().getFirst(), o);
      }
    }
    return all.stream()
        .map(o -> o.sites().stream().mapToInt(site -> ofSite.getOrDefault(site, 0)).toArray())
        .toArray(int[][]::new);
  }

  double[] cost_usd() {
    return present.stream().mapToDouble(PresentCost::total_usd).toArray();
  }

  /// The row of a period by columns: works that are built later leave their sites as they are.
  OptionRow row(OptionRow of, int period) {
    if (options.size() == nothing.length) {
      return of;
    }
    int[] first = new int[nothing.length + 1];
    for (int option : of.option()) {
      first[option + 1]++;
    }
    for (int o = 0; o < nothing.length; o++) {
      first[o + 1] += first[o];
    }
    List<Part> parts = new ArrayList<>();
    for (int c = 0; c < base.length; c++) {
      int[] standing = this.period[c] <= period ? new int[] {base[c]} : nothing[base[c]];
      for (int o : standing) {
        for (int i = first[o]; i < first[o + 1]; i++) {
          parts.add(new Part(c, of.site()[i], of.way()[i], of.amount()[i]));
        }
      }
    }
    return new OptionRow(
        of.question(),
        of.verdict(),
        of.aim(),
        of.effect(),
        of.rest(),
        parts.stream().mapToInt(Part::column).toArray(),
        parts.stream().mapToInt(Part::site).toArray(),
        parts.stream().mapToInt(Part::way).toArray(),
        parts.stream().mapToDouble(Part::amount).toArray());
  }

  private record Part(int column, int site, int way, double amount) {}
}
