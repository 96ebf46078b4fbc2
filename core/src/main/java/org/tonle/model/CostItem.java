package org.tonle.model;

/// Cost item beside the plant: sewers, connections, pumps, services, land, energy.
///
/// @param unit unit that the price holds in, or "" for all others
/// @param capital for one of what it is counted in, in the currency of its price
/// @param running_per_a the same for a year of running
/// @param exponent of the flow in m³/d: the price is times Q^exponent; 0 = none
/// @param ownSpread ln-sd of its own
/// @param life_a years until it is renewed; infinite = never
public record CostItem(
    Kind kind,
    String unit,
    double capital,
    double running_per_a,
    double exponent,
    double ownSpread,
    double life_a,
    Price price) {

  /// Kind of item, and what it is counted in.
  public enum Kind {
    /// Metre of street sewer.
    SEWER("m"),
    /// House connected.
    HOUSE_CONNECTION("household"),
    /// Kilometre of trunk sewer, by its flow.
    TRUNK_SEWER("km"),
    /// Kilowatt of pumps.
    PUMPING("kW"),
    /// Person whose tank or pit is emptied and whose sludge is treated.
    FAECAL_SLUDGE_SERVICE("person"),
    /// Household with a better toilet, tank or pit.
    ONSITE_IMPROVEMENT("household"),
    /// Square metre of land.
    LAND("m2"),
    /// Kilowatt-hour a year.
    ENERGY("kWh/a");

    private final String measure;

    Kind(String measure) {
      this.measure = measure;
    }

    /// What one of it is.
    public String measure() {
      return measure;
    }
  }
}
