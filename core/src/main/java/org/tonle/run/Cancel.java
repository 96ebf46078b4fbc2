package org.tonle.run;

import java.util.concurrent.CancellationException;

/// A wish to end a computation before it is done. A computation asks for it at every few steps,
/// from any of its threads.
@FunctionalInterface
public interface Cancel {
  /// Nobody ever cancels.
  Cancel NEVER = () -> false;

  boolean isCancelled();

  /// @throws CancellationException when somebody cancelled
  default void check() {
    if (isCancelled()) {
      throw new CancellationException("Cancelled.");
    }
  }
}
