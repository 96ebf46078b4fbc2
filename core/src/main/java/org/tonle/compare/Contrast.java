package org.tonle.compare;

import java.util.List;
import java.util.Optional;
import org.tonle.run.Result;

/// Contrast of two scenarios of a study in the same draws: everything that differs, and why the
/// rest does not.
///
/// @param before result under the first scenario
/// @param after result under the other scenario, without mass balances
/// @param levers all levers that differ, with the effect of each alone
/// @param loads loads to the water that differ
/// @param moves moves of concentrations, the largest first
/// @param verdicts verdicts that differ
/// @param services sewersheds where the services of people differ
/// @param demand load to cut, if it was asked for
/// @param still places where nothing moves, with the reason
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

  /// Moves that are large enough for a reader to see.
  public List<Move> visible() {
    return moves.stream().filter(Move::isVisible).toList();
  }

  /// Number of required verdicts that changed from one outcome to another.
  public long count(
      org.tonle.assess.Verdict.Outcome before, org.tonle.assess.Verdict.Outcome after) {
    return verdicts.stream()
        .filter(v -> v.after().required() && v.before().outcome() == before)
        .filter(v -> v.after().outcome() == after)
        .count();
  }

  /// Increase of the people on sewers that lead to plants, over all towns.
  public double morePeopleToPlants() {
    return services.stream().mapToDouble(s -> s.after().toPlants() - s.before().toPlants()).sum();
  }

  /// Increase of the people whose sanitation is safely managed.
  public double morePeopleSafe() {
    return services.stream()
        .mapToDouble(s -> s.after().safelyManaged() - s.before().safelyManaged())
        .sum();
  }
}
