package org.tonle.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.plan.answer.FreshCheck;
import org.tonle.plan.answer.PlanOptions;
import org.tonle.plan.answer.PlanPeriods;
import org.tonle.plan.answer.PlanRequest;
import org.tonle.plan.option.Option;
import org.tonle.plan.option.OptionEffects;
import org.tonle.problem.Problem;
import org.tonle.run.Baseline;
import org.tonle.run.Cancel;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.scenario.Applied;
import org.tonle.scenario.DatedChange;

/// Contrast of plans side by side: what each costs and builds, which limits it holds in the same
/// fresh draws, and where they differ.
///
/// @param limits number of limits that are looked at: those that hold too rarely today and that the
///   listed sources can mend
/// @param sites where the plans build different things: the works of each plan
/// @param held limits that not all plans hold, with the share of fresh draws of each
public record PlanContrast(List<Side> sides, int limits, List<Site> sites, List<Held> held) {
  public PlanContrast {
    sides = List.copyOf(sides);
    sites = List.copyOf(sites);
    held = List.copyOf(held);
  }

  /// Plan to compare.
  ///
  /// @param name as the user called it
  /// @param cost_usd NaN where it is not known; then the works that are found again are priced
  /// @param gap NaN where nothing is proven
  public record Entry(String name, Scenario scenario, double cost_usd, double gap) {}

  /// Plan beside the others.
  ///
  /// @param cost_usd NaN where its changes are no works of a plan
  /// @param held number of the limits that fresh draws prove to hold at the confidence asked for
  public record Side(
      String name,
      double cost_usd,
      double gap,
      int works,
      double energy_kwh_per_a,
      double land_m2,
      int held) {}

  /// Works of each plan at a site; "" where it builds none.
  public record Site(String id, List<String> works) {
    public Site {
      works = List.copyOf(works);
    }
  }

  /// Share of fresh draws in which each plan keeps a limit.
  public record Held(OptionEffects.Aim aim, List<Double> shares, List<Boolean> holds) {
    public Held {
      shares = List.copyOf(shares);
      holds = List.copyOf(holds);
    }
  }

  /// Compares plans of a study that start from one scenario.
  ///
  /// @param problems that keep the study from being run are added
  public static Optional<PlanContrast> of(
      Study study,
      Scenario from,
      Options options,
      PlanRequest request,
      List<Entry> entries,
      List<Problem> problems) {
    try (ForkJoinPool pool = new ForkJoinPool(options.threads())) {
      OptionalInt last = last(entries);
      Scenario now = last.isPresent() ? from.in(last.getAsInt()) : from;
      Instance instance = Instance.of(Applied.of(study, now));
      if (instance.isWrong()) {
        problems.addAll(instance.problems());
        return Optional.empty();
      }
      Baseline baseline = Baseline.of(instance, options, pool);
      if (baseline.result().isEmpty()) {
        problems.addAll(baseline.problems());
        return Optional.empty();
      }
      PlanOptions known = PlanOptions.of(baseline, request.over(PlanPeriods.ONE));
      Options fresh = new Options(request.freshDraws(), options.seed() + 1, options.threads());
      FreshCheck check = FreshCheck.of(instance, fresh, pool);
      return Optional.of(of(known, request, check, entries));
    }
  }

  /// The year from which all changes hold, if any has one.
  private static OptionalInt last(List<Entry> entries) {
    return entries.stream()
        .flatMap(e -> e.scenario.changes().stream())
        .flatMapToInt(c -> c.year().stream())
        .max();
  }

  private static PlanContrast of(
      PlanOptions known, PlanRequest request, FreshCheck check, List<Entry> entries) {
    List<Side> sides = new ArrayList<>();
    List<Map<String, Integer>> works = new ArrayList<>();
    Map<OptionEffects.Aim, List<Double>> shares = new LinkedHashMap<>();
    for (Entry entry : entries) {
      FreshCheck.After after = check.run(entry.scenario, Cancel.NEVER);
      int held = 0;
      for (OptionEffects.Aim aim : known.aims().getFirst().aims()) {
        double share = after.of(0, aim.verdict());
        shares.computeIfAbsent(aim, a -> new ArrayList<>()).add(share);
        held += check.sureOf(share) >= aim.share() ? 1 : 0;
      }
      Map<String, Integer> own = works(known, entry.scenario);
      works.add(own);
      sides.add(side(known, request, entry, own, held));
    }
    List<Held> differing = new ArrayList<>();
    shares.forEach(
        (aim, of) -> {
          List<Boolean> holds = of.stream().map(s -> check.sureOf(s) >= aim.share()).toList();
          if (new HashSet<>(holds).size() > 1) {
            differing.add(new Held(aim, of, holds));
          }
        });
    return new PlanContrast(
        sides, known.aims().getFirst().aims().size(), sites(known, works), differing);
  }

  private static Side side(
      PlanOptions known, PlanRequest request, Entry entry, Map<String, Integer> works, int held) {
    double cost = 0;
    double energy = 0;
    double land = 0;
    Set<Integer> options = new TreeSet<>(works.values());
    for (int o : options) {
      cost += known.costs().get(o).present(0, request.horizon()).total_usd();
      energy += known.costs().get(o).energy_kwh_per_a();
      land += known.costs().get(o).land_m2();
    }
    return new Side(
        entry.name,
        Double.isNaN(entry.cost_usd) && isExplained(known, options, entry.scenario)
            ? cost
            : entry.cost_usd,
        entry.gap,
        options.size(),
        energy,
        land,
        held);
  }

  /// Whether every change of a scenario that builds something is one of its works.
  private static boolean isExplained(PlanOptions known, Set<Integer> works, Scenario scenario) {
    Set<Scenario.Change> changes = new HashSet<>();
    works.forEach(o -> changes.addAll(timeless(known.list().options().get(o).changes())));
    return timeless(scenario.changes()).stream()
        .allMatch(
            change ->
                switch (change) {
                  case Scenario.Change.Build c -> changes.contains(c);
                  case Scenario.Change.SetPlant c -> changes.contains(c);
                  case Scenario.Change.SetSanitation c -> changes.contains(c);
                  case Scenario.Change.ScaleLoad c -> true;
                  case Scenario.Change.ScaleRate c -> true;
                  case Scenario.Change.SetDischarge c -> true;
                });
  }

  /// Changes without their years.
  private static Set<Scenario.Change> timeless(List<Scenario.Change> changes) {
    Set<Scenario.Change> timeless = new HashSet<>();
    changes.forEach(c -> timeless.add(DatedChange.from(c, 0)));
    return timeless;
  }

  /// Option of each site whose changes a scenario contains, that with the most changes first.
  private static Map<String, Integer> works(PlanOptions known, Scenario scenario) {
    Set<Scenario.Change> changes = timeless(scenario.changes());
    List<Integer> found = new ArrayList<>();
    for (int o = 0; o < known.list().options().size(); o++) {
      Option option = known.list().options().get(o);
      if (!option.isNothing() && changes.containsAll(timeless(option.changes()))) {
        found.add(o);
      }
    }
    found.sort(
        Comparator.comparingInt((Integer o) -> -known.list().options().get(o).changes().size()));
    Map<String, Integer> ofSite = new HashMap<>();
    for (int o : found) {
      List<String> sites = known.list().options().get(o).sites();
      if (sites.stream().noneMatch(ofSite::containsKey)) {
        sites.forEach(s -> ofSite.put(s, o));
      }
    }
    return ofSite;
  }

  private static List<Site> sites(PlanOptions known, List<Map<String, Integer>> works) {
    Map<String, List<String>> ofSite = new TreeMap<>();
    for (Map<String, Integer> own : works) {
      own.keySet().forEach(s -> ofSite.putIfAbsent(s, new ArrayList<>()));
    }
    ofSite.forEach(
        (site, list) ->
            works.forEach(
                own ->
                    list.add(
                        own.containsKey(site)
                            ? known.list().options().get(own.get(site)).id()
                            : "")));
    return ofSite.entrySet().stream()
        .filter(e -> new HashSet<>(e.getValue()).size() > 1)
        .map(e -> new Site(e.getKey(), e.getValue()))
        .toList();
  }
}
