package org.tonle.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tonle.assess.FailedChecks;
import org.tonle.assess.Judgement;
import org.tonle.convert.Tie;
import org.tonle.draw.Draws;
import org.tonle.load.LoadModel;
import org.tonle.load.LoadTables;
import org.tonle.load.LoadTerm;
import org.tonle.model.Scenario;
import org.tonle.model.Source;
import org.tonle.network.Cuts;
import org.tonle.network.entry.EntryPatch;
import org.tonle.network.entry.PlacedEntries;
import org.tonle.network.rates.Multiplier;
import org.tonle.network.rates.Multipliers;
import org.tonle.problem.Problem;
import org.tonle.scenario.Applied;
import org.tonle.scenario.Moved;
import org.tonle.scenario.ScenarioCheck;
import org.tonle.simulate.GroupResult;
import org.tonle.simulate.Keep;
import org.tonle.simulate.Thresholds;
import org.tonle.simulate.Touched;
import org.tonle.simulate.central.DoubleKernel;
import org.tonle.simulate.course.LakeTurns;
import org.tonle.simulate.draws.FloatKernel;
import org.tonle.simulate.draws.FloatVectors;
import org.tonle.simulate.step.DrawVectors;

/// Baseline: an instance and its full run, kept so that a change recomputes only the parts that it
/// touches. It never changes; any number of sessions share it.
public final class Baseline {
  /// Number of new vectors of draws that are kept for later questions.
  private static final int MOST_KEPT = 2048;

  /// Most bytes of deliveries that are kept, and their share of the memory that Java may use.
  private static final long DELIVERIES_BYTE = 800_000_000;

  private static final int DELIVERIES_SHARE = 7;

  final Instance instance;
  final Options options;
  final @Nullable Draws source;
  final DrawVectors one;
  final DrawVectors drawn;
  final boolean[][] isKept;

  /// Turns of the lakes in the draws, by linked group.
  final List<LakeTurns> turns;

  final List<DoubleKernel.Baseline> central;

  /// Kept draws by linked group; empty if there are no draws.
  final List<FloatKernel.Baseline> draws;

  /// Kept runs with all listed sources at 0, by linked group: made when a change first displaces
  /// water that joins. No other change of loads changes what the sources leave.
  private final Map<Integer, DoubleKernel.Baseline> centralWithout = new ConcurrentHashMap<>();

  private final Map<Integer, FloatKernel.Baseline> drawsWithout = new ConcurrentHashMap<>();
  final FailedChecks failed;
  final List<GroupResults.One> found = new ArrayList<>();
  final List<PlacedEntries> placed;
  final Cuts cuts;
  final ScenarioCheck check;
  final LoadTables tables;
  private final Map<String, List<LoadTerm>> termsOf = new HashMap<>();
  private final Map<Multiplier, double[]> more = new ConcurrentHashMap<>();
  private final List<Problem> problems;
  private final Optional<Result> result;

  private Baseline(Instance instance, Options options, ForkJoinPool pool) {
    this.instance = instance;
    this.options = options;
    Vectors vectors = new Vectors(instance);
    one = vectors.central();
    source = options.draws() > 0 ? vectors.draws(options) : null;
    drawn = source == null ? one : vectors.drawn(options, source);
    isKept = keptArcs();
    turns = GroupRuns.turns(instance, Long.MAX_VALUE);
    int groups = instance.groups().size();
    DoubleKernel exact = exact();
    FloatKernel kernel = kernel();
    List<Callable<DoubleKernel.Baseline>> centralTasks = new ArrayList<>();
    List<Callable<FloatKernel.Baseline>> drawTasks = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      int group = g;
      centralTasks.add(
          () ->
              exact.keep(
                  instance.groups().get(group),
                  instance.entries().get(group),
                  instance.places().places,
                  limits(group),
                  source == null ? Keep.ALL : Keep.CENTRAL,
                  isKept));
      drawTasks.add(
          () ->
              kernel.keep(
                  instance.groups().get(group),
                  instance.entries().get(group),
                  instance.places().places,
                  limits(group),
                  Keep.ALL,
                  isKept,
                  turns.get(group)));
    }
    central = Tasks.all(pool, centralTasks);
    List<GroupResult> exactly = central.stream().map(DoubleKernel.Baseline::result).toList();
    problems = Runner.beyondRange(instance, exactly);
    draws = problems.isEmpty() && source != null ? Tasks.all(pool, drawTasks) : List.of();
    List<GroupResults.Without> without =
        new GroupRuns(instance, this, pool, Cancel.NEVER).without(Progress.NONE);
    for (int g = 0; g < groups; g++) {
      GroupResult ofDraws = draws.isEmpty() ? exactly.get(g) : draws.get(g).result();
      found.add(new GroupResults.One(exactly.get(g), ofDraws, limits(g), without.get(g)));
    }
    failed = problems.isEmpty() ? Runner.failedChecks(instance, exactly, pool) : FailedChecks.NONE;
    placed = instance.entries().stream().map(instance.entriesBuilder()::placed).toList();
    cuts = Cuts.of(instance.study(), instance.loads().terms());
    check = ScenarioCheck.of(instance.applied().index());
    tables = LoadTables.of(instance.study());
    for (LoadTerm term : instance.loads().terms()) {
      termsOf.computeIfAbsent(term.source(), s -> new ArrayList<>()).add(term);
    }
    result =
        problems.isEmpty()
            ? Optional.of(
                new ResultBuilder(instance, new GroupResults(found), drawn.flow(), drawn.draws())
                    .result(options, kernel.name(), failed))
            : Optional.empty();
  }

  /// Runs an instance and keeps the run.
  ///
  /// @throws IllegalArgumentException for an instance with errors
  public static Baseline of(Instance instance, Options options, ForkJoinPool pool) {
    if (instance.isWrong()) {
      throw new IllegalArgumentException("A study with errors has no baseline.");
    }
    return new Baseline(instance, options, pool);
  }

  /// What a change leaves with all listed sources at 0.
  ///
  /// @param drawn multipliers that the patch names beyond those of the kernel
  GroupResult changeWithout(
      int group, EntryPatch patch, double[][] drawn, Touched where, Runnable pause) {
    return source == null
        ? centralWithout
            .computeIfAbsent(group, this::exactWithout)
            .change(patch, drawn, where, pause)
        : drawsWithout
            .computeIfAbsent(group, this::drawnWithout)
            .change(patch, drawn, where, pause);
  }

  private DoubleKernel.Baseline exactWithout(int group) {
    return exact()
        .keep(
            instance.groups().get(group),
            instance.withoutSources(group),
            instance.places().places,
            limits(group),
            Keep.CENTRAL,
            isKept);
  }

  private FloatKernel.Baseline drawnWithout(int group) {
    return kernel()
        .keep(
            instance.groups().get(group),
            instance.withoutSources(group),
            instance.places().places,
            limits(group),
            Keep.CHANCES,
            isKept,
            turns.get(group));
  }

  private boolean[][] keptArcs() {
    long draws = source == null ? 0 : options.draws();
    long members = instance.study().chemistry().constituents().size();
    return Touched.keptArcs(
        instance.course(),
        members * (draws * Float.BYTES + Double.BYTES),
        StrictMath.min(DELIVERIES_BYTE, Runtime.getRuntime().maxMemory() / DELIVERIES_SHARE));
  }

  private Thresholds limits(int group) {
    return limits(instance, group);
  }

  /// Limits of a group under another instance: they may depend on the temperature of its water.
  Thresholds limits(Instance of, int group) {
    return of.places().thresholds(group, source == null ? Tie.EXACT : Tie.DRAWN);
  }

  boolean hasLimitsOfYear() {
    return found.stream().anyMatch(f -> f.limits().hasYear());
  }

  private DoubleKernel exact() {
    int steps = instance.study().settings().routing().lakeSteps();
    return new DoubleKernel(instance.network(), instance.course(), one, steps);
  }

  private FloatKernel kernel() {
    return new FloatKernel(
        instance.network(),
        instance.course(),
        new FloatVectors(drawn),
        instance.study().settings().routing().lakeSteps(),
        FloatKernel.isVectorAtHand());
  }

  public Instance instance() {
    return instance;
  }

  public Options options() {
    return options;
  }

  public DrawVectors drawn() {
    return drawn;
  }

  /// Draws for a change of loads: those of this baseline, and further ones for the changed loads.
  ///
  /// @param changed an instance with the baseline's rates and water
  public DrawVectors drawn(Instance changed) {
    if (source == null) {
      return new Vectors(changed).central();
    }
    double[][] vectors =
        changed.multipliers().all().stream().map(this::drawn).toArray(double[][]::new);
    return new DrawVectors(
        drawn.draws(), vectors, drawn.groupFactor(), drawn.flow(), drawn.readings());
  }

  /// The baseline's vectors of draws with further ones, numbered after them.
  public DrawVectors drawnWith(Multipliers more) {
    return drawn.with(more.own().stream().map(this::drawn).toArray(double[][]::new));
  }

  /// Loads of some sources under other changes, in the water of the baseline; empty if some would
  /// enter inside reaches where its network has no cut. Only what the changes move is computed.
  ///
  /// @param of ids of the sources
  public Optional<List<LoadTerm>> loadsUnder(Scenario scenario, Set<String> of) {
    Applied now = Applied.of(instance.applied().index(), scenario);
    Set<String> moved = Moved.between(instance.applied(), now).sources();
    List<Source> sources = moved.stream().sorted().flatMap(id -> now.source(id).stream()).toList();
    List<LoadTerm> terms =
        Stream.concat(
                LoadModel.of(tables, now, sources).terms().stream(),
                instance.loads().terms().stream().filter(t -> !moved.contains(t.source())))
            .filter(t -> of.contains(t.source()))
            .toList();
    return cuts.hold(terms) ? Optional.of(terms) : Optional.empty();
  }

  /// Errors that only a run shows; with such errors there is no result and no session.
  public List<Problem> problems() {
    return problems;
  }

  /// The full run.
  public Optional<Result> result() {
    return result;
  }

  /// Draws of a multiplier: the baseline's, or new ones, which are kept for the next question.
  double[] drawn(Multiplier multiplier) {
    OptionalInt known = instance.multipliers().findNumber(multiplier);
    if (known.isPresent()) {
      return drawn.multiplier()[known.getAsInt()];
    }
    double[] found = more.get(multiplier);
    if (found == null) {
      found = source == null ? new double[] {1} : Vectors.of(multiplier, source);
      if (more.size() < MOST_KEPT) {
        more.put(multiplier, found);
      }
    }
    return found;
  }

  /// Grounds of the verdicts on the baseline's places.
  Judgement.Grounds grounds() {
    return new PlaceResults(instance, new GroupResults(found), drawn.draws())
        .grounds(options.draws(), failed);
  }

  List<LoadTerm> terms(String source) {
    return termsOf.getOrDefault(source, List.of());
  }

  /// Bytes that the baseline holds beyond the study and its result.
  public long size_byte() {
    long size = 0;
    for (DoubleKernel.Baseline one : central) {
      size += one.size_byte();
    }
    for (DoubleKernel.Baseline one : centralWithout.values()) {
      size += one.size_byte();
    }
    for (FloatKernel.Baseline one : draws) {
      size += one.size_byte();
    }
    for (FloatKernel.Baseline one : drawsWithout.values()) {
      size += one.size_byte();
    }
    for (LakeTurns one : turns) {
      size += one.size_byte();
    }
    long vectors = drawn.multiplier().length + (long) one.multiplier().length;
    return size + vectors * drawn.draws() * (Double.BYTES + Float.BYTES);
  }
}
