package org.tonle.bench.input;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.tonle.bench.input.Tally.End;
import org.tonle.bench.river.Chance;
import org.tonle.folder.Reading;
import org.tonle.folder.StudyReader;
import org.tonle.model.Scenario;
import org.tonle.model.Study;
import org.tonle.problem.Problem;

/// Torture of the reader by mistakes in clean studies. A mistake that moves a figure of the summary
/// or a verdict by more than 5 % must be told where it is; none may throw, give a figure that is no
/// number, or cost 2 s of processor or 256 MB more than the clean study.
public final class InputTorture implements AutoCloseable {
  private static final double MOST_NS = 2e9;
  private static final double MOST_BYTES = 256e6;

  /// Streams of the seed that other benches do not use.
  private static final int FIRST_STREAM = 10_000_000;

  /// Tries to find a study with the place for a mistake.
  private static final int TRIES = 40;

  private static final int THREADS_AT_WORK = 2;

  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final com.sun.management.OperatingSystemMXBean MACHINE =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final List<Clean> studies = new ArrayList<>();
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final long seed;

  /// Clean study, its copy to work on, and its answers under the baseline and each scenario.
  ///
  /// @param few answer under the baseline with few draws
  private record Clean(
      String id,
      StudyText text,
      WorkFolder work,
      Map<String, StudyAnswer> answers,
      StudyAnswer few,
      double ns,
      double bytes) {}

  public InputTorture(List<Path> folders, long seed) throws IOException {
    this.seed = seed;
    for (Mistake mistake : Mistakes.ALL) {
      tallies.put(mistake.id(), new Tally());
    }
    for (Path folder : folders) {
      studies.add(clean(folder));
    }
  }

  /// Tallies of all rounds, by family and name. A round depends on the seed and its number alone,
  /// so they are shared out among threads, each with its own copies of the studies.
  ///
  /// @param folders folders of clean studies; most mistakes are made in the first
  /// @param round is told the round reached, now and then
  public static Map<String, Tally> run(List<Path> folders, int rounds, long seed, IntConsumer round)
      throws IOException {
    List<Callable<InputTorture>> parts = new ArrayList<>();
    for (int first = 0; first < THREADS_AT_WORK; first++) {
      int from = first;
      parts.add(() -> part(folders, from, rounds, seed, round));
    }
    Map<String, Tally> all = new TreeMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS_AT_WORK)) {
      for (Future<InputTorture> part : threads.invokeAll(parts)) {
        part.get()
            .tallies()
            .forEach((id, tally) -> all.computeIfAbsent(id, k -> new Tally()).add(tally));
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return all;
  }

  private static InputTorture part(
      List<Path> folders, int first, int rounds, long seed, IntConsumer told) throws IOException {
    try (InputTorture torture = new InputTorture(folders, seed)) {
      for (int round = first; round < rounds; round += THREADS_AT_WORK) {
        if (first == 0 && round % 20 == 0) {
          told.accept(round + 1);
        }
        torture.round(round);
      }
      return torture;
    }
  }

  private static Clean clean(Path folder) throws IOException {
    StudyText text = StudyText.read(folder);
    WorkFolder work = new WorkFolder(text);
    Reading reading = StudyReader.read(work.folder());
    List<String> scenarios = new ArrayList<>(List.of(Scenario.BASELINE.id()));
    reading.study().ifPresent(s -> s.scenarios().forEach(one -> scenarios.add(one.id())));
    Map<String, StudyAnswer> answers = new LinkedHashMap<>();
    for (String scenario : scenarios) {
      answers.put(scenario, StudyAnswer.of(reading, scenario, StudyAnswer.DRAWS));
    }
    if (answers.values().stream().anyMatch(StudyAnswer::isRefused)) {
      throw new IllegalArgumentException("The clean study has errors: " + reading.problems());
    }
    Cost cost = new Cost();
    StudyAnswer.of(work.folder(), Scenario.BASELINE.id());
    StudyAnswer few = StudyAnswer.of(reading, Scenario.BASELINE.id(), StudyAnswer.FEW_DRAWS);
    String id = reading.study().map(Study::id).orElse("");
    return new Clean(id, text, work, answers, few, cost.ns(), cost.bytes());
  }

  /// Processor time and allocated bytes since it was made, of all threads.
  private static final class Cost {
    private final long ns = MACHINE.getProcessCpuTime();
    private final long bytes = THREADS.getTotalThreadAllocatedBytes();

    double ns() {
      return MACHINE.getProcessCpuTime() - ns;
    }

    double bytes() {
      return THREADS.getTotalThreadAllocatedBytes() - bytes;
    }
  }

  /// Makes the mistake of one round; that of round r depends on the seed and r alone.
  public void round(int round) throws IOException {
    Lots lots = new Lots(new Chance(seed, FIRST_STREAM + round));
    for (int i = 0; i < TRIES; i++) {
      Mistake mistake = lots.pick(Mistakes.ALL);
      Clean clean = studies.get(lots.below(5) == 0 ? lots.below(studies.size()) : 0);
      Optional<Damage> damage = mistake.maker().make(clean.text, lots);
      if (damage.isPresent()) {
        clean.work.damage(damage.get().files());
        try {
          judge(mistake, clean, damage.get(), round);
        } finally {
          clean.work.mend(damage.get().files());
        }
        return;
      }
    }
  }

  private void judge(Mistake mistake, Clean clean, Damage damage, int round) {
    Tally tally = tallies.getOrDefault(mistake.id(), new Tally());
    String what = "round " + round + ", " + clean.id + ": " + damage;
    try {
      Found found = find(clean, damage);
      Optional<String> fault = fault(clean, damage, found);
      End end = fault.isPresent() ? End.BROKEN : found.end();
      String why = fault.orElse(found.moved.orElse(""));
      tally.add(end, found.moved.isPresent(), what + "; " + why + found.said());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      tally.add(End.BROKEN, false, what + "; " + e);
    }
  }

  /// What was found of one damage.
  private record Found(
      boolean isTold,
      boolean isRefused,
      boolean isFinite,
      Optional<String> moved,
      List<Problem> problems,
      double ns,
      double bytes) {
    End end() {
      if (isTold) {
        return End.TOLD;
      }
      if (isRefused) {
        return End.REFUSED;
      }
      if (moved.isEmpty()) {
        return End.HARMLESS;
      }
      return problems.isEmpty() ? End.SILENT : End.ELSEWHERE;
    }

    String said() {
      if (problems.isEmpty()) {
        return "";
      }
      Problem first = problems.getFirst();
      return "; said "
          + first.code()
          + " at "
          + first.file()
          + ":"
          + first.row()
          + " "
          + first.column();
    }
  }

  private static Found find(Clean clean, Damage damage) {
    Cost cost = new Cost();
    Reading reading = StudyReader.read(clean.work.folder());
    if (damage.isTold(clean.few.newIn(reading.problems()))) {
      return told(clean, reading, cost);
    }
    List<Problem> problems = new ArrayList<>();
    Optional<String> moved = Optional.empty();
    boolean isFinite = true;
    boolean isTold = false;
    for (Map.Entry<String, StudyAnswer> one : clean.answers.entrySet()) {
      boolean isEnough = !problems.isEmpty() || moved.isPresent() || isTold;
      if (!isEnough) {
        StudyAnswer answer = StudyAnswer.of(reading, one.getKey(), StudyAnswer.DRAWS);
        problems.addAll(one.getValue().newIn(answer.problems()));
        isFinite &= answer.isFinite();
        isTold = damage.isTold(problems);
        moved = answer.moved(one.getValue());
      }
    }
    boolean isRefused = problems.stream().anyMatch(Problem::isError);
    return new Found(isTold, isRefused, isFinite, moved, problems, cost.ns(), cost.bytes());
  }

  /// What is found of a damage that reading tells of: few draws show whether anything breaks.
  private static Found told(Clean clean, Reading reading, Cost cost) {
    StudyAnswer answer = StudyAnswer.of(reading, Scenario.BASELINE.id(), StudyAnswer.FEW_DRAWS);
    return new Found(
        true,
        answer.isRefused(),
        answer.isFinite(),
        answer.moved(clean.few),
        clean.few.newIn(answer.problems()),
        cost.ns(),
        cost.bytes());
  }

  /// A figure that is no number, or more time or memory than allowed, twice in a row.
  private static Optional<String> fault(Clean clean, Damage damage, Found found) {
    if (!found.isFinite) {
      return Optional.of("a figure is not a number");
    }
    if (!isDear(clean, found) || !isDear(clean, find(clean, damage))) {
      return Optional.empty();
    }
    return Optional.of(found.ns * 1e-9 + " s, " + found.bytes * 1e-6 + " MB");
  }

  private static boolean isDear(Clean clean, Found found) {
    return found.ns > clean.ns + MOST_NS || found.bytes > clean.bytes + MOST_BYTES;
  }

  /// Tallies of all mistakes, by family and name.
  public Map<String, Tally> tallies() {
    return Map.copyOf(tallies);
  }

  @Override
  public void close() throws IOException {
    for (Clean clean : studies) {
      clean.work.close();
    }
  }
}
