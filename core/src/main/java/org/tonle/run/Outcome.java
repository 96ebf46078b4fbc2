package org.tonle.run;

import java.util.List;
import java.util.Optional;
import org.tonle.problem.Problem;

/// Outcome of a run: a result, or the problems that kept it from being computed.
public record Outcome(Optional<Result> result, List<Problem> problems) {
  public Outcome {
    problems = List.copyOf(problems);
  }
}
