package org.tonle.plan.option;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Waves of options: options of different sites do not touch each other's loads, so that one
/// computation of loads shows the effects of many.
final class Waves {
  private Waves() {}

  /// Numbers of the options in each wave: no two of a wave share a site.
  static List<List<Integer>> of(List<Option> options) {
    List<List<Integer>> waves = new ArrayList<>();
    List<Set<String>> taken = new ArrayList<>();
    for (int o = 0; o < options.size(); o++) {
      if (options.get(o).isNothing()) {
        continue;
      }
      int w = 0;
      while (w < waves.size() && options.get(o).sites().stream().anyMatch(taken.get(w)::contains)) {
        w++;
      }
      if (w == waves.size()) {
        waves.add(new ArrayList<>());
        taken.add(new HashSet<>());
      }
      waves.get(w).add(o);
      taken.get(w).addAll(options.get(o).sites());
    }
    return waves;
  }
}
