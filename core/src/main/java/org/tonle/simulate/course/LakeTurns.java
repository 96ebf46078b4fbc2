package org.tonle.simulate.course;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tonle.simulate.step.LakeStep;

/// Turns of the lakes' years that loads do not change: the map of each lake and season, and the
/// turns that start from one unknown alone. A run fills it; later runs with the same water and
/// rates read it, from any thread.
public final class LakeTurns {
  private final Map<Integer, Turns> byStart = new ConcurrentHashMap<>();

  /// Turns of one component.
  ///
  /// @param maps `[season][place in the component]`, null where there is no lake
  /// @param column `[unknown][row][draw]`
  record Turns(LakeStep.Map[][] maps, double[][][] column) {}

  @Nullable Turns find(int start) {
    return byStart.get(start);
  }

  void put(int start, Turns turns) {
    byStart.put(start, turns);
  }

  /// Bytes held.
  public long size_byte() {
    long count = 0;
    for (Turns turns : byStart.values()) {
      for (LakeStep.Map[] season : turns.maps) {
        for (LakeStep.@Nullable Map map : season) {
          count += map == null ? 0 : map.size();
        }
      }
      for (double[][] column : turns.column) {
        for (double[] row : column) {
          count += row.length;
        }
      }
    }
    return count * Double.BYTES;
  }
}
