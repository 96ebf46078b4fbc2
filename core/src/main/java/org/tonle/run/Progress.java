package org.tonle.run;

/// Hears how far a run is.
@FunctionalInterface
public interface Progress {
  Progress NONE = (done, of) -> {};

  /// @param done parts finished
  /// @param of parts in all
  void done(int done, int of);
}
