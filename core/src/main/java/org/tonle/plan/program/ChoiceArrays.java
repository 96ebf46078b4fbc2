package org.tonle.plan.program;

import java.util.Arrays;

/// Arrays of choices: the columns of each site, and each limit with the sites that matter to it.
final class ChoiceArrays {
  final Choices choices;

  /// Columns that decide on a site, rising.
  final int[][] ofSite;

  final RowDraws[] rows;

  /// Rows that a site matters to, rising.
  final int[][] rowsOfSite;

  /// The lowest site of a column: where a column is counted once.
  final int[] firstSite;

  ChoiceArrays(Choices choices) {
    this(choices, rests(choices));
  }

  /// @param rest of each row and draw, instead of that of the choices: exact where it is a sum
  ChoiceArrays(Choices choices, double[][] rest) {
    this.choices = choices;
    firstSite = new int[choices.columnCount()];
    ofSite = columnsOfSites(choices, firstSite);
    rows = new RowDraws[choices.rows().size()];
    int[] count = new int[choices.siteCount()];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = RowDraws.of(r, choices, rest[r], ofSite, firstSite);
      for (int site : rows[r].site) {
        count[site]++;
      }
    }
    rowsOfSite = new int[choices.siteCount()][];
    for (int s = 0; s < count.length; s++) {
      rowsOfSite[s] = new int[count[s]];
    }
    Arrays.fill(count, 0);
    for (RowDraws row : rows) {
      for (int site : row.site) {
        rowsOfSite[site][count[site]++] = row.number;
      }
    }
  }

  private static double[][] rests(Choices choices) {
    double[][] rest = new double[choices.rows().size()][];
    for (int r = 0; r < rest.length; r++) {
      float[] of = choices.rows().get(r).rest();
      rest[r] = new double[of.length];
      for (int d = 0; d < of.length; d++) {
        rest[r][d] = of[d];
      }
    }
    return rest;
  }

  private static int[][] columnsOfSites(Choices choices, int[] firstSite) {
    int[] count = new int[choices.siteCount()];
    for (Choices.Column column : choices.columns()) {
      for (int site : column.sites()) {
        count[site]++;
      }
    }
    int[][] found = new int[count.length][];
    for (int s = 0; s < count.length; s++) {
      found[s] = new int[count[s]];
    }
    Arrays.fill(count, 0);
    for (int c = 0; c < choices.columnCount(); c++) {
      firstSite[c] = Integer.MAX_VALUE;
      for (int site : choices.columns().get(c).sites()) {
        found[site][count[site]++] = c;
        firstSite[c] = StrictMath.min(firstSite[c], site);
      }
    }
    return found;
  }

  int siteCount() {
    return ofSite.length;
  }

  Choices.Column column(int c) {
    return choices.columns().get(c);
  }
}
