package org.tonle.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tonle.assess.Concentrations;
import org.tonle.assess.Place;
import org.tonle.assess.Verdict;
import org.tonle.cause.Apportionments;
import org.tonle.demand.Allocation;
import org.tonle.demand.Demand;
import org.tonle.demand.DemandModel;
import org.tonle.demand.Rule;
import org.tonle.load.LoadTerm;
import org.tonle.model.Reach;
import org.tonle.model.Scenario;
import org.tonle.problem.Problem;
import org.tonle.run.Answer;
import org.tonle.run.Cancel;
import org.tonle.run.Instance;
import org.tonle.run.Pull;
import org.tonle.run.Result;
import org.tonle.run.Session;
import org.tonle.scenario.Applied;
import org.tonle.scenario.Lever;
import org.tonle.scenario.Levers;
import org.tonle.scenario.Moved;

/// Contrast builder: compares other scenarios with that of a session's baseline, in the same draws.
public final class ContrastBuilder {
  private final Session session;
  private final Result before;
  private final Applied was;
  private final boolean withDemand;
  private final LoadSums sums;
  private Optional<Demand> demandBefore = Optional.empty();

  /// @param withDemand whether to compute the load to cut too; it takes longer than everything else
  public ContrastBuilder(Session session, boolean withDemand) {
    this.session = session;
    this.withDemand = withDemand;
    before = session.baseline().result().orElseThrow();
    was = session.baseline().instance().applied();
    sums = new LoadSums(before.study());
  }

  /// Outcome: a contrast, or the problems that keep the other scenario from being computed;
  /// warnings come with either.
  public record Outcome(Optional<Contrast> contrast, List<Problem> problems) {
    public Outcome {
      problems = List.copyOf(problems);
    }
  }

  /// The contrast of another scenario with the baseline's.
  public Outcome contrast(Scenario other) {
    return switch (session.pull(other, Cancel.NEVER)) {
      case Answer.Refused refused -> new Outcome(Optional.empty(), refused.problems());
      case Pull pull -> {
        List<Problem> problems = new ArrayList<>(pull.problems());
        problems.addAll(pull.loads().problems());
        yield new Outcome(Optional.of(of(pull)), problems);
      }
    };
  }

  private Contrast of(Pull pull) {
    Result after = pull.result();
    Applied is = pull.applied();
    Moves moves = Moves.between(before.concentrations(), after.concentrations());
    DifferenceBands bands =
        new DifferenceBands(
            session.baseline().instance(), Instance.of(is), session.baseline().options());
    List<Lever> levers = Levers.between(was, is);
    return new Contrast(
        before,
        after,
        levers.stream().map(lever -> effect(is, lever, levers)).toList(),
        sums.changes(before.loads(), after.loads()),
        moves.all(bands.of(moves.series())),
        Judgements.changes(before.judged().verdicts(), after.judged().verdicts()),
        ServiceChanges.of(before.loads().services(), after.loads().services()),
        withDemand ? Optional.of(demand(after)) : Optional.empty(),
        still(after, is, moves.all()));
  }

  /// A town's sewers may need the plant that they lead to; then both levers are moved.
  private LeverEffect effect(Applied is, Lever lever, List<Lever> all) {
    return switch (session.pull(Levers.only(was, is, List.of(lever)), Cancel.NEVER)) {
      case Pull pull -> effect(lever, List.of(), pull);
      case Answer.Refused refused -> {
        List<Lever> plants = Levers.plantsOf(lever, all, is);
        List<Lever> both = new ArrayList<>(plants);
        both.add(lever);
        boolean isWithPlants = !plants.isEmpty();
        yield isWithPlants
                && session.pull(Levers.only(was, is, both), Cancel.NEVER) instanceof Pull pull
            ? effect(lever, plants, pull)
            : LeverEffect.refused(
                lever, refused.problems().stream().filter(Problem::isError).toList());
      }
    };
  }

  private LeverEffect effect(Lever lever, List<Lever> together, Pull pull) {
    Result alone = pull.result();
    List<Move> moves = Moves.between(before.concentrations(), alone.concentrations()).all();
    List<VerdictChange> verdicts =
        Judgements.changes(before.judged().verdicts(), alone.judged().verdicts()).stream()
            .filter(v -> v.after().required())
            .toList();
    List<ServiceChange> services =
        ServiceChanges.of(before.loads().services(), alone.loads().services());
    Optional<Move> best = Moves.largest(moves, Move::isBetter);
    Optional<Move> worst = Moves.largest(moves, m -> !m.isBetter());
    return new LeverEffect(
        lever,
        together,
        sums.totals(before.loads(), alone.loads()),
        Moves.places(moves, Place.Kind.REACH),
        Moves.places(moves, Place.Kind.LAKE),
        best,
        worst,
        count(verdicts, Verdict.Outcome.MET),
        count(verdicts, Verdict.Outcome.BREACHED),
        new LeverEffect.People(
            services.stream().mapToDouble(s -> s.after().toPlants() - s.before().toPlants()).sum(),
            services.stream()
                .mapToDouble(s -> s.after().safelyManaged() - s.before().safelyManaged())
                .sum()),
        new Reasons(lever, before, alone, pull.applied())
            .find(best.isPresent() || worst.isPresent()),
        List.of());
  }

  private static long count(List<VerdictChange> verdicts, Verdict.Outcome outcome) {
    return verdicts.stream().filter(v -> v.after().outcome() == outcome).count();
  }

  /// Reaches and lakes next to a moved reach; a reader who sees the one will ask about the other.
  private Set<String> beside(Set<Place> moved) {
    Set<String> ids = new HashSet<>();
    moved.stream().filter(p -> p.kind() == Place.Kind.REACH).forEach(p -> ids.add(p.id()));
    Set<String> beside = new HashSet<>();
    List<Reach> reaches = before.study().waterways().reaches();
    for (Reach reach : reaches) {
      if (ids.contains(reach.id())) {
        beside.add(reach.line().fromNode());
        beside.add(reach.line().toNode());
      }
    }
    for (Reach reach : reaches) {
      if (beside.contains(reach.line().fromNode()) || beside.contains(reach.line().toNode())) {
        ids.add(reach.id());
      }
    }
    ids.addAll(beside);
    return ids;
  }

  /// Reaches and lakes where nothing moves, those next to a moved one first.
  private List<Still> still(Result after, Applied is, List<Move> moves) {
    Set<Place> moved = new HashSet<>();
    moves.stream().filter(Move::isVisible).forEach(m -> moved.add(m.place()));
    List<LoadTerm> loads = LoadSums.moved(before.loads(), after.loads());
    Downstream now = Downstream.of(after, loads);
    Downstream then = Downstream.of(before, loads);
    Moved parts = Moved.between(was, is);
    boolean isEverywhere = parts.areRates() || parts.isWater();
    Concentrations found = after.concentrations();
    List<Still> still = new ArrayList<>();
    for (int p = 0; p < found.places().size(); p++) {
      Place place = found.places().get(p);
      if (place.kind() != Place.Kind.NODE && !moved.contains(place)) {
        boolean isBelow =
            isEverywhere
                || (place.kind() == Place.Kind.REACH
                    ? now.hasReach(place.id()) || then.hasReach(place.id())
                    : now.hasNode(place.id()) || then.hasNode(place.id()));
        still.add(new Still(place, why(found, p, isBelow)));
      }
    }
    Set<String> beside = beside(moved);
    still.sort(Comparator.comparing(s -> !beside.contains(s.place().id())));
    return still;
  }

  private Still.Why why(Concentrations after, int place, boolean isBelow) {
    boolean hasFlow = false;
    for (int s = 0; s < after.seasons().size(); s++) {
      hasFlow |= after.isJudged(place, s) || before.concentrations().isJudged(place, s);
    }
    if (!hasFlow) {
      return Still.Why.NO_FLOW;
    }
    return isBelow ? Still.Why.NOT_FELT : Still.Why.NOTHING_ABOVE;
  }

  /// The demand of all breaches.
  private static Demand demandOf(Result result) {
    double confidence = result.study().settings().judging().confidence();
    return DemandModel.of(Apportionments.ofBreaches(result), Rule.EQUAL_PERCENTAGE, confidence, "");
  }

  private DemandChange demand(Result after) {
    if (demandBefore.isEmpty()) {
      demandBefore = Optional.of(demandOf(before));
    }
    Demand was = demandBefore.get();
    Demand is = demandOf(after);
    Map<String, DemandChange.Cut> cuts = new TreeMap<>();
    add(cuts, was, true);
    add(cuts, is, false);
    return new DemandChange(
        before.study().settings().judging().confidence(),
        cuts.values().stream()
            .sorted(Comparator.comparing(DemandChange.Cut::constituent))
            .toList());
  }

  private static void add(Map<String, DemandChange.Cut> cuts, Demand demand, boolean isBefore) {
    Map<String, Double> sums = new TreeMap<>();
    Map<String, Set<Integer>> bounds = new TreeMap<>();
    for (Demand.Cut cut : demand.cuts()) {
      sums.merge(cut.cause().constituent(), cut.cut_t_per_a(), Double::sum);
    }
    Allocation allocation = demand.allocation();
    for (int b = 0; b < allocation.bounds().size(); b++) {
      if (allocation.isAnswered(b)) {
        String constituent = allocation.bounds().get(b).of().constituent().id();
        sums.merge(constituent, 0.0, Double::sum);
        bounds.computeIfAbsent(constituent, c -> new HashSet<>()).add(b);
      }
    }
    sums.forEach(
        (constituent, sum) -> {
          int places = bounds.getOrDefault(constituent, Set.of()).size();
          DemandChange.Cut one =
              isBefore
                  ? new DemandChange.Cut(constituent, sum, 0, places, 0)
                  : new DemandChange.Cut(constituent, 0, sum, 0, places);
          cuts.merge(constituent, one, ContrastBuilder::both);
        });
  }

  private static DemandChange.Cut both(DemandChange.Cut one, DemandChange.Cut other) {
    return new DemandChange.Cut(
        one.constituent(),
        one.before_t_per_a() + other.before_t_per_a(),
        one.after_t_per_a() + other.after_t_per_a(),
        one.placesBefore() + other.placesBefore(),
        one.placesAfter() + other.placesAfter());
  }
}
