package org.tonle.model;

import java.time.LocalDate;
import java.util.Optional;

/// Limit that a standard sets for one constituent in one class of water.
///
/// @param standard id of the instrument, e.g. KH-27
/// @param jurisdiction ISO 3166 code or organisation
/// @param className class or use, e.g. III
/// @param rank 1 is the best class
/// @param waterbody kind of water that the limit binds
/// @param statistic statistic that the limit binds
/// @param value in the constituent's unit; of a share of saturation in %
/// @param scope period, seasons and water that it binds
/// @param from in force from this day, if known
/// @param to in force until this day, exclusive, if ended
public record Limit(
    String standard,
    String jurisdiction,
    String className,
    int rank,
    Waterbody waterbody,
    String constituent,
    Statistic statistic,
    double value,
    LimitScope scope,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Provenance provenance) {
  public enum Waterbody {
    ALL,
    RIVER,
    LAKE
  }

  /// Statistic that a limit binds. A legal *max* is read as P95, *min* as P5; every verdict shows
  /// this reading.
  public enum Statistic {
    MAX(0.95, false),
    MIN(0.05, true),
    P90_MAX(0.90, false),
    P95_MAX(0.95, false),
    P80_MAX(0.80, false),
    P20_MIN(0.20, true),
    MEAN(Double.NaN, false),
    GEOMETRIC_MEAN(Double.NaN, false),
    MEDIAN(0.50, false),
    P10_MIN(0.10, true);

    private final double percentile;
    private final boolean isMinimum;

    Statistic(double percentile, boolean isMinimum) {
      this.percentile = percentile;
      this.isMinimum = isMinimum;
    }

    /// Percentile of samples that the limit binds, 0..1; NaN for means.
    public double percentile() {
      return percentile;
    }

    public boolean isMinimum() {
      return isMinimum;
    }
  }

  public boolean isInForce(LocalDate date) {
    return from.map(d -> !date.isBefore(d)).orElse(true) && to.map(date::isBefore).orElse(true);
  }

  public boolean binds(Waterbody body) {
    return waterbody == Waterbody.ALL || waterbody == body;
  }
}
