package org.tonle.plan.weighing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tonle.model.Catalogue;
import org.tonle.plan.cost.CostDraws;
import org.tonle.plan.cost.PriceBook;
import org.tonle.plan.option.Option;
import org.tonle.plan.program.Plan;
import org.tonle.plan.trade.Regret;

/// PriceRobustness of a plan: the best plans for drawn costs, and what they share
/// (docs/theory/plan.md, Eq. 16). *Where* to act is often the same in all of them, *with what* is
/// not.
///
/// @param plans number of drawn sets of costs, each with its best plan
/// @param excess what the plan costs more than the best of each set
/// @param sites each site at which any plan acts
/// @param options works that any plan contains, the most frequent first
/// @param technologies technologies of plants in any plan, the most frequent first
/// @param isComplete whether time sufficed for all draws
public record PriceRobustness(
    int plans,
    Regret.Excess excess,
    List<Site> sites,
    List<Share> options,
    List<Share> technologies,
    int idle,
    boolean isComplete) {
  public PriceRobustness {
    sites = List.copyOf(sites);
    options = List.copyOf(options);
    technologies = List.copyOf(technologies);
  }

  /// Share of the plans that contain something.
  public record Share(String id, double share) {
    public boolean isAlways() {
      return share >= 1;
    }
  }

  /// Site, with the share of the plans that build there, and what they build.
  public record Site(String id, double acts, List<Share> options) {
    public Site {
      options = List.copyOf(options);
    }

    public boolean isAlways() {
      return acts >= 1;
    }
  }

  static PriceRobustness of(LeastPlan least, int draws, long seed, Allotment time) {
    Catalogue catalogue = least.model().baseline().instance().study().catalogue();
    PriceBook book = PriceBook.of(catalogue);
    CostDraws drawn = CostDraws.of(catalogue, seed, draws);
    List<double[]> costs = new ArrayList<>();
    List<Plan> plans = new ArrayList<>();
    List<int[]> start = new ArrayList<>();
    start.add(least.plan().ofSite());
    for (int d = 0; d < draws && !time.isOver(); d++) {
      int draw = d;
      double[] cost =
          least
              .model()
              .cost_usd(
                  book.times(
                      t -> drawn.technology(t.technology().id(), draw), i -> drawn.item(i, draw)));
      Plan best =
          least
              .program()
              .solve(least.question().measuring(cost), time.oneOf(draws - d), List.copyOf(start));
      costs.add(cost);
      plans.add(best);
      if (start.size() > 1) {
        start.removeLast();
      }
      start.add(best.ofSite());
    }
    Regret regret = new Regret(least.program(), costs.toArray(new double[0][]), plans);
    return of(least, regret, draws);
  }

  private static PriceRobustness of(LeastPlan least, Regret regret, int draws) {
    List<Plan> plans = regret.plans();
    String[] sites = least.sites();
    Map<String, Double> acts = new LinkedHashMap<>();
    Map<String, Map<String, Double>> ofSite = new LinkedHashMap<>();
    Map<String, Double> options = new LinkedHashMap<>();
    Map<String, Double> technologies = new LinkedHashMap<>();
    double one = 1.0 / StrictMath.max(1, plans.size());
    for (Plan plan : plans) {
      Map<String, Boolean> built = new LinkedHashMap<>();
      for (int c : plan.columns()) {
        Option option = least.option(c);
        if (option.isNothing()) {
          continue;
        }
        options.merge(option.id(), one, Double::sum);
        option.sites().forEach(s -> acts.merge(s, one, Double::sum));
        option
            .sites()
            .forEach(
                s ->
                    ofSite
                        .computeIfAbsent(s, k -> new LinkedHashMap<>())
                        .merge(option.id(), one, Double::sum));
        if (!option.works().technology().isEmpty()) {
          built.put(option.works().technology(), true);
        }
      }
      built.keySet().forEach(t -> technologies.merge(t, one, Double::sum));
    }
    List<Site> found = new ArrayList<>();
    acts.forEach(
        (s, share) ->
            found.add(new Site(s, whole(share), shares(ofSite.getOrDefault(s, Map.of())))));
    found.sort(Comparator.comparingDouble((Site s) -> -s.acts).thenComparing(Site::id));
    return new PriceRobustness(
        plans.size(),
        regret.excess(least.plan()),
        found,
        shares(options),
        shares(technologies),
        (int) Arrays.stream(sites).filter(s -> !acts.containsKey(s)).count(),
        plans.size() == draws);
  }

  private static List<Share> shares(Map<String, Double> share) {
    return share.entrySet().stream()
        .map(e -> new Share(e.getKey(), whole(e.getValue())))
        .sorted(Comparator.comparingDouble((Share s) -> -s.share).thenComparing(Share::id))
        .toList();
  }

  /// A sum of equal parts that is 1 but for rounding.
  private static double whole(double share) {
    return share > 1 - 1e-9 ? 1 : share;
  }
}
