package org.tonle.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tonle.model.Scenario;
import org.tonle.model.Scenario.Change;

/// Water factors of a scenario: discharges that it sets, and factors of its climate. The factor
/// with the narrower scope overrides the other.
final class WaterFactors {
  private final Map<Scope, Double> held = new HashMap<>();
  private final Map<Scope, Double> climate = new HashMap<>();

  /// @param season "" = all
  /// @param group "" = all
  private record Scope(String season, String group) {}

  void add(Change.SetDischarge set) {
    held.put(new Scope(set.season(), set.group()), set.factor());
  }

  void add(Scenario.Climate added) {
    added
        .discharges()
        .forEach(d -> climate.merge(new Scope(d.season(), d.group()), d.factor(), StrictMath::min));
  }

  OptionalDouble held(String season, String group) {
    Double found = narrowest(held, season, group);
    return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
  }

  double factor(String season, String group) {
    Double found = narrowest(climate, season, group);
    return found == null ? 1 : found;
  }

  boolean isNeutral() {
    return held.isEmpty() && climate.values().stream().allMatch(factor -> factor == 1);
  }

  private static @Nullable Double narrowest(
      Map<Scope, Double> factors, String season, String group) {
    if (factors.isEmpty()) {
      return null;
    }
    Double both = factors.get(new Scope(season, group));
    Double bySeason = both != null ? both : factors.get(new Scope(season, ""));
    Double byGroup = bySeason != null ? bySeason : factors.get(new Scope("", group));
    return byGroup != null ? byGroup : factors.get(new Scope("", ""));
  }
}
