package org.tonle.compare;

import java.util.List;
import java.util.Optional;
import org.tonle.run.Result;

/// What another scenario makes of a study, with the same draws: everything that differs, and why
/// the rest does not.
///
/// @param before the study under the scenario that it is compared with
/// @param after the study under the other; without balances of mass
/// @param levers all that differ, with what each does alone
/// @param loads what reaches the water, where it differs
/// @param moves of concentrations, those that change most first
/// @param verdicts that differ
/// @param services towns whose people are served otherwise
/// @param demand load to cut, where it was asked for
/// @param still places where nothing moves, and why
public record Contrast(
    Result before,
    Result after,
    List<LeverEffect> levers,
    List<LoadChange> loads,
    List<Move> moves,
    List<VerdictChange> verdicts,
    List<ServiceChange> services,
    Optional<DemandChange> demand,
    List<Still> still) {
  public Contrast {
    levers = List.copyOf(levers);
    loads = List.copyOf(loads);
    moves = List.copyOf(moves);
    verdicts = List.copyOf(verdicts);
    services = List.copyOf(services);
    still = List.copyOf(still);
  }

  /// Whether no figure differs.
  public boolean isNothing() {
    return loads.isEmpty() && moves.isEmpty() && verdicts.isEmpty() && services.isEmpty();
  }

  /// Moves that a reader sees.
  public List<Move> visible() {
    return moves.stream().filter(Move::isVisible).toList();
  }

  /// Required verdicts that went from one outcome to another.
  public long count(
      org.tonle.assess.Verdict.Outcome before, org.tonle.assess.Verdict.Outcome after) {
    return verdicts.stream()
        .filter(v -> v.after().required() && v.before().outcome() == before)
        .filter(v -> v.after().outcome() == after)
        .count();
  }

  /// More people on sewers that lead to plants, over all towns.
  public double morePeopleToPlants() {
    return services.stream().mapToDouble(s -> s.after().toPlants() - s.before().toPlants()).sum();
  }

  /// More people whose sanitation is safely managed.
  public double morePeopleSafe() {
    return services.stream()
        .mapToDouble(s -> s.after().safelyManaged() - s.before().safelyManaged())
        .sum();
  }
}
