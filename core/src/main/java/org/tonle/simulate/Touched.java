package org.tonle.simulate;

import java.util.Arrays;
import org.tonle.network.Network;
import org.tonle.network.entry.EntryPatch;
import org.tonle.network.order.Course;
import org.tonle.simulate.course.KeptDeliveries;
import org.tonle.simulate.course.RecomputePlan;

/// Touched part of the network after a change of loads: the course that is recomputed, and the
/// places whose results change. One serves all linked groups that change at the same nodes and
/// segments.
public final class Touched {
  private final RecomputePlan plan;
  private final int[] places;
  private final int[] slot;

  private Touched(RecomputePlan plan, int[] places, int[] slot) {
    this.plan = plan;
    this.places = places;
    this.slot = slot;
  }

  /// Arcs whose deliveries a baseline keeps, by season: as many as a size allows.
  ///
  /// @param vector_byte size of one delivery, all linked groups together
  /// @param most_byte size of all deliveries
  public static boolean[][] keptArcs(Course course, long vector_byte, long most_byte) {
    return KeptDeliveries.within(course, vector_byte, most_byte);
  }

  /// @param isKept arcs whose deliveries are kept, by season
  /// @param isYearWhole whether a place that is touched in one season is computed again in all of
  ///   them, for limits of the year
  /// @param patch names the nodes and segments whose loads change
  public static Touched of(
      Network network,
      Course course,
      Places all,
      boolean[][] isKept,
      boolean isYearWhole,
      EntryPatch patch) {
    RecomputePlan plan = plan(network, course, isKept, isYearWhole, changed(network, patch));
    boolean[] isTouched = new boolean[all.count()];
    NodePlaces nodePlaces = new NodePlaces(all);
    plan.recorded(
        node -> {
          for (int place : nodePlaces.of(node)) {
            isTouched[place] = true;
          }
          int lake = network.nodeLake()[node];
          if (lake >= 0) {
            isTouched[all.reachCount() + lake] = true;
          }
        },
        segment -> isTouched[network.segmentReach()[segment]] = true);
    int[] slot = new int[isTouched.length];
    int[] places = new int[isTouched.length];
    int count = 0;
    for (int p = 0; p < isTouched.length; p++) {
      slot[p] = isTouched[p] ? count : -1;
      if (isTouched[p]) {
        places[count++] = p;
      }
    }
    return new Touched(plan, Arrays.copyOf(places, count), slot);
  }

  /// Nodes where the change begins. Whichever way a segment runs, the change begins at one of its
  /// ends; a reach is judged as a whole, so that a change inside it begins at its ends.
  private static boolean[] changed(Network network, EntryPatch patch) {
    boolean[] found = new boolean[network.nodeCount()];
    for (int node : patch.node()) {
      found[node] = true;
    }
    for (int segment : patch.segment()) {
      found[network.segmentFrom()[segment]] = true;
      found[network.segmentTo()[segment]] = true;
    }
    widen(network, found);
    return found;
  }

  private static RecomputePlan plan(
      Network network,
      Course course,
      boolean[][] isKept,
      boolean isYearWhole,
      boolean[] isChanged) {
    boolean[] from = isChanged;
    while (true) {
      RecomputePlan plan = new RecomputePlan(course, isKept, from);
      boolean[] more = from.clone();
      if (isYearWhole) {
        plan.recorded(
            node -> more[node] = true,
            segment -> {
              more[network.segmentFrom()[segment]] = true;
              more[network.segmentTo()[segment]] = true;
            });
        widen(network, more);
      }
      if (Arrays.equals(more, from)) {
        return plan;
      }
      from = more;
    }
  }

  /// A change inside a reach begins at its ends.
  private static void widen(Network network, boolean[] found) {
    int[] reach = network.segmentReach();
    int first = 0;
    for (int g = 0; g < reach.length; g++) {
      if (g > 0 && reach[g] != reach[g - 1]) {
        first = g;
      }
      boolean isInner = g + 1 < reach.length && reach[g + 1] == reach[g];
      if (isInner && found[network.segmentTo()[g]]) {
        for (int i = first; i < reach.length && reach[i] == reach[g]; i++) {
          found[network.segmentFrom()[i]] = true;
          found[network.segmentTo()[i]] = true;
        }
      }
    }
  }

  public RecomputePlan plan() {
    return plan;
  }

  /// Places whose results change, ascending.
  public int[] places() {
    return places.clone();
  }

  /// Index of each place among those touched, or -1.
  public int[] slot() {
    return slot.clone();
  }

  public Thresholds thresholds(Thresholds all, int members) {
    return all.only(places, members);
  }
}
