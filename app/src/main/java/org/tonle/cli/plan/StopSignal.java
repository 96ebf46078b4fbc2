package org.tonle.cli.plan;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Stop signal: Ctrl-C asks for the best plan so far instead of ending the program at once. The
/// machine ends it with the signal's own exit code (130) when the plan is told, or after a time.
final class StopSignal implements AutoCloseable {
  private static final long LONGEST_S = 30;

  private final CountDownLatch isTold = new CountDownLatch(1);
  private final Thread hook = new Thread(this::ask, "stop");
  private volatile boolean isAsked;
  private volatile boolean isWorthWaiting;

  static StopSignal listening() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  private void ask() {
    isAsked = true;
    if (isWorthWaiting) {
      try {
        boolean ignored = isTold.await(LONGEST_S, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  boolean isAsked() {
    return isAsked;
  }

  /// Whether there is, or soon may be, something to tell.
  void setWorthWaiting(boolean isWorth) {
    isWorthWaiting = isWorth;
  }

  /// All is told.
  @Override
  @SuppressWarnings("SystemOut")
  public void close() {
    System.out.flush();
    isTold.countDown();
    if (!isAsked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The signal came just now.
      }
    }
  }
}
