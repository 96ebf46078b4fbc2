package org.tonle.plan.answer;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tonle.convert.Tie;
import org.tonle.plan.program.Choices;

/// Clean choice: an option for every site that together keep as many limits as can be found, at
/// whatever cost. Limits that are missed weigh more in each round. It shows that limits can be
/// kept, and gives searches a plan to start from; it proves nothing where it fails.
final class CleanChoice {
  private static final int ROUNDS = 60;
  private static final double HEAVIER = 1.6;

  /// Share of the draws about the quantile by which options are compared.
  private static final double NEAR = 0.1;

  private final Choices choices;
  private final int[] rows;
  private final int[] needed;

  /// Single-site columns of each site.
  private final int[][] columnsOf;

  /// Columns of the best choice by site, and the draws in which each row holds.
  record Found(int[] ofSite, int[] held, int missed) {}

  /// @param rows limits that count
  /// @param needed draws in which each must hold, by number of the row
  CleanChoice(Choices choices, int[] rows, int[] needed, byte[] fixing) {
    this.choices = choices;
    this.rows = rows;
    this.needed = needed;
    columnsOf = new int[choices.siteCount()][];
    for (int s = 0; s < columnsOf.length; s++) {
      int site = s;
      columnsOf[s] =
          IntStream.range(0, choices.columnCount())
              .filter(c -> fixing[c] != org.tonle.plan.program.PlanQuestion.FORBIDDEN)
              .filter(c -> choices.columns().get(c).sites().length == 1)
              .filter(c -> choices.columns().get(c).sites()[0] == site)
              .toArray();
    }
  }

  Found find() {
    double[] weight = new double[rows.length];
    Arrays.fill(weight, 1);
    double[][] mean = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      int[] all = IntStream.range(0, row(i).drawCount()).toArray();
      mean[i] = means(i, all);
    }
    Found best = null;
    for (int round = 0; round < ROUNDS; round++) {
      int[] ofSite = best(weight, mean);
      boolean[] isChosen = new boolean[choices.columnCount()];
      Arrays.stream(ofSite).filter(c -> c >= 0).forEach(c -> isChosen[c] = true);
      int[] held = new int[choices.rows().size()];
      int missed = 0;
      for (int i = 0; i < rows.length; i++) {
        double[] sum = sums(i, isChosen);
        held[rows[i]] = met(sum);
        if (held[rows[i]] < needed[rows[i]]) {
          missed++;
          weight[i] *= HEAVIER;
          mean[i] = means(i, near(sum, row(i).drawCount() - needed[rows[i]]));
        }
      }
      if (best == null || missed < best.missed) {
        best = new Found(ofSite, held, missed);
      }
      if (missed == 0) {
        break;
      }
    }
    return best == null ? new Found(new int[0], new int[0], rows.length) : best;
  }

  private Choices.ChanceRow row(int i) {
    return choices.rows().get(rows[i]);
  }

  private int[] best(double[] weight, double[][] mean) {
    double[] harm = new double[choices.columnCount()];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < harm.length; c++) {
        harm[c] += weight[i] * mean[i][c];
      }
    }
    int[] ofSite = new int[columnsOf.length];
    for (int s = 0; s < ofSite.length; s++) {
      int best = -1;
      for (int c : columnsOf[s]) {
        best = best < 0 || harm[c] < harm[best] ? c : best;
      }
      ofSite[s] = best;
    }
    return ofSite;
  }

  /// Mean of what each column adds to a row over some draws.
  private double[] means(int i, int[] draws) {
    Choices.ChanceRow row = row(i);
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

  private double[] sums(int i, boolean[] isChosen) {
    Choices.ChanceRow row = row(i);
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
    Integer[] order = IntStream.range(0, sum.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> Double.compare(sum[b], sum[a]));
    int wide = StrictMath.max(1, (int) (NEAR * sum.length));
    int from = StrictMath.max(0, StrictMath.min(mayFail - wide / 2, sum.length - wide));
    return IntStream.range(from, from + wide).map(k -> order[k]).toArray();
  }
}
