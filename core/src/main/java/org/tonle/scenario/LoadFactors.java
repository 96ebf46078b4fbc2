package org.tonle.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonle.model.Category;
import org.tonle.model.Scenario.Change.ScaleLoad;

/// Factors of a scenario on loads: overlapping ones multiply, in the order of their selectors.
final class LoadFactors {
  private final StudyIndex index;
  private final List<ScaleLoad> general = new ArrayList<>();
  private final Map<String, List<ScaleLoad>> ofSource = new HashMap<>();

  LoadFactors(StudyIndex index) {
    this.index = index;
  }

  void add(ScaleLoad scale) {
    if (scale.source().isEmpty()) {
      general.add(scale);
      return;
    }
    for (String source : index.meant(scale.source())) {
      ofSource.computeIfAbsent(source, s -> new ArrayList<>()).add(scale);
    }
  }

  boolean isNeutral() {
    return general.stream().allMatch(s -> s.factor() == 1)
        && ofSource.values().stream().flatMap(List::stream).allMatch(s -> s.factor() == 1);
  }

  double factor(Category category, String unit, String source, String constituent) {
    double factor = 1;
    for (ScaleLoad scale : general) {
      factor *= holds(scale, category, unit, constituent) ? scale.factor() : 1;
    }
    for (ScaleLoad scale : ofSource.getOrDefault(source, List.of())) {
      factor *= holds(scale, category, unit, constituent) ? scale.factor() : 1;
    }
    return factor;
  }

  private boolean holds(ScaleLoad scale, Category category, String unit, String constituent) {
    return (scale.category().isEmpty() || scale.category().equals(category.id()))
        && (scale.constituent().isEmpty() || scale.constituent().equals(constituent))
        && (scale.unit().isEmpty() || index.isWithin(unit, scale.unit()));
  }
}
