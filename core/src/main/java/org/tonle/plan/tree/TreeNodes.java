package org.tonle.plan.tree;

import java.util.Arrays;

/// Tree nodes: the reaches of a river tree where loads enter or meet, upstream ones first.
///
/// Reaches above all sources bear nothing; between nodes a load only shrinks, so that the caps of
/// the reaches there become one cap of the node above.
final class TreeNodes {
  private final int constituents;

  /// The node below, or -1.
  int[] parent;

  /// Share of a node's load that reaches its parent, by constituent and node.
  double[][] kept;

  /// Load that a node may bear, by constituent and node.
  double[][] cap;

  /// Sources of node n are those from `start[n]` to before `start[n + 1]`.
  int[] source;

  int[] start;
  int count;

  TreeNodes(RiverTree tree) {
    constituents = tree.constituentCount();
    int reaches = tree.down().length;
    int most = 2 * tree.sourceCount() + 1;
    parent = new int[most];
    Arrays.fill(parent, -1);
    kept = new double[constituents][most];
    cap = new double[constituents][most];
    start = new int[most + 1];
    source = new int[tree.sourceCount()];
    int[] nextSource = new int[tree.sourceCount()];
    int[] firstSource = new int[reaches];
    Arrays.fill(firstSource, -1);
    for (int s = tree.sourceCount() - 1; s >= 0; s--) {
      nextSource[s] = firstSource[tree.reach()[s]];
      firstSource[tree.reach()[s]] = s;
    }
    contract(tree, firstSource, nextSource);
  }

  private void contract(RiverTree tree, int[] firstSource, int[] nextSource) {
    // Nodes that flow into a reach, as a list through `nextNode`.
    int[] firstNode = new int[tree.down().length];
    Arrays.fill(firstNode, -1);
    int[] nextNode = new int[parent.length];
    int sources = 0;
    for (int r : ReachOrder.of(tree.down())) {
      int above = firstNode[r];
      if (above < 0 && firstSource[r] < 0) {
        continue;
      }
      int node;
      if (firstSource[r] >= 0 || nextNode[above] >= 0) {
        node = count++;
        for (int child = above; child >= 0; child = nextNode[child]) {
          parent[child] = node;
        }
        for (int s = firstSource[r]; s >= 0; s = nextSource[s]) {
          source[sources++] = s;
        }
        start[count] = sources;
        for (int k = 0; k < constituents; k++) {
          cap[k][node] = tree.cap()[k][r];
          kept[k][node] = 1;
        }
      } else {
        node = above;
        for (int k = 0; k < constituents; k++) {
          cap[k][node] = Math.min(cap[k][node], tree.cap()[k][r] / kept[k][node]);
        }
      }
      for (int k = 0; k < constituents; k++) {
        kept[k][node] *= tree.kept()[k][r];
      }
      int below = tree.down()[r];
      if (below >= 0) {
        nextNode[node] = firstNode[below];
        firstNode[below] = node;
      }
    }
  }
}
