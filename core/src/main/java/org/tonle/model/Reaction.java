package org.tonle.model;

/// Reaction (or settling, or reaeration) that changes a constituent along a reach or in a lake.
///
/// The meaning of `value` follows `kind`: DECAY 1/d; SETTLING and UPTAKE m/d (divided by depth);
/// REAERATION 1/d, 0 = by formula; SEDIMENT_DEMAND g/m²/d; PHOTOSYNTHESIS and RESPIRATION g/m³/d;
/// LIGHT the factor k_sun [1/d per W/m²]; LAKE_SETTLING m/d, for lakes only, where it replaces
/// SETTLING and DECAY.
///
/// @param theta temperature base, k(T) = k20 · θ^(T-20)
/// @param product constituent that the lost mass becomes, or ""
/// @param yield mass of product per mass lost; negative consumes (oxygen: -1, -4.57)
public record Reaction(
    String id,
    String constituent,
    Kind kind,
    double value,
    double theta,
    String product,
    double yield,
    Provenance provenance) {

  public enum Kind {
    DECAY,
    SETTLING,
    UPTAKE,
    REAERATION,
    SEDIMENT_DEMAND,
    PHOTOSYNTHESIS,
    RESPIRATION,
    LIGHT,
    LAKE_SETTLING,
    /// Mass that a lake's bed gives back, over its whole area.
    RELEASE,
    /// Mass that the flooded fringe of a lake gives.
    FRINGE_RELEASE,
    /// Oxygen that the flooded fringe of a lake takes.
    FRINGE_DEMAND,
    /// Concentration at which losses in lakes end, since what is left does not react.
    RESIDUAL,
    /// Mass of the product that is bound to each mass of the constituent and shares its losses.
    BINDING
  }
}
