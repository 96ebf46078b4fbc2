package org.tonle.plan.option;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.tonle.assess.Verdict;
import org.tonle.convert.Tie;
import org.tonle.run.Question;

/// Row of a plan: a concentration with the limit that is hardest to meet there, and what every
/// option adds to it in every draw, over what is allowed (docs/theory/plan.md, Eq. 19).
///
/// @param verdict on the limit before the plan
/// @param aim share of draws in which the plan must meet it
/// @param effect what one unit of a way adds, `[way][draw]`; 1 = all that is allowed
/// @param rest what no option changes, by draw
/// @param option option of each part, ascending
/// @param site site of each part, as a position in the option's sites
/// @param way way of each part
/// @param amount units of the way
public record OptionRow(
    Question question,
    Verdict verdict,
    double aim,
    float[][] effect,
    float[] rest,
    int[] option,
    int[] site,
    int[] way,
    double[] amount) {

  public int drawCount() {
    return rest.length;
  }

  /// Draws that meet the limit under a choice of options.
  public int held(BitSet chosen) {
    double[] sum = new double[rest.length];
    for (int d = 0; d < sum.length; d++) {
      sum[d] = rest[d];
    }
    for (int i = 0; i < option.length; i++) {
      for (int d = 0; chosen.get(option[i]) && d < sum.length; d++) {
        sum[d] += amount[i] * effect[way[i]][d];
      }
    }
    int met = 0;
    for (double one : sum) {
      met += Tie.isAbove(one, 1) ? 0 : 1;
    }
    return met;
  }

  /// Share of draws that meet the limit if every site adds in each draw the least of what its
  /// options add: no plan meets it in more.
  public double chanceAtBest() {
    Map<Integer, float[]> least = new HashMap<>();
    for (int i = 0; i < option.length; i++) {
      float[] own = least.get(site[i]);
      if (own == null) {
        own = new float[rest.length];
        java.util.Arrays.fill(own, Float.POSITIVE_INFINITY);
        least.put(site[i], own);
      }
      for (int d = 0; d < own.length; d++) {
        own[d] = StrictMath.min(own[d], (float) (amount[i] * effect[way[i]][d]));
      }
    }
    int met = 0;
    for (int d = 0; d < rest.length; d++) {
      double sum = rest[d];
      for (float[] own : least.values()) {
        sum += own[d];
      }
      met += Tie.isAbove(sum, 1) ? 0 : 1;
    }
    return (double) met / rest.length;
  }
}
