package org.tonle.bench.river;

import java.util.List;
import java.util.Optional;
import org.tonle.problem.Problem;

/// Reading of a network's file.
///
/// @param rivers empty if the file has problems
/// @param notes corrections that were made
public record NetworkReading(Optional<Rivers> rivers, List<Problem> problems, Notes notes) {
  public NetworkReading {
    problems = List.copyOf(problems);
  }

  /// Notes on gaps that real files often have, with the number of reaches concerned.
  ///
  /// @param dangling reaches whose next one is not in the file; taken as outlets
  /// @param dry reaches without a discharge above zero; taken as 1 L/s
  /// @param lengthless reaches without a length; taken as 0 km
  /// @param scaled bifurcations whose fractions did not sum to one; scaled to it
  public record Notes(int dangling, int dry, int lengthless, int scaled) {}
}
