package org.tonle.plan.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Question to a plan's program: what is to be least, within which ceilings, which limits must hold
/// or are worth what, and which columns are fixed (docs/theory/plan.md, Eqs. 1–4 and 13).
///
/// @param measure of each column, whose sum is to be least: costs, or another thing
/// @param ceilings on other sums, besides the resources
/// @param goalOf each limit: `REQUIRED`, `IGNORED`, or the number of the goal that it belongs to
/// @param worth of each goal, missed where any of its limits fails; added to the measure
/// @param mayFail draws of each limit that may fail
/// @param fixing of each column: `FREE`, `FORCED` or `FORBIDDEN`
public record PlanQuestion(
    double[] measure,
    List<Ceiling> ceilings,
    int[] goalOf,
    double[] worth,
    int[] mayFail,
    byte[] fixing) {
  public static final int REQUIRED = -1;
  public static final int IGNORED = -2;
  public static final byte FREE = 0;
  public static final byte FORCED = 1;
  public static final byte FORBIDDEN = 2;

  /// Ceiling on a sum over the chosen columns, such as a budget, and over the goals that they
  /// reach.
  ///
  /// @param ofGoal amount of each goal that is reached, not positive: a plan that reaches more
  ///   never breaks a ceiling by it; empty = none
  public record Ceiling(double[] amount, double[] ofGoal, double most) {
    public Ceiling(double[] amount, double most) {
      this(amount, new double[0], most);
    }
  }

  /// The least cost at which all limits hold.
  public static PlanQuestion leastCost(Choices choices) {
    double[] cost = choices.columns().stream().mapToDouble(Choices.Column::cost).toArray();
    int[] goalOf = new int[choices.rows().size()];
    Arrays.fill(goalOf, REQUIRED);
    int[] mayFail = choices.rows().stream().mapToInt(Choices.ChanceRow::mayFail).toArray();
    return new PlanQuestion(
        cost, List.of(), goalOf, new double[0], mayFail, new byte[choices.columnCount()]);
  }

  /// The most weight of limits that hold within a budget: each limit is a goal of its own.
  public static PlanQuestion most(Choices choices, double budget) {
    return seeking(choices).within(leastCost(choices).measure, budget);
  }

  /// The most weight of limits that hold at any cost: each limit is a goal of its own.
  public static PlanQuestion seeking(Choices choices) {
    int[] goalOf = new int[choices.rows().size()];
    Arrays.setAll(goalOf, r -> r);
    double[] worth = choices.rows().stream().mapToDouble(Choices.ChanceRow::weight).toArray();
    return leastCost(choices).seeking(goalOf, worth);
  }

  /// Seeks goals instead of the least measure: several limits may share one, such as all those of a
  /// reach, which counts only when all of them hold.
  public PlanQuestion seeking(int[] goalOf, double[] worth) {
    double[] none = new double[measure.length];
    return new PlanQuestion(none, ceilings, goalOf, worth, mayFail, fixing);
  }

  public PlanQuestion within(double[] amount, double most) {
    return within(new Ceiling(amount, most));
  }

  public PlanQuestion within(Ceiling ceiling) {
    var more = new ArrayList<>(ceilings);
    more.add(ceiling);
    return new PlanQuestion(measure, List.copyOf(more), goalOf, worth, mayFail, fixing);
  }

  public PlanQuestion measuring(double[] other) {
    return new PlanQuestion(other, ceilings, goalOf, worth, mayFail, fixing);
  }

  /// The same with some limits given up.
  public PlanQuestion without(int... rows) {
    int[] fewer = goalOf.clone();
    for (int row : rows) {
      fewer[row] = IGNORED;
    }
    return new PlanQuestion(measure, ceilings, fewer, worth, mayFail, fixing);
  }

  /// The same with these limits alone.
  public PlanQuestion only(int... rows) {
    int[] few = new int[goalOf.length];
    Arrays.fill(few, IGNORED);
    for (int row : rows) {
      few[row] = goalOf[row];
    }
    return new PlanQuestion(measure, ceilings, few, worth, mayFail, fixing);
  }

  /// The same with another number of draws that one limit may fail in.
  public PlanQuestion failing(int row, int draws) {
    int[] other = mayFail.clone();
    other[row] = draws;
    return new PlanQuestion(measure, ceilings, goalOf, worth, other, fixing);
  }

  public PlanQuestion fixing(int column, byte how) {
    byte[] other = fixing.clone();
    other[column] = how;
    return new PlanQuestion(measure, ceilings, goalOf, worth, mayFail, other);
  }

  /// Worth of all goals together.
  public double allWorth() {
    return Arrays.stream(worth).sum();
  }

  boolean hasGoals() {
    return worth.length > 0;
  }

  /// Limits that count.
  public int[] rows() {
    int[] found = new int[goalOf.length];
    int n = 0;
    for (int r = 0; r < goalOf.length; r++) {
      if (goalOf[r] != IGNORED) {
        found[n++] = r;
      }
    }
    return Arrays.copyOf(found, n);
  }
}
