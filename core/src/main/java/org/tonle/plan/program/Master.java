package org.tonle.plan.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tonle.plan.program.PlanQuestion.Ceiling;
import org.tonle.solve.Program;

/// Master program of a question: one binary for each column and goal, and whatever is known of the
/// limits as rows (docs/theory/plan.md, Eqs. 1–8 and 13). Rows that only lead to a plan can be
/// switched off, so that the rest is a bound.
final class Master {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /// Size of the objective: far above what a solver takes for zero, far below what it mistrusts.
  private static final double OBJECTIVE = 1e5;

  /// Difference of the objective that is rounding.
  private static final double ROUNDING = 1e-6;

  final Program program = new Program();
  private final ChoiceArrays arrays;
  private final PlanQuestion question;
  private final int columnCount;
  private final double scale;
  private final List<Integer> leading = new ArrayList<>();
  private final List<Double> leadingMost = new ArrayList<>();

  /// Columns that say whether a draw of a row fails.
  private final List<DrawColumn> draws = new ArrayList<>();

  private record DrawColumn(RowDraws row, int draw, int column) {}

  Master(ChoiceArrays arrays, PlanQuestion question, Ledger ledger) {
    this.arrays = arrays;
    this.question = question;
    columnCount = arrays.choices.columnCount();
    scale = OBJECTIVE / size(question);
    for (int c = 0; c < columnCount; c++) {
      byte fixing = question.fixing()[c];
      program.column(
          question.measure()[c] * scale,
          fixing == PlanQuestion.FORCED ? 1 : 0,
          fixing == PlanQuestion.FORBIDDEN ? 0 : 1,
          true);
    }
    for (double worth : question.worth()) {
      program.column(-worth * scale, 0, 1, true);
    }
    for (int[] columns : arrays.ofSite) {
      program.row(1, 1, columns, filled(columns.length, 1));
    }
    ledger.lines.forEach(this::add);
  }

  private static double size(PlanQuestion question) {
    double sum = 0;
    double most = 0;
    int count = 0;
    for (double measure : question.measure()) {
      if (measure != 0) {
        sum += StrictMath.abs(measure);
        most = StrictMath.max(most, StrictMath.abs(measure));
        count++;
      }
    }
    double size = StrictMath.max(count == 0 ? 0 : 100 * sum / count, most);
    size = StrictMath.max(size, question.allWorth());
    return size > 0 ? size : 1;
  }

  private static double[] filled(int count, double value) {
    double[] found = new double[count];
    Arrays.fill(found, value);
    return found;
  }

  private void add(Ceiling line) {
    double size = Ledger.scale(line);
    int[] column = new int[columnCount + line.ofGoal().length];
    double[] coefficient = new double[column.length];
    int n = 0;
    for (int g = 0; g < line.ofGoal().length; g++) {
      if (line.ofGoal()[g] != 0) {
        column[n] = columnCount + g;
        coefficient[n++] = line.ofGoal()[g] / size;
      }
    }
    for (int c = 0; c < columnCount; c++) {
      if (line.amount()[c] != 0) {
        column[n] = c;
        coefficient[n++] = line.amount()[c] / size;
      }
    }
    program.row(
        -INFINITE,
        Ledger.most(line) / size,
        Arrays.copyOf(column, n),
        Arrays.copyOf(coefficient, n));
  }

  /// A limit of one draw, as it is.
  void add(RowDraws row, RowMatrix matrix) {
    int count = Arrays.stream(matrix.counts).mapToInt(one -> one.length).sum();
    int[] column = new int[count];
    double[] coefficient = new double[count];
    double all = 0;
    int n = 0;
    for (int i = 0; i < matrix.counts.length; i++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < matrix.counts[i].length; j++) {
        column[n] = row.column[i][j];
        coefficient[n] = matrix.counts[i][j][0];
        most = StrictMath.max(most, coefficient[n++]);
      }
      all += most;
    }
    addElastic(row.number, column, coefficient, row.limit - row.rest[0], all);
  }

  /// Rules out what a limit rules out by itself: for good where it is required, else with its goal.
  void rule(CutPool.Known known) {
    int goal = question.goalOf()[known.row.number];
    if (!known.isPossible) {
      if (goal >= 0) {
        program.bounds(columnCount + goal, 0, 0);
      }
      return;
    }
    for (int i = 0; i < known.isAllowed.length; i++) {
      int[] column = ruledOut(known, i);
      if (goal < 0) {
        for (int c : column) {
          program.bounds(c, 0, 0);
        }
      } else if (column.length > 0) {
        addElastic(known.row.number, column, filled(column.length, 1), 0, 1);
      }
    }
  }

  private static int[] ruledOut(CutPool.Known known, int i) {
    int[] column = known.row.column[i];
    return IntStream.range(0, column.length)
        .filter(j -> !known.isAllowed[i][j])
        .map(j -> column[j])
        .toArray();
  }

  void add(CoreFinder.Core core) {
    double[] coefficient = Arrays.stream(core.times()).asDoubleStream().toArray();
    addElastic(core.row(), core.column(), coefficient, core.groups() - 1, core.groups());
  }

  void add(QuantileFinder.Cut cut) {
    addElastic(cut.row(), cut.column(), cut.coefficient(), cut.most(), cut.all());
  }

  /// A required limit as it is, with a column for each draw that may fail (Eq. 28).
  ///
  /// @param most bound of the row's sum in each draw
  void add(RowMatrix matrix, double[] most, int mayFail) {
    int first = program.columnCount();
    for (int d = 0; d < most.length; d++) {
      if (most[d] > matrix.limit) {
        add(matrix, d, most[d]);
      }
    }
    int[] all = IntStream.range(first, program.columnCount()).toArray();
    if (all.length > mayFail) {
      program.row(-INFINITE, mayFail, all, filled(all.length, 1));
    }
  }

  private void add(RowMatrix matrix, int draw, double most) {
    RowDraws row = matrix.row;
    int fails = program.column(0, 0, 1, true);
    draws.add(new DrawColumn(row, draw, fails));
    int count = Arrays.stream(matrix.counts).mapToInt(one -> one.length).sum() + 1;
    int[] column = new int[count];
    double[] coefficient = new double[count];
    int n = 0;
    for (int i = 0; i < matrix.counts.length; i++) {
      for (int j = 0; j < matrix.counts[i].length; j++) {
        column[n] = row.column[i][j];
        coefficient[n++] = matrix.counts[i][j][draw];
      }
    }
    column[n] = fails;
    coefficient[n] = matrix.limit - most;
    program.row(-INFINITE, matrix.limit - row.rest[draw], column, coefficient);
  }

  /// Columns for draws so far.
  int drawCount() {
    return draws.size();
  }

  /// A row that leads to a plan but may cut the best one off.
  void lead(QuantileFinder.Cut row) {
    leading.add(program.rowCount());
    leadingMost.add(addElastic(row.row(), row.column(), row.coefficient(), row.most(), row.all()));
  }

  /// Switches the rows that only lead to a plan on or off.
  void setLeading(boolean isOn) {
    for (int k = 0; k < leading.size(); k++) {
      program.rowBounds(leading.get(k), -INFINITE, isOn ? leadingMost.get(k) : INFINITE);
    }
  }

  /// Gives up the leading rows so far: new ones take their place.
  void forgetLeading() {
    setLeading(false);
    leading.clear();
    leadingMost.clear();
  }

  boolean hasLeading() {
    return !leading.isEmpty();
  }

  /// A row that need not hold where its goal is given up: M is what it may exceed `most` by.
  private double addElastic(int row, int[] column, double[] coefficient, double most, double all) {
    int goal = row < 0 ? PlanQuestion.REQUIRED : question.goalOf()[row];
    double upper = most;
    if (goal >= 0) {
      column = Arrays.copyOf(column, column.length + 1);
      coefficient = Arrays.copyOf(coefficient, coefficient.length + 1);
      column[column.length - 1] = columnCount + goal;
      coefficient[column.length - 1] = StrictMath.max(0, all - most);
      upper = StrictMath.max(all, most);
    }
    program.row(-INFINITE, upper, column, coefficient);
    return upper;
  }

  /// Seeks the least of another sum over the columns, or the question's own again.
  void aim(double[] measure, boolean hasGoals) {
    for (int c = 0; c < columnCount; c++) {
      program.cost(c, measure[c]);
    }
    for (int g = 0; g < question.worth().length; g++) {
      program.cost(columnCount + g, hasGoals ? -question.worth()[g] * scale : 0);
    }
  }

  void aimBack() {
    double[] measure = question.measure().clone();
    for (int c = 0; c < measure.length; c++) {
      measure[c] *= scale;
    }
    aim(measure, true);
  }

  /// Values of a selection, from which the solver starts.
  double[] start(Selection selection) {
    double[] values = new double[program.columnCount()];
    for (DrawColumn one : draws) {
      double sum = selection.total(one.row.number)[one.draw];
      values[one.column] = sum > one.row.limit + RowMatrix.GUARD ? 1 : 0;
    }
    for (int c : selection.columns()) {
      values[c] = 1;
    }
    boolean[] isReached = selection.reached();
    for (int g = 0; g < isReached.length; g++) {
      values[columnCount + g] = isReached[g] ? 1 : 0;
    }
    return values;
  }

  /// The column of each site in a solver's values.
  int[] ofSite(double[] values) {
    int[] found = new int[arrays.siteCount()];
    for (int s = 0; s < found.length; s++) {
      int best = arrays.ofSite[s][0];
      for (int c : arrays.ofSite[s]) {
        best = values[c] > values[best] ? c : best;
      }
      found[s] = best;
    }
    return found;
  }

  /// Whether a solver's values claim that a goal is reached.
  boolean claims(double[] values, int goal) {
    return values[columnCount + goal] > 0.5;
  }

  /// Difference of the measure that is rounding of the solver's.
  double rounding() {
    return ROUNDING / scale;
  }

  /// A solver's bound as one of the question's measure.
  double bound(double bound) {
    return bound / scale + question.allWorth();
  }
}
