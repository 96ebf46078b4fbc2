package org.tonle.plan.program;

import java.util.Arrays;

/// Infeasible core of a limit: groups of columns, one group for each of some sites, that cannot all
/// be chosen from at once if the limit is to hold (docs/theory/plan.md, Eq. 6): Σ over the groups
/// of the chosen columns ≤ groups − 1.
///
/// @param row its limit
/// @param column that stand in a group, each once, rising
/// @param times number of groups that a column stands in
/// @param groups number of groups
record Core(int row, int[] column, int[] times, int groups) {
  boolean isSame(Core other) {
    return groups == other.groups
        && Arrays.equals(column, other.column)
        && Arrays.equals(times, other.times);
  }

  /// Left side of the cut for a choice.
  int taken(boolean[] isChosen) {
    int sum = 0;
    for (int i = 0; i < column.length; i++) {
      sum += isChosen[column[i]] ? times[i] : 0;
    }
    return sum;
  }
}
