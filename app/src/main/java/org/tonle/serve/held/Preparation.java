package org.tonle.serve.held;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import org.tonle.convert.Oversize;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.run.Baseline;
import org.tonle.run.Instance;
import org.tonle.scenario.Applied;
import org.tonle.serve.guard.RequestProblem;
import org.tonle.service.MemoryFault;
import org.tonle.service.RunOrder;
import org.tonle.service.StudySource;

/// Preparation of a study for the server: it is read and run beside the requests, and after an
/// error the last study without one stays.
public final class Preparation implements AutoCloseable {
  private final Path folder;
  private final RunOrder order;
  private final ForkJoinPool pool;
  private State state = State.PREPARING;
  private List<Problem> problems = List.of();
  private @Nullable PreparedStudy ready;
  private @Nullable Throwable fault;
  private long begun;
  private final List<Runnable> after = new ArrayList<>();

  /// State of the preparation.
  public enum State {
    /// The study is being read and run; there may be an earlier one.
    PREPARING,
    /// The study as it lies in the folder is prepared.
    READY,
    /// The study has errors; there may be an earlier one.
    WRONG,
    /// The study could not be read or run through no fault of its tables.
    FAILED;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Preparation(Path folder, RunOrder order, int threads) {
    this.folder = folder;
    this.order = order;
    pool = new ForkJoinPool(threads);
  }

  public Path folder() {
    return folder;
  }

  public ForkJoinPool pool() {
    return pool;
  }

  /// Begins to read and run the study; a preparation that is under way is overtaken.
  public synchronized void begin() {
    state = State.PREPARING;
    long mine = ++begun;
    Thread.ofPlatform().name("prepare-" + mine).daemon().start(() -> prepare(mine));
  }

  /// What is to be done whenever a study was prepared or found wrong.
  public synchronized void afterwards(Runnable action) {
    after.add(action);
  }

  private void prepare(long mine) {
    try {
      StudySource source = StudySource.read(folder, order.threads());
      List<Problem> found = new ArrayList<>(source.problems());
      Optional<PreparedStudy> made = Optional.empty();
      if (source.study().isPresent()) {
        made = run(source, source.study().get(), found);
      }
      done(mine, made, found, null);
    } catch (RuntimeException | OutOfMemoryError e) {
      done(mine, Optional.empty(), List.of(), e);
    }
  }

  private Optional<PreparedStudy> run(StudySource source, Study study, List<Problem> found) {
    Scenario scenario = order.scenario(study);
    Instance instance = Instance.of(Applied.of(study, scenario));
    instance.problems().stream().map(p -> source.inputs().located(p)).forEach(found::add);
    if (instance.isWrong()) {
      return Optional.empty();
    }
    Baseline baseline = Baseline.of(instance, order.options(study), pool);
    baseline.problems().stream().map(p -> source.inputs().located(p)).forEach(found::add);
    return baseline.result().isEmpty()
        ? Optional.empty()
        : Optional.of(new PreparedStudy(source, baseline, pool));
  }

  private void done(
      long mine, Optional<PreparedStudy> made, List<Problem> found, @Nullable Throwable why) {
    List<Runnable> then;
    synchronized (this) {
      if (mine != begun) {
        return;
      }
      problems = List.copyOf(found);
      fault = why;
      ready = made.orElse(ready);
      state = why != null ? State.FAILED : made.isPresent() ? State.READY : State.WRONG;
      then = List.copyOf(after);
      notifyAll();
    }
    then.forEach(Runnable::run);
  }

  public synchronized State state() {
    return state;
  }

  public synchronized List<Problem> problems() {
    return problems;
  }

  /// What went wrong if the study could not be read or run through no fault of its tables.
  public synchronized Optional<Throwable> fault() {
    return Optional.ofNullable(fault);
  }

  /// The study that answers, which may be older than the folder.
  public synchronized Optional<PreparedStudy> find() {
    return Optional.ofNullable(ready);
  }

  /// The study that answers.
  ///
  /// @throws RequestProblem while there is none
  public synchronized PreparedStudy require() {
    if (ready != null) {
      return ready;
    }
    throw switch (state) {
      case WRONG -> RequestProblem.conflict("study_wrong", problems.size());
      case FAILED ->
          RequestProblem.conflict(
              fault instanceof MemoryFault || fault instanceof Oversize ? "no_memory" : "failed");
      default -> RequestProblem.conflict("preparing");
    };
  }

  /// Waits until the preparation is done.
  public synchronized void await() throws InterruptedException {
    while (state == State.PREPARING) {
      wait();
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
