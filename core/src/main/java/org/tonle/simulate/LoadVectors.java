package org.tonle.simulate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tonle.network.Network;
import org.tonle.network.entry.EntryPatch;
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
  private final @Nullable Patch patch;

  /// Loads of a few places in place of those that stood there.
  private record Patch(int[] node, int[] segment, LoadVectors loads) {}

  public LoadVectors(Network network, LoadEntries entries, DrawVectors draws, int members) {
    this(entries, draws, members, network.nodeCount(), network.segmentCount());
  }

  private LoadVectors(
      LoadEntries entries, DrawVectors draws, int members, int nodes, int segments) {
    this.entries = entries;
    this.draws = draws;
    this.members = members;
    atNode = index(entries.node(), nodes);
    alongSegment = index(entries.segment(), segments);
    patch = null;
  }

  private LoadVectors(LoadVectors of, Patch patch) {
    entries = of.entries;
    draws = of.draws;
    members = of.members;
    atNode = of.atNode;
    alongSegment = of.alongSegment;
    this.patch = patch;
  }

  /// The same with other loads at some places.
  ///
  /// @param drawn vectors that the patch's entries name
  public LoadVectors with(EntryPatch other, DrawVectors drawn) {
    LoadVectors own =
        new LoadVectors(
            other.entries(), drawn, members, other.node().length, other.segment().length);
    return new LoadVectors(this, new Patch(other.node(), other.segment(), own));
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
    int own = patch == null ? -1 : Arrays.binarySearch(patch.node, node);
    if (own >= 0 && patch != null) {
      patch.loads.addAtNode(season, own, load, mass, seconds);
    } else {
      add(atNode[node], season, load, mass, seconds);
    }
  }

  public void addAlong(int season, int segment, double[] load, double[][] mass, double seconds) {
    int own = patch == null ? -1 : Arrays.binarySearch(patch.segment, segment);
    if (own >= 0 && patch != null) {
      patch.loads.addAlong(season, own, load, mass, seconds);
    } else {
      add(alongSegment[segment], season, load, mass, seconds);
    }
  }

  public boolean isAlong(int segment) {
    int own = patch == null ? -1 : Arrays.binarySearch(patch.segment, segment);
    return (own >= 0 && patch != null)
        ? patch.loads.alongSegment[own].length > 0
        : alongSegment[segment].length > 0;
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
