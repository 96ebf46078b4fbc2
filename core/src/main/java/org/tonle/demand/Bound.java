package org.tonle.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tonle.assess.ExactPercentile;
import org.tonle.assess.Verdict;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Cause;
import org.tonle.cause.Response;

/// Bound that a limit at a place in a season sets for the sources: Σ kept · contribution + rest <=
/// allowed in a share of draws (docs/theory/demand.md, Eqs. 1–3).
///
/// For oxygen all figures are shortfalls below saturation. A bound holds percentiles only; its
/// draws are [BoundDraws] and exist while they are visited.
public final class Bound {
  private static final double ROUNDING = 1e-9;

  /// The smallest sources are left out as long as all of them together stay below this share of the
  /// allowed concentration: distant sources are not asked to cut for a negligible contribution.
  private static final double TOO_LITTLE = 0.01;

  /// Share of draws above which a limit is likely to hold without the listed sources.
  private static final double LIKELY = 0.5;

  private final Apportionment of;
  private final Verdict verdict;
  private final double allowed;
  private final int[] cause;
  private final double[] contribution;

  Bound(Apportionment of, Verdict verdict) {
    this.of = of;
    this.verdict = verdict;
    allowed = of.isShortfall() ? of.saturation() - verdict.limitOfMean() : verdict.limitOfMean();
    cause = counting(of, allowed);
    contribution = Arrays.stream(cause).mapToDouble(of::central).toArray();
  }

  /// Sources that contribute to the bound, without the smallest.
  private static int[] counting(Apportionment of, double allowed) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < of.causes().size(); i++) {
      if (of.causes().get(i).kind() == Cause.Kind.SOURCE && of.central(i) > 0) {
        found.add(i);
      }
    }
    found.sort(Comparator.comparingDouble(of::central));
    double sum = 0;
    int spared = 0;
    for (int i : found) {
      sum += of.central(i);
      if (sum > TOO_LITTLE * allowed) {
        break;
      }
      spared++;
    }
    return found.stream().skip(spared).sorted().mapToInt(Integer::intValue).toArray();
  }

  /// The draws of the bound.
  BoundDraws draws(Response response) {
    return new BoundDraws(response, allowed, verdict.limitOfMean(), cause);
  }

  /// Keepable share: the share of the sources' load that meets the limit, over the draws.
  ///
  /// @param p5 5th percentile (`p50`, `p95` likewise); below 0 if not even a load of 0 meets the
  ///   limit, infinite if the sources do not matter (Eq. 2)
  /// @param aim share of draws that the cuts must bring to meet the limit: the confidence, or that
  ///   share of the draws that meet it without the sources where those are too few; NaN where they
  ///   are at most half of all: the rest alone breaks the limit (Eq. 2)
  /// @param confident largest share that meets the limit in at least the aim of the draws
  /// @param met share of draws that meet the limit with today's load
  /// @param metWithout share of draws that meet the limit without any load of the sources
  /// @param isRising whether less load never meets it in fewer draws
  public record Keepable(
      double p5,
      double p50,
      double p95,
      double aim,
      double confident,
      double met,
      double metWithout,
      boolean isRising) {

    static Keepable of(Bound bound, Response response, double confidence) {
      BoundDraws draws = bound.draws(response);
      double[] keepable = draws.keepable();
      Arrays.sort(keepable);
      double[] share = new double[bound.count()];
      double without = draws.probability(share);
      Arrays.fill(share, 1);
      double aim = aim(without, confidence);
      return new Keepable(
          ExactPercentile.of(keepable, 0.05),
          ExactPercentile.of(keepable, 0.50),
          ExactPercentile.of(keepable, 0.95),
          aim,
          atConfidence(keepable, Double.isNaN(aim) ? confidence : aim),
          draws.probability(share),
          without,
          draws.isRising());
    }

    private static double aim(double without, double confidence) {
      if (without >= confidence) {
        return confidence;
      }
      return without > LIKELY ? confidence * without : Double.NaN;
    }
  }

  public Apportionment of() {
    return of;
  }

  public Verdict verdict() {
    return verdict;
  }

  /// The concentration (for oxygen the shortfall) that just meets the limit.
  public double allowed() {
    return allowed;
  }

  /// Number of sources that contribute, without those left out.
  public int count() {
    return cause.length;
  }

  public Cause cause(int i) {
    return of.causes().get(cause[i]);
  }

  /// Contribution of a source in the central run.
  public double contribution(int i) {
    return contribution[i];
  }

  /// Part that no cut of the listed sources removes, in the central run.
  public double restCentral() {
    return of.total() - Arrays.stream(contribution).sum();
  }

  /// The largest share that meets the limit in at least `confidence` of the draws.
  ///
  /// @param keepable keepable shares, sorted
  static double atConfidence(double[] keepable, double confidence) {
    int missed = (int) StrictMath.floor((1 - confidence) * keepable.length + ROUNDING);
    return keepable[StrictMath.min(missed, keepable.length - 1)];
  }
}
