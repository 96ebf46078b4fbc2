package org.tonle.model;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/// A named set of changes to a study that nobody else changes.
public record Scenario(String id, Names names, List<Change> changes) {
  public static final Scenario BASELINE = new Scenario("baseline", Names.of("Baseline"), List.of());

  public Scenario {
    changes = List.copyOf(changes);
  }

  /// Seasons whose flow it sets; none for a scenario of the study's own flows.
  public Set<String> seasonsOfSetFlow() {
    Set<String> seasons = new TreeSet<>();
    for (Change change : changes) {
      if (change instanceof Change.SetDischarge set) {
        seasons.add(set.season());
      }
    }
    return seasons;
  }

  /// One lever.
  public sealed interface Change {
    /// Multiplies the loads of a category, unit or source ("" = all) for a constituent ("" = all).
    record ScaleLoad(String category, String unit, String source, String constituent, double factor)
        implements Change {}

    /// A plant with another state, and another capacity where one is given.
    record SetPlant(String plant, Source.Plant.Status status, OptionalDouble capacity_m3_per_d)
        implements Change {}

    /// The share of a town's people on one path; the other shares give way in proportion.
    record SetSanitation(String town, Sanitation.Path path, double share, String plant)
        implements Change {}

    /// Multiplies a reaction rate everywhere.
    record ScaleRate(String reaction, double factor) implements Change {}

    /// Holds a hydrological group's discharge ("" = of all groups) in a season at a share of its
    /// mean, in every draw: a named low flow.
    record SetDischarge(String season, String group, double factor) implements Change {}
  }
}
