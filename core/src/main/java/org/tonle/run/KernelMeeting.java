package org.tonle.run;

import org.tonle.assess.Judgement;

/// Shares of draws that meet a limit, as the kernels counted them.
///
/// @param draws their number; 1 for the central run
record KernelMeeting(MemberNumbers members, GroupResults results, int draws)
    implements Judgement.Meeting {
  @Override
  public double share(int place, int season, int constituent, int limit) {
    int member = members.member()[constituent];
    int count = members.count()[constituent];
    int met =
        results.at(members.group()[constituent], place).met(season, place, member, count, limit);
    return met / (double) draws;
  }
}
