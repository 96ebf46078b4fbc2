package org.tonle.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tonle.assess.Verdict;
import org.tonle.cause.Apportionment;
import org.tonle.cause.Cause;

/// A limit at a place in a season as the sources bind it: Σ kept · contribution + rest <= allowed
/// in a share of draws (docs/theory/demand.md, Eqs. 1–3).
///
/// For oxygen all is counted as missing to saturation. Without draws the central run stands for
/// one.
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
  private final double[][] drawn;
  private final double[] rest;

  public Bound(Apportionment of, Verdict verdict) {
    this.of = of;
    this.verdict = verdict;
    allowed = of.isShortfall() ? of.saturation() - verdict.limitOfMean() : verdict.limitOfMean();
    cause = counting(of, allowed);
    int n = of.causes().size();
    int count = cause.length;
    contribution = Arrays.stream(cause).mapToDouble(of::central).toArray();
    int draws = StrictMath.max(1, of.drawCount());
    drawn = new double[count][draws];
    rest = new double[draws];
    for (int d = 0; d < draws; d++) {
      for (int i = 0; i < n; i++) {
        rest[d] += value(i, d);
      }
      for (int i = 0; i < count; i++) {
        drawn[i][d] = value(cause[i], d);
        rest[d] -= drawn[i][d];
      }
    }
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

  private double value(int i, int d) {
    return of.drawCount() == 0 ? of.central(i) : of.draw(i, d);
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

  /// The concentration, of oxygen the shortfall, of every draw.
  public double[] byDraw() {
    double[] found = rest.clone();
    for (double[] one : drawn) {
      for (int d = 0; d < found.length; d++) {
        found[d] += one[d];
      }
    }
    return found;
  }

  /// Share of draws that meet the limit when each source keeps this share of its load.
  public double probability(double[] kept) {
    int met = 0;
    for (int d = 0; d < rest.length; d++) {
      double sum = rest[d];
      for (int i = 0; i < kept.length; i++) {
        sum += kept[i] * drawn[i][d];
      }
      met += sum <= allowed + ROUNDING * StrictMath.abs(allowed) ? 1 : 0;
    }
    return (double) met / rest.length;
  }

  /// Share of the sources' load that meets the limit, for every draw, sorted: below 0 where even
  /// none would not, endless where the sources do not matter (Eq. 2).
  public double[] keepable() {
    double[] found = keepableByDraw();
    Arrays.sort(found);
    return found;
  }

  /// The same in the order of the draws.
  public double[] keepableByDraw() {
    double[] found = new double[rest.length];
    for (int d = 0; d < rest.length; d++) {
      double sum = 0;
      for (double[] one : drawn) {
        sum += one[d];
      }
      double room = allowed - rest[d];
      found[d] =
          sum > 0 ? room / sum : room >= 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
    return found;
  }

  /// The largest share that is met in at least `confidence` of the draws.
  public static double atConfidence(double[] keepable, double confidence) {
    int missed = (int) StrictMath.floor((1 - confidence) * keepable.length + ROUNDING);
    return keepable[StrictMath.min(missed, keepable.length - 1)];
  }
}
