package org.tonle.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.tonle.convert.Oversize;

/// Tasks in a pool; their results come in the order of the tasks, whichever thread ran them.
public final class Tasks {
  private Tasks() {}

  /// @throws CancellationException when a task was cancelled, once all have ended
  /// @throws Oversize when the study is too large for any memory
  public static <T> List<T> all(ForkJoinPool pool, List<Callable<T>> tasks) {
    return all(pool, tasks, Progress.NONE);
  }

  static <T> List<T> all(ForkJoinPool pool, List<Callable<T>> tasks, Progress progress) {
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(tasks)) {
        results.add(future.get());
        progress.done(results.size(), tasks.size());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while computing.", e);
    } catch (ExecutionException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof CancellationException cancelled) {
          throw cancelled;
        }
        if (cause instanceof Oversize large) {
          throw large;
        }
        if (cause instanceof OutOfMemoryError memory) {
          throw memory;
        }
      }
      throw new IllegalStateException("A linked group failed.", e.getCause());
    }
  }
}
