package org.tonle.model;

import java.util.List;

/// Delivery from land to water: the load of land is multiplied by exp(Σ θ (z - mean z)), where z is
/// a trait of a place (rain, soil, drains) and the mean is over all places that have a value
/// (docs/theory/loads.md, Eq. 10).
///
/// @param traits z of places
/// @param terms θ of each land use and variable
public record Delivery(List<Trait> traits, List<Term> terms) {
  public static final Delivery NONE = new Delivery(List.of(), List.of());

  public Delivery {
    traits = List.copyOf(traits);
    terms = List.copyOf(terms);
  }

  /// Trait of a place.
  ///
  /// @param place reach or node that land drains to
  /// @param value in the variable's own unit
  public record Trait(String place, String variable, double value, Provenance provenance) {}

  /// Term that says how a land use responds to a variable.
  ///
  /// @param value θ, per unit of the variable
  public record Term(String landUse, String variable, double value, Provenance provenance) {}
}
