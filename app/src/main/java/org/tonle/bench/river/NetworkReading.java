package org.tonle.bench.river;

import java.util.List;
import java.util.Optional;
import org.tonle.problem.Problem;

/// A network as it was read.
///
/// @param rivers nothing where the file has problems
/// @param notes what was put in order
public record NetworkReading(Optional<Rivers> rivers, List<Problem> problems, Notes notes) {
  public NetworkReading {
    problems = List.copyOf(problems);
  }

  /// What a real file often lacks, and how many reaches it concerned.
  ///
  /// @param dangling reaches whose next one is not in the file; taken as outlets
  /// @param dry reaches without a discharge above zero; taken as 1 L/s
  /// @param lengthless reaches without a length; taken as 0 km
  /// @param scaled bifurcations whose fractions did not sum to one; scaled to it
  public record Notes(int dangling, int dry, int lengthless, int scaled) {}
}
