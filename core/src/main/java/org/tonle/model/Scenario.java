package org.tonle.model;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// Scenario: a named set of changes to a study.
///
/// @param year the year for people, plants and changes; empty = the study's year
/// @param growth yearly growth of population by unit; it overrides the growth of each town
public record Scenario(
    String id,
    Names names,
    List<Change> changes,
    OptionalInt year,
    List<Growth> growth,
    Climate climate) {
  public static final Scenario BASELINE = new Scenario("baseline", Names.of("Baseline"), List.of());

  public Scenario {
    changes = List.copyOf(changes);
    growth = List.copyOf(growth);
  }

  /// Scenario in the study's own year and climate.
  public Scenario(String id, Names names, List<Change> changes) {
    this(id, names, changes, OptionalInt.empty(), List.of(), Climate.NONE);
  }

  /// The same scenario with other changes.
  public Scenario with(List<Change> others) {
    return new Scenario(id, names, others, year, growth, climate);
  }

  /// The same scenario with another id.
  public Scenario called(String other) {
    return new Scenario(other, names, changes, year, growth, climate);
  }

  /// The same scenario in another year.
  public Scenario in(int otherYear) {
    return new Scenario(id, names, changes, OptionalInt.of(otherYear), growth, climate);
  }

  /// Whether the scenario changes nothing.
  public boolean isEmpty() {
    return changes.isEmpty() && year.isEmpty() && growth.isEmpty() && climate.equals(Climate.NONE);
  }

  /// Seasons whose discharge the scenario sets; empty if it keeps the study's discharges.
  public Set<String> seasonsOfSetFlow() {
    Set<String> seasons = new TreeSet<>();
    for (Change change : changes) {
      if (change instanceof Change.SetDischarge set) {
        seasons.add(set.season());
      }
    }
    return seasons;
  }

  /// Yearly growth of the people of a unit and of all units within it ("" = everywhere).
  public record Growth(String unit, double growth_per_a) {}

  /// Climate of the scenario: it multiplies discharges, including drawn ones, and warms the water.
  public record Climate(List<DischargeFactor> discharges, double temperatureRise_c) {
    public static final Climate NONE = new Climate(List.of(), 0);

    public Climate {
      discharges = List.copyOf(discharges);
    }
  }

  /// Factor on the discharge of a hydrological group ("" = all) in a season ("" = all).
  public record DischargeFactor(String season, String group, double factor) {}

  /// Change: one lever. Its selector is its object and the year from which it holds: of changes
  /// that differ only by year, the one with the latest year reached holds.
  public sealed interface Change {
    /// The first year in which the change holds; empty = always.
    OptionalInt year();

    /// Multiplies the loads of a category, unit or source ("" = all) for a constituent ("" = all).
    record ScaleLoad(
        String category,
        String unit,
        String source,
        String constituent,
        double factor,
        OptionalInt year)
        implements Change {
      public ScaleLoad(
          String category, String unit, String source, String constituent, double factor) {
        this(category, unit, source, constituent, factor, OptionalInt.empty());
      }
    }

    /// Sets the status of a plant, and its capacity and technology if they are given.
    ///
    /// @param technology row of `removals.csv`, "" = the plant's own
    record SetPlant(
        String plant,
        Source.Plant.Status status,
        OptionalDouble capacity_m3_per_d,
        String technology,
        OptionalInt year)
        implements Change {
      public SetPlant(String plant, Source.Plant.Status status, OptionalDouble capacity_m3_per_d) {
        this(plant, status, capacity_m3_per_d, "", OptionalInt.empty());
      }
    }

    /// Sets the share of a town's people on one path.
    ///
    /// @param sewershed part of the town, "" = the whole town
    /// @param plant at the end of the path, "" = the plant in the town's rows
    /// @param from the paths that people leave for this path, or join when they leave it
    record SetSanitation(
        String town,
        String sewershed,
        Sanitation.Path path,
        double share,
        String plant,
        From from,
        OptionalInt year)
        implements Change {
      public SetSanitation(
          String town, Sanitation.Path path, double share, String plant, From from) {
        this(town, "", path, share, plant, from, OptionalInt.empty());
      }
    }

    /// Multiplies a reaction rate everywhere.
    record ScaleRate(String reaction, double factor, OptionalInt year) implements Change {
      public ScaleRate(String reaction, double factor) {
        this(reaction, factor, OptionalInt.empty());
      }
    }

    /// Sets the discharge of a hydrological group ("" = of all groups) in a season to a share of
    /// its mean, in every draw: a named low flow.
    record SetDischarge(String season, String group, double factor, OptionalInt year)
        implements Change {
      public SetDischarge(String season, String group, double factor) {
        this(season, group, factor, OptionalInt.empty());
      }
    }

    /// Builds a new plant or rebuilds an existing one.
    ///
    /// @param site a plant (rebuilt), a factory or town (gets a plant of its own), or a new id
    /// @param technology row of `removals.csv`
    /// @param capacity_m3_per_d empty = no limit
    /// @param node where it discharges, "" = where the site does
    /// @param serves sewersheds whose sewers lead to it
    /// @param reliabilityShare share of the time that it treats as designed; small works often
    ///   stand still
    record Build(
        String site,
        String technology,
        OptionalDouble capacity_m3_per_d,
        String node,
        List<String> serves,
        double reliabilityShare,
        OptionalInt year)
        implements Change {
      public Build {
        serves = List.copyOf(serves);
      }

      /// A plant that always treats as designed.
      public Build(
          String site,
          String technology,
          OptionalDouble capacity_m3_per_d,
          String node,
          List<String> serves,
          OptionalInt year) {
        this(site, technology, capacity_m3_per_d, node, serves, 1, year);
      }
    }
  }

  /// Paths whose people make room for a new share.
  public sealed interface From {
    /// People of every path that no change sets, in proportion.
    From ALL = new All();

    /// Not stated: then the changes must give all shares of the town.
    From UNSAID = new Unsaid();

    record All() implements From {}

    record Unsaid() implements From {}

    /// People of one path.
    record OnePath(Sanitation.Path path) implements From {}
  }
}
