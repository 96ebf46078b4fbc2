package org.tonle.assess;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tonle.model.Check;

/// Failed checks: waters whose simulated concentration lies outside the bounds that the study
/// itself sets. Verdicts on such a water say that the model is not valid there.
public final class FailedChecks {
  /// No check failed.
  public static final FailedChecks NONE = new FailedChecks(Set.of());

  private final Set<Where> failed;

  private record Where(Place.Kind kind, String place, String season, String constituent) {}

  private FailedChecks(Set<Where> failed) {
    this.failed = Set.copyOf(failed);
  }

  /// The failed checks among those of a study, simulated without changes.
  public static FailedChecks of(List<Check> checks, Concentrations simulated) {
    Comparisons comparisons = new Comparisons(simulated);
    Set<Where> failed = new HashSet<>();
    for (CheckOutcome outcome : comparisons.check(checks)) {
      if (!outcome.passed()) {
        Check check = outcome.check();
        Place place = simulated.places().get(comparisons.placeOf(check.place()));
        failed.add(new Where(place.kind(), place.id(), check.season(), check.constituent()));
      }
    }
    return new FailedChecks(failed);
  }

  boolean has(Place place, String season, String constituent) {
    return !failed.isEmpty()
        && failed.contains(new Where(place.kind(), place.id(), season, constituent));
  }
}
