package org.tonle.run;

/// Options of a run.
///
/// @param draws number of draws; 0 = only the central run
/// @param threads largest number of threads
public record Options(int draws, long seed, int threads) {
  public Options {
    if (draws < 0) {
      throw new IllegalArgumentException("draws (" + draws + ") must be at least 0.");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads (" + threads + ") must be at least 1.");
    }
  }

  public static Options of(int draws, long seed) {
    return new Options(draws, seed, 1);
  }
}
