package org.tonle.plan.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.tonle.plan.program.Choices.ChanceRow;
import org.tonle.plan.program.Choices.Column;

/// Enumeration of all choices: the plain answer beside which the program's must stand.
public final class Enumeration {
  private final Choices choices;
  private final List<int[]> all = new ArrayList<>();

  public Enumeration(Choices choices) {
    this.choices = choices;
    int[] ofSite = new int[choices.siteCount()];
    Arrays.fill(ofSite, -1);
    fill(ofSite);
  }

  private void fill(int[] ofSite) {
    int open = 0;
    while (open < ofSite.length && ofSite[open] >= 0) {
      open++;
    }
    if (open == ofSite.length) {
      all.add(ofSite.clone());
      return;
    }
    for (int c = 0; c < choices.columnCount(); c++) {
      int[] sites = choices.columns().get(c).sites();
      int first = open;
      if (Arrays.stream(sites).anyMatch(s -> s == first)
          && Arrays.stream(sites).allMatch(s -> ofSite[s] < 0)) {
        for (int s : sites) {
          ofSite[s] = c;
        }
        fill(ofSite);
        for (int s : sites) {
          ofSite[s] = -1;
        }
      }
    }
  }

  public void forEach(Consumer<int[]> action) {
    all.forEach(action);
  }

  public static boolean[] chosen(Choices choices, int[] ofSite) {
    boolean[] isChosen = new boolean[choices.columnCount()];
    for (int c : ofSite) {
      isChosen[c] = true;
    }
    return isChosen;
  }

  /// Draws in which a limit fails, by the sum as it is written.
  public static int fails(ChanceRow row, boolean[] isChosen) {
    int fails = 0;
    for (int d = 0; d < row.drawCount(); d++) {
      double sum = row.rest()[d];
      for (int t = 0; t < row.column().length; t++) {
        sum += isChosen[row.column()[t]] ? row.amount()[t] * row.effect()[row.way()[t]][d] : 0;
      }
      fails += sum > 1 + (row.drawCount() == 1 ? 1e-6 : 1e-5) ? 1 : 0;
    }
    return fails;
  }

  public double sum(boolean[] isChosen, double[] amount) {
    double sum = 0;
    for (int c = 0; c < isChosen.length; c++) {
      sum += isChosen[c] ? amount[c] : 0;
    }
    return sum;
  }

  private boolean isWithin(boolean[] isChosen) {
    for (int k = 0; k < choices.resources().size(); k++) {
      double used = 0;
      for (int c = 0; c < isChosen.length; c++) {
        Column column = choices.columns().get(c);
        for (int i = 0; isChosen[c] && i < column.resources().length; i++) {
          used += column.resources()[i] == k ? column.uses()[i] : 0;
        }
      }
      if (used > choices.resources().get(k).available() * (1 + 1e-6)) {
        return false;
      }
    }
    return true;
  }

  private boolean isWithin(boolean[] isChosen, boolean[] isMissed, PlanQuestion question) {
    for (PlanQuestion.Ceiling line : question.ceilings()) {
      double sum = sum(isChosen, line.amount());
      for (int g = 0; g < line.ofGoal().length; g++) {
        sum += isMissed[g] ? 0 : line.ofGoal()[g];
      }
      if (sum > line.most() + 1e-6 * StrictMath.abs(line.most())) {
        return false;
      }
    }
    return true;
  }

  /// Measure and missed worth of a choice; infinite if it is no plan.
  public double measure(int[] ofSite, PlanQuestion question) {
    boolean[] isChosen = chosen(choices, ofSite);
    if (!isWithin(isChosen)) {
      return Double.POSITIVE_INFINITY;
    }
    boolean[] isMissed = new boolean[question.worth().length];
    for (int r = 0; r < choices.rows().size(); r++) {
      int goal = question.goalOf()[r];
      if (goal != PlanQuestion.IGNORED
          && fails(choices.rows().get(r), isChosen) > question.mayFail()[r]) {
        if (goal == PlanQuestion.REQUIRED) {
          return Double.POSITIVE_INFINITY;
        }
        isMissed[goal] = true;
      }
    }
    if (!isWithin(isChosen, isMissed, question)) {
      return Double.POSITIVE_INFINITY;
    }
    double measure = sum(isChosen, question.measure());
    for (int g = 0; g < isMissed.length; g++) {
      measure += isMissed[g] ? question.worth()[g] : 0;
    }
    return measure;
  }

  public double least(PlanQuestion question) {
    return all.stream().mapToDouble(one -> measure(one, question)).min().orElseThrow();
  }
}
