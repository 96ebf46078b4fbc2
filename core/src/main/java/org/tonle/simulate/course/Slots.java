package org.tonle.simulate.course;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tonle.network.order.Course;

/// Slots for the loads under way, per season, of one thread. Loads that leave the thread's part
/// wait in parcels of their own, so that they are added at the point where a single thread would
/// add them.
final class Slots<V> {
  private static final int[] NONE = {};

  private final Course course;
  private final Carrier<V> carrier;
  private final Parts.@Nullable Part part;
  private final @Nullable Object[][] held;
  private final int[][] exits;
  private final Object[][] parcels;

  /// @param part the part, or null for the whole course
  Slots(Course course, Carrier<V> carrier, Parts.@Nullable Part part) {
    this.course = course;
    this.carrier = carrier;
    this.part = part;
    List<Course.Season> seasons = course.seasons();
    held = new Object[seasons.size()][];
    exits = new int[seasons.size()][];
    parcels = new Object[seasons.size()][];
    for (int s = 0; s < held.length; s++) {
      held[s] = new Object[seasons.get(s).slotCount()];
      exits[s] = part == null ? NONE : Parts.exits(seasons.get(s), part);
      parcels[s] = new Object[exits[s].length];
      Arrays.setAll(parcels[s], i -> carrier.vector());
    }
  }

  Parts.Part part() {
    return Objects.requireNonNull(part);
  }

  @SuppressWarnings("unchecked") // the array holds vectors of the carrier only
  V at(int season, int slot) {
    Object found = held[season][slot];
    if (found == null) {
      found = carrier.vector();
      held[season][slot] = found;
    }
    return (V) found;
  }

  boolean isExit(int season, int arc) {
    return exits[season].length > 0 && Arrays.binarySearch(exits[season], arc) >= 0;
  }

  /// Vector to which an arc delivers.
  @SuppressWarnings("unchecked") // the array holds vectors of the carrier only
  V target(int season, int arc, int slot) {
    if (exits[season].length > 0) {
      int exit = Arrays.binarySearch(exits[season], arc);
      if (exit >= 0) {
        return (V) parcels[season][exit];
      }
    }
    return at(season, slot);
  }

  /// Delivers the load that an arc carried.
  void deliver(int season, int arc, int slot, boolean opens, V carried) {
    V to = target(season, arc, slot);
    if (opens || isExit(season, arc)) {
      carrier.copy(carried, to);
    } else {
      carrier.add(carried, to);
    }
  }

  /// Hands all parcels to the slots of the whole course.
  @SuppressWarnings("unchecked") // the array holds vectors of the carrier only
  void deliver(Slots<V> to) {
    for (int s = 0; s < exits.length; s++) {
      Course.Season way = course.seasons().get(s);
      for (int i = 0; i < exits[s].length; i++) {
        int arc = exits[s][i];
        V slot = to.at(s, way.target()[arc]);
        if (way.opens()[arc]) {
          carrier.copy((V) parcels[s][i], slot);
        } else {
          carrier.add((V) parcels[s][i], slot);
        }
      }
      Arrays.fill(parcels[s], null);
    }
  }
}
