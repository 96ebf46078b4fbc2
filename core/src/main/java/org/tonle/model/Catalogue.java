package org.tonle.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Catalogue of technologies and prices that a plan chooses from: the built-in rows, and those of
/// the study in their stead or beside them.
///
/// @param technologies in the order of their ids, each with one cost
/// @param defaultCurve capital of a plant whose technology nobody has priced
/// @param sizes what a plan needs beside prices to size works
/// @param projects what was planned or paid, to compare with
/// @param references publications behind the built-in rows
public record Catalogue(
    Money money,
    List<Technology> technologies,
    List<TechnologyCost> costs,
    Optional<CostCurve.Power> defaultCurve,
    List<CostItem> items,
    List<ExchangeRate> exchangeRates,
    Sizes sizes,
    List<Project> projects,
    List<Reference> references) {
  /// Joins a technology with a step that follows it.
  public static final String STEP = "+";

  public static final Catalogue NONE =
      new Catalogue(
          Money.NONE,
          List.of(),
          List.of(),
          Optional.empty(),
          List.of(),
          List.of(),
          Sizes.NONE,
          List.of(),
          List.of());

  public Catalogue {
    technologies = List.copyOf(technologies);
    costs = List.copyOf(costs);
    items = List.copyOf(items);
    exchangeRates = List.copyOf(exchangeRates);
    projects = List.copyOf(projects);
    references = List.copyOf(references);
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

    /// Share of the time that a plant treats as designed: from the least share, at no capacity, to
    /// all of it at the size from which a plant is not small.
    public double reliabilityShare(double capacity_m3_per_d) {
      if (capacity_m3_per_d >= smallWorks_m3_per_d) {
        return 1;
      }
      return 1 - (1 - reliabilityShare) * (1 - capacity_m3_per_d / smallWorks_m3_per_d);
    }
  }

  /// A technology; "a+b" is technology a followed by the step b, such as disinfection.
  public Optional<Technology> technology(String id) {
    int step = id.lastIndexOf(STEP);
    if (step > 0) {
      return technology(id.substring(0, step))
          .flatMap(t -> single(id.substring(step + 1)).map(t::followedBy));
    }
    return single(id);
  }

  private Optional<Technology> single(String id) {
    return technologies.stream().filter(t -> t.id().equals(id)).findFirst();
  }

  public Optional<TechnologyCost> cost(String technology) {
    return costs.stream().filter(c -> c.technology().equals(technology)).findFirst();
  }

  /// The same catalogue where a technology that the study has passing figures of removes what these
  /// leave.
  public Catalogue with(List<Technology> figures) {
    Map<String, Technology> own = new HashMap<>();
    figures.stream().filter(t -> !t.removals().isEmpty()).forEach(t -> own.put(t.id(), t));
    return new Catalogue(
        money,
        technologies.stream()
            .map(t -> own.containsKey(t.id()) ? t.with(own.get(t.id()).removals()) : t)
            .toList(),
        costs,
        defaultCurve,
        items,
        exchangeRates,
        sizes,
        projects,
        references);
  }

  /// The price of an item in a unit: its own, else that of all others.
  public Optional<CostItem> item(CostItem.Kind kind, String unit) {
    return items.stream()
        .filter(i -> i.kind() == kind && i.unit().equals(unit))
        .findFirst()
        .or(() -> items.stream().filter(i -> i.kind() == kind && i.unit().isEmpty()).findFirst());
  }
}
