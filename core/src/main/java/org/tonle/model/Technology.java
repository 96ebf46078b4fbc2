package org.tonle.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Technology that a plant may treat with: a row of the catalogue.
///
/// @param removals share of each constituent that it removes
/// @param capacity sizes of plants that it is built in
/// @param provenance the weakest mark of its removals
public record Technology(
    String id, Names names, List<Removal> removals, Capacity capacity, Provenance provenance) {
  public Technology {
    removals = List.copyOf(removals);
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
      Provenance provenance) {}

  /// Least and largest plant that a technology is built for.
  public record Capacity(double least_m3_per_d, double most_m3_per_d) {
    public static final Capacity ANY = new Capacity(0, Double.POSITIVE_INFINITY);
  }

  /// The technologies that a plant's `technology` names: `ponds+disinfection` is two, one after the
  /// other.
  public static List<String> steps(String technology) {
    return List.of(technology.split("\\+"));
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
    Provenance weakest =
        removals.stream()
            .map(Removal::provenance)
            .max(java.util.Comparator.comparing(Provenance::quality))
            .orElse(Provenance.NONE);
    return new Technology(id, Names.of(id), removals, Capacity.ANY, weakest);
  }
}
