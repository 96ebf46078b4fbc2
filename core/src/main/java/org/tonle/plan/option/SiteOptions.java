package org.tonle.plan.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Site with the options that decide on it, and the wave that each is computed in.
///
/// @param number of the site
/// @param nothing option that changes nothing
/// @param option others, by wave
/// @param wave of each of them
record SiteOptions(int number, String site, int nothing, int[] option, int[] wave) {
  /// The sites of some options.
  ///
  /// @throws IllegalArgumentException for an option of a site that none leaves as it is
  static List<SiteOptions> of(List<Option> options, List<List<Integer>> waves) {
    Map<String, Integer> nothing = new LinkedHashMap<>();
    for (int o = 0; o < options.size(); o++) {
      if (options.get(o).isNothing()) {
        nothing.put(options.get(o).sites().getFirst(), o);
      }
    }
    Map<String, List<int[]>> ofSite = new LinkedHashMap<>();
    nothing.keySet().forEach(s -> ofSite.put(s, new ArrayList<>()));
    for (int w = 0; w < waves.size(); w++) {
      for (int o : waves.get(w)) {
        for (String site : options.get(o).sites()) {
          List<int[]> own = ofSite.get(site);
          if (own == null) {
            throw new IllegalArgumentException("No option leaves " + site + " as it is.");
          }
          own.add(new int[] {o, w});
        }
      }
    }
    List<SiteOptions> found = new ArrayList<>();
    ofSite.forEach(
        (site, own) ->
            found.add(
                new SiteOptions(
                    found.size(),
                    site,
                    nothing.getOrDefault(site, -1),
                    own.stream().mapToInt(o -> o[0]).toArray(),
                    own.stream().mapToInt(o -> o[1]).toArray())));
    return found;
  }
}
