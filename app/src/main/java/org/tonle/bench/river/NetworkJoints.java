package org.tonle.bench.river;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Joints of a network: they join the rows of its file into rivers.
final class NetworkJoints {
  private static final double EXACT = 1e-6;

  private final NetworkRows rows;
  private final int[] down;
  private final List<Arm> arms = new ArrayList<>();
  private final List<Map<Integer, Double>> targets;
  private int dangling;
  private int scaled;

  private record Arm(int from, int to, double fraction) {}

  /// @param inNodes whether the rows name the node where a reach ends, not the next reach
  NetworkJoints(NetworkRows rows, boolean inNodes) {
    this.rows = rows;
    int count = rows.ids.size();
    down = new int[count];
    Arrays.fill(down, -1);
    targets = new ArrayList<>(count);
    for (int r = 0; r < count; r++) {
      targets.add(Map.of());
    }
    if (inNodes) {
      byNode();
    } else {
      byReach();
    }
    for (int r = 0; r < count; r++) {
      share(r, targets.get(r));
    }
  }

  int dangling() {
    return dangling;
  }

  int scaled() {
    return scaled;
  }

  Rivers rivers() {
    int n = arms.size();
    int[] from = new int[n];
    int[] to = new int[n];
    float[] fraction = new float[n];
    for (int i = 0; i < n; i++) {
      from[i] = arms.get(i).from();
      to[i] = arms.get(i).to();
      fraction[i] = (float) arms.get(i).fraction();
    }
    return new Rivers(
        down,
        new SideArms(from, to, fraction),
        Arrays.copyOf(rows.length_km, down.length),
        Arrays.copyOf(rows.discharge_m3_per_s, down.length));
  }

  private void byReach() {
    for (int row = 0; row < rows.next.size(); row++) {
      String next = rows.next.get(row);
      Integer target = rows.index.get(next);
      if (target != null) {
        target(rows.reach[row], target, rows.fraction[row]);
      } else if (!next.isEmpty() && !next.equals("0") && !next.equals("-1")) {
        dangling++;
      }
    }
  }

  /// A reach pushes into all reaches that begin where it ends, by their shares of that node's
  /// water.
  private void byNode() {
    Map<String, List<Integer>> beginning = new HashMap<>();
    double[] shareOfReach = new double[down.length];
    for (int row = 0; row < rows.next.size(); row++) {
      shareOfReach[rows.reach[row]] = rows.fraction[row];
    }
    for (int r = 0; r < down.length; r++) {
      beginning.computeIfAbsent(rows.head.get(r), node -> new ArrayList<>()).add(r);
    }
    for (int row = 0; row < rows.next.size(); row++) {
      for (int target : beginning.getOrDefault(rows.next.get(row), List.of())) {
        target(rows.reach[row], target, shareOfReach[target]);
      }
    }
  }

  private void target(int reach, int target, double fraction) {
    if (targets.get(reach).isEmpty()) {
      targets.set(reach, new LinkedHashMap<>());
    }
    targets.get(reach).put(target, fraction);
  }

  /// If a share is not given, the remainder is divided by discharge; the largest share is the main
  /// arc.
  private void share(int reach, Map<Integer, Double> to) {
    if (to.isEmpty()) {
      return;
    }
    if (to.size() == 1) {
      Map.Entry<Integer, Double> only = to.entrySet().iterator().next();
      down[reach] = only.getKey();
      scaled += StrictMath.abs(only.getValue() - 1) > EXACT ? 1 : 0;
      return;
    }
    double given = 0;
    double free = 0;
    for (Map.Entry<Integer, Double> arm : to.entrySet()) {
      boolean isGiven = !Double.isNaN(arm.getValue());
      given += isGiven ? arm.getValue() : 0;
      free += isGiven ? 0 : rows.discharge_m3_per_s[arm.getKey()];
    }
    double left = StrictMath.max(0, 1 - given);
    double sum = given + (free > 0 ? left : 0);
    scaled += StrictMath.abs(sum - 1) > EXACT ? 1 : 0;
    List<Arm> all = new ArrayList<>();
    for (Map.Entry<Integer, Double> arm : to.entrySet()) {
      boolean isGiven = !Double.isNaN(arm.getValue());
      double share = isGiven ? arm.getValue() : left * rows.discharge_m3_per_s[arm.getKey()] / free;
      all.add(new Arm(reach, arm.getKey(), sum > 0 ? share / sum : 1.0 / to.size()));
    }
    Arm main = all.getFirst();
    for (Arm arm : all) {
      main = arm.fraction() > main.fraction() ? arm : main;
    }
    down[reach] = main.to();
    all.remove(main);
    arms.addAll(all);
  }
}
