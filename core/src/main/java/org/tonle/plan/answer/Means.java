package org.tonle.plan.answer;

import java.util.Map;
import java.util.OptionalInt;
import org.tonle.model.Technology;

/// Means of those who build and run works, beside money (docs/theory/plan.md, Eq. 4).
///
/// @param land_m2 land that plants may take, by town or unit; others have as much as they need
/// @param skill highest skill that there are people for
/// @param worksAtATime most works that begin in one period; empty = any number
public record Means(Map<String, Double> land_m2, Technology.Skill skill, OptionalInt worksAtATime) {
  public static final Means ANY = new Means(Map.of(), Technology.Skill.HIGH, OptionalInt.empty());

  public Means {
    land_m2 = Map.copyOf(land_m2);
  }
}
