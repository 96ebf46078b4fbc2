package org.tonle.run;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/// A wish to end a computation before it is done; any thread may express it, once.
public final class Cancel {
  /// Nobody ever cancels.
  public static final Cancel NEVER = new Cancel();

  private final AtomicBoolean isWished = new AtomicBoolean();

  /// Ends the computation at its next step.
  public void cancel() {
    if (this != NEVER) {
      isWished.set(true);
    }
  }

  public boolean isCancelled() {
    return isWished.get();
  }

  /// @throws CancellationException when somebody cancelled
  void check() {
    if (isWished.get()) {
      throw new CancellationException("Cancelled.");
    }
  }
}
