package org.tonle.plan.program;

import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Finder of quantile cuts of one limit (docs/theory/plan.md, Eqs. 8 and 9): for a direction, the
/// most that can be had in each draw that meets the limit is bounded by a multiple-choice knapsack
/// relaxed by a multiplier; the limit may fail in the draws with the smallest of these bounds.
final class QuantileFinder {
  private static final int MOST_STEPS = 60;

  /// Draws that are looked at, as a multiple of those that may fail, and more.
  private static final int LIKELY = 2;

  private static final int FEW = 40;

  private final RowMatrix matrix;
  private final int mayFail;

  /// By site and option: the coefficients of the direction.
  private final double[][] direction;

  /// Of the allowed options in one draw, site by site: coefficients, counts, and where each site
  /// ends.
  private final double[] worth;

  private final double[] adds;
  private final int[] end;

  /// Sum and room of the choice at a multiplier, filled by `at`.
  private double value;

  private double taken;

  QuantileFinder(RowMatrix matrix, int mayFail) {
    this.matrix = matrix;
    this.mayFail = mayFail;
    direction = new double[matrix.counts.length][];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = new double[matrix.counts[i].length];
    }
    int all = Arrays.stream(direction).mapToInt(one -> one.length).sum();
    worth = new double[all];
    adds = new double[all];
    end = new int[direction.length];
  }

  /// Numbers of the draws whose sums lie next to the quantile: where the limit is decided.
  static int[] near(double[] total, int mayFail, int count) {
    Integer[] order = new Integer[total.length];
    for (int d = 0; d < order.length; d++) {
      order[d] = d;
    }
    Arrays.sort(
        order,
        (a, b) ->
            total[a] != total[b] ? Double.compare(total[b], total[a]) : Integer.compare(a, b));
    int from = StrictMath.max(0, mayFail - count / 2);
    int to = StrictMath.min(total.length, from + StrictMath.max(1, count));
    int[] found = new int[to - from];
    for (int k = 0; k < found.length; k++) {
      found[k] = order[from + k];
    }
    return found;
  }

  /// Mean of what every option counts in some draws: a direction.
  double[][] direction(int... draws) {
    for (int i = 0; i < direction.length; i++) {
      for (int j = 0; j < direction[i].length; j++) {
        double sum = 0;
        for (int d : draws) {
          sum += matrix.counts[i][j][d];
        }
        direction[i][j] = sum / draws.length;
      }
    }
    return direction;
  }

  /// Bounds of the limit's own sum in every draw, over all choices that keep the limit: in draws
  /// where it is at most 1 the limit surely holds (docs/theory/plan.md, Eq. 28).
  double[] ofDraws() {
    int draws = matrix.row.draws;
    int[] hardest = hardest(StrictMath.min(draws, 2 * (mayFail + 1)));
    double[] found = new double[draws];
    for (int d = 0; d < draws; d++) {
      double all = matrix.row.rest[d];
      for (int i = 0; i < matrix.counts.length; i++) {
        all += largest(i, d);
      }
      found[d] = all;
      if (all > matrix.limit) {
        direction(d);
        double bound = quantile(hardest) + matrix.row.rest[d];
        found[d] = StrictMath.min(all, bound + RowMatrix.GUARD * (1 + StrictMath.abs(bound)));
      }
    }
    return found;
  }

  private double largest(int i, int d) {
    double most = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < matrix.counts[i].length; j++) {
      most = matrix.isAllowed[i][j] ? StrictMath.max(most, matrix.counts[i][j][d]) : most;
    }
    return most;
  }

  /// Draws that leave least room for the mean of all.
  private int[] hardest(int count) {
    int[] all = IntStream.range(0, matrix.row.draws).toArray();
    direction(all);
    double[] most = Arrays.stream(all).mapToDouble(this::most).toArray();
    return Arrays.stream(all)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer d) -> most[d]).thenComparing(d -> d))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// The (k + 1)-th smallest bound of a direction over some draws: not below that over all.
  private double quantile(int[] draws) {
    double[] most = Arrays.stream(draws).mapToDouble(this::most).toArray();
    Arrays.sort(most);
    return most[mayFail];
  }

  /// A cut found before, with other columns left or another number of draws that may fail: its
  /// direction with a bound of its own.
  Cut again(Cut known) {
    for (int i = 0; i < direction.length; i++) {
      for (int j = 0; j < direction[i].length; j++) {
        int at = Arrays.binarySearch(known.column(), matrix.row.column[i][j]);
        direction[i][j] = at < 0 ? 0 : known.coefficient()[at] * matrix.row.share[i][j];
      }
    }
    return cut();
  }

  /// The cut of the direction found last.
  Cut cut() {
    double bound = quantile(promising());
    return sum(bound + RowMatrix.GUARD * (1 + StrictMath.abs(bound)));
  }

  /// Draws whose bounds are likely to be the smallest: those with the largest sums of a middling
  /// choice. All of them where they are few.
  private int[] promising() {
    int draws = matrix.row.draws;
    int count = LIKELY * (mayFail + 1) + FEW;
    if (count >= draws) {
      return IntStream.range(0, draws).toArray();
    }
    double[] sum = matrix.row.rest.clone();
    for (double[][] options : matrix.counts) {
      for (double[] option : options) {
        for (int d = 0; d < draws; d++) {
          sum[d] += option[d] / options.length;
        }
      }
    }
    int[] all = near(sum, 0, draws);
    return Arrays.copyOf(all, count);
  }

  /// The sum of the direction found last, with a bound.
  Cut sum(double bound) {
    double all = 0;
    for (double[] one : direction) {
      all += Arrays.stream(one).max().orElse(0);
    }
    var sum = new TreeMap<Integer, Double>();
    for (int i = 0; i < direction.length; i++) {
      for (int j = 0; j < direction[i].length; j++) {
        if (direction[i][j] != 0) {
          sum.merge(matrix.row.column[i][j], direction[i][j], Double::sum);
        }
      }
    }
    int[] column = sum.keySet().stream().mapToInt(Integer::intValue).toArray();
    double[] coefficient = sum.values().stream().mapToDouble(Double::doubleValue).toArray();
    return new Cut(matrix.row.number, column, coefficient, StrictMath.min(bound, all), all);
  }

  /// A bound of the direction's sum in one draw that meets the limit (Eq. 9). Any multiplier gives
  /// a bound; tangents lead to the smallest.
  private double most(int d) {
    double room = matrix.limit - matrix.row.rest[d];
    gather(d);
    double low = 0;
    at(low);
    double lowValue = value;
    double lowSlope = room - taken;
    if (lowSlope >= 0) {
      return lowValue;
    }
    double high = 1;
    double best = Double.POSITIVE_INFINITY;
    double highValue = 0;
    double highSlope = -1;
    for (int k = 0; k < MOST_STEPS; k++) {
      at(high);
      highValue = value + high * room;
      highSlope = room - taken;
      best = StrictMath.min(best, highValue);
      if (highSlope >= 0) {
        break;
      }
      low = high;
      lowValue = highValue;
      lowSlope = highSlope;
      high *= 8;
    }
    if (highSlope < 0) {
      return Double.NEGATIVE_INFINITY;
    }
    for (int k = 0; k < MOST_STEPS && highSlope > 0; k++) {
      double where =
          (lowValue - low * lowSlope - highValue + high * highSlope) / (highSlope - lowSlope);
      double expected = lowValue + (where - low) * lowSlope;
      at(where);
      double found = value + where * room;
      best = StrictMath.min(best, found);
      if (!(found > expected + 1e-12 * (1 + StrictMath.abs(expected)))) {
        break;
      }
      double slope = room - taken;
      if (slope < 0) {
        low = where;
        lowValue = found;
        lowSlope = slope;
      } else {
        high = where;
        highValue = found;
        highSlope = slope;
      }
    }
    return best;
  }

  /// Puts the coefficients and counts of the allowed options in a draw side by side.
  private void gather(int d) {
    int n = 0;
    for (int i = 0; i < direction.length; i++) {
      for (int j = 0; j < direction[i].length; j++) {
        if (matrix.isAllowed[i][j]) {
          worth[n] = direction[i][j];
          adds[n++] = matrix.counts[i][j][d];
        }
      }
      end[i] = n;
    }
  }

  private void at(double multiplier) {
    value = 0;
    taken = 0;
    int n = 0;
    for (int last : end) {
      double best = Double.NEGATIVE_INFINITY;
      double least = 0;
      for (; n < last; n++) {
        double now = worth[n] - multiplier * adds[n];
        if (now > best || (now == best && adds[n] < least)) {
          best = now;
          least = adds[n];
        }
      }
      value += best;
      taken += least;
    }
  }

  /// Quantile cut of a limit: no choice that meets the limit has a larger sum of these coefficients
  /// (docs/theory/plan.md, Eq. 8).
  ///
  /// @param row its limit
  /// @param column with a coefficient, each once, rising
  /// @param most that the sum may be if the limit holds
  /// @param all the largest sum of any choice
  record Cut(int row, int[] column, double[] coefficient, double most, double all) {
    /// Left side of the cut for a choice.
    double taken(boolean[] isChosen) {
      double sum = 0;
      for (int i = 0; i < column.length; i++) {
        sum += isChosen[column[i]] ? coefficient[i] : 0;
      }
      return sum;
    }
  }
}
