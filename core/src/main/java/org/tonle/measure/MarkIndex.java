package org.tonle.measure;

import java.util.HashMap;
import java.util.Map;
import org.tonle.cause.Cause;
import org.tonle.demand.Bound;
import org.tonle.load.LoadTerm;
import org.tonle.load.Loads;
import org.tonle.model.NodeFlow;
import org.tonle.model.Quality;
import org.tonle.model.Reaction;
import org.tonle.model.Study;
import org.tonle.model.Water;

/// Mark index: the marks of the figures behind every cause, and so behind a concentration.
final class MarkIndex {
  private final Map<Cause, Marks> sources = new HashMap<>();

  private record Dissolved(String water, String constituent) {}

  private final Map<Dissolved, Marks> waters = new HashMap<>();
  private final Map<String, String> waterOfFlow = new HashMap<>();
  private Quality nature = Quality.MEASURED;

  MarkIndex(Study study, Loads loads) {
    for (LoadTerm term : loads.terms()) {
      double delivered =
          term.generated_g_per_s() - term.removed_g_per_s() - term.retained_g_per_s();
      Cause cause =
          new Cause(
              Cause.Kind.SOURCE,
              term.source(),
              term.category().id(),
              term.unit(),
              term.constituent());
      sources.merge(cause, Marks.of(term.quality(), delivered), (a, b) -> a.plus(b, 1));
    }
    for (Water water : study.waterways().waters()) {
      waters.merge(
          new Dissolved(water.water(), water.constituent()),
          Marks.of(water.provenance().quality(), 1),
          (a, b) -> a.plus(b, 1));
    }
    for (NodeFlow flow : study.waterways().flows()) {
      waterOfFlow.put(flow.id(), flow.water());
    }
    for (Reaction reaction : study.chemistry().reactions()) {
      nature = nature.weaker(reaction.provenance().quality());
    }
  }

  /// Marks that the concentration of the central run rests on: the part of every cause, by the
  /// marks behind it. Negative parts count by their size.
  Marks of(Bound bound) {
    Marks sum = Marks.NONE;
    for (int i = 0; i < bound.of().causes().size(); i++) {
      Marks behind = of(bound.of().causes().get(i));
      double part = StrictMath.abs(bound.of().central(i));
      sum = behind.total() > 0 ? sum.plus(behind, part / behind.total()) : sum;
    }
    return sum;
  }

  private Marks of(Cause cause) {
    return switch (cause.kind()) {
      case SOURCE -> sources.getOrDefault(cause, Marks.NONE);
      case BOUNDARY -> water(waterOfFlow.getOrDefault(cause.id(), ""), cause.constituent());
      case BACKGROUND, RAIN -> water(cause.id(), cause.constituent());
      case NATURAL -> Marks.of(nature, 1);
    };
  }

  private Marks water(String water, String constituent) {
    return waters.getOrDefault(new Dissolved(water, constituent), Marks.of(Quality.ESTIMATE, 1));
  }
}
