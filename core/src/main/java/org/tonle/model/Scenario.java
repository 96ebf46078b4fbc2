package org.tonle.model;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// A named set of changes to a study that nobody else changes.
///
/// @param year the year whose people, plants and changes count; empty = the study's year
/// @param growth yearly growth of people that overrides the towns' own, by unit
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

  /// Changes in the study's own year and climate.
  public Scenario(String id, Names names, List<Change> changes) {
    this(id, names, changes, OptionalInt.empty(), List.of(), Climate.NONE);
  }

  /// The same with other changes.
  public Scenario with(List<Change> others) {
    return new Scenario(id, names, others, year, growth, climate);
  }

  /// The same in another year.
  public Scenario in(int otherYear) {
    return new Scenario(id, names, changes, OptionalInt.of(otherYear), growth, climate);
  }

  /// Whether it says nothing: the study as it is.
  public boolean isEmpty() {
    return changes.isEmpty() && year.isEmpty() && growth.isEmpty() && climate.equals(Climate.NONE);
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

  /// Yearly growth of the people of a unit and of all units within it ("" = everywhere).
  public record Growth(String unit, double growth_per_a) {}

  /// Another climate: it multiplies discharges, also drawn ones, and warms the water.
  public record Climate(List<DischargeFactor> discharges, double temperatureRise_c) {
    public static final Climate NONE = new Climate(List.of(), 0);

    public Climate {
      discharges = List.copyOf(discharges);
    }
  }

  /// Factor on the discharge of a hydrological group ("" = all) in a season ("" = all).
  public record DischargeFactor(String season, String group, double factor) {}

  /// One lever. What it acts on, with the year from which it holds, is its selector: of changes
  /// that differ only by year, the latest year reached holds.
  public sealed interface Change {
    /// The first year in which it holds; empty = always.
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

    /// A plant in another state, and with another capacity and technology where they are given.
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

    /// The share of a town's people on one path.
    ///
    /// @param sewershed part of the town, "" = the whole town
    /// @param plant at the end of the path, "" = as the town's rows say
    /// @param from whom the others are, that come to this path or leave it
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

    /// Holds a hydrological group's discharge ("" = of all groups) in a season at a share of its
    /// mean, in every draw: a named low flow.
    record SetDischarge(String season, String group, double factor, OptionalInt year)
        implements Change {
      public SetDischarge(String season, String group, double factor) {
        this(season, group, factor, OptionalInt.empty());
      }
    }

    /// A new plant, or an existing one that is rebuilt.
    ///
    /// @param site a plant (rebuilt), a factory or town (gets a plant of its own), or a new id
    /// @param technology row of `removals.csv`
    /// @param capacity_m3_per_d empty = it takes all
    /// @param node where it lets out, "" = where the site does
    /// @param serves sewersheds whose sewers lead to it
    record Build(
        String site,
        String technology,
        OptionalDouble capacity_m3_per_d,
        String node,
        List<String> serves,
        OptionalInt year)
        implements Change {
      public Build {
        serves = List.copyOf(serves);
      }
    }
  }

  /// Which people make room on the other paths.
  public sealed interface From {
    /// Those of every path that no change sets, in proportion.
    From ALL = new All();

    /// Not said: then the changes must give all shares of the town.
    From UNSAID = new Unsaid();

    record All() implements From {}

    record Unsaid() implements From {}

    /// Those of one path.
    record OnePath(Sanitation.Path path) implements From {}
  }
}
