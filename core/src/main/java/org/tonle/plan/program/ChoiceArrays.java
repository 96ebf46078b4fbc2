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
    this.choices = choices;
    firstSite = new int[choices.columnCount()];
    ofSite = columnsOfSites(choices, firstSite);
    rows = new RowDraws[choices.rows().size()];
    int[] count = new int[choices.siteCount()];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = RowDraws.of(r, choices, ofSite, firstSite);
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
