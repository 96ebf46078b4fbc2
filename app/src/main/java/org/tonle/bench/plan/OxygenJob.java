package org.tonle.bench.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.tonle.plan.program.Choices;
import org.tonle.plan.program.Choices.ChanceRow;
import org.tonle.plan.program.Choices.Column;
import org.tonle.plan.program.Effort;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.PlanProgram;
import org.tonle.plan.program.PlanQuestion;
import org.tonle.solve.Solvers;

/// Oxygen job: the cheapest works that keep a limit of oxygen all along a made river, by rounds of
/// rows at the points that are worst under the last plan (docs/theory/plan.md, Eq. 29).
final class OxygenJob {
  /// Excess over a limit that is rounding.
  private static final double ROUNDING = 1e-9;

  private static final int MOST_ROUNDS = 20;

  private final OxygenRiver river;
  private final double[][] left;
  private final double[][] cost;

  /// Largest deficit that the limit allows [g/m³].
  private final double allowed_g_per_m3;

  private final List<ChanceRow> rows = new ArrayList<>();

  /// What the rounds found.
  ///
  /// @param broken limits that are broken without works
  /// @param inside how many of those are worst inside their reach
  /// @param rows in the last program
  record Found(Plan plan, int[] option, int broken, int inside, int rounds, int rows) {}

  /// @param broken number of reaches that break the limit without works
  OxygenJob(OxygenRiver river, int options, int broken, long seed) {
    this.river = river;
    int sites = river.reachOfSite.length;
    var random = new SplittableRandom(seed + 1);
    left = new double[sites][options + 1];
    cost = new double[sites][options + 1];
    for (int s = 0; s < sites; s++) {
      left[s][0] = 1;
      for (int o = 1; o <= options; o++) {
        double fine = (double) o / options;
        left[s][o] = 1 - 0.97 * StrictMath.sqrt(fine) * random.nextDouble(0.85, 1);
        double price = 0.3 + 1.2 * fine * fine + random.nextDouble(0, 0.3);
        cost[s][o] = price * StrictMath.pow(river.load_g_per_s[s], 0.6);
      }
    }
    double[] worst = new double[river.reaches];
    double[] today = left(new int[sites]);
    Arrays.setAll(worst, r -> river.deficit_g_per_m3(r, river.worst(r, today), today));
    double[] sorted = worst.clone();
    Arrays.sort(sorted);
    int first = river.reaches - broken;
    allowed_g_per_m3 = (sorted[first - 1] + sorted[first]) / 2;
  }

  double allowed_g_per_m3() {
    return allowed_g_per_m3;
  }

  double cost(int site, int option) {
    return cost[site][option];
  }

  double[] left(int[] option) {
    double[] found = new double[option.length];
    Arrays.setAll(found, s -> left[s][option[s]]);
    return found;
  }

  /// Plans, looks for the worst points anew, and adds rows there, until none is broken.
  Found run(Effort effort) {
    int sites = river.reachOfSite.length;
    int[] option = new int[sites];
    int broken = addBroken(left(option));
    int inside = inside(left(option));
    for (int round = 1; ; round++) {
      Choices choices = new Choices(sites, columns(), rows, List.of());
      Plan plan =
          new PlanProgram(choices, Solvers.highs()).solve(PlanQuestion.leastCost(choices), effort);
      int count = rows.size();
      for (int s = 0; plan.isFound() && s < sites; s++) {
        option[s] = plan.ofSite()[s] % left[s].length;
      }
      boolean isOver = !plan.isFound() || round == MOST_ROUNDS || addBroken(left(option)) == 0;
      if (isOver) {
        return new Found(plan, option, broken, inside, round, count);
      }
    }
  }

  private List<Column> columns() {
    List<Column> found = new ArrayList<>();
    for (int s = 0; s < left.length; s++) {
      for (int o = 0; o < left[s].length; o++) {
        found.add(new Column(new int[] {s}, cost[s][o], new int[0], new double[0]));
      }
    }
    return found;
  }

  /// Adds a row at the worst point of each reach that breaks the limit; answers how many.
  private int addBroken(double[] leaving) {
    int count = 0;
    for (int r = 0; r < river.reaches; r++) {
      double share = river.worst(r, leaving);
      double excess = river.deficit_g_per_m3(r, share, leaving) / allowed_g_per_m3 - 1;
      if (excess > ROUNDING) {
        rows.add(row(r, share));
        count++;
      }
    }
    return count;
  }

  private int inside(double[] leaving) {
    int count = 0;
    for (int r = 0; r < river.reaches; r++) {
      double share = river.worst(r, leaving);
      boolean isBroken = river.deficit_g_per_m3(r, share, leaving) > allowed_g_per_m3;
      count += isBroken && share > 0 && share < 1 ? 1 : 0;
    }
    return count;
  }

  private ChanceRow row(int reach, double share) {
    List<OxygenRiver.Part> parts = river.parts.get(reach);
    int options = left[0].length;
    float[][] effect = new float[parts.size()][1];
    int[] column = new int[parts.size() * options];
    int[] way = new int[column.length];
    double[] amount = new double[column.length];
    for (int i = 0; i < parts.size(); i++) {
      OxygenRiver.Part part = parts.get(i);
      effect[i][0] = 1;
      double whole =
          river.load_g_per_s[part.site()]
              * river.deficit(reach, part.load(), part.deficit(), share)
              / river.discharge_m3_per_s[reach]
              / allowed_g_per_m3;
      for (int o = 0; o < options; o++) {
        column[i * options + o] = part.site() * options + o;
        way[i * options + o] = i;
        amount[i * options + o] = whole * left[part.site()][o];
      }
    }
    return new ChanceRow(effect, new float[1], column, way, amount, 1, 1);
  }
}
