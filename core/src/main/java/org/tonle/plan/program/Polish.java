package org.tonle.plan.program;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// Polish of a plan: column by column, whatever lowers the measure and keeps the plan a plan.
final class Polish {
  private static final int MOST_PASSES = 4;

  private final ChoiceArrays arrays;
  private final PlanQuestion question;
  private final Selection selection;
  private double measure;

  Polish(ChoiceArrays arrays, PlanQuestion question, Selection selection) {
    this.arrays = arrays;
    this.question = question;
    this.selection = selection;
    measure = selection.measure();
  }

  /// Improves the selection, which must be a plan, until nothing helps or the caller has no time.
  void run(BooleanSupplier hasTime) {
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      boolean changes = false;
      for (int s = 0; s < arrays.siteCount() && hasTime.getAsBoolean(); s++) {
        changes |= improve(s);
      }
      if (!changes) {
        return;
      }
    }
  }

  /// Tries the columns that count at a site, the largest saving first.
  private boolean improve(int site) {
    int[] columns =
        Arrays.stream(arrays.ofSite[site]).filter(c -> arrays.firstSite[c] == site).toArray();
    double[] saving = new double[columns.length];
    for (int k = 0; k < columns.length; k++) {
      saving[k] = saving(columns[k]);
    }
    int[] order =
        IntStream.range(0, columns.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer k) -> -saving[k]).thenComparing(k -> k))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int k : order) {
      boolean mayHelp = question.hasGoals() ? saving[k] >= 0 : saving[k] > 0;
      if (mayHelp && selection.canPut(columns[k]) && takes(columns[k])) {
        return true;
      }
    }
    return false;
  }

  private double saving(int column) {
    double now = 0;
    int[] sites = arrays.column(column).sites();
    for (int i = 0; i < sites.length; i++) {
      int standing = selection.at(sites[i]);
      boolean isCounted = false;
      for (int j = 0; j < i; j++) {
        isCounted |= selection.at(sites[j]) == standing;
      }
      now += isCounted ? 0 : question.measure()[standing];
    }
    return now - question.measure()[column];
  }

  private boolean takes(int column) {
    int[] sites = arrays.column(column).sites();
    int[] before = Arrays.stream(sites).map(selection::at).toArray();
    selection.put(column);
    if (selection.isPlan()) {
      double now = selection.measure();
      if (now < measure) {
        measure = now;
        return true;
      }
    }
    selection.restore(sites, before);
    return false;
  }
}
