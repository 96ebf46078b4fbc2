package org.tonle.plan.siting;

import java.util.Comparator;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tonle.solve.Limits;
import org.tonle.solve.Solver;

/// Siting of plants: the cheapest sewer trees found, and a bound that no trees fall below
/// (docs/theory/plan.md, Eqs. 30–32).
///
/// @param cost_usd of the trees, at the true concave costs
/// @param bound_usd not above the cost of any trees
/// @param rounds programs that were solved
public record Siting(SewerTree trees, double cost_usd, double bound_usd, int rounds) {
  /// Ends of ranges lie so far apart at first, as a factor: coarse ranges prove more in a time.
  private static final double STEP = 3;

  /// Share of the gap that a program need not prove; the rest is for the chords.
  private static final double PROGRAM_GAP = 0.5;

  /// Searches for trees to start from.
  private static final int SEARCHES = 6;

  /// Size of the objective that solvers are at ease with.
  private static final double OBJECTIVE = 1e4;

  /// Difference of flows that is none, as a share.
  private static final double SAME = 1e-3;

  /// Effort of a search: how near to the least cost, and how long.
  ///
  /// @param seconds of the clock, after which the best so far is answered
  /// @param clock nanoseconds that go on; core has no clock of its own
  public record Effort(double gap, double seconds, int threads, LongSupplier clock) {}

  /// Share of the cost that could be saved at most.
  public double gap() {
    return cost_usd > 0 ? StrictMath.max(0, (cost_usd - bound_usd) / cost_usd) : 0;
  }

  /// Seeks trees, proves a bound with chords, and refines the chords where the trees lie, until the
  /// gap is reached or the time is over.
  ///
  /// @param watch told of cost and bound in dollars; answers false to stop
  public static Siting of(TrunkNetwork network, Solver solver, Effort effort, Solver.Watch watch) {
    long began_ns = effort.clock.getAsLong();
    SewerTree start = start(network);
    Siting best = new Siting(start, start.cost_usd(network), 0, 0);
    FlowRanges plants = FlowRanges.of(network, STEP);
    FlowRanges sewers = FlowRanges.of(network, Double.POSITIVE_INFINITY);
    boolean isStopped = false;
    while (best.gap() > effort.gap && !isStopped) {
      double left_s = effort.seconds - (effort.clock.getAsLong() - began_ns) * 1e-9;
      if (left_s <= 0) {
        break;
      }
      double[] flow = best.trees.flow_m3_per_d(network);
      boolean isFiner = plants.refine(flow, SAME);
      isFiner |= sewers.refine(flow, SAME);
      if (!isFiner && best.rounds > 0) {
        break;
      }
      Siting next = best.again(network, plants, sewers, solver, effort, left_s, watch);
      isStopped = !watch.goesOn(next.cost_usd, next.bound_usd);
      best = next;
    }
    return best;
  }

  /// The cheapest trees of several searches.
  private static SewerTree start(TrunkNetwork network) {
    SewerTree apart = SewerTree.apart(network.townCount());
    return IntStream.range(0, SEARCHES)
        .mapToObj(seed -> new SewerSearch(network, seed).from(apart))
        .min(Comparator.comparingDouble(t -> t.cost_usd(network)))
        .orElse(apart);
  }

  private Siting again(
      TrunkNetwork network,
      FlowRanges plants,
      FlowRanges sewers,
      Solver solver,
      Effort effort,
      double left_s,
      Solver.Watch watch) {
    double unit_usd = cost_usd / OBJECTIVE;
    ChordProgram chords = new ChordProgram(network, plants, sewers, unit_usd);
    double gap = PROGRAM_GAP * effort.gap;
    Limits limits = new Limits(gap, left_s, effort.threads, chords.start(trees), 0);
    Solver.Answer answer =
        solver.solve(
            chords.program,
            limits,
            (_, now) -> {
              double known_usd = StrictMath.max(bound_usd, now * unit_usd);
              return watch.goesOn(cost_usd, known_usd)
                  && !(cost_usd - known_usd <= effort.gap * cost_usd);
            });
    double bound = StrictMath.max(bound_usd, answer.bound() * unit_usd);
    SewerTree found = answer.values().length > 0 ? chords.tree(answer.values()) : trees;
    found = found.cost_usd(network) < Double.POSITIVE_INFINITY ? found : trees;
    SewerTree searched = new SewerSearch(network, SEARCHES + rounds).from(found);
    SewerTree better =
        Stream.of(trees, found, searched)
            .min(Comparator.comparingDouble(t -> t.cost_usd(network)))
            .orElse(trees);
    return new Siting(better, better.cost_usd(network), bound, rounds + 1);
  }
}
