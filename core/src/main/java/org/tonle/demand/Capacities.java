package org.tonle.demand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tonle.assess.Verdict;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Arrivals;
import org.tonle.cause.Cause;
import org.tonle.cause.Responses;
import org.tonle.cause.UnitTree;
import org.tonle.convert.Tie;
import org.tonle.model.Category;
import org.tonle.model.Settings;
import org.tonle.run.Options;
import org.tonle.run.Question;
import org.tonle.run.Result;

/// Capacities of the water at every required limit, broken or kept: the total maximum daily load of
/// the place and season (docs/theory/demand.md, Eqs. 2–4, 12). A limit of the year has none: its
/// water differs from season to season.
final class Capacities {
  /// Largest number of judged places for which limits that are kept have capacities, too.
  private static final int MOST_PLACES = 5_000;

  private static final Set<String> POINTS =
      Set.of(Category.SEWERED.id(), Category.INDUSTRY.id(), Category.PARK.id());

  private final Result result;
  private final UnitTree units;
  private final Arrivals arrivals;
  private final Map<Question, Arrivals.Arrival> known = new HashMap<>();

  Capacities(Result result, UnitTree units) {
    this.result = result;
    this.units = units;
    arrivals = new Arrivals(result.instance());
  }

  /// The capacities at the bounds, and at the required limits that no bound belongs to. In a
  /// scenario that sets flows, only the seasons of these flows count.
  List<Demand.Capacity> of(Bounds bounds) {
    Map<Verdict, Integer> numbers = new HashMap<>();
    Map<Question, Apportionment> asked = new HashMap<>();
    for (int b = 0; b < bounds.all().size(); b++) {
      numbers.put(bounds.all().get(b).verdict(), b);
      Apportionment of = bounds.all().get(b).of();
      asked.put(new Question(of.place(), of.season(), of.constituent().id()), of);
    }
    boolean isSmall = result.concentrations().places().size() <= MOST_PLACES;
    Set<String> set = result.scenario().seasonsOfSetFlow();
    List<Verdict> wanted = new ArrayList<>();
    for (Verdict v : result.judged().verdicts()) {
      boolean counts = set.isEmpty() || set.contains(v.season());
      if (numbers.containsKey(v)
          || (isSmall && counts && v.required() && v.isJudged() && !v.isOfYear())) {
        wanted.add(v);
      }
    }
    central(wanted, asked);
    List<Demand.Capacity> found = new ArrayList<>();
    for (Verdict v : wanted) {
      int number = numbers.getOrDefault(v, -1);
      Apportionment of = asked.get(question(v));
      if (of != null) {
        Bound bound = number < 0 ? new Bound(of, v) : bounds.all().get(number);
        found.addAll(of(bound, number, number < 0 ? null : bounds.keepable(number)));
      }
    }
    return found;
  }

  private static Question question(Verdict v) {
    return new Question(v.place(), v.season(), v.constituent());
  }

  /// Apportions the other concentrations, in the central run only.
  private void central(List<Verdict> wanted, Map<Question, Apportionment> asked) {
    List<Question> questions =
        wanted.stream()
            .map(Capacities::question)
            .filter(q -> !asked.containsKey(q))
            .distinct()
            .toList();
    Options options = new Options(0, result.options().seed(), result.options().threads());
    List<Apportionment> found =
        Responses.of(result.instance(), options, questions).apportionments();
    for (int q = 0; q < found.size(); q++) {
      asked.put(questions.get(q), found.get(q));
    }
  }

  private List<Demand.Capacity> of(Bound bound, int number, Bound.@Nullable Keepable keepable) {
    Question asked = question(bound.verdict());
    Arrivals.Arrival arrival = known.computeIfAbsent(asked, arrivals::of);
    double sum = 0;
    Set<String> constituents = new TreeSet<>();
    for (int i = 0; i < bound.count(); i++) {
      constituents.add(bound.cause(i).constituent());
      sum += bound.contribution(i);
    }
    if (constituents.isEmpty()) {
      constituents.add(bound.of().constituent().id());
    }
    double room = room(bound, sum);
    List<Demand.Capacity> found = new ArrayList<>();
    for (String constituent : constituents) {
      found.add(new Part(bound, arrival, constituent).capacity(number, keepable, room, sum));
    }
    return found;
  }

  /// What the sources together may add in the central run; exactly what they add where the limit is
  /// just met.
  private static double room(Bound bound, double sum) {
    double room = StrictMath.max(0, bound.allowed() - bound.restCentral());
    return Tie.isMet(sum, room, true) && Tie.isMet(sum, room, false) ? sum : room;
  }

  /// Part of a bound: the sources of one constituent of load.
  private final class Part {
    private final Bound bound;
    private final String constituent;
    private final double perLoad;
    private double adds;
    private double used_kg_per_d;
    private double atSource_kg_per_d;
    private double point;

    Part(Bound bound, Arrivals.Arrival arrival, String constituent) {
      this.bound = bound;
      this.constituent = constituent;
      perLoad = arrival.perLoad();
      double points = 0;
      for (int i = 0; i < bound.count(); i++) {
        Cause cause = bound.cause(i);
        if (cause.constituent().equals(constituent)) {
          double arriving =
              bound.of().isShortfall()
                  ? arrival.arriving_kg_per_d().getOrDefault(cause, 0.0)
                  : bound.contribution(i) / perLoad;
          adds += bound.contribution(i);
          used_kg_per_d += arriving;
          points += POINTS.contains(cause.category()) ? arriving : 0;
          atSource_kg_per_d += arrival.atSource_kg_per_d().getOrDefault(cause, 0.0);
        }
      }
      point = used_kg_per_d > 0 ? points / used_kg_per_d : 0;
    }

    Demand.Capacity capacity(
        int number, Bound.@Nullable Keepable keepable, double room, double sum) {
      boolean isShortfall = bound.of().isShortfall();
      double share = sum > 0 ? room / sum : Double.NaN;
      double daily =
          isShortfall ? share * used_kg_per_d : adds > 0 ? share * adds / perLoad : room / perLoad;
      Settings.Judging judging = result.study().settings().judging();
      return new Demand.Capacity(
          bound,
          number,
          constituent,
          daily,
          sum > 0 ? share * atSource_kg_per_d : daily,
          used_kg_per_d,
          atSource_kg_per_d,
          point,
          keepable == null ? Double.NaN : StrictMath.max(0, keepable.confident()),
          keepable == null
              ? new Demand.Capacity.Excess(Double.NaN, Double.NaN, Double.NaN)
              : new Demand.Capacity.Excess(
                  cutShare(keepable.p95()), cutShare(keepable.p50()), cutShare(keepable.p5())),
          new Demand.Capacity.Unused(judging.safetyShare(), judging.reserveShare()),
          abroad());
    }

    private Optional<Double> abroad() {
      String home = units.home(bound.of().place());
      return home.isEmpty()
          ? Optional.empty()
          : Optional.of(bound.of().transboundaryShare(units, home));
    }
  }

  static double cutShare(double keepable) {
    return StrictMath.min(1, StrictMath.max(0, 1 - keepable));
  }
}
