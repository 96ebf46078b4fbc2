package org.tonle.plan.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tonle.convert.Tie;
import org.tonle.plan.program.Choices;
import org.tonle.plan.program.PlanQuestion;

/// Clean choice: an option for every site that together keep as many limits as can be found, at
/// whatever cost. Limits that are missed weigh more in each round. It shows that limits can be
/// kept, and gives searches a plan to start from; it proves nothing where it fails.
public final class CleanChoice {
  private static final int ROUNDS = 60;

  /// Rounds without a better choice after which it ends.
  private static final int PATIENCE = 10;

  private static final double HEAVIER = 1.6;

  /// Share of the draws about the quantile by which options are compared.
  private static final double NEAR = 0.1;

  private final Choices choices;

  /// Single-site columns of each site; a forced one alone.
  private final List<List<Integer>> columnsOf = new ArrayList<>();

  /// Best choice found.
  ///
  /// @param ofSite column of each site
  /// @param held draws in which each row holds
  /// @param missed rows that hold in too few
  /// @param missing draws that they lack, in all
  public record Found(int[] ofSite, int[] held, int missed, long missing) {
    static final Found NONE = new Found(new int[0], new int[0], 0, 0);

    /// The same where some site may take nothing at all: there is no choice to start from.
    Found withoutChoice() {
      return new Found(new int[0], held, missed, missing);
    }

    boolean isBetterThan(Found other) {
      return missed != other.missed ? missed < other.missed : missing < other.missing;
    }
  }

  /// @param fixing of each column ([PlanQuestion#fixing])
  public CleanChoice(Choices choices, byte[] fixing) {
    this.choices = choices;
    for (int s = 0; s < choices.siteCount(); s++) {
      columnsOf.add(new ArrayList<>());
    }
    boolean[] isForced = new boolean[choices.siteCount()];
    for (int c = 0; c < choices.columnCount(); c++) {
      int[] sites = choices.columns().get(c).sites();
      boolean isLeftOut = fixing[c] == PlanQuestion.FORBIDDEN || sites.length > 1;
      if (isLeftOut || (isForced[sites[0]] && fixing[c] != PlanQuestion.FORCED)) {
        continue;
      }
      if (fixing[c] == PlanQuestion.FORCED) {
        columnsOf.get(sites[0]).clear();
        isForced[sites[0]] = true;
      }
      columnsOf.get(sites[0]).add(c);
    }
    shared(fixing);
  }

  /// A site whose own columns are all forbidden takes those that it shares: a forced plant.
  private void shared(byte[] fixing) {
    boolean[] isOpen = new boolean[choices.siteCount()];
    for (int s = 0; s < isOpen.length; s++) {
      isOpen[s] = columnsOf.get(s).isEmpty();
    }
    for (int c = 0; c < choices.columnCount(); c++) {
      for (int site : choices.columns().get(c).sites()) {
        if (isOpen[site] && fixing[c] != PlanQuestion.FORBIDDEN) {
          columnsOf.get(site).add(c);
        }
      }
    }
  }

  /// Looks for a choice.
  ///
  /// @param rows limits that count
  /// @param needed draws in which each row must hold, by its number
  public Found find(int[] rows, int[] needed) {
    double[] weight = new double[rows.length];
    Arrays.fill(weight, 1);
    double[][] mean = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      mean[i] = means(row(rows[i]), IntStream.range(0, row(rows[i]).drawCount()).toArray());
    }
    Found best = null;
    Found before = null;
    for (int round = 0, since = 0; round < ROUNDS && since < PATIENCE; round++, since++) {
      Found now = round(rows, needed, weight, mean);
      if (best == null || now.isBetterThan(best)) {
        best = now;
        since = 0;
      }
      if (now.missed == 0 || isSettled(rows, now, before)) {
        break;
      }
      before = now;
    }
    if (best == null) {
      return Found.NONE;
    }
    return Arrays.stream(best.ofSite).noneMatch(c -> c < 0) ? best : best.withoutChoice();
  }

  /// Whether the rounds to come would find the same: with one row its weight plays no part.
  private static boolean isSettled(int[] rows, Found now, @Nullable Found before) {
    return rows.length == 1 && before != null && Arrays.equals(now.ofSite, before.ofSite);
  }

  /// One choice by the weights; what it misses weighs more from then on.
  private Found round(int[] rows, int[] needed, double[] weight, double[][] mean) {
    int[] ofSite = least(weight, mean);
    boolean[] isChosen = new boolean[choices.columnCount()];
    Arrays.stream(ofSite).filter(c -> c >= 0).forEach(c -> isChosen[c] = true);
    int[] held = new int[choices.rows().size()];
    int missed = 0;
    long missing = 0;
    for (int i = 0; i < rows.length; i++) {
      int r = rows[i];
      double[] sum = sums(row(r), isChosen);
      held[r] = met(sum);
      if (held[r] < needed[r]) {
        missed++;
        missing += needed[r] - held[r];
        weight[i] *= HEAVIER;
        mean[i] = means(row(r), near(sum, sum.length - needed[r]));
      }
    }
    return new Found(ofSite, held, missed, missing);
  }

  private Choices.ChanceRow row(int r) {
    return choices.rows().get(r);
  }

  /// The column of each site that does least harm.
  private int[] least(double[] weight, double[][] mean) {
    double[] harm = new double[choices.columnCount()];
    for (int i = 0; i < weight.length; i++) {
      for (int c = 0; c < harm.length; c++) {
        harm[c] += weight[i] * mean[i][c];
      }
    }
    int[] ofSite = new int[columnsOf.size()];
    for (int s = 0; s < ofSite.length; s++) {
      ofSite[s] = -1;
      for (int c : columnsOf.get(s)) {
        ofSite[s] = ofSite[s] < 0 || harm[c] < harm[ofSite[s]] ? c : ofSite[s];
      }
    }
    return ofSite;
  }

  /// Mean of what each column adds to a row over some draws.
  private double[] means(Choices.ChanceRow row, int[] draws) {
    double[] ofWay = new double[row.effect().length];
    for (int w = 0; w < ofWay.length; w++) {
      for (int d : draws) {
        ofWay[w] += row.effect()[w][d] / draws.length;
      }
    }
    double[] mean = new double[choices.columnCount()];
    for (int p = 0; p < row.column().length; p++) {
      mean[row.column()[p]] += row.amount()[p] * ofWay[row.way()[p]];
    }
    return mean;
  }

  private static double[] sums(Choices.ChanceRow row, boolean[] isChosen) {
    double[] sum = new double[row.drawCount()];
    for (int d = 0; d < sum.length; d++) {
      sum[d] = row.rest()[d];
    }
    for (int p = 0; p < row.column().length; p++) {
      if (isChosen[row.column()[p]] && row.amount()[p] != 0) {
        float[] effect = row.effect()[row.way()[p]];
        for (int d = 0; d < sum.length; d++) {
          sum[d] += row.amount()[p] * effect[d];
        }
      }
    }
    return sum;
  }

  private static int met(double[] sum) {
    int met = 0;
    for (double one : sum) {
      met += Tie.isAbove(one, 1) ? 0 : 1;
    }
    return met;
  }

  /// Draws about the one that decides.
  private static int[] near(double[] sum, int mayFail) {
    double[] sorted = sum.clone();
    Arrays.sort(sorted);
    int wide = StrictMath.max(1, (int) (NEAR * sum.length));
    int last = sum.length - 1;
    int from = StrictMath.max(0, StrictMath.min(last - mayFail - wide / 2, last - wide + 1));
    double low = sorted[from];
    double high = sorted[StrictMath.min(last, from + wide - 1)];
    return IntStream.range(0, sum.length).filter(d -> sum[d] >= low && sum[d] <= high).toArray();
  }
}
