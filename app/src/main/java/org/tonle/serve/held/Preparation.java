package org.tonle.serve.held;

import java.io.IOException;
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
import org.tonle.serve.draft.Draft;
import org.tonle.serve.guard.RequestProblem;
import org.tonle.service.MemoryFault;
import org.tonle.service.RunOrder;
import org.tonle.service.StudySource;

/// Preparation of a study for the server: it is read and run beside the requests, and after an
/// error the last study without one stays.
public final class Preparation implements AutoCloseable {
  private final Path folder;
  private final Draft draft;
  private final RunOrder order;
  private final ForkJoinPool pool;
  private State state = State.PREPARING;
  private List<Problem> problems = List.of();
  private @Nullable PreparedStudy ready;
  private @Nullable Throwable fault;
  private volatile String hash = "";
  private boolean isRunning;
  private boolean isAgain;

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

  /// @param draft edits on top of the folder
  public Preparation(Path folder, Draft draft, RunOrder order, int threads) {
    this.folder = folder;
    this.draft = draft;
    this.order = order;
    pool = new ForkJoinPool(threads);
  }

  public Path folder() {
    return folder;
  }

  public Draft draft() {
    return draft;
  }

  public ForkJoinPool pool() {
    return pool;
  }

  /// Begins to read and run the study; a preparation that is under way is followed by another.
  public synchronized void begin() {
    state = State.PREPARING;
    isAgain = isRunning;
    if (!isRunning) {
      isRunning = true;
      Thread.ofPlatform().name("prepare").daemon().start(this::prepare);
    }
  }

  /// Begins if the study would be read otherwise than it was last.
  void beginIfOther() {
    try {
      if (!draft.hash().equals(hash)) {
        begin();
      }
    } catch (IOException e) {
      begin();
    }
  }

  private void prepare() {
    do {
      try {
        hash = draft.hash();
        StudySource source = StudySource.readWith(folder, draft.changed());
        List<Problem> found = new ArrayList<>(source.problems());
        Optional<PreparedStudy> made = Optional.empty();
        if (source.study().isPresent()) {
          made = run(source, source.study().get(), found);
        }
        done(made, found, null);
      } catch (RuntimeException | IOException | OutOfMemoryError e) {
        done(Optional.empty(), List.of(), e);
      }
    } while (isToDoAgain());
  }

  private synchronized boolean isToDoAgain() {
    isRunning = isAgain;
    isAgain = false;
    return isRunning;
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

  private synchronized void done(
      Optional<PreparedStudy> made, List<Problem> found, @Nullable Throwable why) {
    problems = List.copyOf(found);
    fault = why;
    ready = made.orElse(ready);
    if (!isAgain) {
      state = why != null ? State.FAILED : made.isPresent() ? State.READY : State.WRONG;
    }
    notifyAll();
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
