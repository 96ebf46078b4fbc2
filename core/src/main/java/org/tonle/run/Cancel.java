package org.tonle.run;

import java.util.concurrent.CancellationException;

/// Cancel request: the wish to end a computation before it is done. The computation checks for it
/// every few steps, from any of its threads.
@FunctionalInterface
public interface Cancel {
  /// A request that nobody ever makes.
  Cancel NEVER = () -> false;

  boolean isCancelled();

  /// @throws CancellationException when somebody cancelled
  default void check() {
    if (isCancelled()) {
      throw new CancellationException("Cancelled.");
    }
  }
}
