package org.tonle.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tonle.convert.Size;
import org.tonle.network.order.Course;
import org.tonle.network.order.StrahlerOrder;

/// Builder of the [Course] of a [Network]: it flattens the network.
public final class CourseBuilder {
  private final Network network;
  private final int[][] components;
  private final int[] componentOf;
  private final boolean[] hasLake;

  private CourseBuilder(Network network) {
    this.network = network;
    componentOf = new int[network.nodeCount()];
    int[][] found = network.components();
    for (int k = 0; k < found.length; k++) {
      for (int node : found[k]) {
        componentOf[node] = k;
      }
    }
    components = new int[found.length][];
    int[] order = order(found.length);
    for (int k = 0; k < order.length; k++) {
      components[k] = found[order[k]];
    }
    hasLake = new boolean[components.length];
    for (int k = 0; k < components.length; k++) {
      for (int node : components[k]) {
        componentOf[node] = k;
        hasLake[k] |= network.nodeLake()[node] >= 0;
      }
    }
  }

  public static Course of(Network network) {
    return new CourseBuilder(network).build();
  }

  /// Components in Strahler-first post-order of the arcs of all seasons.
  private int[] order(int count) {
    int[] from = new int[Size.of(Integer.BYTES, network.segmentCount(), network.seasonCount())];
    int[] to = new int[from.length];
    int arcs = 0;
    for (SeasonNetwork inSeason : network.seasons()) {
      SeasonNetwork.Flow flow = inSeason.flow();
      for (int g = 0; g < network.segmentCount(); g++) {
        int up = flow.up()[g];
        if (up >= 0 && componentOf[up] != componentOf[flow.down()[g]]) {
          from[arcs] = componentOf[up];
          to[arcs++] = componentOf[flow.down()[g]];
        }
      }
    }
    return StrahlerOrder.of(count, Arrays.copyOf(from, arcs), Arrays.copyOf(to, arcs)).order();
  }

  private Course build() {
    List<Course.Season> seasons = new ArrayList<>();
    for (int s = 0; s < network.seasonCount(); s++) {
      seasons.add(season(s));
    }
    return stretches(seasons);
  }

  private Course stretches(List<Course.Season> seasons) {
    int[] start = new int[2 * components.length + 2];
    boolean[] lakes = new boolean[start.length];
    int stretches = 0;
    int position = 0;
    boolean isOpen = false;
    for (int k = 0; k < components.length; k++) {
      if (hasLake[k] || !isOpen) {
        start[stretches] = position;
        lakes[stretches++] = hasLake[k];
        isOpen = !hasLake[k];
      }
      position += components[k].length;
    }
    start[stretches] = position;
    return new Course(
        seasons, Arrays.copyOf(start, stretches + 1), Arrays.copyOf(lakes, stretches));
  }

  private Course.Season season(int s) {
    SeasonNetwork inSeason = network.seasons().get(s);
    int[] rank = new int[network.nodeCount()];
    int[] order = inSeason.flow().order();
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
    }
    return new SeasonFlattener(inSeason, rank).flatten();
  }

  /// Lays out one season.
  private final class SeasonFlattener {
    private final SeasonNetwork inSeason;
    private final int[] rank;
    private final int[] nodes = new int[network.nodeCount()];
    private final int[] slot = new int[network.nodeCount()];
    private final int[] arcStart = new int[network.nodeCount() + 1];
    private final int[] segments;
    private final int[] target;
    private final boolean[] opens;
    private final int[] slotOf = new int[network.nodeCount()];
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private int slotCount;
    private int arcs;

    SeasonFlattener(SeasonNetwork inSeason, int[] rank) {
      this.inSeason = inSeason;
      this.rank = rank;
      segments = new int[inSeason.flow().outSegment().length];
      target = new int[segments.length];
      opens = new boolean[segments.length];
      Arrays.fill(slotOf, Course.NOWHERE);
    }

    Course.Season flatten() {
      int position = 0;
      for (int k = 0; k < components.length; k++) {
        int[] members = sorted(components[k]);
        for (int node : members) {
          nodes[position] = node;
          arcStart[position++] = arcs;
          if (inSeason.nodes().leaving_m3_per_s()[node] > 0) {
            arcs(k, node);
          }
          if (!hasLake[k]) {
            close(node, position - 1);
          }
        }
        for (int i = 0; hasLake[k] && i < members.length; i++) {
          close(members[i], position - members.length + i);
        }
      }
      arcStart[position] = arcs;
      return new Course.Season(
          nodes,
          slot,
          arcStart,
          Arrays.copyOf(segments, arcs),
          Arrays.copyOf(target, arcs),
          Arrays.copyOf(opens, arcs),
          slotCount);
    }

    private int[] sorted(int[] component) {
      if (component.length == 1) {
        return component;
      }
      return Arrays.stream(component)
          .boxed()
          .sorted(java.util.Comparator.comparingInt(n -> rank[n]))
          .mapToInt(n -> n)
          .toArray();
    }

    private void arcs(int component, int node) {
      SeasonNetwork.Flow flow = inSeason.flow();
      for (int i = flow.outStart()[node]; i < flow.outStart()[node + 1]; i++) {
        int segment = flow.outSegment()[i];
        int below = flow.down()[segment];
        segments[arcs] = segment;
        if (hasLake[component] && componentOf[below] == component) {
          target[arcs++] = Course.INSIDE;
        } else {
          opens[arcs] = slotOf[below] == Course.NOWHERE;
          if (opens[arcs]) {
            slotOf[below] = free.isEmpty() ? slotCount++ : free.pop();
          }
          target[arcs++] = slotOf[below];
        }
      }
    }

    private void close(int node, int position) {
      slot[position] = slotOf[node];
      if (slotOf[node] != Course.NOWHERE) {
        free.push(slotOf[node]);
      }
    }
  }
}
