package org.tonle.serve.guard;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Turnstile before work that computes: as many at once as there are cores, the others in the order
/// in which they came, and no more than a number of them.
public final class Turnstile {
  private final Semaphore turns;
  private final Semaphore places;

  /// @param waiting most requests that wait for a turn
  public Turnstile(int atOnce, int waiting) {
    turns = new Semaphore(atOnce, true);
    places = new Semaphore(atOnce + waiting, true);
  }

  /// Does work when its turn comes.
  ///
  /// @throws RequestProblem if too many wait already
  public <T> T pass(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw RequestProblem.busy("full");
    }
    try {
      turns.acquireUninterruptibly();
      try {
        return work.get();
      } finally {
        turns.release();
      }
    } finally {
      places.release();
    }
  }

  /// Does work when its turn comes, however many wait: one for each asker at most.
  public void await(Runnable work) {
    turns.acquireUninterruptibly();
    try {
      work.run();
    } finally {
      turns.release();
    }
  }
}
