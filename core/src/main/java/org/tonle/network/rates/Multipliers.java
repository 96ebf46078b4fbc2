package org.tonle.network.rates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Multipliers that a run needs as vectors of draws, numbered in the order of first use.
public final class Multipliers {
  private final Map<Multiplier, Integer> index = new HashMap<>();
  private final List<Multiplier> all = new ArrayList<>();
  private final @Nullable Multipliers base;
  private final int baseCount;

  public Multipliers() {
    base = null;
    baseCount = 0;
  }

  private Multipliers(Multipliers base) {
    this.base = base;
    baseCount = base.count();
  }

  /// More multipliers, numbered after these. These must not grow any more.
  public Multipliers extended() {
    return new Multipliers(this);
  }

  public int count() {
    return baseCount + all.size();
  }

  /// Multipliers added since the extension.
  public List<Multiplier> own() {
    return List.copyOf(all);
  }

  /// Number of the vector for `multiplier`, if it is asked for.
  public OptionalInt findNumber(Multiplier multiplier) {
    Integer known = find(multiplier);
    return known == null ? OptionalInt.empty() : OptionalInt.of(known);
  }

  private @Nullable Integer find(Multiplier multiplier) {
    Integer known = base == null ? null : base.find(multiplier);
    return known == null ? index.get(multiplier) : known;
  }

  /// Number of the vector for `multiplier`.
  public int of(Multiplier multiplier) {
    Integer known = find(multiplier);
    if (known != null) {
      return known;
    }
    index.put(multiplier, count());
    all.add(multiplier);
    return count() - 1;
  }

  public List<Multiplier> all() {
    List<Multiplier> found = new ArrayList<>(base == null ? List.of() : base.all());
    found.addAll(all);
    return found;
  }
}
