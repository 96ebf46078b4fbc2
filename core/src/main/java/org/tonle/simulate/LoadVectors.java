package org.tonle.simulate;

import org.tonle.network.Network;
import org.tonle.network.entry.LoadEntries;
import org.tonle.simulate.course.MassLine;
import org.tonle.simulate.step.DrawVectors;

/// Loads that enter at a node or along a segment, as vectors over the draws.
public final class LoadVectors {
  private static final int[] NO_ROWS = {};

  private final LoadEntries entries;
  private final DrawVectors draws;
  private final int members;
  private final int[][] atNode;
  private final int[][] alongSegment;

  public LoadVectors(Network network, LoadEntries entries, DrawVectors draws, int members) {
    this.entries = entries;
    this.draws = draws;
    this.members = members;
    atNode = index(entries.node(), network.nodeCount());
    alongSegment = index(entries.segment(), network.segmentCount());
  }

  /// For each place the rows that stand there, in the order of the rows.
  private static int[][] index(int[] place, int count) {
    int[] size = new int[count];
    for (int at : place) {
      if (at >= 0) {
        size[at]++;
      }
    }
    int[][] rows = new int[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = size[i] == 0 ? NO_ROWS : new int[size[i]];
    }
    for (int row = place.length - 1; row >= 0; row--) {
      if (place[row] >= 0) {
        rows[place[row]][--size[place[row]]] = row;
      }
    }
    return rows;
  }

  /// Adds the loads at a node to `load`, and to the lines of `mass` times `seconds`.
  public void addAtNode(int season, int node, double[] load, double[][] mass, double seconds) {
    add(atNode[node], season, load, mass, seconds);
  }

  public void addAlong(int season, int segment, double[] load, double[][] mass, double seconds) {
    add(alongSegment[segment], season, load, mass, seconds);
  }

  public boolean isAlong(int segment) {
    return alongSegment[segment].length > 0;
  }

  private void add(int[] which, int season, double[] load, double[][] mass, double seconds) {
    int n = draws.draws();
    for (int i : which) {
      double central = entries.load_g_per_s()[season * entries.count() + i];
      if (central == 0) {
        continue;
      }
      int at = entries.member()[i] * n;
      double[] line = mass[line(entries.line()[i]).ordinal()];
      int source = entries.source()[i];
      int passing = entries.passing()[i];
      int group = entries.flowGroup()[i];
      for (int d = 0; d < n; d++) {
        double x = central;
        x *= source < 0 ? 1 : draws.multiplier()[source][d];
        x *= passing < 0 ? 1 : draws.multiplier()[passing][d];
        x *= group < 0 ? 1 : draws.groupFactor()[season][group][d];
        load[at + d] += x;
        line[at + d] += x * seconds;
      }
    }
  }

  public int length() {
    return members * draws.draws();
  }

  public static MassLine line(LoadEntries.Line line) {
    return switch (line) {
      case BOUNDARY -> MassLine.BOUNDARY;
      case SOURCES -> MassLine.SOURCES;
      case LOCAL_INFLOW -> MassLine.LOCAL_INFLOW;
      case RAIN -> MassLine.RAIN;
    };
  }
}
