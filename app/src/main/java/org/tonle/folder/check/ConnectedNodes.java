package org.tonle.folder.check;

import java.util.Map;

/// Connected nodes: each river has one node that represents all of its nodes.
final class ConnectedNodes {
  private ConnectedNodes() {}

  /// The node that represents the river of `node`; `river` maps nodes to others of their river.
  static String root(Map<String, String> river, String node) {
    String at = node;
    while (!river.getOrDefault(at, at).equals(at)) {
      String next = river.getOrDefault(at, at);
      river.put(at, river.getOrDefault(next, next));
      at = next;
    }
    return at;
  }
}
