package org.tonle.run;

/// How to run.
///
/// @param draws number of draws; 0 = only the central run
/// @param threads at most this many
/// @param batch draws computed together; no result depends on it
public record Options(int draws, long seed, int threads, int batch) {
  public static final int DEFAULT_BATCH = 256;

  public static Options of(int draws, long seed) {
    return new Options(draws, seed, 1, DEFAULT_BATCH);
  }
}
