package org.tonle.plan.program;

import java.util.Arrays;

/// Selection of one column for each site, with the sums of every limit in every draw: the
/// arithmetic that decides whether a plan holds, apart from any solver.
final class Selection {
  private final ChoiceArrays arrays;
  private final PlanQuestion question;
  private final Ledger ledger;
  private final int[] ofSite;
  private final double[][] total;
  private final int[] fails;

  Selection(ChoiceArrays arrays, PlanQuestion question, Ledger ledger, int[] ofSite) {
    this.arrays = arrays;
    this.question = question;
    this.ledger = ledger;
    this.ofSite = ofSite.clone();
    int rows = arrays.rows.length;
    total = new double[rows][];
    fails = new int[rows];
    for (int r = 0; r < rows; r++) {
      total[r] = new double[arrays.rows[r].draws];
      read(r);
    }
  }

  private void read(int r) {
    arrays.rows[r].total(ofSite, total[r]);
    fails[r] = arrays.rows[r].fails(total[r]);
  }

  int[] ofSite() {
    return ofSite.clone();
  }

  double[] total(int row) {
    return total[row];
  }

  int fails(int row) {
    return fails[row];
  }

  boolean holds(int row) {
    return fails[row] <= question.mayFail()[row];
  }

  int[] held() {
    int[] held = new int[fails.length];
    Arrays.setAll(held, r -> total[r].length - fails[r]);
    return held;
  }

  /// The chosen columns, each once, rising.
  int[] columns() {
    return Arrays.stream(ofSite).sorted().distinct().toArray();
  }

  boolean isWithin() {
    return ledger.isKept(columns(), reached());
  }

  /// Whether every limit that is required holds, and every sum and fixing is kept.
  boolean isPlan() {
    for (int r = 0; r < fails.length; r++) {
      if (question.goalOf()[r] == PlanQuestion.REQUIRED && !holds(r)) {
        return false;
      }
    }
    return isWithin() && isFixed();
  }

  private boolean isFixed() {
    boolean[] isChosen = new boolean[question.fixing().length];
    for (int c : ofSite) {
      isChosen[c] = true;
    }
    for (int c = 0; c < isChosen.length; c++) {
      byte fixing = question.fixing()[c];
      if (fixing == PlanQuestion.FORCED ? !isChosen[c] : fixing != 0 && isChosen[c]) {
        return false;
      }
    }
    return true;
  }

  /// Which goals are reached: those of which every limit holds.
  boolean[] reached() {
    boolean[] isReached = new boolean[question.worth().length];
    Arrays.fill(isReached, true);
    for (int r = 0; r < fails.length; r++) {
      int goal = question.goalOf()[r];
      if (goal >= 0 && !holds(r)) {
        isReached[goal] = false;
      }
    }
    return isReached;
  }

  double missed() {
    boolean[] isReached = reached();
    double missed = 0;
    for (int g = 0; g < isReached.length; g++) {
      missed += isReached[g] ? 0 : question.worth()[g];
    }
    return missed;
  }

  double measure() {
    return Plan.sum(columns(), question.measure()) + missed();
  }

  /// Puts a column at all its sites. The columns that stood there must stand nowhere else.
  void put(int column) {
    int[] sites = arrays.column(column).sites();
    for (int site : sites) {
      ofSite[site] = column;
    }
    refresh(sites);
  }

  void refresh(int[] sites) {
    for (int site : sites) {
      for (int r : arrays.rowsOfSite[site]) {
        read(r);
      }
    }
  }

  /// Takes the columns of some sites back to what they were.
  void restore(int[] sites, int[] before) {
    for (int i = 0; i < sites.length; i++) {
      ofSite[sites[i]] = before[i];
    }
    refresh(sites);
  }

  int at(int site) {
    return ofSite[site];
  }

  /// Whether a column can take the places of those at its sites: they stand nowhere else.
  boolean canPut(int column) {
    int[] sites = arrays.column(column).sites();
    for (int site : sites) {
      for (int other : arrays.column(ofSite[site]).sites()) {
        if (!contains(sites, other)) {
          return false;
        }
      }
    }
    return ofSite[sites[0]] != column;
  }

  private static boolean contains(int[] sites, int site) {
    for (int s : sites) {
      if (s == site) {
        return true;
      }
    }
    return false;
  }
}
