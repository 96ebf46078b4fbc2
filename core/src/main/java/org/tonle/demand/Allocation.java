package org.tonle.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.tonle.cause.Cause;

/// What every source may still discharge so that all bounds are kept at a confidence, the cut
/// divided by a rule (docs/theory/demand.md, Eqs. 5–8).
///
/// The bound that asks for most comes first; each next one starts from the cuts already asked for
/// and asks only for what is missing. Bounds that no cut of the listed sources can keep ask for
/// nothing.
public final class Allocation {
  private static final int HALVINGS = 50;

  /// What became of a bound.
  public enum Status {
    /// Kept at the confidence after the cuts.
    KEPT,
    /// The rule leaves out sources without which it cannot be kept.
    NOT_BY_RULE,
    /// Background, boundary or nature alone break it.
    BEYOND_SOURCES
  }

  private final List<Bound> bounds;
  private final Rule rule;
  private final double confidence;
  private final Map<Cause, Integer> index = new HashMap<>();
  private final List<Cause> causes = new ArrayList<>();
  private final double[] concentration;
  private final double[] kept;
  private final int[] binding;
  private final Status[] status;

  /// @param concentration of a source's effluent in any one unit; NaN where it has no wastewater
  public Allocation(
      List<Bound> bounds, Rule rule, double confidence, ToDoubleFunction<Cause> concentration) {
    this.bounds = List.copyOf(bounds);
    this.rule = rule;
    this.confidence = confidence;
    for (Bound bound : bounds) {
      for (int i = 0; i < bound.count(); i++) {
        Cause cause = bound.cause(i);
        if (index.putIfAbsent(cause, causes.size()) == null) {
          causes.add(cause);
        }
      }
    }
    this.concentration = causes.stream().mapToDouble(concentration).toArray();
    kept = new double[causes.size()];
    Arrays.fill(kept, 1);
    binding = new int[causes.size()];
    Arrays.fill(binding, -1);
    status = new Status[bounds.size()];
    List<Integer> order = new ArrayList<>();
    double[] severity = new double[bounds.size()];
    for (int b = 0; b < bounds.size(); b++) {
      order.add(b);
      severity[b] = Bound.atConfidence(bounds.get(b).keepable(), confidence);
    }
    order.sort(Comparator.comparingDouble((Integer b) -> severity[b]).thenComparing(b -> b));
    order.forEach(this::keep);
  }

  /// Asks for what a bound needs beyond the cuts already asked for.
  private void keep(int b) {
    Bound bound = bounds.get(b);
    int[] own = new int[bound.count()];
    double most = 0;
    double strongest = 0;
    for (int i = 0; i < own.length; i++) {
      own[i] = index.getOrDefault(bound.cause(i), -1);
      most = StrictMath.max(most, bound.contribution(i));
      double c = concentration[own[i]];
      strongest = Double.isNaN(c) ? strongest : StrictMath.max(strongest, c);
    }
    double[] trial = new double[own.length];
    if (bound.probability(trial) < confidence) {
      status[b] = Status.BEYOND_SOURCES;
      return;
    }
    fill(bound, own, 1, most, strongest, trial);
    status[b] = Status.KEPT;
    if (bound.probability(trial) >= confidence) {
      return;
    }
    fill(bound, own, 0, most, strongest, trial);
    if (bound.probability(trial) < confidence) {
      status[b] = Status.NOT_BY_RULE;
      return;
    }
    double low = 0;
    double high = 1;
    for (int k = 0; k < HALVINGS; k++) {
      double middle = 0.5 * (low + high);
      fill(bound, own, middle, most, strongest, trial);
      boolean isKept = bound.probability(trial) >= confidence;
      low = isKept ? middle : low;
      high = isKept ? high : middle;
    }
    fill(bound, own, low, most, strongest, trial);
    for (int i = 0; i < own.length; i++) {
      if (trial[i] < kept[own[i]]) {
        kept[own[i]] = trial[i];
        binding[own[i]] = b;
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

  public List<Bound> bounds() {
    return bounds;
  }

  public Rule rule() {
    return rule;
  }

  public double confidence() {
    return confidence;
  }

  /// Sources that add to any bound.
  public List<Cause> causes() {
    return causes;
  }

  /// Share of its load that a source keeps; 1 for one that adds to no bound.
  public double kept(Cause cause) {
    Integer i = index.get(cause);
    return i == null ? 1 : kept[i];
  }

  /// Number of the bound that asks most of a source, or -1.
  public int binding(Cause cause) {
    Integer i = index.get(cause);
    return i == null ? -1 : binding[i];
  }

  public Status status(int bound) {
    return status[bound];
  }

  /// Share of draws that meet a bound after all cuts.
  public double probabilityAfter(int bound) {
    Bound one = bounds.get(bound);
    double[] share = new double[one.count()];
    for (int i = 0; i < share.length; i++) {
      share[i] = kept(one.cause(i));
    }
    return one.probability(share);
  }
}
