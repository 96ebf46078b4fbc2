package org.tonle.model;

import java.util.List;
import java.util.Optional;

/// Model error: how far measurements lie from simulated concentrations beyond what the spreads of
/// the inputs explain (docs/theory/uncertainty.md, Eq. 17).
///
/// @param constituent id
/// @param water kind of water that it holds for
/// @param spread standard deviation of ln(observed/simulated); of oxygen, of observed less
///   simulated [mg/L]; 0 for a model without error
/// @param stations number of stations that it was estimated from; 0 if from none
public record ModelError(
    String constituent,
    Limit.Waterbody water,
    double spread,
    int stations,
    Basis basis,
    Provenance provenance) {
  /// What the spread rests on.
  public enum Basis {
    /// Stations that were left out one at a time.
    LEFT_OUT,
    /// Other studies: what rests on it is marked *model error assumed*.
    DEFAULT
  }

  /// Whether it rests on no measurement of the study.
  public boolean isAssumed() {
    return basis == Basis.DEFAULT && spread > 0;
  }

  /// The error of a constituent in rivers or lakes: that of this kind of water, else of all water.
  public static Optional<ModelError> find(
      List<ModelError> all, String constituent, boolean isLake) {
    Limit.Waterbody own = isLake ? Limit.Waterbody.LAKE : Limit.Waterbody.RIVER;
    ModelError found = null;
    for (ModelError one : all) {
      boolean isMeant = one.water == own || (one.water == Limit.Waterbody.ALL && found == null);
      if (one.constituent.equals(constituent) && isMeant) {
        found = one;
      }
    }
    return Optional.ofNullable(found);
  }
}
