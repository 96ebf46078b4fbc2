package org.tonle.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tonle.model.Settings.Accepted;
import org.tonle.problem.Listing;
import org.tonle.problem.Problem;
import org.tonle.problem.Severity;

class AcceptedTest {
  private static boolean covers(Accepted accepted, Problem problem) {
    return accepted.covers(problem, p -> "");
  }

  /// A study accepted 21 problems; 20 were silent, and "and 1 more of [unused_figure]" stayed.
  @Test
  void whatAListCutsOffIsAcceptedWithTheRest() {
    Problem rest = Listing.more(Severity.WARNING, "unused_figure", "factors.csv", 1);
    assertTrue(covers(new Accepted("unused_figure", "", "", "why"), rest));
    assertTrue(covers(new Accepted("unused_figure", "factors.csv", "", "why"), rest));
    assertFalse(covers(new Accepted("unused_figure", "towns.csv", "", "why"), rest));
    assertFalse(covers(new Accepted("unused_figure", "", "T1", "why"), rest), "of one row only");
    assertFalse(covers(new Accepted("bad_date", "", "", "why"), rest));
  }
}
