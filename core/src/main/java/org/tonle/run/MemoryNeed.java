package org.tonle.run;

import org.tonle.model.Limit;
import org.tonle.model.Study;

/// Memory that a run takes of what grows with the study: results of the kernels, the network in
/// every season, vectors of draws. An estimate, rather low than high (docs/benchmarks.md).
///
/// @param draws 1 for the central run alone
/// @param limits that bind a river, of all constituents
/// @param sources each with vectors of its own
public record MemoryNeed(
    long reaches, long seasons, long constituents, long draws, long limits, long sources) {
  /// Three doubles of the central run, its mean, and seven statistics of the draws in float.
  private static final double FIGURES_BYTE = 3 * Double.BYTES + 8 * Float.BYTES;

  /// Flow, water and hydraulics of a reach in a season: those of the study, the network, and the
  /// table.
  private static final double WATER_BYTE = 500;

  /// A drawn load, in double and in float.
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
        study.emissions().sources().size());
  }

  /// As a double, which no size turns over.
  public double size_byte() {
    double inSeason = (double) reaches * seasons;
    double figures = inSeason * constituents * FIGURES_BYTE;
    double met = inSeason * limits * 2 * Integer.BYTES;
    double loads = (double) sources * (draws * DRAWN_BYTE + constituents * LOADS_BYTE);
    return figures + met + inSeason * WATER_BYTE + loads;
  }
}
