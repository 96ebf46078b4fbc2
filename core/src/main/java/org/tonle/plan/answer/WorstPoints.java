package org.tonle.plan.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.tonle.model.Scenario;
import org.tonle.plan.option.OptionEffects;
import org.tonle.plan.option.OptionRow;
import org.tonle.plan.option.PointLoads;
import org.tonle.run.Baseline;
import org.tonle.run.Cancel;
import org.tonle.run.Question;

/// Worst points of a plan: where along each reach the loads that it leaves make the least oxygen.
/// They move with the loads, so that a plan that keeps a limit where it was worst before may break
/// it elsewhere (docs/theory/plan.md, Eq. 29).
final class WorstPoints {
  private WorstPoints() {}

  /// Limits that a plan keeps at the points known so far and breaks at its own, as rows there, by
  /// period.
  ///
  /// @throws java.util.concurrent.CancellationException if cancelled
  static List<List<OptionRow>> moved(Attempt attempt, Cancel cancel) {
    BitSet chosen = new BitSet();
    Arrays.stream(attempt.plan().columns()).forEach(chosen::set);
    return IntStream.range(0, attempt.sought().model().periods().size())
        .mapToObj(t -> moved(attempt, t, chosen, cancel))
        .toList();
  }

  private static List<OptionRow> moved(Attempt attempt, int period, BitSet chosen, Cancel cancel) {
    PlanModel model = attempt.sought().model();
    Set<Question> known = new HashSet<>();
    for (int r = 0; r < model.rows().size(); r++) {
      // Where a plan gives a limit up at a known point, no other point is at fault.
      if (model.periodOfRow(r) == period && isBroken(model.rows().get(r), chosen)) {
        known.add(model.rows().get(r).question());
      }
    }
    List<OptionEffects.Aim> aims = new ArrayList<>();
    for (int r : attempt.failing()) {
      OptionRow row = model.rows().get(r);
      boolean isNew = model.periodOfRow(r) == period && model.isOfOxygen(row.question());
      if (isNew && known.add(row.question())) {
        aims.add(new OptionEffects.Aim(row.question(), row.verdict(), row.aim()));
      }
    }
    Optional<PointLoads> there =
        aims.isEmpty() ? Optional.empty() : under(model, period, attempt.scenario());
    List<OptionRow> found =
        there.isEmpty() ? List.of() : model.rowsAt(period, there.get(), aims, cancel);
    return found.stream().filter(row -> isBroken(row, chosen)).toList();
  }

  private static Optional<PointLoads> under(PlanModel model, int period, Scenario plan) {
    Baseline baseline = model.periods().get(period);
    OptionalInt year = baseline.instance().applied().scenario().year();
    return PointLoads.under(baseline, year.isPresent() ? plan.in(year.getAsInt()) : plan);
  }

  private static boolean isBroken(OptionRow row, BitSet chosen) {
    int aim = (int) StrictMath.ceil(row.aim() * row.drawCount() - 1e-6);
    return row.held(chosen) < aim;
  }
}
