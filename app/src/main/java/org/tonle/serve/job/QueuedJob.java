package org.tonle.serve.job;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonle.serve.guard.RequestProblem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Queued job: a long run from its order to its answer. It belongs to the server, not to the tab
/// that asked for it.
public final class QueuedJob {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final long id;
  private final String kind;
  private final String who;
  private final Work work;
  private final List<Consumer<QueuedJob>> listeners = new ArrayList<>();
  private State state = State.QUEUED;
  private ObjectNode progress = MAPPER.createObjectNode();
  private @Nullable ObjectNode answer;
  private @Nullable RequestProblem problem;
  private volatile boolean isStopped;

  /// State of a job.
  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    /// Stopped before it had anything to keep.
    STOPPED,
    FAILED;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    public boolean isOver() {
      return this == DONE || this == STOPPED || this == FAILED;
    }
  }

  /// Work of a job.
  @FunctionalInterface
  public interface Work {
    /// Does the work, tells the job how far it is, and looks whether it is to stop.
    ObjectNode run(QueuedJob job);
  }

  QueuedJob(long id, String kind, String who, Work work) {
    this.id = id;
    this.kind = kind;
    this.who = who;
    this.work = work;
  }

  public long id() {
    return id;
  }

  public String kind() {
    return kind;
  }

  public synchronized State state() {
    return state;
  }

  /// Whether somebody asked it to stop.
  public boolean isStopped() {
    return isStopped;
  }

  /// Tells how far it is.
  public void tell(ObjectNode how) {
    synchronized (this) {
      progress = how;
    }
    tellAll();
  }

  void run() {
    synchronized (this) {
      if (state != State.QUEUED) {
        return;
      }
      state = State.RUNNING;
    }
    tellAll();
    try {
      ObjectNode made = work.run(this);
      over(State.DONE, made, null);
    } catch (java.util.concurrent.CancellationException e) {
      over(State.STOPPED, null, null);
    } catch (RequestProblem e) {
      over(State.FAILED, null, e);
    } catch (RuntimeException | OutOfMemoryError e) {
      over(State.FAILED, null, RequestProblem.conflict("job_failed", String.valueOf(e)));
    }
  }

  private void over(State how, @Nullable ObjectNode made, @Nullable RequestProblem why) {
    synchronized (this) {
      state = how;
      answer = made;
      problem = why;
    }
    tellAll();
  }

  /// Asks it to stop; one that has not begun never does.
  void stop() {
    isStopped = true;
    synchronized (this) {
      if (state == State.QUEUED) {
        state = State.STOPPED;
      }
    }
    tellAll();
  }

  /// What went wrong, if anything did.
  public synchronized @Nullable RequestProblem problem() {
    return problem;
  }

  /// The job as JSON; its answer is null until it is done.
  public synchronized ObjectNode json() {
    ObjectNode root = MAPPER.createObjectNode().put("id", Long.toString(id)).put("kind", kind);
    root.put("who", who).put("state", state.id()).put("isStopped", isStopped);
    root.set("progress", progress);
    if (answer != null) {
      root.set("answer", answer);
    }
    return root;
  }

  /// Hears of every change from now on.
  public synchronized void listen(Consumer<QueuedJob> listener) {
    listeners.add(listener);
  }

  public synchronized void leave(Consumer<QueuedJob> listener) {
    listeners.remove(listener);
  }

  private void tellAll() {
    List<Consumer<QueuedJob>> all;
    synchronized (this) {
      all = List.copyOf(listeners);
    }
    all.forEach(l -> l.accept(this));
  }
}
