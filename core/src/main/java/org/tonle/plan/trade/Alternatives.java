package org.tonle.plan.trade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.tonle.plan.program.Choices;
import org.tonle.plan.program.Effort;
import org.tonle.plan.program.Plan;
import org.tonle.plan.program.PlanProgram;
import org.tonle.plan.program.PlanQuestion;

/// Alternatives to a plan that cost little more: those that share least with the plans found, those
/// with the fewest works, those that use least of a resource (docs/theory/plan.md, Eq. 15).
public final class Alternatives {
  private static final double TRIFLE = 1e-3;

  private final PlanProgram program;
  private final PlanQuestion question;
  private final Plan plan;

  /// @param plan answer to the question
  public Alternatives(PlanProgram program, PlanQuestion question, Plan plan) {
    if (!plan.isFound()) {
      throw new IllegalArgumentException("Alternatives need a plan.");
    }
    this.program = program;
    this.question = question;
    this.plan = plan;
  }

  /// The question with a ceiling of the plan's measure times a factor (1.03).
  private PlanQuestion near(double factor) {
    double room = (factor - 1) * StrictMath.abs(plan.measure());
    return question.within(question.measure(), plan.measure() + room);
  }

  /// Plans of at most `factor` times the measure, each sharing as few works as can be with all
  /// those before it. Ends early where nothing new is found.
  public List<Plan> apart(double factor, int count, Effort effort) {
    return apart(factor, count, List.of(), () -> effort);
  }

  /// @param known plans found before, with which it is to share little, too
  /// @param effort asked for before each plan
  public List<Plan> apart(double factor, int count, List<Plan> known, Supplier<Effort> effort) {
    var found = new ArrayList<Plan>(List.of(plan));
    double[] overlap = trifle();
    known.forEach(p -> count(overlap, p));
    found.addAll(known);
    for (int k = 0; k < count; k++) {
      count(overlap, k == 0 ? plan : found.getLast());
      Plan next = least(overlap, factor, effort.get());
      if (!next.isFound() || found.stream().anyMatch(p -> isSame(p, next))) {
        break;
      }
      found.add(next);
    }
    return List.copyOf(found.subList(1 + known.size(), found.size()));
  }

  private void count(double[] overlap, Plan of) {
    for (int c : of.columns()) {
      overlap[c] += program.choices().columns().get(c).isWork() ? 1 : 0;
    }
  }

  /// Costs as a trifle beside one work, so that nothing is built for nothing.
  private double[] trifle() {
    double all = StrictMath.abs(plan.measure());
    return Arrays.stream(question.measure()).map(c -> all > 0 ? TRIFLE * c / all : 0).toArray();
  }

  private static boolean isSame(Plan one, Plan other) {
    return Arrays.equals(one.ofSite(), other.ofSite());
  }

  /// The plan of the fewest works within the factor.
  public Plan fewestWorks(double factor, Effort effort) {
    double[] isWork = new double[program.choices().columnCount()];
    Arrays.setAll(isWork, c -> program.choices().columns().get(c).isWork() ? 1 : 0);
    return least(isWork, factor, effort);
  }

  /// The plan that uses least of a resource within the factor.
  public Plan leastOf(int resource, double factor, Effort effort) {
    double[] use = new double[program.choices().columnCount()];
    for (int c = 0; c < use.length; c++) {
      Choices.Column column = program.choices().columns().get(c);
      for (int i = 0; i < column.resources().length; i++) {
        use[c] += column.resources()[i] == resource ? column.uses()[i] : 0;
      }
    }
    return least(use, factor, effort);
  }

  /// The plan with the least of any sum within the factor.
  public Plan least(double[] amount, double factor, Effort effort) {
    return program.solve(near(factor).measuring(amount), effort, List.of(plan.ofSite()));
  }
}
