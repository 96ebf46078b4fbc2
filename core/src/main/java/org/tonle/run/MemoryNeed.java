package org.tonle.run;

import org.tonle.model.Limit;
import org.tonle.model.Study;

/// Memory need of a run for everything that grows with the study: results of the kernels, the
/// network in every season, vectors of draws. It is an estimate, rather low than high
/// (docs/benchmarks.md).
///
/// @param draws 1 for the central run alone
/// @param limits number of limits that bind a river, over all constituents
/// @param yearLimits number of these that bind the year
/// @param sources number of sources, each with its own vectors
public record MemoryNeed(
    long reaches,
    long seasons,
    long constituents,
    long draws,
    long limits,
    long yearLimits,
    long sources) {
  /// Three doubles for the central run, and the mean and seven statistics of the draws in float.
  private static final double FIGURES_BYTE = 3 * Double.BYTES + 8 * Float.BYTES;

  /// Flow, water and hydraulics of a reach in a season, in the study, the network and the table.
  private static final double WATER_BYTE = 500;

  /// A drawn load, once in double and once in float.
  private static final double DRAWN_BYTE = Double.BYTES + Float.BYTES;

  /// Loads of a source by constituent: generated, removed, delivered.
  private static final double LOADS_BYTE = 500;

  public static MemoryNeed of(Study study, Options options) {
    return new MemoryNeed(
        study.waterways().reaches().size(),
        study.waterways().seasons().size(),
        study.chemistry().constituents().size(),
        StrictMath.max(1, options.draws()),
        study.rules().limits().stream().filter(l -> l.binds(Limit.Waterbody.RIVER)).count(),
        study.rules().limits().stream()
            .filter(l -> l.binds(Limit.Waterbody.RIVER) && l.scope().isOfYear())
            .count(),
        study.emissions().sources().size());
  }

  /// Bytes needed; a double, because it cannot overflow.
  public double size_byte() {
    double inSeason = (double) reaches * seasons;
    double figures = inSeason * constituents * FIGURES_BYTE;
    double met = inSeason * limits * 2 * Integer.BYTES;
    double loads = (double) sources * (draws * DRAWN_BYTE + constituents * LOADS_BYTE);
    double years = (double) reaches * yearLimits * draws * Double.BYTES;
    return figures + met + years + inSeason * WATER_BYTE + loads;
  }
}
