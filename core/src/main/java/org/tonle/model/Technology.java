package org.tonle.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Technology that a plant may treat with: a row of the catalogue.
///
/// @param kind class of technologies that it belongs to, whose figures stand for its own where
///   these are not known
/// @param removals share of each constituent that it removes
/// @param capacity sizes of plants that it is built in
/// @param life years until it is renewed
/// @param needs what it takes to run it, and what it gives off
/// @param skill of the people who run it
/// @param provenance the weakest mark of its removals
public record Technology(
    String id,
    Names names,
    Kind kind,
    List<Removal> removals,
    Capacity capacity,
    Life life,
    Needs needs,
    Skill skill,
    Provenance provenance) {
  public Technology {
    removals = List.copyOf(removals);
  }

  /// Class of technologies, by where they stand between a house and the river.
  public enum Kind {
    ON_SITE,
    FAECAL_SLUDGE,
    DECENTRALISED,
    PRIMARY,
    POND,
    WETLAND,
    SECONDARY,
    ADVANCED,
    TERTIARY,
    DISINFECTION,
    INDUSTRIAL,
    IN_RIVER,
    /// Not in the catalogue: a study names it only.
    UNKNOWN
  }

  /// Skill that running it asks for.
  public enum Skill {
    LOW,
    MIDDLE,
    HIGH
  }

  /// Removal: the share of a constituent that is removed. If only one figure is stated, it holds
  /// for all three.
  ///
  /// @param constituent "" for all that have no row of their own
  public record Removal(
      String constituent,
      double lowShare,
      double typicalShare,
      double highShare,
      Provenance provenance) {
    /// Removal that nobody states.
    static final Removal NOTHING = new Removal("", 0, 0, 0, new Provenance("", Quality.MEASURED));

    /// The same as steps of ten, as bacteria are counted; infinite if nothing passes.
    public double typical_log10() {
      return -StrictMath.log10(1 - typicalShare);
    }
  }

  /// Least and largest plant that a technology is built for.
  public record Capacity(double least_m3_per_d, double most_m3_per_d) {
    public static final Capacity ANY = new Capacity(0, Double.POSITIVE_INFINITY);

    public boolean holds(double capacity_m3_per_d) {
      return capacity_m3_per_d >= least_m3_per_d && capacity_m3_per_d <= most_m3_per_d;
    }
  }

  /// Life of a plant's parts.
  ///
  /// @param civilShare share of the capital in buildings and tanks; the rest is in machines
  public record Life(double civil_a, double machines_a, double civilShare) {
    public static final Life UNKNOWN =
        new Life(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1);
  }

  /// Amount with its range, in the unit that its name says.
  ///
  /// @param isAssumed whether it is its class's, since its own is not known
  public record Amount(
      double low, double value, double high, boolean isAssumed, Provenance provenance) {
    public static final Amount NONE = new Amount(0, 0, 0, true, Provenance.NONE);

    Amount plus(Amount other) {
      boolean isWeaker = other.provenance.quality().compareTo(provenance.quality()) > 0;
      return new Amount(
          low + other.low,
          value + other.value,
          high + other.high,
          isAssumed || other.isAssumed,
          isWeaker ? other.provenance : provenance);
    }
  }

  /// Needs of a technology, and what it gives off.
  ///
  /// @param land_m2_per_m3_per_d land for one m³/d of capacity
  /// @param energy_kwh_per_m3 electricity for one m³ of wastewater
  /// @param sludge_g_per_person_per_d dry solids of sludge
  /// @param methane_kg_per_kg methane per kg of BOD5 that arrives
  /// @param nitrousOxide_kg_per_kg nitrogen in nitrous oxide per kg of nitrogen that arrives
  public record Needs(
      Amount land_m2_per_m3_per_d,
      Amount energy_kwh_per_m3,
      Amount sludge_g_per_person_per_d,
      Amount methane_kg_per_kg,
      Amount nitrousOxide_kg_per_kg) {
    public static final Needs NONE =
        new Needs(Amount.NONE, Amount.NONE, Amount.NONE, Amount.NONE, Amount.NONE);

    Needs plus(Needs other) {
      return new Needs(
          land_m2_per_m3_per_d.plus(other.land_m2_per_m3_per_d),
          energy_kwh_per_m3.plus(other.energy_kwh_per_m3),
          sludge_g_per_person_per_d.plus(other.sludge_g_per_person_per_d),
          methane_kg_per_kg.plus(other.methane_kg_per_kg),
          nitrousOxide_kg_per_kg.plus(other.nitrousOxide_kg_per_kg));
    }
  }

  /// Whether it is a step after another technology, not a plant of its own.
  public boolean isStep() {
    return kind == Kind.TERTIARY || kind == Kind.DISINFECTION;
  }

  /// The same with other removals.
  public Technology with(List<Removal> others) {
    return new Technology(id, names, kind, others, capacity, life, needs, skill, weakest(others));
  }

  /// This technology followed by a step: what passes it passes the step.
  public Technology followedBy(Technology step) {
    Set<String> constituents = new TreeSet<>();
    removals.forEach(r -> constituents.add(r.constituent()));
    step.removals.forEach(r -> constituents.add(r.constituent()));
    List<Removal> both = constituents.stream().map(c -> both(c, step)).toList();
    return new Technology(
        id + Catalogue.STEP + step.id,
        names.followedBy(step.names),
        kind,
        both,
        new Capacity(
            StrictMath.max(capacity.least_m3_per_d, step.capacity.least_m3_per_d),
            StrictMath.min(capacity.most_m3_per_d, step.capacity.most_m3_per_d)),
        life,
        needs.plus(step.needs),
        skill.compareTo(step.skill) > 0 ? skill : step.skill,
        weakest(both));
  }

  private Removal both(String constituent, Technology step) {
    Removal first = removal(constituent).orElse(Removal.NOTHING);
    Removal second = step.removal(constituent).orElse(Removal.NOTHING);
    Provenance mark =
        first.provenance.quality().compareTo(second.provenance.quality()) >= 0
            ? first.provenance
            : second.provenance;
    return new Removal(
        constituent,
        1 - (1 - first.lowShare) * (1 - second.lowShare),
        1 - (1 - first.typicalShare) * (1 - second.typicalShare),
        1 - (1 - first.highShare) * (1 - second.highShare),
        mark);
  }

  /// The removal of a constituent.
  public Optional<Removal> removal(String constituent) {
    return removals.stream()
        .filter(r -> r.constituent().equals(constituent))
        .findFirst()
        .or(() -> removals.stream().filter(r -> r.constituent().isEmpty()).findFirst());
  }

  /// Technologies that a study names, in the order of their ids: those that its passing figures
  /// have as a key, and those of its plants. Paths of sanitation, which passing figures have as
  /// keys too, are not technologies.
  static List<Technology> named(List<Factor> factors, List<Source> sources) {
    Map<String, List<Removal>> removals = new TreeMap<>();
    for (Factor factor : factors) {
      if (factor.kind() == Factor.Kind.PASSING && !Sanitation.Path.isId(factor.key())) {
        removals.computeIfAbsent(factor.key(), k -> new ArrayList<>()).add(removal(factor));
      }
    }
    for (Source source : sources) {
      if (source instanceof Source.Plant plant && !plant.technology().isEmpty()) {
        removals.computeIfAbsent(plant.technology(), k -> new ArrayList<>());
      }
    }
    return removals.entrySet().stream().map(e -> of(e.getKey(), e.getValue())).toList();
  }

  private static Removal removal(Factor passing) {
    double share = 1 - passing.value();
    return new Removal(passing.constituent(), share, share, share, passing.provenance());
  }

  private static Technology of(String id, List<Removal> removals) {
    return new Technology(
        id,
        Names.of(id),
        Kind.UNKNOWN,
        removals,
        Capacity.ANY,
        Life.UNKNOWN,
        Needs.NONE,
        Skill.MIDDLE,
        weakest(removals));
  }

  /// The weakest mark of some removals.
  public static Provenance weakest(List<Removal> removals) {
    return removals.stream()
        .map(Removal::provenance)
        .max(java.util.Comparator.comparing(Provenance::quality))
        .orElse(Provenance.NONE);
  }
}
