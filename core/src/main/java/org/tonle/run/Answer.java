package org.tonle.run;

import java.util.List;
import org.tonle.problem.Problem;

/// Answer of a session to a set of changes: their effect, or the reason why they are refused.
public sealed interface Answer permits Answer.Refused, Pull {
  /// Refused changes, with which the study cannot be computed.
  ///
  /// @param problems at least one error
  record Refused(List<Problem> problems) implements Answer {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
