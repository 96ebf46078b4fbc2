package org.tonle.demand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.tonle.assess.Verdict;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Apportionments;
import org.tonle.cause.Cause;
import org.tonle.cause.UnitTree;
import org.tonle.convert.Convert;
import org.tonle.load.LoadTerm;
import org.tonle.load.Outfall;
import org.tonle.load.service.Service;
import org.tonle.model.Category;
import org.tonle.model.Scenario;
import org.tonle.model.Season;
import org.tonle.run.Question;
import org.tonle.run.Result;
import org.tonle.scenario.JoinedScenario;

/// Demand model: from breaches and their causes to the cut of every source (docs/theory/demand.md).
public final class DemandModel {
  private final Result result;
  private final UnitTree units;
  private final Map<Question, List<Verdict>> required = new HashMap<>();
  private final Map<Cause, Double> load_t_per_a = new HashMap<>();

  private record Wastewater(String source, String category) {}

  private final Map<Wastewater, Double> water_m3_per_d = new HashMap<>();
  private final Map<String, Double> perPerson_t_per_a = new HashMap<>();

  private DemandModel(Result result) {
    this.result = result;
    for (Verdict v : result.judged().verdicts()) {
      if (v.required() && v.isJudged()) {
        Question asked = new Question(v.place(), v.season(), v.constituent());
        required.computeIfAbsent(asked, q -> new ArrayList<>()).add(v);
      }
    }
    units = new UnitTree(result.study().emissions().units());
    List<Season> seasons = result.study().waterways().seasons();
    double year = seasons.stream().mapToDouble(Season::duration_d).sum();
    for (LoadTerm term : result.loads().terms()) {
      double mean = 0;
      for (int s = 0; s < seasons.size(); s++) {
        mean += term.delivered_g_per_s().get(s) * seasons.get(s).duration_d() / year;
      }
      Cause cause =
          new Cause(
              Cause.Kind.SOURCE,
              term.source(),
              term.category().id(),
              term.unit(),
              term.constituent());
      load_t_per_a.merge(cause, perYear(term.constituent(), mean), Double::sum);
      if (term.category() == Category.SEWERED || term.category() == Category.ON_SITE) {
        double made = perYear(term.constituent(), term.generated_g_per_s());
        perPerson_t_per_a.merge(term.constituent(), made / result.loads().people(), Double::sum);
      }
    }
    for (Service service : result.loads().services()) {
      String category = service.path().category().id();
      water_m3_per_d.merge(
          new Wastewater(service.sewershed(), category),
          service.wastewater_m3_per_d(),
          Double::sum);
    }
    for (Outfall outfall : result.loads().outfalls()) {
      for (Category category : List.of(Category.INDUSTRY, Category.PARK)) {
        water_m3_per_d.put(
            new Wastewater(outfall.source(), category.id()), outfall.wastewater_m3_per_d());
      }
    }
  }

  /// The demand of all breaches that `causes` apportion.
  ///
  /// @param confidence share of draws in which limits must be met
  /// @param designFlow id of the low flow that the causes belong to, or ""
  public static Demand of(Apportionments causes, Rule rule, double confidence, String designFlow) {
    DemandModel model = new DemandModel(causes.result());
    return model.demand(
        causes, rule, confidence, designFlow, b -> new Capacities(model.result, model.units).of(b));
  }

  /// The demand alone, without the capacities of the water, which take longer than the cuts.
  static Demand cutsOf(Apportionments causes, Rule rule, double confidence, String designFlow) {
    return new DemandModel(causes.result())
        .demand(causes, rule, confidence, designFlow, b -> List.of());
  }

  private Demand demand(
      Apportionments causes,
      Rule rule,
      double confidence,
      String designFlow,
      Function<Bounds, List<Demand.Capacity>> capacities) {
    Bounds bounds = Bounds.of(causes, this::strictest, confidence);
    Allocation allocation = new Allocation(bounds, rule, this::concentration);
    List<Demand.Cut> cuts = new ArrayList<>();
    Set<String> bound = new TreeSet<>();
    allocation.causes().forEach(c -> bound.add(c.constituent()));
    for (Cause cause : load_t_per_a.keySet()) {
      if (bound.contains(cause.constituent())) {
        cuts.add(cut(cause, allocation));
      }
    }
    cuts.sort(
        Comparator.comparing((Demand.Cut c) -> c.cause().constituent())
            .thenComparing(c -> c.cause().unit())
            .thenComparing(c -> c.cause().id())
            .thenComparing(c -> c.cause().category()));
    return new Demand(allocation, designFlow, cuts, capacities.apply(bounds));
  }

  /// The required limit that is hardest to meet at the place.
  private Optional<Verdict> strictest(Apportionment one) {
    Question asked = new Question(one.place(), one.season(), one.constituent().id());
    return required.getOrDefault(asked, List.of()).stream()
        .min(Comparator.comparingDouble(Verdict::probabilityOfMeeting));
  }

  private double perYear(String constituent, double g_per_s) {
    double tonnes = Convert.tonnesPerYearFromGramsPerSecond(g_per_s);
    return result.study().chemistry().constituents().stream()
            .filter(c -> c.id().equals(constituent))
            .anyMatch(c -> c.unit().counts())
        ? tonnes / 1e6
        : tonnes;
  }

  private double water_m3_per_d(Cause cause) {
    return water_m3_per_d.getOrDefault(new Wastewater(cause.id(), cause.category()), Double.NaN);
  }

  /// Load over wastewater; for one constituent it can be compared among sources.
  private double concentration(Cause cause) {
    double water = water_m3_per_d(cause);
    return water > 0 ? load_t_per_a.getOrDefault(cause, 0.0) / water : Double.NaN;
  }

  private Demand.Cut cut(Cause cause, Allocation allocation) {
    double now = load_t_per_a.getOrDefault(cause, 0.0);
    double kept = allocation.kept(cause);
    int binding = allocation.binding(cause);
    double low = 0;
    double high = 0;
    if (binding >= 0) {
      low = now * Capacities.cutShare(allocation.keepable(binding).p95());
      high = now * Capacities.cutShare(allocation.keepable(binding).p5());
    }
    double cut = now * (1 - kept);
    double person = perPerson_t_per_a.getOrDefault(cause.constituent(), 0.0);
    double water = water_m3_per_d(cause);
    return new Demand.Cut(
        cause,
        now,
        kept,
        low,
        high,
        person > 0 ? cut / person : Double.NaN,
        water,
        water * (1 - kept),
        binding);
  }

  /// The scenario of a demand: the changes of `before` and every cut.
  public static Scenario cutScenario(Scenario before, Demand demand) {
    List<Scenario.Change> cuts = new ArrayList<>();
    for (Demand.Cut cut : demand.cuts()) {
      if (cut.kept() < 1 && cut.cause().kind() == Cause.Kind.SOURCE) {
        cuts.add(
            new Scenario.Change.ScaleLoad(
                cut.cause().category(),
                "",
                cut.cause().id(),
                cut.cause().constituent(),
                cut.kept()));
      }
    }
    return JoinedScenario.of(before, before.id() + "-cut", cuts);
  }
}
