package org.tonle.run;

/// Progress listener of a run.
@FunctionalInterface
public interface Progress {
  Progress NONE = (done, of) -> {};

  /// @param done number of finished parts
  /// @param of number of all parts
  void done(int done, int of);
}
