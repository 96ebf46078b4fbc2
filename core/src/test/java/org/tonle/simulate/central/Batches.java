package org.tonle.simulate.central;

import java.util.stream.IntStream;

/// Cuts the draws into batches that know nothing of one another, so that threads change no bit.
final class Batches {
  private Batches() {}

  /// Work on the draws `from` to `to`, exclusive.
  interface Work {
    void run(int batch, int from, int to);
  }

  /// Runs all batches, in the thread pool of the caller where there are several.
  static void run(int count, int batch, Work work) {
    int batches = (count + batch - 1) / batch;
    if (batches == 1) {
      work.run(0, 0, count);
      return;
    }
    IntStream.range(0, batches)
        .parallel()
        .forEach(b -> work.run(b, b * batch, StrictMath.min((b + 1) * batch, count)));
  }
}
