package org.tonle.imports;

import java.util.List;
import java.util.Optional;

/// Model in the sense of SPARROW, whatever tables it was read from.
///
/// @param id of the study it becomes
/// @param reference its publication
/// @param streams classes of streams with a rate of decay each
/// @param reservoir name and settling velocity [m/a] of reservoirs, if the model has them
/// @param variables land-to-water delivery
/// @param parameters parameters that a fit may change
record SparrowModel(
    String id,
    String title,
    String reference,
    String constituent,
    List<Reach> reaches,
    List<Source> sources,
    List<Stream> streams,
    Optional<Stream> reservoir,
    List<Variable> variables,
    List<Fitted> parameters) {

  /// Reach of the model.
  ///
  /// @param row of the network table, as a spreadsheet counts
  /// @param fraction share of its upper node's load
  /// @param transfers whether its load goes on
  /// @param streamClass class of [Stream], or ""
  /// @param rate_per_d its own rate; NaN if the rate of its class applies
  /// @param areaPerDischarge_a_per_m surface of its reservoir over the yearly discharge; 0 = no
  ///   reservoir
  /// @param observed_kg_per_a load measured at its end; NaN = not measured
  /// @param amount of each source: km² or kg/a, in the order of the sources
  /// @param trait of each variable, in their order
  record Reach(
      int row,
      String id,
      String name,
      String from,
      String to,
      double fraction,
      boolean transfers,
      double discharge_m3_per_s,
      double travelTime_d,
      String streamClass,
      double rate_per_d,
      double areaPerDischarge_a_per_m,
      String unit,
      double lon,
      double lat,
      double observed_kg_per_a,
      String station,
      double[] amount,
      double[] trait) {}

  /// @param kind AREA: amount in km², coefficient kg/km²/a; MASS and POINT: amount in kg/a,
  ///   coefficient kg/kg
  record Source(String name, Kind kind, double coefficient) {
    enum Kind {
      AREA,
      MASS,
      POINT
    }
  }

  /// @param value rate [1/d] or settling velocity [m/a]
  record Stream(String name, double value) {}

  /// @param sources names of the sources it acts on
  record Variable(String name, double coefficient, List<String> sources) {}

  /// @param kind SOURCE, DELIVF, STRM or RESV
  record Fitted(String name, String kind, double start, double low, double high) {}
}
