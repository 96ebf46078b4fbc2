package org.tonle.network.order;

import java.util.Arrays;
import org.tonle.convert.Text;

/// Exception thrown when an order is requested of nodes that push into one another in a circle.
public final class CycleException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int[] nodes;

  /// @param nodes of the circle, each pushing into the next and the last into the first
  CycleException(int[] nodes) {
    super(Text.format("Nodes %s push into one another in a circle.", shown(nodes)));
    this.nodes = nodes.clone();
  }

  private static String shown(int[] nodes) {
    return nodes.length <= 10
        ? Arrays.toString(nodes)
        : Arrays.toString(Arrays.copyOf(nodes, 10)) + " …";
  }

  /// The circle, each node pushing into the next and the last into the first.
  public int[] nodes() {
    return nodes.clone();
  }
}
