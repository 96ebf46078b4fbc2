package org.tonle.plan.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tree search: the least cost of one constituent on a river tree, from its heads down.
///
/// Small groups of sources keep every choice that no other beats. When a front would become too
/// large, its group becomes a block: from there on its cost is replaced by the convex curve below
/// its choices, and of blocks that meet only the pieces of these curves matter, those that save
/// least per load being the first to go where a cap is met. What is left of the pieces at the
/// outlet is a bound. A group that meets blocks stays a front while all choices together keep the
/// caps. Every block then takes the cheapest choice whose load is no more than its pieces left, so
/// that all standards hold, and blocks fill what room this leaves.
public final class TreeSearch {
  /// Choices of two groups, for each one a front may keep, that are worth comparing.
  private static final int COMPARED = 32;

  private final RiverTree tree;
  private final TreeNodes nodes;
  private final double[] kept;
  private final double[] cap;
  private final int largest;

  private final @Nullable Front[] front;
  private final int[] firstChild;
  private final int[] nextChild;
  private final Blocks blocks;
  private boolean isFeasible = true;

  private TreeSearch(RiverTree tree, int largest) {
    this.tree = tree;
    this.largest = largest;
    nodes = new TreeNodes(tree);
    kept = nodes.kept[0];
    cap = nodes.cap[0];
    front = new Front[nodes.count];
    blocks = new Blocks(nodes);
    firstChild = new int[nodes.count];
    nextChild = new int[nodes.count];
    Arrays.fill(firstChild, -1);
    for (int n = nodes.count - 1; n >= 0; n--) {
      if (nodes.parent[n] >= 0) {
        nextChild[n] = firstChild[nodes.parent[n]];
        firstChild[nodes.parent[n]] = n;
      }
    }
  }

  /// A plan for a tree of one constituent.
  ///
  /// @param largest choices of a front, beyond which it becomes a block: more make the bound better
  ///   and the search slower
  public static TreePlan plan(RiverTree tree, int largest) {
    if (tree.constituentCount() != 1) {
      throw new IllegalArgumentException("A tree search takes one constituent.");
    }
    return new TreeSearch(tree, largest).plan();
  }

  private TreePlan plan() {
    for (int n = 0; n < nodes.count && isFeasible; n++) {
      visit(n);
    }
    if (!isFeasible) {
      double none = Double.POSITIVE_INFINITY;
      return new TreePlan(new int[0], none, none);
    }
    int[] option = new int[tree.sourceCount()];
    blocks.choose(option);
    double cost = tree.costOf(option);
    return new TreePlan(option, cost, Math.min(blocks.bound(), cost));
  }

  private void visit(int n) {
    List<Front> fronts = fronts(n);
    combine(fronts, n);
    boolean meetsBlocks = blocks.arrive(n, firstChild, nextChild);
    if (!isFeasible) {
      return;
    }
    int below = nodes.parent[n];
    boolean isLast = below < 0 || (meetsBlocks && blocks.isOver(n, fronts));
    while (fronts.size() > (isLast ? 0 : 1)
        || (fronts.size() == 1 && fronts.getFirst().size() > largest)) {
      blocks.add(fronts.removeLast(), n);
      isLast |= blocks.isOver(n, fronts);
    }
    isFeasible = blocks.pass(n);
    if (isFeasible && !fronts.isEmpty()) {
      Front group = fronts.getFirst();
      group.flow(kept[n], cap[below]);
      isFeasible = group.size() > 0;
      front[n] = group;
    }
  }

  /// Fronts of the sources and of the groups that flow into a node.
  private List<Front> fronts(int n) {
    List<Front> fronts = new ArrayList<>();
    for (int i = nodes.start[n]; i < nodes.start[n + 1]; i++) {
      int s = nodes.source[i];
      fronts.add(Front.of(s, tree.load()[s], tree.cost()[s], cap[n]));
    }
    for (int child = firstChild[n]; child >= 0; child = nextChild[child]) {
      Front group = front[child];
      if (group != null) {
        fronts.add(group);
        front[child] = null;
      }
    }
    return fronts;
  }

  /// Combines the smallest fronts while that is not too much work.
  private void combine(List<Front> fronts, int n) {
    fronts.sort(Comparator.comparingInt(Front::size));
    long most = Math.min((long) COMPARED * largest, Front.MOST);
    while (fronts.size() > 1 && Front.combinations(fronts.get(0), fronts.get(1)) <= most) {
      Front both = fronts.removeFirst().with(fronts.removeFirst(), cap[n]);
      int place = 0;
      while (place < fronts.size() && fronts.get(place).size() < both.size()) {
        place++;
      }
      fronts.add(place, both);
    }
    isFeasible &= fronts.stream().allMatch(group -> group.size() > 0);
  }
}
