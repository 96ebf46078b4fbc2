package org.tonle.plan.tree;

import java.util.Arrays;
import org.tonle.solve.Limits;
import org.tonle.solve.Program;
import org.tonle.solve.Solver;
import org.tonle.solve.Solver.Answer;
import org.tonle.solve.Solver.Status;
import org.tonle.solve.Solver.Watch;

/// Tree program: the least cost on a river tree as a program of load variables, for any number of
/// constituents.
///
/// A node's load is a column between 0 and its cap, and at least what its sources leave and what
/// arrives from above; each source takes one of its options. Loads count in the node's cap.
public final class TreeProgram {
  private final RiverTree tree;
  private final TreeNodes nodes;
  private final Program program = new Program();

  /// The column of every source's first option.
  private final int[] firstOption;

  /// The column of every node's load, by constituent.
  private final int[][] load;

  public TreeProgram(RiverTree tree) {
    this.tree = tree;
    nodes = new TreeNodes(tree);
    firstOption = new int[tree.sourceCount()];
    for (int s = 0; s < firstOption.length; s++) {
      addSource(s);
    }
    load = new int[tree.constituentCount()][nodes.count];
    for (int k = 0; k < load.length; k++) {
      for (int n = 0; n < nodes.count; n++) {
        load[k][n] = program.column(0, 0, nodes.cap[k][n] / unit(k, n), false);
      }
      addNodes(k);
    }
  }

  private void addSource(int s) {
    double[] cost = tree.cost()[s];
    int[] columns = new int[cost.length];
    for (int o = 0; o < cost.length; o++) {
      columns[o] = program.column(cost[o], 0, 1, true);
    }
    firstOption[s] = columns[0];
    double[] ones = new double[cost.length];
    Arrays.fill(ones, 1);
    program.row(1, 1, columns, ones);
  }

  private void addNodes(int k) {
    Terms[] above = new Terms[nodes.count];
    for (int n = 0; n < nodes.count; n++) {
      Terms terms = above[n] == null ? new Terms() : above[n];
      double unit = unit(k, n);
      for (int i = nodes.start[n]; i < nodes.start[n + 1]; i++) {
        int s = nodes.source[i];
        for (int o = 0; o < tree.cost()[s].length; o++) {
          terms.add(firstOption[s] + o, tree.load()[s][o][k]);
        }
      }
      terms.addRow(program, load[k][n], unit);
      above[n] = null;
      int below = nodes.parent[n];
      if (below >= 0) {
        above[below] = above[below] == null ? new Terms() : above[below];
        above[below].add(load[k][n], unit * nodes.kept[k][n]);
      }
    }
  }

  /// The load that a node's column counts in: its cap, if it has one.
  private double unit(int k, int n) {
    double cap = nodes.cap[k][n];
    return cap > 0 && cap < Double.POSITIVE_INFINITY ? cap : 1;
  }

  /// Terms of a row, as many as come.
  private static final class Terms {
    private int[] columns = new int[8];
    private double[] loads = new double[8];
    private int count;

    void add(int column, double load) {
      if (count + 1 >= columns.length) {
        columns = Arrays.copyOf(columns, 2 * count + 2);
        loads = Arrays.copyOf(loads, 2 * count + 2);
      }
      columns[count] = column;
      loads[count++] = load;
    }

    /// What arrives is at most the load, which counts in a unit.
    void addRow(Program program, int column, double unit) {
      int[] all = Arrays.copyOf(columns, count + 1);
      double[] shares = new double[count + 1];
      for (int i = 0; i < count; i++) {
        shares[i] = loads[i] / unit;
      }
      all[count] = column;
      shares[count] = -1;
      program.row(Double.NEGATIVE_INFINITY, 0, all, shares);
    }
  }

  public Program program() {
    return program;
  }

  /// An option for every source that keeps all standards, to start from; none where none is found.
  public int[] start() {
    return GreedyPlan.of(tree, nodes);
  }

  /// A plan within the limits, from another one where there is one.
  ///
  /// @param start an option for every source, or none
  public TreePlan plan(Solver solver, Limits limits, int[] start, Watch watch) {
    double[] values = new double[start.length == 0 ? 0 : program.columnCount()];
    if (start.length > 0) {
      Arrays.fill(values, Double.NaN);
      for (int s = 0; s < start.length; s++) {
        for (int o = 0; o < tree.cost()[s].length; o++) {
          values[firstOption[s] + o] = o == start[s] ? 1 : 0;
        }
      }
    }
    Answer answer = solver.solve(program, limits.from(values), watch);
    if (answer.values().length == 0) {
      double bound =
          answer.status() == Status.INFEASIBLE ? Double.POSITIVE_INFINITY : answer.bound();
      return new TreePlan(new int[0], Double.POSITIVE_INFINITY, bound);
    }
    int[] option = new int[firstOption.length];
    for (int s = 0; s < option.length; s++) {
      for (int o = 0; o < tree.cost()[s].length; o++) {
        if (answer.values()[firstOption[s] + o] > 0.5) {
          option[s] = o;
        }
      }
    }
    double cost = tree.costOf(option);
    return new TreePlan(option, cost, Math.min(answer.bound(), cost));
  }
}
