package org.tonle.model;

/// Factor that turns people, heads, area, jobs, product or a treatment into a load.
///
/// The unit of `value` follows `kind`: PER_PERSON g/d (count/d) per person of town kind `key`;
/// PER_EMPLOYEE and PER_TONNE g per employee and day, g per tonne, of sector `key`;
/// WASTEWATER_PER_… m³; PER_HEAD g/d per head of animal `key`; DELIVERY share of it that reaches
/// the water; EXPORT g/ha/a of land use `key`; INPUT g per tonne put on land of use `key`; PASSING
/// share that passes a sanitation path or a technology `key`; RETENTION share that `key` retains on
/// the way; CONCENTRATION effluent of sector `key` in g/m³; WASH_OFF share of a year's load that
/// runoff carries, of an animal, land use, sanitation path or category `key`; RUNOFF runoff depth
/// in mm/a at which the export of land use `key` holds. A BOD is 5-day.
///
/// @param constituent constituent, or "" if the factor is for water
public record Factor(
    Kind kind, String key, String constituent, double value, Provenance provenance) {

  public enum Kind {
    PER_PERSON,
    PER_EMPLOYEE,
    PER_TONNE,
    WASTEWATER_PER_EMPLOYEE,
    WASTEWATER_PER_TONNE,
    CONCENTRATION,
    PER_HEAD,
    DELIVERY,
    EXPORT,
    INPUT,
    PASSING,
    RETENTION,
    WASH_OFF,
    RUNOFF
  }
}
