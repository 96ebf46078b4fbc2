package org.tonle.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Source on land that puts load into the water. Water that brings its own load is a [NodeFlow].
public sealed interface Source {
  String id();

  Names names();

  String unit();

  /// Where the load enters, unless a sanitation row names another place.
  Entry entry();

  Provenance provenance();

  /// Town, or one sewershed of a town that is divided into several: people and where their
  /// wastewater goes. The outfall is the unit of source, so that each sewershed has loads, causes
  /// and cuts of its own.
  ///
  /// @param kind row of `per_person.csv` that applies to it, e.g. capital, urban, rural
  /// @param population at `baseYear`
  /// @param growth_per_a yearly growth, compounded from the base year to the study's year
  /// @param wastewater_l_per_d per person
  /// @param sewershed empty if the town is not divided
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
      Site site,
      Provenance provenance,
      Optional<Sewershed> sewershed)
      implements Source {
    public double lon_deg() {
      return site.lon_deg;
    }

    public double lat_deg() {
      return site.lat_deg;
    }

    /// Id of the whole town.
    public String town() {
      return sewershed.map(Sewershed::town).orElse(id);
    }

    /// Names of the whole town.
    public Names townNames() {
      return sewershed.map(Sewershed::townNames).orElse(names);
    }

    /// Key of what the sewers carry away on their way to the outfall, "" = nothing.
    public String retention() {
      return sewershed.map(Sewershed::retention).orElse("");
    }
  }

  /// Site of a source on the map.
  record Site(double lon_deg, double lat_deg) {
    public static final Site UNKNOWN = new Site(0, 0);
  }

  /// Plant that treats wastewater.
  ///
  /// @param status only an `OPERATING` plant treats
  /// @param technology row of `removals.csv`
  /// @param overflow share of its inflow that passes untreated per season (combined sewers)
  /// @param effluentClass row of `effluent_standards.csv` by which it is judged, or ""
  /// @param sludgeCapacity_people people whose sludge it can treat; infinite = all
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
      Site site,
      double sludgeCapacity_people,
      Provenance provenance)
      implements Source {
    public Plant {
      overflow = List.copyOf(overflow);
    }

    public double lon_deg() {
      return site.lon_deg;
    }

    public double lat_deg() {
      return site.lat_deg;
    }

    /// Whether it treats the sludge of no more than some people.
    public boolean isSludgeLimited() {
      return sludgeCapacity_people < Double.POSITIVE_INFINITY;
    }

    public enum Status {
      OPERATING,
      UNDER_CONSTRUCTION,
      PLANNED,
      CLOSED
    }
  }

  /// Discharger: a factory or park, which discharges its wastewater itself or sends it to a plant.
  sealed interface Discharger extends Source {
    /// Key of the figures from which its load is computed.
    String sector();

    Activity activity();

    /// Id of the plant that treats its wastewater, or "".
    String plant();

    /// Row of `effluent_standards.csv` by which it is judged, or "".
    String effluentClass();

    double lon_deg();

    double lat_deg();

    /// The same with its wastewater sent to another plant.
    Discharger sendingTo(String otherPlant);
  }

  /// Activity of a factory or park, which gives its size; empty if it is not known.
  record Activity(
      OptionalDouble employees,
      OptionalDouble production_t_per_d,
      OptionalDouble wastewater_m3_per_d) {
    public static final Activity UNKNOWN =
        new Activity(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  /// Factory, or a cluster of factories.
  ///
  /// @param sector key of the rows of `factors.csv` from which its load is computed
  /// @param plant id of the plant that treats its wastewater, or ""
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
      implements Discharger {
    @Override
    public Industry sendingTo(String otherPlant) {
      return new Industry(
          id,
          names,
          unit,
          entry,
          sector,
          activity,
          otherPlant,
          effluentClass,
          lon_deg,
          lat_deg,
          provenance);
    }
  }

  /// Park: an industrial park or special economic zone with many factories. As for a factory, its
  /// load is computed from the figures of its sector.
  ///
  /// @param sector key of the rows of `factors.csv` from which its load is computed
  /// @param plant id of the plant that treats its wastewater, or ""
  /// @param network its inner water network, if it is known
  record Park(
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
      Provenance provenance,
      Optional<WaterNetwork> network)
      implements Discharger {
    /// Whether the sector of a factory says that it is a park.
    public static boolean isSector(String sector) {
      return sector.equals("park") || sector.equals("zone");
    }

    @Override
    public Park sendingTo(String otherPlant) {
      return new Park(
          id,
          names,
          unit,
          entry,
          sector,
          activity,
          otherPlant,
          effluentClass,
          lon_deg,
          lat_deg,
          provenance,
          network);
    }
  }

  /// Inner water network of a park: the processes that use its water, by id.
  record WaterNetwork(List<String> processes) {
    public WaterNetwork {
      processes = List.copyOf(processes);
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
  /// @param runoff_mm_per_a depth of its runoff, if the study states it
  record Land(
      String id,
      Names names,
      String unit,
      Entry entry,
      String landUse,
      double area_km2,
      double input_t_per_a,
      OptionalDouble runoff_mm_per_a,
      Provenance provenance)
      implements Source {}
}
