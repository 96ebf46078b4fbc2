package org.tonle.run;

/// How to run.
///
/// @param draws number of draws; 0 = only the central run
/// @param threads at most this many
public record Options(int draws, long seed, int threads) {
  public static Options of(int draws, long seed) {
    return new Options(draws, seed, 1);
  }
}
