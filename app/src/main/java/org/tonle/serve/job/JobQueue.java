package org.tonle.serve.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonle.serve.guard.RequestProblem;

/// Job queue: one long run at a time, so that levers stay quick; the others wait in their order.
public final class JobQueue implements AutoCloseable {
  private static final int MOST_WAITING = 20;
  private static final int MOST_KEPT = 60;

  private final Deque<QueuedJob> waiting = new ArrayDeque<>();
  private final Map<Long, QueuedJob> known = new LinkedHashMap<>();
  private final Thread worker;
  private long last;
  private boolean isClosed;

  public JobQueue() {
    worker = Thread.ofPlatform().name("jobs").daemon().unstarted(this::work);
    worker.start();
  }

  /// Queues a job.
  ///
  /// @throws RequestProblem if too many wait
  public synchronized QueuedJob add(String kind, String who, QueuedJob.Work work) {
    if (waiting.size() >= MOST_WAITING) {
      throw RequestProblem.busy("jobs_full", MOST_WAITING);
    }
    QueuedJob job = new QueuedJob(++last, kind, who, work);
    waiting.addLast(job);
    known.put(job.id(), job);
    if (known.size() > MOST_KEPT) {
      known.values().stream()
          .filter(j -> j.state().isOver())
          .findFirst()
          .ifPresent(j -> known.remove(j.id()));
    }
    notifyAll();
    return job;
  }

  public synchronized Optional<QueuedJob> find(String id) {
    try {
      return Optional.ofNullable(known.get(Long.parseLong(id)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// The latest jobs, the newest first.
  public synchronized List<QueuedJob> all() {
    List<QueuedJob> all = new ArrayList<>(known.values());
    java.util.Collections.reverse(all);
    return all;
  }

  public void stop(QueuedJob job) {
    synchronized (this) {
      waiting.remove(job);
    }
    job.stop();
  }

  private void work() {
    while (true) {
      QueuedJob next;
      synchronized (this) {
        while (waiting.isEmpty() && !isClosed) {
          try {
            wait();
          } catch (InterruptedException e) {
            return;
          }
        }
        if (isClosed) {
          return;
        }
        next = waiting.removeFirst();
      }
      next.run();
    }
  }

  @Override
  public void close() {
    List<QueuedJob> all;
    synchronized (this) {
      isClosed = true;
      all = all();
      notifyAll();
    }
    all.forEach(QueuedJob::stop);
  }
}
