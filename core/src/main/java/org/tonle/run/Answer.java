package org.tonle.run;

import java.util.List;
import org.tonle.problem.Problem;

/// Answer of a session to a set of changes: what they do, or why they cannot be.
public sealed interface Answer permits Answer.Refused, Pull {
  /// Changes that no study could have.
  ///
  /// @param problems at least one error
  record Refused(List<Problem> problems) implements Answer {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
