package org.tonle.simulate.course;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tonle.simulate.step.LakeStep;

/// Turns of the lakes' years that loads do not change: the map of each lake and season, and the
/// turns that start from one unknown alone. A run fills it; later runs with the same water and
/// rates read it, from any thread.
public final class LakeTurns {
  private final Map<Integer, Turns> byStart = new ConcurrentHashMap<>();
  private final AtomicLong left_byte;

  public LakeTurns() {
    this(Long.MAX_VALUE);
  }

  /// @param most_byte most bytes held; turns beyond them are left out, and computed again
  public LakeTurns(long most_byte) {
    left_byte = new AtomicLong(most_byte);
  }

  /// Turns of one component.
  ///
  /// @param maps `[season][place in the component]`, null where there is no lake
  /// @param column `[unknown][row][draw]`
  record Turns(LakeStep.Map[][] maps, double[][][] column) {
    long size_byte() {
      long count = 0;
      for (LakeStep.Map[] season : maps) {
        for (LakeStep.@Nullable Map map : season) {
          count += map == null ? 0 : map.size();
        }
      }
      for (double[][] own : column) {
        for (double[] row : own) {
          count += row.length;
        }
      }
      return count * Double.BYTES;
    }
  }

  @Nullable Turns find(int start) {
    return byStart.get(start);
  }

  void put(int start, Turns turns) {
    if (left_byte.addAndGet(-turns.size_byte()) >= 0) {
      byStart.put(start, turns);
    }
  }

  /// Bytes held.
  public long size_byte() {
    return byStart.values().stream().mapToLong(Turns::size_byte).sum();
  }
}
