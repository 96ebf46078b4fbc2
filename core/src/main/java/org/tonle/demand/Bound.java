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

/// A limit at a place in a season as the sources bind it: Σ kept · contribution + rest <= allowed
/// in a share of draws (docs/theory/demand.md, Eqs. 1–3).
///
/// For oxygen all is counted as missing to saturation. Of the draws it holds percentiles; they
/// themselves are [BoundDraws], for as long as they are looked at.
public final class Bound {
  private static final double ROUNDING = 1e-9;

  /// The smallest sources are left alone as long as all of them together stay below this share of
  /// what is allowed: nobody far away cuts for what hardly arrives.
  private static final double TOO_LITTLE = 0.01;

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

  /// Sources that add to it, without the smallest.
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

  /// Its draws.
  BoundDraws draws(Response response) {
    return new BoundDraws(response, allowed, verdict.limitOfMean(), cause);
  }

  /// Share of the sources' load that meets the limit, over the draws.
  ///
  /// @param p5 and `p50`, `p95`: below 0 where even no load would not meet it, endless where the
  ///   sources do not matter (Eq. 2)
  /// @param confident largest share that meets it in at least the confidence of the draws
  /// @param met share of draws that meet it with the load of today
  /// @param metWithout share that meet it without any load of the sources
  /// @param isRising whether less load never meets it in fewer draws
  public record Keepable(
      double p5,
      double p50,
      double p95,
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
      return new Keepable(
          ExactPercentile.of(keepable, 0.05),
          ExactPercentile.of(keepable, 0.50),
          ExactPercentile.of(keepable, 0.95),
          atConfidence(keepable, confidence),
          draws.probability(share),
          without,
          draws.isRising());
    }
  }

  public Apportionment of() {
    return of;
  }

  public Verdict verdict() {
    return verdict;
  }

  /// The concentration, of oxygen the shortfall, that meets the limit.
  public double allowed() {
    return allowed;
  }

  /// Number of sources that add to it, those left alone not counted.
  public int count() {
    return cause.length;
  }

  public Cause cause(int i) {
    return of.causes().get(cause[i]);
  }

  /// What a source adds in the central run.
  public double contribution(int i) {
    return contribution[i];
  }

  /// What no cut of the listed sources takes away, central run.
  public double restCentral() {
    return of.total() - Arrays.stream(contribution).sum();
  }

  /// The largest share that is met in at least `confidence` of the draws.
  ///
  /// @param keepable sorted
  static double atConfidence(double[] keepable, double confidence) {
    int missed = (int) StrictMath.floor((1 - confidence) * keepable.length + ROUNDING);
    return keepable[StrictMath.min(missed, keepable.length - 1)];
  }
}
