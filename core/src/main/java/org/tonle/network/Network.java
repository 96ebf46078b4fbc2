package org.tonle.network;

import java.util.List;

/// Network of rivers as the kernels use it: ints and kernel units (m, s, g) only.
///
/// Nodes are the study's nodes, in the study's order, then the points inside reaches where a load
/// enters. A *segment* is a reach or, where such points cut it, a part of one; loads enter at the
/// head of a segment or uniformly along it.
///
/// @param nodeCount nodes, including points inside reaches
/// @param segmentReach reach of each segment
/// @param segmentFrom node at the drawn start of each segment
/// @param segmentTo node at its drawn end
/// @param lengthShare share of its reach's length
/// @param lakeNode node of each lake
/// @param nodeLake lake of each node, or -1
/// @param components strongly connected components of all seasons' arcs together, in topological
///   order; each lists its nodes
/// @param seasons one per season, in the order of the year
/// @param groupCount hydrological groups
public record Network(
    int nodeCount,
    int reachCount,
    int[] segmentReach,
    int[] segmentFrom,
    int[] segmentTo,
    double[] lengthShare,
    int[] lakeNode,
    int[] nodeLake,
    int[][] components,
    List<SeasonNetwork> seasons,
    int groupCount) {
  public Network {
    seasons = List.copyOf(seasons);
  }

  public int segmentCount() {
    return segmentReach.length;
  }

  public int lakeCount() {
    return lakeNode.length;
  }

  public int seasonCount() {
    return seasons.size();
  }
}
