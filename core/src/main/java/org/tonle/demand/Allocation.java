package org.tonle.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tonle.cause.Cause;

/// Allocation of the load that every source may still discharge so that all bounds are kept at a
/// confidence. A rule divides the cuts (docs/theory/demand.md, Eqs. 5–8).
///
/// The bound that asks for the largest cut comes first. Each following bound starts from the cuts
/// already asked for and asks only for the rest that it needs. Bounds that no cut of the listed
/// sources can keep ask for nothing.
public final class Allocation {
  private static final int HALVINGS = 50;

  /// Rounding error by which a share must be below its bound to be sure to meet a limit.
  private static final double SLACK = 1e-6;

  /// Status of a bound after the allocation.
  public enum Status {
    /// The bound is kept at the confidence after the cuts.
    KEPT,
    /// The bound is kept less surely: without the listed sources the water keeps it in fewer draws
    /// than the confidence, and the cuts bring the confidence's share of those.
    LESS_SURE,
    /// The rule spares sources without which the bound cannot be kept.
    NOT_BY_RULE,
    /// Background, boundary or natural parts alone break the bound.
    BEYOND_SOURCES
  }

  private final Bounds bounds;
  private final Rule rule;
  private final double confidence;
  private final Map<Cause, Integer> index = new HashMap<>();
  private final List<Cause> causes = new ArrayList<>();
  private final int[][] own;
  private final double[] concentration;
  private final double[] kept;
  private final int[] binding;
  private final @Nullable Status[] status;
  private final double[] after;

  /// @param concentration concentration of a source's effluent, in any one unit; NaN without
  ///   wastewater
  public Allocation(Bounds bounds, Rule rule, ToDoubleFunction<Cause> concentration) {
    this.bounds = bounds;
    this.rule = rule;
    confidence = bounds.confidence();
    int count = bounds.all().size();
    own = new int[count][];
    for (int b = 0; b < count; b++) {
      own[b] = numbers(bounds.all().get(b));
    }
    this.concentration = causes.stream().mapToDouble(concentration).toArray();
    kept = new double[causes.size()];
    Arrays.fill(kept, 1);
    binding = new int[causes.size()];
    Arrays.fill(binding, -1);
    status = new Status[count];
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer b) -> bounds.keepable(b).confident())
                    .thenComparing(b -> b))
            .mapToInt(Integer::intValue)
            .toArray();
    bounds.visit(order, b -> !isSettled(b), this::keep);
    after = after();
  }

  /// Numbers of a bound's sources among all sources.
  private int[] numbers(Bound bound) {
    int[] found = new int[bound.count()];
    for (int i = 0; i < found.length; i++) {
      Cause cause = bound.cause(i);
      found[i] =
          index.computeIfAbsent(
              cause,
              c -> {
                causes.add(c);
                return causes.size() - 1;
              });
    }
    return found;
  }

  /// Whether a bound asks for nothing, as far as this is known without its draws: no cut keeps it,
  /// or the cuts so far certainly do.
  private boolean isSettled(int b) {
    Bound.Keepable keepable = bounds.keepable(b);
    if (status[b] == null) {
      if (Double.isNaN(keepable.aim())) {
        status[b] = Status.BEYOND_SOURCES;
      } else if (keepable.isRising() && isKept(b)) {
        status[b] = keptAt(keepable.aim());
      }
    }
    return status[b] != null;
  }

  private Status keptAt(double aim) {
    return aim < confidence ? Status.LESS_SURE : Status.KEPT;
  }

  /// If all sources keep at most the share that meets the limit, smaller shares do no harm.
  private boolean isKept(int b) {
    double most = 0;
    for (int cause : own[b]) {
      most = StrictMath.max(most, kept[cause]);
    }
    Bound.Keepable keepable = bounds.keepable(b);
    return keepable.met() >= keepable.aim() || most < keepable.confident() * (1 - SLACK);
  }

  /// Asks for the cuts that a bound needs beyond those already asked for.
  private void keep(int b, BoundDraws draws) {
    Bound bound = bounds.all().get(b);
    double most = 0;
    double strongest = 0;
    for (int i = 0; i < own[b].length; i++) {
      most = StrictMath.max(most, bound.contribution(i));
      double c = concentration[own[b][i]];
      strongest = Double.isNaN(c) ? strongest : StrictMath.max(strongest, c);
    }
    double[] trial = new double[own[b].length];
    fill(bound, own[b], 1, most, strongest, trial);
    double aim = bounds.keepable(b).aim();
    status[b] = keptAt(aim);
    if (draws.probability(trial) >= aim) {
      return;
    }
    fill(bound, own[b], 0, most, strongest, trial);
    if (draws.probability(trial) < aim) {
      status[b] = Status.NOT_BY_RULE;
      return;
    }
    double low = 0;
    double high = 1;
    for (int k = 0; k < HALVINGS; k++) {
      double middle = 0.5 * (low + high);
      fill(bound, own[b], middle, most, strongest, trial);
      boolean isKept = draws.clear(trial) >= aim;
      low = isKept ? middle : low;
      high = isKept ? high : middle;
    }
    fill(bound, own[b], low, most, strongest, trial);
    for (int i = 0; i < trial.length; i++) {
      if (trial[i] < kept[own[b][i]]) {
        kept[own[b][i]] = trial[i];
        binding[own[b][i]] = b;
      }
    }
  }

  private void fill(
      Bound bound, int[] own, double strictness, double most, double strongest, double[] trial) {
    for (int i = 0; i < own.length; i++) {
      double share =
          rule.kept(strictness, bound.contribution(i) / most, concentration[own[i]] / strongest);
      trial[i] = StrictMath.min(kept[own[i]], share);
    }
  }

  /// Share of draws that meet each bound after all cuts; today's share if none of its sources is
  /// cut.
  private double[] after() {
    double[] found = new double[own.length];
    int[] cut =
        IntStream.range(0, own.length)
            .filter(b -> Arrays.stream(own[b]).anyMatch(i -> kept[i] < 1))
            .toArray();
    for (int b = 0; b < found.length; b++) {
      found[b] = bounds.keepable(b).met();
    }
    List<Double> anew =
        bounds.map(
            cut,
            (b, response) -> {
              double[] share = Arrays.stream(own[b]).mapToDouble(i -> kept[i]).toArray();
              return bounds.all().get(b).draws(response).probability(share);
            });
    for (int i = 0; i < cut.length; i++) {
      found[cut[i]] = anew.get(i);
    }
    return found;
  }

  public List<Bound> bounds() {
    return bounds.all();
  }

  /// Visits the draws of some bounds one after the other.
  public void visit(int[] which, Bounds.Look look) {
    bounds.visit(which, look);
  }

  public Bound.Keepable keepable(int bound) {
    return bounds.keepable(bound);
  }

  /// Whether a bound has the cuts that it asks for.
  public boolean isAnswered(int bound) {
    return status(bound) == Status.KEPT || status(bound) == Status.LESS_SURE;
  }

  public Rule rule() {
    return rule;
  }

  public double confidence() {
    return confidence;
  }

  /// Sources that contribute to any bound.
  public List<Cause> causes() {
    return causes;
  }

  /// Share of its load that a source keeps; 1 for a source that contributes to no bound.
  public double kept(Cause cause) {
    Integer i = index.get(cause);
    return i == null ? 1 : kept[i];
  }

  /// Number of the bound that asks a source for the largest cut, or -1.
  public int binding(Cause cause) {
    Integer i = index.get(cause);
    return i == null ? -1 : binding[i];
  }

  public Status status(int bound) {
    return Objects.requireNonNull(status[bound]);
  }

  /// Share of draws that meet a bound after all cuts.
  public double probabilityAfter(int bound) {
    return after[bound];
  }
}
