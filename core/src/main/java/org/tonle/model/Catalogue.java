package org.tonle.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Catalogue of technologies and prices that a plan chooses from: the built-in rows, and those of
/// the study in their stead or beside them.
///
/// @param technologies in the order of their ids, each with one cost
/// @param defaultCurve capital of a plant whose technology nobody has priced
/// @param sizes what a plan needs beside prices to size works
/// @param projects what was planned or paid, to compare with
public record Catalogue(
    Money money,
    List<Technology> technologies,
    List<TechnologyCost> costs,
    Optional<CostCurve.Power> defaultCurve,
    List<CostItem> items,
    List<ExchangeRate> exchangeRates,
    Sizes sizes,
    List<Project> projects) {
  public static final Catalogue NONE =
      new Catalogue(
          Money.NONE,
          List.of(),
          List.of(),
          Optional.empty(),
          List.of(),
          List.of(),
          Sizes.NONE,
          List.of());

  public Catalogue {
    technologies = List.copyOf(technologies);
    costs = List.copyOf(costs);
    items = List.copyOf(items);
    exchangeRates = List.copyOf(exchangeRates);
    projects = List.copyOf(projects);
  }

  /// Sizes of works by the people they serve.
  ///
  /// @param people of a household
  /// @param sewer_m_per_person length of street sewers
  /// @param smallWorks_m3_per_d a smaller plant does not always treat as designed
  /// @param reliabilityShare share of the time that such a plant treats as designed, at its
  ///   smallest
  /// @param pumpEfficiency share of the power that lifts water
  public record Sizes(
      double people,
      double sewer_m_per_person,
      double smallWorks_m3_per_d,
      double reliabilityShare,
      double pumpEfficiency) {
    public static final Sizes NONE = new Sizes(1, 0, 0, 1, 1);
  }

  public Optional<Technology> technology(String id) {
    return technologies.stream().filter(t -> t.id().equals(id)).findFirst();
  }

  public Optional<TechnologyCost> cost(String technology) {
    return costs.stream().filter(c -> c.technology().equals(technology)).findFirst();
  }

  /// The price of an item in a unit: its own, else that of all others.
  public Optional<CostItem> item(CostItem.Kind kind, String unit) {
    return items.stream()
        .filter(i -> i.kind() == kind && i.unit().equals(unit))
        .findFirst()
        .or(() -> items.stream().filter(i -> i.kind() == kind && i.unit().isEmpty()).findFirst());
  }

  /// Passing figures of technologies that a study has no figures of its own for, so that plants
  /// with them can be built there.
  ///
  /// @param own figures of the study
  /// @param constituents ids of the study's constituents
  /// @param wanted ids of technologies
  public List<Factor> passing(List<Factor> own, List<String> constituents, Set<String> wanted) {
    Set<String> known = new HashSet<>();
    own.stream().filter(f -> f.kind() == Factor.Kind.PASSING).forEach(f -> known.add(f.key()));
    List<Factor> passing = new ArrayList<>();
    for (Technology technology : technologies) {
      if (wanted.contains(technology.id()) && !known.contains(technology.id())) {
        constituents.forEach(
            c ->
                passing.add(
                    new Factor(
                        Factor.Kind.PASSING,
                        technology.id(),
                        c,
                        technology.removal(c).map(r -> 1 - r.typicalShare()).orElse(1.0),
                        technology
                            .removal(c)
                            .map(Technology.Removal::provenance)
                            .orElse(Provenance.NONE))));
      }
    }
    return passing;
  }
}
