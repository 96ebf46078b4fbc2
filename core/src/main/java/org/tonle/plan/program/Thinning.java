package org.tonle.plan.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/// Thinning of a plan that reaches goals: works are taken away one by one, each time that which
/// loses least for what it saves. The choices on the way are plans for smaller budgets to start
/// from; it proves nothing.
final class Thinning {
  private final ChoiceArrays arrays;
  private final PlanQuestion question;
  private final double[] cost;
  private final Selection selection;

  /// Loss for what is saved, by column of a work that stands.
  private final TreeMap<Integer, Double> ratio = new TreeMap<>();

  /// @param question with goals; its ceilings play no part
  /// @param from a choice of a column for each site
  Thinning(ChoiceArrays arrays, PlanQuestion question, int[] from, double[] cost) {
    this.arrays = arrays;
    this.question = question;
    this.cost = cost;
    var ledger = new Ledger(arrays.choices, List.of());
    selection = new Selection(arrays, question, ledger, from);
  }

  /// The choices on the way from the first to one without works, falling in cost. When the time is
  /// over works go in the order known by then, so that there is a choice for every budget.
  List<int[]> run(BooleanSupplier hasTime) {
    List<int[]> path = new ArrayList<>();
    for (int c : selection.columns()) {
      if (cost[c] > 0 && question.fixing()[c] != PlanQuestion.FORCED) {
        ratio.put(c, Double.POSITIVE_INFINITY);
        if (hasTime.getAsBoolean()) {
          weigh(c);
        }
      }
    }
    while (!ratio.isEmpty()) {
      int next = Collections.min(ratio.entrySet(), Map.Entry.comparingByValue()).getKey();
      ratio.remove(next);
      boolean[] before = selection.reached();
      take(next);
      path.add(selection.ofSite());
      for (int c : hasTime.getAsBoolean() ? near(before) : Set.<Integer>of()) {
        weigh(c);
      }
    }
    for (int c : selection.columns()) {
      if (cost[c] > 0 && question.fixing()[c] != PlanQuestion.FORCED) {
        take(c);
      }
    }
    path.add(selection.ofSite());
    return path;
  }

  /// Works that may have lost their use: those at limits of goals that are reached no more.
  private Set<Integer> near(boolean[] before) {
    boolean[] now = selection.reached();
    Set<Integer> rows = new TreeSet<>();
    for (int r = 0; r < arrays.rows.length; r++) {
      int goal = question.goalOf()[r];
      if (goal >= 0 && before[goal] && !now[goal]) {
        rows.add(r);
      }
    }
    Set<Integer> works = new TreeSet<>();
    for (int c : ratio.keySet()) {
      for (int site : arrays.column(c).sites()) {
        if (Arrays.stream(arrays.rowsOfSite[site]).anyMatch(rows::contains)) {
          works.add(c);
        }
      }
    }
    return works;
  }

  private void weigh(int column) {
    int[] sites = arrays.column(column).sites();
    int[] before = Arrays.stream(sites).map(selection::at).toArray();
    double missed = selection.missed();
    take(column);
    double loss = selection.missed() - missed;
    selection.restore(sites, before);
    ratio.put(column, loss / cost[column]);
  }

  /// Puts the cheapest column of its own at each site of a column.
  private void take(int column) {
    for (int site : arrays.column(column).sites()) {
      int cheapest = -1;
      for (int c : arrays.ofSite[site]) {
        boolean isAllowed =
            arrays.column(c).sites().length == 1 && question.fixing()[c] != PlanQuestion.FORBIDDEN;
        if (isAllowed && (cheapest < 0 || cost[c] < cost[cheapest])) {
          cheapest = c;
        }
      }
      if (cheapest >= 0) {
        selection.put(cheapest);
      }
    }
  }
}
