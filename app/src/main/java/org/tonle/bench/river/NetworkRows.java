package org.tonle.bench.river;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Rows of a network's file, gathered by reach.
final class NetworkRows {
  /// Discharge assumed for a reach whose file has no value [m³/s].
  private static final float LEAST_M3_PER_S = 0.001f;

  final List<String> ids = new ArrayList<>();
  final Map<String, Integer> index = new HashMap<>();
  float[] length_km = new float[1024];
  float[] discharge_m3_per_s = new float[1024];

  /// Row by row: the reach, the id or node that it pushes into, and the share, NaN if not given.
  int[] reach = new int[1024];

  final List<String> next = new ArrayList<>();
  double[] fraction = new double[1024];

  /// Node where a reach begins, if the file names nodes.
  final List<String> head = new ArrayList<>();

  int dry;
  int lengthless;

  void add(String id, String head, String next, double length, double discharge, double share) {
    Integer known = index.putIfAbsent(id, ids.size());
    int r = known == null ? ids.size() : known;
    if (known == null) {
      ids.add(id);
      this.head.add(head);
      grow(r);
      boolean hasLength = length >= 0 && length < Float.MAX_VALUE;
      boolean flows = discharge > 0 && discharge < Float.MAX_VALUE;
      lengthless += hasLength ? 0 : 1;
      dry += flows ? 0 : 1;
      length_km[r] = hasLength ? (float) length : 0;
      discharge_m3_per_s[r] =
          flows ? StrictMath.max((float) discharge, LEAST_M3_PER_S) : LEAST_M3_PER_S;
    }
    int row = this.next.size();
    if (row == reach.length) {
      reach = Arrays.copyOf(reach, 2 * row);
      fraction = Arrays.copyOf(fraction, 2 * row);
    }
    reach[row] = r;
    fraction[row] = share;
    this.next.add(next);
  }

  private void grow(int r) {
    if (r == length_km.length) {
      length_km = Arrays.copyOf(length_km, 2 * r);
      discharge_m3_per_s = Arrays.copyOf(discharge_m3_per_s, 2 * r);
    }
  }
}
