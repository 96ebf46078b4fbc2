package org.tonle.model;

import java.util.List;
import java.util.OptionalDouble;

/// Source on land that puts load into the water. Water that brings its own load is a [NodeFlow].
public sealed interface Source {
  String id();

  Names names();

  String unit();

  /// Where the load enters, unless a sanitation row names another place.
  Entry entry();

  Provenance provenance();

  /// Town: people and where their wastewater goes.
  ///
  /// @param kind row of `per_person.csv` that applies to it, e.g. capital, urban, rural
  /// @param population at `baseYear`
  /// @param growth_per_a yearly growth, compounded from the base year to the study's year
  /// @param wastewater_l_per_d per person
  record Town(
      String id,
      Names names,
      String unit,
      Entry entry,
      String kind,
      double population,
      int baseYear,
      double growth_per_a,
      double wastewater_l_per_d,
      double lon_deg,
      double lat_deg,
      Provenance provenance)
      implements Source {}

  /// Plant that treats wastewater.
  ///
  /// @param status only an `OPERATING` plant treats
  /// @param technology row of `removals.csv`
  /// @param overflow share of its inflow that passes untreated per season (combined sewers)
  /// @param effluentClass row of `effluent_standards.csv` by which it is judged, or ""
  record Plant(
      String id,
      Names names,
      String unit,
      Entry entry,
      Status status,
      double capacity_m3_per_d,
      String technology,
      List<Double> overflow,
      String effluentClass,
      double lon_deg,
      double lat_deg,
      Provenance provenance)
      implements Source {
    public Plant {
      overflow = List.copyOf(overflow);
    }

    public enum Status {
      OPERATING,
      UNDER_CONSTRUCTION,
      PLANNED,
      CLOSED
    }
  }

  /// Industry: a factory, an industrial zone or a cluster of factories.
  ///
  /// @param sector row of `industry_factors.csv`
  /// @param plant id of the treatment plant that takes its wastewater, or ""
  record Industry(
      String id,
      Names names,
      String unit,
      Entry entry,
      String sector,
      Activity activity,
      String plant,
      String effluentClass,
      double lon_deg,
      double lat_deg,
      Provenance provenance)
      implements Source {

    /// Activity: the size of a factory; empty where it was not counted.
    public record Activity(
        OptionalDouble employees,
        OptionalDouble production_t_per_d,
        OptionalDouble wastewater_m3_per_d) {
      public static final Activity UNKNOWN =
          new Activity(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }
  }

  /// Livestock: heads of one animal in one unit.
  record Livestock(
      String id,
      Names names,
      String unit,
      Entry entry,
      String animal,
      double heads,
      Provenance provenance)
      implements Source {}

  /// Land that exports load in proportion to its area, or to the input it receives.
  ///
  /// @param input_t_per_a input to the land (deposition, fertiliser, manure), for factors per tonne
  ///   of input
  record Land(
      String id,
      Names names,
      String unit,
      Entry entry,
      String landUse,
      double area_km2,
      double input_t_per_a,
      Provenance provenance)
      implements Source {}
}
