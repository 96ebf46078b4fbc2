package org.tonle.demand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinTask;
import org.tonle.assess.Verdict;
import org.tonle.cause.Apportionments;
import org.tonle.model.Category;
import org.tonle.model.Constituent;
import org.tonle.model.Factor;
import org.tonle.model.Sanitation;
import org.tonle.model.Study;
import org.tonle.run.Question;
import org.tonle.run.Result;
import org.tonle.run.Runner;

/// Robustness of a demand and of verdicts against what the ground retains of bacteria between tanks
/// or pits and the water: whether one log less or one log more changes them (docs/theory/demand.md,
/// Eq. 13).
///
/// @param parts demands of units and of sources, of the constituents that count bacteria
/// @param verdicts how many verdicts keep their outcome
public record Robustness(List<Part> parts, Verdicts verdicts) {
  /// A unit that must cut less than this share of its load counts as one that need not.
  private static final double LEAST_SHARE = 0.05;

  public Robustness {
    parts = List.copyOf(parts);
  }

  /// Part of a demand.
  ///
  /// @param source source, or "" for the whole unit; `category` likewise
  /// @param less_t_per_a load to cut if the ground retains one log less
  /// @param more_t_per_a load to cut if it retains one log more
  /// @param isRobust whether the part must cut in all three cases, or in none
  public record Part(
      String unit,
      String source,
      String category,
      String constituent,
      double less_t_per_a,
      double more_t_per_a,
      boolean isRobust) {}

  /// Verdicts that have one outcome in all three cases.
  ///
  /// @param judged verdicts that are judged today
  /// @param robust those of them that keep their outcome
  /// @param bacteria verdicts on bacteria that are judged today
  /// @param robustBacteria those of them that keep their outcome
  public record Verdicts(int judged, int robust, int bacteria, int robustBacteria) {}

  /// The robustness of a demand; nothing if the study knows no such retention of bacteria.
  public static Optional<Robustness> of(Result today, Demand demand) {
    Set<String> bacteria = bacteria(today.study());
    Set<String> keys = keys(today.study());
    boolean isRetained =
        today.study().emissions().factors().stream().anyMatch(f -> isShifted(f, keys, bacteria));
    if (!isRetained) {
      return Optional.empty();
    }
    ForkJoinTask<Shifted> other =
        ForkJoinTask.adapt(() -> shifted(today, demand, keys, bacteria, -1));
    // Much of a run is of one thread, so that two of them take little longer than one.
    if (today.options().threads() > 1) {
      other.fork();
    }
    Shifted less = shifted(today, demand, keys, bacteria, 1);
    Shifted more = today.options().threads() > 1 ? other.join() : other.invoke();
    return Optional.of(
        new Robustness(
            parts(demand, less, more, bacteria),
            verdicts(today, less.verdicts, more.verdicts, bacteria)));
  }

  /// The part of a unit, or of one of its sources, if bacteria are asked for.
  public Optional<Part> find(String unit, String source, String category, String constituent) {
    return parts.stream()
        .filter(p -> p.unit.equals(unit) && p.source.equals(source))
        .filter(p -> p.category.equals(category) && p.constituent.equals(constituent))
        .findFirst();
  }

  /// Units whose demand does not depend on the retention, or does.
  public List<Part> units(boolean robust) {
    return parts.stream().filter(p -> p.source.isEmpty() && p.isRobust == robust).toList();
  }

  private static Set<String> bacteria(Study study) {
    Set<String> found = new HashSet<>();
    study.chemistry().constituents().stream()
        .filter(c -> c.unit().counts())
        .map(Constituent::id)
        .forEach(found::add);
    return found;
  }

  /// Retention behind tanks and pits.
  private static Set<String> keys(Study study) {
    Set<String> found = new HashSet<>();
    for (Sanitation row : study.emissions().sanitation()) {
      if (row.path().category() == Category.ON_SITE) {
        found.add(row.retention());
      }
    }
    found.remove("");
    return found;
  }

  private static boolean isShifted(Factor factor, Set<String> keys, Set<String> bacteria) {
    return factor.kind() == Factor.Kind.RETENTION
        && keys.contains(factor.key())
        && bacteria.contains(factor.constituent())
        && factor.value() > 0
        && factor.value() < 1;
  }

  private record Shifted(List<Verdict> verdicts, Map<Key, double[]> cuts) {}

  private record Key(String unit, String source, String category, String constituent) {}

  /// The study computed anew with what is left of bacteria behind tanks and pits times 10^logs.
  private static Shifted shifted(
      Result today, Demand demand, Set<String> keys, Set<String> bacteria, int logs) {
    Study.Emissions old = today.study().emissions();
    List<Factor> factors =
        old.factors().stream()
            .map(f -> isShifted(f, keys, bacteria) ? shifted(f, logs) : f)
            .toList();
    Study other =
        today
            .study()
            .with(
                today.study().waterways(),
                new Study.Emissions(
                    old.units(),
                    old.sources(),
                    old.sanitation(),
                    factors,
                    old.effluents(),
                    old.seasonFactors(),
                    old.delivery()));
    Result result =
        Runner.run(other, today.scenario(), today.options())
            .result()
            .orElseThrow(() -> new IllegalStateException("The retention could not be shifted."));
    List<Question> asked =
        Apportionments.breached(result).stream()
            .filter(q -> bacteria.contains(q.constituent()))
            .toList();
    Apportionments causes = Apportionments.of(result, asked);
    Allocation allocation = demand.allocation();
    Demand found =
        DemandModel.cutsOf(causes, allocation.rule(), allocation.confidence(), demand.designFlow());
    causes.responses().release();
    return new Shifted(result.judged().verdicts(), sums(found, bacteria));
  }

  private static Factor shifted(Factor of, int logs) {
    double left = logs > 0 ? (1 - of.value()) * 10 : (1 - of.value()) / 10;
    return new Factor(
        of.kind(), of.key(), of.constituent(), 1 - StrictMath.min(1, left), of.provenance());
  }

  /// Load to cut and load now, by source and by unit.
  private static Map<Key, double[]> sums(Demand demand, Set<String> bacteria) {
    Map<Key, double[]> sums = new HashMap<>();
    for (Demand.Cut cut : demand.cuts()) {
      String constituent = cut.cause().constituent();
      if (bacteria.contains(constituent)) {
        String unit = cut.cause().unit();
        add(sums, new Key(unit, "", "", constituent), cut);
        add(sums, new Key(unit, cut.cause().id(), cut.cause().category(), constituent), cut);
      }
    }
    return sums;
  }

  private static void add(Map<Key, double[]> sums, Key key, Demand.Cut cut) {
    double[] sum = sums.computeIfAbsent(key, k -> new double[2]);
    sum[0] += cut.cut_t_per_a();
    sum[1] += cut.now_t_per_a();
  }

  private static List<Part> parts(Demand demand, Shifted less, Shifted more, Set<String> bacteria) {
    List<Part> parts = new ArrayList<>();
    double[] nothing = {0, 0};
    Map<Key, double[]> today =
        new TreeMap<>(
            java.util.Comparator.comparing(Key::constituent)
                .thenComparing(Key::unit)
                .thenComparing(Key::source)
                .thenComparing(Key::category));
    today.putAll(sums(demand, bacteria));
    today.forEach(
        (key, now) -> {
          double[] low = less.cuts.getOrDefault(key, nothing);
          double[] high = more.cuts.getOrDefault(key, nothing);
          boolean isAsked = asks(now, now);
          boolean isRobust = asks(low, now) == isAsked && asks(high, now) == isAsked;
          parts.add(
              new Part(
                  key.unit, key.source, key.category, key.constituent, low[0], high[0], isRobust));
        });
    return parts;
  }

  private static boolean asks(double[] then, double[] now) {
    return then[0] > LEAST_SHARE * StrictMath.min(then[1], now[1]);
  }

  private static Verdicts verdicts(
      Result today, List<Verdict> less, List<Verdict> more, Set<String> bacteria) {
    int[] count = new int[4];
    List<Verdict> now = today.judged().verdicts();
    for (int v = 0; v < now.size(); v++) {
      Verdict.Outcome outcome = now.get(v).outcome();
      if (now.get(v).required() && now.get(v).isJudged()) {
        boolean isRobust = less.get(v).outcome() == outcome && more.get(v).outcome() == outcome;
        boolean isOfBacteria = bacteria.contains(now.get(v).constituent());
        count[0]++;
        count[1] += isRobust ? 1 : 0;
        count[2] += isOfBacteria ? 1 : 0;
        count[3] += isOfBacteria && isRobust ? 1 : 0;
      }
    }
    return new Verdicts(count[0], count[1], count[2], count[3]);
  }
}
