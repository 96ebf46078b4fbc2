package org.tonle.plan.weighing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tonle.plan.answer.PlanAnswer;
import org.tonle.plan.answer.PlannedLimit;
import org.tonle.plan.option.OptionRow;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.PlanQuestion;
import org.tonle.plan.trade.Conflicts;
import org.tonle.run.Question;

/// Conflict sets: limits that works can keep one by one but not together, each set as small as can
/// be, with the best that can be had of it (docs/theory/plan.md, Eq. 18).
///
/// @param isComplete whether time sufficed for all limits that the plan gives up
public record ConflictSets(List<Conflict> conflicts, boolean isComplete) {
  private static final int MOST_CONFLICTS = 5;

  /// Halvings of the share at which all hold together.
  private static final int HALVINGS = 6;

  public ConflictSets {
    conflicts = List.copyOf(conflicts);
  }

  /// Limits that cannot hold together; without any one of them the others can.
  ///
  /// @param rows limits of the model
  /// @param together largest share of their aims, found by halving, at which all can hold together
  public record Conflict(int[] rows, double together) {}

  static ConflictSets of(LeastPlan least, PlanAnswer answer, Allotment time) {
    PlanQuestion question = withGivenUp(least, answer);
    int[] kept = least.question().rows();
    List<Conflict> found = new ArrayList<>();
    boolean isComplete = true;
    if (!least.plan().isFound()) {
      isComplete = add(least, question, kept, found, time);
    }
    Set<Integer> known = new HashSet<>();
    Arrays.stream(kept).forEach(known::add);
    for (int r : question.rows()) {
      if (!known.contains(r) && found.size() < MOST_CONFLICTS) {
        int[] rows = Arrays.copyOf(kept, kept.length + 1);
        rows[kept.length] = r;
        isComplete &= !time.isOver() && add(least, question, rows, found, time);
      }
    }
    return new ConflictSets(found, isComplete);
  }

  /// The question with the limits that the plan gives up, each at its aim; the others at theirs.
  private static PlanQuestion withGivenUp(LeastPlan least, PlanAnswer answer) {
    Set<Question> givenUp = new HashSet<>();
    for (PlannedLimit limit : answer.limits()) {
      if (limit.reach() == PlannedLimit.Reach.GIVEN_UP) {
        givenUp.add(limit.question());
      }
    }
    PlanQuestion asked = least.question();
    int[] goalOf = asked.goalOf();
    int[] mayFail = asked.mayFail().clone();
    int[] all = goalOf.clone();
    for (int r = 0; r < goalOf.length; r++) {
      OptionRow row = least.model().rows().get(r);
      if (goalOf[r] == PlanQuestion.IGNORED && givenUp.contains(row.question())) {
        all[r] = PlanQuestion.REQUIRED;
      }
      mayFail[r] = mayFail(row, row.aim());
    }
    return new PlanQuestion(
        asked.measure(), asked.ceilings(), all, asked.worth(), mayFail, asked.fixing());
  }

  private static int mayFail(OptionRow row, double aim) {
    return row.drawCount() - (int) StrictMath.ceil(aim * row.drawCount() - 1e-6);
  }

  /// Adds the smallest conflict among some limits, if there is one. Answers whether time sufficed.
  private static boolean add(
      LeastPlan least, PlanQuestion question, int[] rows, List<Conflict> found, Allotment time) {
    Conflicts conflicts = new Conflicts(least.program(), question);
    boolean isKnown =
        found.stream().anyMatch(c -> Arrays.stream(c.rows).allMatch(r -> contains(rows, r)));
    if (isKnown) {
      return true;
    }
    int[] smallest = conflicts.smallest(rows, () -> time.oneOf(HALVINGS), time::isOver);
    if (smallest.length > 0) {
      found.add(new Conflict(smallest, together(least, question, smallest, time)));
    }
    return !time.isOver();
  }

  private static boolean contains(int[] rows, int row) {
    return Arrays.stream(rows).anyMatch(r -> r == row);
  }

  /// The largest share of the aims at which the limits can hold together.
  private static double together(
      LeastPlan least, PlanQuestion question, int[] rows, Allotment time) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS && !time.isOver(); i++) {
      double middle = (low + high) / 2;
      PlanQuestion asked = question.only(rows).measuring(new double[question.measure().length]);
      for (int r : rows) {
        OptionRow row = least.model().rows().get(r);
        asked = asked.failing(r, mayFail(row, middle * row.aim()));
      }
      Plan plan = least.program().solve(asked, time.oneOf(HALVINGS - i));
      if (plan.isFound()) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
