package org.tonle.plan.weighing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.tonle.plan.option.OptionCost;
import org.tonle.plan.program.Plan;
import org.tonle.plan.trade.Alternatives;

/// Plans near the cheapest: such that share as few works with it as can be, and those with the
/// fewest works, the least energy and the least land, as swaps by site (docs/theory/plan.md, Eq.
/// 15).
///
/// @param isComplete whether time sufficed for all
public record NearPlans(List<NearPlan> plans, boolean isComplete) {
  private static final double[] WITHIN = {0.03, 0.10};

  /// Distance from the least at which the search for an alternative ends.
  private static final double GAP = 0.01;

  public NearPlans {
    plans = List.copyOf(plans);
  }

  /// What an alternative is sought for.
  public enum Kind {
    OTHER,
    FEWEST_WORKS,
    LEAST_ENERGY,
    LEAST_LAND;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// Plan beside the cheapest.
  ///
  /// @param within share of the least cost that it may cost more
  public record NearPlan(
      Kind kind, double within, double cost_usd, Amounts amounts, List<Swap> swaps) {
    public NearPlan {
      swaps = List.copyOf(swaps);
    }
  }

  /// Works of a plan, and what they take.
  public record Amounts(int works, double energy_kwh_per_a, double land_m2) {}

  /// What a plan builds at some sites in the place of what the cheapest builds there; nothing where
  /// a list is empty.
  ///
  /// @param from numbers of the options of the cheapest plan
  public record Swap(List<String> sites, List<Integer> from, List<Integer> to) {
    public Swap {
      sites = List.copyOf(sites);
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }

  /// @param count of plans that share little, for each distance from the least cost
  static NearPlans of(LeastPlan least, int count, Allotment time) {
    Alternatives near = new Alternatives(least.program(), least.question(), least.plan());
    List<NearPlan> found = new ArrayList<>();
    List<Plan> known = new ArrayList<>();
    int left = WITHIN.length + Kind.values().length - 1;
    for (double within : WITHIN) {
      if (!time.isOver()) {
        List<Plan> plans =
            near.apart(
                1 + within,
                count,
                List.copyOf(known),
                () -> time.oneOf(WITHIN.length * count).withGap(GAP));
        plans.forEach(p -> found.add(plan(least, Kind.OTHER, within, p)));
        known.addAll(plans);
        left--;
      }
    }
    for (Kind kind : List.of(Kind.FEWEST_WORKS, Kind.LEAST_ENERGY, Kind.LEAST_LAND)) {
      if (time.isOver()) {
        continue;
      }
      double most = WITHIN[WITHIN.length - 1];
      double[] amount = amounts(least, kind);
      double one = kind == Kind.FEWEST_WORKS ? 1 : least.plan().sum(amount);
      Plan plan =
          near.least(least.withTrifle(amount, one), 1 + most, time.oneOf(left).withGap(GAP));
      left--;
      if (plan.isFound() && !Arrays.equals(plan.ofSite(), least.plan().ofSite())) {
        found.add(plan(least, kind, most, plan));
      }
    }
    return new NearPlans(found, left == 0);
  }

  private static double[] amounts(LeastPlan least, Kind kind) {
    return switch (kind) {
      case OTHER, FEWEST_WORKS -> of(least, c -> 1);
      case LEAST_ENERGY -> of(least, OptionCost::energy_kwh_per_a);
      case LEAST_LAND -> of(least, OptionCost::land_m2);
    };
  }

  private static double[] of(LeastPlan least, ToDoubleFunction<OptionCost> amount) {
    double[] found = new double[least.choices().columnCount()];
    for (int c = 0; c < found.length; c++) {
      found[c] = least.option(c).isNothing() ? 0 : amount.applyAsDouble(least.model().cost(c));
    }
    return found;
  }

  /// Works of the cheapest plan, and what they take.
  static Amounts amounts(LeastPlan least, Plan plan) {
    return new Amounts(
        (int) plan.sum(of(least, c -> 1)),
        plan.sum(of(least, OptionCost::energy_kwh_per_a)),
        plan.sum(of(least, OptionCost::land_m2)));
  }

  private static NearPlan plan(LeastPlan least, Kind kind, double within, Plan plan) {
    return new NearPlan(
        kind,
        within,
        plan.sum(least.question().measure()),
        amounts(least, plan),
        swaps(least, plan));
  }

  /// Sites whose options differ, those together that a shared plant joins.
  private static List<Swap> swaps(LeastPlan least, Plan other) {
    String[] names = least.sites();
    int[] from = least.plan().ofSite();
    int[] to = other.ofSite();
    int[] group = new int[names.length];
    Arrays.setAll(group, s -> s);
    for (int s = 0; s < names.length; s++) {
      if (from[s] != to[s]) {
        join(group, least.choices().columns().get(from[s]).sites());
        join(group, least.choices().columns().get(to[s]).sites());
      }
    }
    TreeMap<Integer, List<Integer>> groups = new TreeMap<>();
    for (int s = 0; s < names.length; s++) {
      groups.computeIfAbsent(group[s], k -> new ArrayList<>()).add(s);
    }
    List<Swap> swaps = new ArrayList<>();
    for (List<Integer> sites : groups.values()) {
      if (sites.stream().anyMatch(s -> from[s] != to[s])) {
        swaps.add(
            new Swap(
                sites.stream().map(s -> names[s]).toList(),
                works(least, sites, from),
                works(least, sites, to)));
      }
    }
    return swaps;
  }

  private static List<Integer> works(LeastPlan least, List<Integer> sites, int[] ofSite) {
    TreeSet<Integer> works = new TreeSet<>();
    sites.forEach(s -> works.add(ofSite[s]));
    return works.stream().filter(c -> !least.option(c).isNothing()).toList();
  }

  private static void join(int[] group, int[] sites) {
    for (int s : sites) {
      int old = group[s];
      int now = group[sites[0]];
      for (int i = 0; i < group.length; i++) {
        group[i] = group[i] == old ? now : group[i];
      }
    }
  }
}
