package org.tonle.network.rates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The vectors of draws a run needs, numbered as they are first asked for.
public final class Multipliers {
  private final Map<Multiplier, Integer> index = new HashMap<>();
  private final List<Multiplier> all = new ArrayList<>();

  /// Number of the vector for `multiplier`.
  public int of(Multiplier multiplier) {
    Integer known = index.get(multiplier);
    if (known != null) {
      return known;
    }
    index.put(multiplier, all.size());
    all.add(multiplier);
    return all.size() - 1;
  }

  public List<Multiplier> all() {
    return List.copyOf(all);
  }
}
