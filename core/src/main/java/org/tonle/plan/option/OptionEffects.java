package org.tonle.plan.option;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tonle.assess.Verdict;
import org.tonle.draw.ReadingErrors;
import org.tonle.load.LoadTerm;
import org.tonle.model.Constituent;
import org.tonle.model.Scenario;
import org.tonle.network.rates.Kinetics;
import org.tonle.run.Baseline;
import org.tonle.run.Cancel;
import org.tonle.run.Instance;
import org.tonle.run.Question;
import org.tonle.run.TargetIndex;
import org.tonle.run.Tasks;
import org.tonle.run.Vectors;
import org.tonle.scenario.JoinedScenario;
import org.tonle.simulate.reverse.Adjoint;
import org.tonle.simulate.reverse.Sensitivity;
import org.tonle.simulate.reverse.Target;

/// Effects of options on limits: one reverse sweep for every limit and draw, and one computation of
/// loads for every wave of options (docs/theory/plan.md, Eq. 19).
///
/// Options change loads, not discharge: all share the water of the baseline.
public final class OptionEffects {
  /// Limits times draws whose sensitivities are kept at one time, and limits at least.
  private static final int BLOCK_DRAWS = 160_000;

  private static final int LEAST_BLOCK = 32;

  /// Draws by which limits are looked at first.
  private static final int FEW = 200;

  /// Share of draws that a limit may miss its aim by there: six standard errors at 0.9.
  private static final double FAR = 0.13;

  private final Baseline baseline;
  private final PointLoads points;
  private final List<Option> options;
  private final ForkJoinPool pool;
  private final List<SiteOptions> sites;
  private final List<GroupOptions> groups = new ArrayList<>();
  private final TargetIndex places;
  private final ReadingErrors readings;

  /// Limit to look at, with the share of draws in which a plan must meet it.
  public record Aim(Question question, Verdict verdict, double share) {
    Aim lessSure(double by) {
      return new Aim(question, verdict, StrictMath.max(0, share - by));
    }
  }

  /// @throws IllegalArgumentException for options that the study refuses
  private OptionEffects(
      Baseline baseline, PointLoads points, List<Option> options, ForkJoinPool pool) {
    this.baseline = baseline;
    this.points = points;
    this.options = options;
    this.pool = pool;
    Instance instance = baseline.instance();
    places = new TargetIndex(instance.study(), instance.builder());
    readings =
        baseline.options().draws() > 0
            ? new Vectors(instance).readings(baseline.options())
            : ReadingErrors.NONE;
    List<List<Integer>> waves = Waves.of(options);
    sites = SiteOptions.of(options, waves);
    List<Callable<List<LoadTerm>>> tasks = new ArrayList<>();
    waves.forEach(wave -> tasks.add(() -> loads(wave)));
    List<List<LoadTerm>> loads = Tasks.all(pool, tasks);
    for (int g = 0; g < instance.groups().size(); g++) {
      groups.add(new GroupOptions(baseline, loads, g));
    }
  }

  /// Loads of the sites of a wave under its options.
  private List<LoadTerm> loads(List<Integer> wave) {
    Set<String> sites = new HashSet<>();
    wave.forEach(o -> sites.addAll(options.get(o).sites()));
    List<Scenario.Change> changes =
        wave.stream().flatMap(o -> options.get(o).changes().stream()).toList();
    return baseline
        .loadsUnder(joined(changes), sites)
        .orElseThrow(() -> new IllegalArgumentException("Options enter where no reach is cut."));
  }

  private Scenario joined(List<Scenario.Change> changes) {
    Scenario before = baseline.instance().applied().scenario();
    return JoinedScenario.of(before, before.id(), changes);
  }

  /// Rows of the limits, in their order: of a reach one for every point that may be the worst.
  ///
  /// @param isKept which rows to keep, so that memory holds no others; it is first asked of rows of
  ///   a few draws, whose aims are lower
  /// @param options of all sites, with the one that changes nothing for each
  /// @throws IllegalArgumentException for options that the study refuses
  public static List<OptionRow> of(
      Baseline baseline,
      List<Option> options,
      List<Aim> aims,
      Predicate<OptionRow> isKept,
      ForkJoinPool pool,
      Cancel cancel) {
    return of(baseline, PointLoads.of(baseline), options, aims, isKept, pool, cancel);
  }

  /// The same rows, where points of least oxygen are those of other loads, such as a plan leaves:
  /// each of them is a limit that every plan must keep.
  public static List<OptionRow> of(
      Baseline baseline,
      PointLoads points,
      List<Option> options,
      List<Aim> aims,
      Predicate<OptionRow> isKept,
      ForkJoinPool pool,
      Cancel cancel) {
    return new OptionEffects(baseline, points, options, pool).rows(aims, isKept, cancel);
  }

  /// One concentration, at one point.
  private record Spot(int aim, int group, Target target, int point, Constituent constituent) {}

  private List<OptionRow> rows(List<Aim> aims, Predicate<OptionRow> isKept, Cancel cancel) {
    List<Spot> spots = new ArrayList<>();
    for (int a = 0; a < aims.size(); a++) {
      spots.addAll(spots(a, aims.get(a).question()));
    }
    spots.sort(Comparator.comparingInt(Spot::group).thenComparingInt(Spot::aim));
    Map<Integer, List<OptionRow>> found = new HashMap<>();
    List<Spot> hopeful = hopeful(spots, aims, isKept, cancel);
    List<Optional<OptionRow>> rows = blocks(hopeful, aims, isKept, draws(), cancel);
    for (int i = 0; i < rows.size(); i++) {
      List<OptionRow> known = found.computeIfAbsent(hopeful.get(i).aim, k -> new ArrayList<>());
      rows.get(i).ifPresent(row -> ImpliedRow.add(row, known));
    }
    return IntStream.range(0, aims.size())
        .boxed()
        .flatMap(a -> found.getOrDefault(a, List.of()).stream())
        .toList();
  }

  /// Rows of spots, in blocks of one group that draws are computed for once.
  private List<Optional<OptionRow>> blocks(
      List<Spot> spots, List<Aim> aims, Predicate<OptionRow> isKept, int draws, Cancel cancel) {
    List<Optional<OptionRow>> found = new ArrayList<>();
    int most = StrictMath.max(LEAST_BLOCK, BLOCK_DRAWS / draws);
    for (int from = 0; from < spots.size(); ) {
      int to = from;
      while (to < spots.size()
          && to - from < most
          && spots.get(to).group == spots.get(from).group) {
        to++;
      }
      cancel.check();
      found.addAll(block(spots.subList(from, to), aims, isKept, draws));
      from = to;
    }
    return found;
  }

  private List<Spot> spots(int aim, Question question) {
    Instance instance = baseline.instance();
    List<Spot> found = new ArrayList<>();
    for (int g = 0; g < instance.groups().size(); g++) {
      Kinetics kinetics = instance.groups().get(g);
      for (int m = 0; m < kinetics.memberCount(); m++) {
        Constituent of =
            instance.study().chemistry().constituents().get(kinetics.constituents()[m]);
        if (of.id().equals(question.constituent())) {
          Target target = places.target(question, m);
          int count = Sensitivity.pointCount(points.adjoint(g), target);
          for (int p = 0; p < count; p++) {
            found.add(new Spot(aim, g, target, p, of));
          }
        }
      }
    }
    return found;
  }

  private int draws() {
    return StrictMath.max(1, baseline.options().draws());
  }

  /// Spots whose limits a few draws do not show to be out of reach by far: the others need no more.
  private List<Spot> hopeful(
      List<Spot> spots, List<Aim> aims, Predicate<OptionRow> isKept, Cancel cancel) {
    if (draws() < 2 * FEW) {
      return spots;
    }
    List<Aim> lenient = aims.stream().map(a -> a.lessSure(FAR)).toList();
    List<Boolean> isHopeful =
        blocks(spots, lenient, isKept, FEW, cancel).stream().map(Optional::isPresent).toList();
    return IntStream.range(0, spots.size()).filter(isHopeful::get).mapToObj(spots::get).toList();
  }

  private List<Optional<OptionRow>> block(
      List<Spot> block, List<Aim> aims, Predicate<OptionRow> isKept, int draws) {
    int spotGroup = block.getFirst().group;
    GroupOptions group = groups.get(spotGroup);
    List<Sensitivity> kept =
        block.stream().map(s -> new Sensitivity(s.target, s.point, group.places(), draws)).toList();
    List<Callable<Boolean>> tasks = new ArrayList<>();
    int part = StrictMath.max(1, draws / (4 * pool.getParallelism()));
    for (int from = 0; from < draws; from += part) {
      int start = from;
      int end = StrictMath.min(from + part, draws);
      tasks.add(() -> fill(points.adjoint(spotGroup), kept, start, end));
    }
    Tasks.all(pool, tasks);
    List<Callable<Optional<OptionRow>>> rows = new ArrayList<>();
    for (int i = 0; i < block.size(); i++) {
      Spot spot = block.get(i);
      Sensitivity own = kept.get(i);
      rows.add(() -> Optional.of(row(spot, aims.get(spot.aim), own, draws)).filter(isKept));
    }
    return Tasks.all(pool, rows);
  }

  private boolean fill(Adjoint adjoint, List<Sensitivity> kept, int from, int to) {
    for (int d = from; d < to; d++) {
      adjoint.draw(points.drawn(), d);
      for (Sensitivity one : kept) {
        one.fill(adjoint, d);
      }
    }
    return true;
  }

  private OptionRow row(Spot spot, Aim aim, Sensitivity kept, int draws) {
    Kinetics kinetics = baseline.instance().groups().get(spot.group);
    int number = kinetics.constituents()[spot.target.member()];
    Allowance allowance =
        Allowance.of(
            spot.constituent,
            spot.target.member() == kinetics.oxygen()
                ? places.saturation_g_per_m3(spot.target, kinetics)
                : Double.NaN,
            aim.verdict(),
            readings.of(number, places.isLake(spot.target)),
            baseline.options().draws() == 0 ? 0 : draws);
    return new RowBuilder(aim, sites, allowance, kept, groups.get(spot.group)).row();
  }
}
