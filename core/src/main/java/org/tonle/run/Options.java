package org.tonle.run;

/// How to run.
///
/// @param draws number of draws; 0 = only the central run
/// @param threads at most this many
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
