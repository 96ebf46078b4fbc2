package org.tonle.run;

import java.util.List;
import org.tonle.network.rates.Kinetics;

/// Numbers of constituents in their linked groups.
///
/// @param group of each constituent
/// @param member where each stands in its group
/// @param count members of the group of each
record MemberNumbers(int[] group, int[] member, int[] count) {
  static MemberNumbers of(List<Kinetics> groups, int constituents) {
    MemberNumbers found =
        new MemberNumbers(new int[constituents], new int[constituents], new int[constituents]);
    for (int g = 0; g < groups.size(); g++) {
      int count = groups.get(g).memberCount();
      for (int m = 0; m < count; m++) {
        int constituent = groups.get(g).constituents()[m];
        found.group[constituent] = g;
        found.member[constituent] = m;
        found.count[constituent] = count;
      }
    }
    return found;
  }
}
