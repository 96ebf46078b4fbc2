package org.tonle.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tonle.convert.Text;
import org.tonle.draw.ReadingError;
import org.tonle.draw.ReadingErrors;
import org.tonle.model.Constituent;
import org.tonle.model.Study;
import org.tonle.network.rates.Kinetics;
import org.tonle.run.Instance;
import org.tonle.run.Options;
import org.tonle.run.Question;
import org.tonle.run.TargetIndex;
import org.tonle.run.Tasks;
import org.tonle.run.Vectors;
import org.tonle.simulate.reverse.Target;
import org.tonle.simulate.step.DrawVectors;

/// Responses of concentrations to the loads of an instance: how much each load adds to every
/// concentration that is asked about (docs/theory/apportionment.md).
///
/// Draws are computed in blocks of questions and lent while they are visited. The last blocks stay
/// as long as they fit into [#MOST_HELD_byte], so that memory does not grow with the draws; other
/// blocks are computed again on the next request.
public final class Responses {
  /// Bytes of draws that are held at one time.
  static final long MOST_HELD_byte = 256L << 20;

  private final Instance instance;
  private final Options options;
  private final List<Question> questions;
  private final UnitTree units;
  private final long mostHeld_byte;
  private final List<ResponseGroup> groups = new ArrayList<>();
  private final ResponsePart[] parts;
  private final ReadingErrors readings;
  private final Map<ResponsePart, float[][]> held = new LinkedHashMap<>();

  /// Makers of the sweeps of one linked group.
  @FunctionalInterface
  interface Ways {
    Sweep.Maker of(int group, CauseIndex index);
  }

  Responses(
      Instance instance, Options options, List<Question> questions, Ways ways, long mostHeld_byte) {
    if (instance.isWrong()) {
      throw new IllegalArgumentException(
          Text.format("Study %s has errors.", instance.study().id()));
    }
    this.instance = instance;
    this.options = options;
    this.questions = List.copyOf(questions);
    this.mostHeld_byte = mostHeld_byte;
    units = new UnitTree(instance.study().emissions().units());
    parts = new ResponsePart[questions.size()];
    Map<String, List<Integer>> asked = new HashMap<>();
    for (int q = 0; q < questions.size(); q++) {
      asked.computeIfAbsent(questions.get(q).constituent(), c -> new ArrayList<>()).add(q);
    }
    TargetIndex places = new TargetIndex(instance.study(), instance.builder());
    readings = options.draws() > 0 ? new Vectors(instance).readings(options) : ReadingErrors.NONE;
    for (int g = 0; g < instance.groups().size() && !asked.isEmpty(); g++) {
      addGroup(g, asked, places, ways);
    }
    groups.forEach(ResponseGroup::central);
  }

  /// Responses of an instance without errors.
  public static Responses of(Instance instance, Options options, List<Question> questions) {
    return of(instance, options, questions, MOST_HELD_byte);
  }

  static Responses of(
      Instance instance, Options options, List<Question> questions, long mostHeld_byte) {
    Vectors vectors = new Vectors(instance);
    DrawVectors central = vectors.central();
    Later<DrawVectors> drawn = new Later<>(() -> vectors.drawn(options));
    return new Responses(
        instance,
        options,
        questions,
        (group, index) -> AdjointSweep.of(instance, group, index, central, drawn),
        mostHeld_byte);
  }

  private void addGroup(int g, Map<String, List<Integer>> asked, TargetIndex places, Ways ways) {
    Study study = instance.study();
    Kinetics kinetics = instance.groups().get(g);
    List<ResponsePart> own = new ArrayList<>();
    for (int m = 0; m < kinetics.memberCount(); m++) {
      Constituent of = study.chemistry().constituents().get(kinetics.constituents()[m]);
      boolean isShortfall = m == kinetics.oxygen();
      for (int q : asked.getOrDefault(of.id(), List.of())) {
        Target target = places.target(questions.get(q), m);
        double saturation = isShortfall ? places.saturation_g_per_m3(target, kinetics) : 0;
        ReadingError reading = readings.of(kinetics.constituents()[m], places.isLake(target));
        parts[q] =
            new ResponsePart(q, questions.get(q), target, of, isShortfall, saturation, reading);
        own.add(parts[q]);
      }
    }
    if (!own.isEmpty()) {
      CauseIndex index =
          new CauseIndex(study, instance.loads(), kinetics, instance.entries().get(g));
      ResponseGroup group = new ResponseGroup(index, ways.of(g, index));
      group.parts.addAll(own);
      groups.add(group);
    }
  }

  public Instance instance() {
    return instance;
  }

  public int count() {
    return questions.size();
  }

  /// The apportionment of every question.
  public List<Apportionment> apportionments() {
    return map(IntStream.range(0, count()).toArray(), (q, response) -> response.kept(units));
  }

  /// Function that makes something of the response to a question.
  @FunctionalInterface
  public interface Made<T> {
    /// @param response lent for the duration of the call
    T of(int question, Response response);
  }

  /// Applies a function to some responses, in several threads; results are in the order of `which`.
  public <T> List<T> map(int[] which, Made<T> made) {
    List<T> found = new ArrayList<>();
    try (ForkJoinPool pool = new ForkJoinPool(options.threads())) {
      for (int from = 0; from < which.length; ) {
        int to = end(which, from);
        List<ResponsePart> block = block(which, from, to);
        fill(block, pool);
        List<Callable<T>> tasks = new ArrayList<>();
        for (ResponsePart part : block) {
          Response response = response(part);
          tasks.add(() -> made.of(part.number, response));
        }
        found.addAll(Tasks.all(pool, tasks));
        from = to;
      }
    }
    return found;
  }

  /// Visitor of the response to a question.
  @FunctionalInterface
  public interface Look {
    /// @param response lent for the duration of the call
    void at(int question, Response response);
  }

  /// Shows responses one after the other, in the order of `which`.
  public void visit(int[] which, Look look) {
    visit(which, q -> true, look);
  }

  /// The same for the wanted responses only.
  ///
  /// @param isWanted called for each question when its block begins, and again before its visit
  public void visit(int[] which, IntPredicate isWanted, Look look) {
    try (ForkJoinPool pool = new ForkJoinPool(options.threads())) {
      int[] rest = wanted(which, 0, isWanted);
      while (rest.length > 0) {
        int to = end(rest, 0);
        List<ResponsePart> block = block(rest, 0, to);
        fill(block, pool);
        for (ResponsePart part : block) {
          if (isWanted.test(part.number)) {
            look.at(part.number, response(part));
          }
        }
        rest = wanted(rest, to, isWanted);
      }
    }
  }

  private static int[] wanted(int[] which, int from, IntPredicate isWanted) {
    return Arrays.stream(which, from, which.length).filter(isWanted).toArray();
  }

  /// End of the block that begins at `from`: as many as are held at one time, at least one.
  private int end(int[] which, int from) {
    long size = 0;
    int to = from;
    while (to < which.length) {
      size += size_byte(parts[which[to]]);
      if (size > mostHeld_byte && to > from) {
        break;
      }
      to++;
    }
    return to;
  }

  private List<ResponsePart> block(int[] which, int from, int to) {
    return Arrays.stream(which, from, to).mapToObj(q -> parts[q]).toList();
  }

  private long size_byte(ResponsePart part) {
    return (long) Float.BYTES * options.draws() * part.causeCount();
  }

  /// Computes the parts of a block that are not held; releases others if all would be too much.
  private void fill(List<ResponsePart> block, ForkJoinPool pool) {
    Map<ResponsePart, float[][]> missing = new HashMap<>();
    long size = held_byte();
    for (ResponsePart part : block) {
      if (!held.containsKey(part)) {
        missing.put(part, new float[0][]);
        size += size_byte(part);
      }
    }
    if (size > mostHeld_byte) {
      held.keySet().retainAll(block);
    }
    missing.replaceAll((part, none) -> new float[part.causeCount()][options.draws()]);
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (ResponseGroup group : groups) {
      tasks.addAll(group.tasks(missing, options.draws(), options.threads()));
    }
    Tasks.all(pool, tasks);
    held.putAll(missing);
  }

  /// Bytes of draws that are held now.
  long held_byte() {
    return held.keySet().stream().mapToLong(this::size_byte).sum();
  }

  private Response response(ResponsePart part) {
    return part.response(held.getOrDefault(part, new float[0][]), options.draws());
  }

  /// Releases all draws; they are computed again on request.
  public void release() {
    held.clear();
  }
}
