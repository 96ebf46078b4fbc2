package org.tonle.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import org.tonle.assess.Comparisons;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Hydraulics;
import org.tonle.assess.Judgement;
import org.tonle.assess.Place;
import org.tonle.assess.Statistic;
import org.tonle.assess.Verdict;
import org.tonle.assess.WaterBalance;
import org.tonle.assess.WaterClass;
import org.tonle.assess.agreement.CircularObservations;
import org.tonle.load.LoadTerm;
import org.tonle.load.Loads;
import org.tonle.model.Study;
import org.tonle.problem.Problem;
import org.tonle.scenario.Applied;
import org.tonle.simulate.step.FlowFactors;

/// Pull of some levers: the difference that a set of changes makes to a baseline. It has the
/// touched places with their new figures; everything else is the baseline's.
public final class Pull implements Answer {
  /// Places that one task judges.
  private static final int BLOCK = 64;

  private final Baseline baseline;
  private final Applied applied;
  private final GroupResults results;
  private final Instance instance;
  private final How how;
  private final Loads loads;
  private final Set<String> sources;
  private final FlowFactors flow;
  private final List<Problem> problems;
  private final int[] touched;
  private final int[] slot;
  private final Concentrations concentrations;
  private final Judgement.Grounds grounds;
  private final List<Verdict> verdicts = new ArrayList<>();
  private final List<WaterClass> classes = new ArrayList<>();
  private @Nullable Instance changed;

  /// Way in which the answer was computed.
  public enum How {
    /// Only the places that changed loads reach were computed.
    TOUCHED,
    /// The same, and changed effluents displace other shares of the local inflow beside them, or
    /// make a mouth larger or smaller.
    TOUCHED_INFLOWS,
    /// Groups whose rates or water changed were computed in full, on the same network.
    WHOLE,
    /// The study was run again: loads enter reaches at other points, so the network is different.
    OTHER_CUTS,
    /// The study was run again: effluents that join make rivers larger or smaller.
    OTHER_WATER,
    /// The study was run again: a source that the study does not list has loads of its own.
    NEW_SOURCE;

    /// Whether only touched places were computed.
    public boolean isLocal() {
      return this == TOUCHED || this == TOUCHED_INFLOWS;
    }

    /// Whether the study was run again in full.
    public boolean isFull() {
      return this == OTHER_CUTS || this == OTHER_WATER || this == NEW_SOURCE;
    }
  }

  Pull(
      Baseline baseline,
      Instance instance,
      Applied applied,
      How how,
      Loads loads,
      Set<String> sources,
      GroupResults results,
      FlowFactors flow,
      List<Problem> problems,
      ForkJoinPool pool) {
    this.baseline = baseline;
    this.instance = instance;
    this.applied = applied;
    this.how = how;
    this.loads = loads;
    this.sources = sources;
    this.flow = flow;
    this.problems = List.copyOf(problems);
    this.results = results;
    JudgedPlaces places = instance.places();
    int count = places.named.size();
    touched = how.isLocal() ? results.touched() : places.all();
    slot = new int[count];
    Arrays.fill(slot, -1);
    for (int i = 0; i < touched.length; i++) {
      slot[touched[i]] = i;
    }
    int draws = baseline.drawn.draws();
    PlaceResults found = new PlaceResults(instance, results, draws);
    concentrations = found.concentrations(touched);
    grounds = found.grounds(baseline.options.draws(), baseline.failed);
    judge(pool);
  }

  /// Judges the touched places, a block of them per task.
  private void judge(ForkJoinPool pool) {
    Judgement judgement = instance.places().judgement;
    Concentrations judged = before().concentrations();
    List<Callable<Result.Judged>> tasks = new ArrayList<>();
    for (int from = 0; from < touched.length; from += BLOCK) {
      int[] block = Arrays.copyOfRange(touched, from, StrictMath.min(touched.length, from + BLOCK));
      tasks.add(
          () -> {
            List<Verdict> found = new ArrayList<>();
            List<WaterClass> of = new ArrayList<>();
            for (int p : block) {
              found.addAll(judgement.verdicts(p, judged, grounds));
              of.addAll(judgement.classes(p, judged, grounds.now()));
            }
            return new Result.Judged(found, of);
          });
    }
    for (Result.Judged block : Tasks.all(pool, tasks)) {
      verdicts.addAll(block.verdicts());
      classes.addAll(block.classes());
    }
  }

  private Result before() {
    return baseline.result().orElseThrow();
  }

  public Baseline baseline() {
    return baseline;
  }

  /// The study as the changes leave it.
  public Applied applied() {
    return applied;
  }

  public How how() {
    return how;
  }

  /// The prepared study under the changes. If only places were touched, it is built on the first
  /// request, because the answer itself needs only the loads that changed.
  public synchronized Instance instance() {
    if (changed == null) {
      changed =
          switch (how) {
            case TOUCHED -> instance.under(applied);
            case TOUCHED_INFLOWS -> Instance.of(applied);
            default -> instance;
          };
    }
    return changed;
  }

  /// Warnings about the changes.
  public List<Problem> problems() {
    return problems;
  }

  /// Places that were recomputed, as indices of the baseline's concentrations, ascending.
  public int[] touched() {
    return touched.clone();
  }

  /// Recomputed places where a figure changed.
  public List<Place> changed() {
    List<Place> found = new ArrayList<>();
    Concentrations old = before().concentrations();
    for (int i = 0; i < touched.length; i++) {
      boolean isSame = !how.isFull() && results.isSame(touched[i]);
      if (!isSame && isChanged(old, i)) {
        found.add(instance.places().named.get(touched[i]));
      }
    }
    return found;
  }

  private boolean isChanged(Concentrations old, int i) {
    for (int s = 0; s < old.seasons().size(); s++) {
      for (int c = 0; c < old.constituents().size(); c++) {
        for (Statistic statistic : Statistic.values()) {
          if (old.value(statistic, touched[i], s, c) != concentrations.value(statistic, i, s, c)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// Concentrations at all places: new ones where touched, the baseline's elsewhere.
  public Concentrations concentrations() {
    return before().concentrations().with(concentrations, slot);
  }

  /// Verdicts on the touched places.
  public List<Verdict> verdicts() {
    return List.copyOf(verdicts);
  }

  /// The baseline's verdicts on the touched places, in the same order.
  public List<Verdict> verdictsBefore() {
    JudgedPlaces places = baseline.instance.places();
    Judgement.Grounds met = baseline.grounds();
    return Arrays.stream(touched)
        .boxed()
        .flatMap(p -> places.judgement.verdicts(p, before().concentrations(), met).stream())
        .toList();
  }

  /// The baseline's classes of the touched places, in the same order.
  public List<WaterClass> classesBefore() {
    JudgedPlaces places = baseline.instance.places();
    Judgement.Meeting met = baseline.grounds().now();
    return Arrays.stream(touched)
        .boxed()
        .flatMap(p -> places.judgement.classes(p, before().concentrations(), met).stream())
        .toList();
  }

  /// The baseline's loads of the sources whose loads were recomputed.
  public List<LoadTerm> termsBefore() {
    return sources.stream().sorted().flatMap(s -> baseline.terms(s).stream()).toList();
  }

  /// Classes of the touched places.
  public List<WaterClass> classes() {
    return List.copyOf(classes);
  }

  /// Sources whose loads were recomputed.
  public Set<String> sources() {
    return sources;
  }

  /// Loads, services and outfalls of these sources; the people are those of these sources only.
  public Loads loads() {
    return loads;
  }

  /// All tables except the balances, equal to those of a full run. This takes a moment: a tenth of
  /// a second for 60,000 reaches.
  public Result result() {
    Result old = before();
    Study study = old.study();
    Concentrations all = concentrations();
    Comparisons comparisons = new Comparisons(all);
    Judgement judgement = instance.places().judgement;
    return new Result(
        instance(),
        old.options(),
        old.kernel(),
        allLoads(),
        all,
        hydraulics(old),
        new Result.Judged(judgement.verdicts(all, grounds), judgement.classes(all, grounds.now())),
        new Result.Balances(List.of(), waterBalances(old)),
        comparisons.of(study.evidence().observations(), new CircularObservations(study)::has),
        comparisons.check(study.evidence().checks()),
        problems);
  }

  /// Rates and water may be others in all answers but those to changed loads alone.
  private List<Hydraulics> hydraulics(Result old) {
    return how.isLocal()
        ? old.hydraulics()
        : new HydraulicsTable(old.study(), instance.builder(), instance.groups(), flow).rows();
  }

  private List<WaterBalance> waterBalances(Result old) {
    return how.isFull() || how == How.TOUCHED_INFLOWS
        ? ResultBuilder.waterBalances(instance())
        : old.balances().water();
  }

  private Loads allLoads() {
    return how.isFull() ? loads : before().loads().with(loads, sources, applied);
  }
}
